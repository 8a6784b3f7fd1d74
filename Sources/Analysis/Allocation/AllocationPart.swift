public import CityModel
public import Diagnostics

/// A sector or a district that a target is shared over.
public struct AllocationPart: Sendable {
  /// The sector's word or the district's id.
  public let id: String
  /// Its name for people; of a sector its word.
  public let name: Text
  /// What it emits in the base year [Mt CO₂e/yr].
  public let base: Double
  /// What its run emits in the years of the amount together [Mt CO₂e].
  public let planned: Double
  /// What statistics say of it; nothing of a sector.
  public let district: District?

  /// Describes a part; see the properties of the same names.
  public init(id: String, name: Text, base: Double, planned: Double, district: District? = nil) {
    self.id = id
    self.name = name
    self.base = base
    self.planned = planned
    self.district = district
  }

  /// A sector of a run.
  ///
  /// - Parameters:
  ///   - sector: The sector.
  ///   - run: The run.
  ///   - view: Where its emissions are counted.
  ///   - years: The years of the amount, all within the run.
  public init(
    _ sector: Sector, of run: Trajectory, _ view: Target.SectorView, in years: ClosedRange<Int>
  ) {
    let series =
      switch view {
      case .byEndUse: run.byEndUse(sector)
      case .bySource: run.bySource(sector)
      }
    self.init(
      id: sector.rawValue, name: Text(same: sector.rawValue), base: series.first ?? 0,
      planned: run.sum(series, over: years))
  }

  /// A district, as its run has it.
  ///
  /// - Parameters:
  ///   - run: The run of the district.
  ///   - account: The total of its emissions.
  ///   - years: The years of the amount, all within the run.
  public init(district run: Trajectory, _ account: EmissionTotal, in years: ClosedRange<Int>) {
    let series = run.totals[account]
    let scenario = run.blueprint.scenario
    self.init(
      id: scenario.city.id, name: scenario.city.name, base: series.first ?? 0,
      planned: run.sum(series, over: years), district: scenario.district)
  }
}

extension Trajectory {
  /// The sum of a yearly series over years of the run.
  func sum(_ series: [Double], over years: ClosedRange<Int>) -> Double {
    zip(self.years, series).filter { years.contains($0.0) }.map(\.1).reduce(0, +)
  }
}

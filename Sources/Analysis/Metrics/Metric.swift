public import CityModel
public import Diagnostics

/// A figure of a run: one name for it in all tables, records, filters and options.
public enum Metric: Hashable, Sendable {
  /// The year in which a total is greatest.
  case peakYear(EmissionTotal)
  /// The same, estimated within the year.
  case peakYearEstimate(EmissionTotal)
  /// The greatest value of a year of a total [Mt CO₂e].
  case peakValue(EmissionTotal)
  /// Net emissions of all years of the run together [Mt CO₂e].
  case cumulative
  /// Net emissions of a year [Mt CO₂e].
  case emissions(year: Int)
  /// Present value of the system's cost, payments for carbon left out [10⁹ yuan].
  case cost
  /// That cost beyond a reference's for each tonne avoided [yuan/t CO₂e].
  case costPerTonne

  /// The metric of an ``id``; nothing for what is none.
  public init?(id: String) {
    if let total = EmissionTotal.allCases.first(where: { id.hasSuffix("_\($0.rawValue)") }) {
      let peaks = [Self.peakYear(total), .peakYearEstimate(total), .peakValue(total)]
      guard let peak = peaks.first(where: { $0.id == id }) else { return nil }
      self = peak
    } else if let plain = [Self.cumulative, .cost, .costPerTonne].first(where: { $0.id == id }) {
      self = plain
    } else if let year = Int(id.trimmingPrefix("emissions_")), Self.emissions(year: year).id == id {
      self = .emissions(year: year)
    } else {
      return nil
    }
  }

  /// Its name for machines: `peak_year_gross`, `peak_year_estimate_gross`, `peak_value_gross`,
  /// `cumulative`, `emissions_2060`, `cost`, `cost_per_tonne`.
  public var id: String {
    switch self {
    case .peakYear(let total): "peak_year_\(total.rawValue)"
    case .peakYearEstimate(let total): "peak_year_estimate_\(total.rawValue)"
    case .peakValue(let total): "peak_value_\(total.rawValue)"
    case .cumulative: "cumulative"
    case .emissions(let year): "emissions_\(year)"
    case .cost: "cost"
    case .costPerTonne: "cost_per_tonne"
    }
  }

  /// Its name for people.
  public var name: Text {
    switch self {
    case .peakYear(let total): Self.peak(Text("peak year", "达峰年份"), of: total)
    case .peakYearEstimate(let total):
      Self.peak(Text("peak time, estimated", "达峰时点（估计）"), of: total)
    case .peakValue(let total): Self.peak(Text("peak value", "峰值"), of: total)
    case .cumulative: Text("cumulative net emissions", "累计净排放")
    case .emissions(let year): Text("net emissions \(year)", "\(year)年净排放")
    case .cost: Text("present value of cost", "成本现值")
    case .costPerTonne: Text("cost per tonne avoided", "单位减排成本")
    }
  }

  /// The unit of its values.
  public var unit: String {
    switch self {
    case .peakYear, .peakYearEstimate: "year"
    case .peakValue, .cumulative, .emissions: OutputKind.total.unit
    case .cost: OutputKind.cost.unit
    case .costPerTonne: "CNY/t CO2e"
    }
  }

  /// Whether it says when or how high a total peaks.
  public var isOfPeak: Bool {
    switch self {
    case .peakYear, .peakYearEstimate, .peakValue: true
    case .cumulative, .emissions, .cost, .costPerTonne: false
    }
  }

  /// Whether it counts money.
  public var isOfCost: Bool { self == .cost || self == .costPerTonne }

  private static func peak(_ name: Text, of total: EmissionTotal) -> Text {
    Text("\(name) (\(total.name))", "\(name)（\(total.emissions)）")
  }
}

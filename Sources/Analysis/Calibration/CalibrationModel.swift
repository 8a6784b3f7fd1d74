public import CityModel
import Glibc
import Solvers

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// Runs a scenario with numbers that are fitted, and with its base year locked where that is asked.
struct CalibrationModel {
  let parameters: [CalibrationParameter]
  let lock: BaseYearLock?
  private let space: VariantSpace

  init(
    _ blueprint: Blueprint, _ parameters: [CalibrationParameter], locking: Bool
  ) throws(CalibrationError) {
    self.parameters = parameters
    do {
      lock = locking ? try BaseYearLock(blueprint.scenario, parameters) : nil
      let axes = parameters.flatMap(\.axes) + (lock?.axes ?? [])
      space = try VariantSpace(blueprint, axes: axes)
    } catch let error as CalibrationError {
      throw error
    } catch let error as AxisError {
      if case .repeated(.parameter(let path, _)) = error { throw .namedTwice(path) }
      throw .axis(error)
    } catch {
      throw .solver("\(error)")
    }
  }

  /// The value of every fitted axis.
  private func spread(_ values: [Double]) -> [Double] {
    zip(parameters, values).flatMap { [Double](repeating: $1, count: $0.members.count) }
  }

  /// The run at some numbers, and the factor that locks its base year.
  func run(_ values: [Double]) throws(CalibrationError) -> (trajectory: Trajectory, lock: Double?) {
    let fitted = spread(values)
    let factor = try lock?.factor(with: fitted)
    let locked = [Double](repeating: factor ?? 1, count: lock?.axes.count ?? 0)
    let trajectory = Trajectory(space, variant: fitted + locked)
    if let fault = trajectory.fault { throw .fault(fault) }
    return (trajectory, factor)
  }

  /// What remains between a run and what was observed, as shares of each series' mean.
  ///
  /// Where there are no results every residual is a thousand, from which every search turns back.
  func residuals(_ series: [CalibrationSeries], at values: [Double]) -> [Double] {
    guard let run = try? run(values).trajectory else {
      return series.flatMap { $0.observations.map { _ in 1000.0 } }
    }
    return series.flatMap { series in
      let found = series.subject.values(of: run)
      return series.observations.map {
        (found[$0.year - run.years.lowerBound] - $0.value) / series.scale
      }
    }
  }
}

/// One factor on all emission factors of a city that brings its base year to the inventory.
///
/// ```text
/// counted(k · factors) = inventory
/// ```
///
/// What the inventory counts of the run is brought to it. Carbon of fuels and processes is scaled, and
/// where the inventory counts scope 2 what bought electricity, heat and hydrogen carry. Energy, activity,
/// waste and other gases stay as they are, and processes where the inventory leaves them out.
public struct BaseYearLock: Sendable {
  /// The emission factors, as paths with `*`.
  public let patterns: [ParameterPath]
  /// What the inventory says of the base year [Mt CO₂e].
  public let observed: Double
  let axes: [Axis]
  private let space: VariantSpace

  init(_ scenario: Scenario, _ fitted: [CalibrationParameter]) throws {
    let year = scenario.years.lowerBound
    guard let value = scenario.history.emissions.first(where: { $0.year == year })?.value else {
      throw CalibrationError.noInventory(year: year)
    }
    observed = value
    let bought = [
      "energy.electricity.imports.*.factor", "energy.electricity.imports.*.market-factor",
      "energy.heat.technologies.*.imported.factor",
      "energy.hydrogen.routes.*.imported.factor",
    ]
    let inventory = scenario.history.inventory
    let countsScope2 = inventory.countsScope2 ?? scenario.accounting.countsScope2
    let countsProcesses = !inventory.excludes.contains(.processes)
    let all =
      ["carriers.*.carbon-content"] + (countsProcesses ? ["industry.*.routes.*.process"] : [])
      + (countsScope2 ? bought : [])
    let paths = scenario.parameters.map(\.path)
    patterns = all.map { ParameterPath($0) }.filter { pattern in
      paths.contains { $0.matches(pattern) }
    }
    axes = patterns.flatMap { pattern in
      paths.filter { $0.matches(pattern) }.map { .parameter($0, .multiply) }
    }
    space = try VariantSpace(
      Blueprint(scenario.baseYearOnly), axes: fitted.flatMap(\.axes) + axes)
  }

  /// The factor, beside other numbers that are fitted.
  func factor(with fitted: [Double]) throws(CalibrationError) -> Double {
    func counted(_ factor: Double) -> Double {
      let variant = fitted + axes.map { _ in factor }
      let trajectory = Trajectory(space, variant: variant)
      return trajectory.fault == nil ? trajectory.inventoried[0] : .nan
    }
    // Emissions are all but linear in their factors: secants hit at once.
    var last = 1.0
    var now = 1.0
    var atLast = counted(1)
    var atNow = counted(1)
    let found = atNow
    guard found.isFinite, found > 0, observed > 0 else {
      throw .cannotLock(found: found, observed: observed)
    }
    now = observed / found
    atNow = counted(now)
    for _ in 0..<30 {
      guard atNow.isFinite else { break }
      if abs(atNow - observed) <= 1e-12 * observed, now > 0 { return now }
      guard atNow != atLast else { break }
      let next = now + (observed - atNow) * (now - last) / (atNow - atLast)
      last = now
      atLast = atNow
      now = next
      atNow = counted(now)
    }
    guard abs(atNow - observed) <= 1e-9 * observed, now > 0 else {
      throw .cannotLock(found: found, observed: observed)
    }
    return now
  }
}

extension Scenario {
  /// The scenario with the base year alone; its parameters keep their values of later years.
  fileprivate var baseYearOnly: Scenario {
    var scenario = self
    scenario.years = years.lowerBound...years.lowerBound
    return scenario
  }
}

public import CityModel
import Glibc
public import Solvers

/// Emissions by people, affluence and technology, in logarithms.
///
/// ```text
/// ln I = a + b·ln P + c·ln A + d·ln T,   A = G / P,   T = E / G
/// ```
///
/// The three move together, so plain least squares gives wild coefficients; a ridge holds them back at
/// the price of a bias.
///
/// Conventions, those of R's `MASS::lm.ridge`: ln P, ln A and ln T are centred on their means over the
/// fitted years and divided by their standard deviations (divisor n), ln I is centred only; λ is added to
/// ZᵀZ of these, whose diagonal is n, and the constant is not held back. Where no λ is given it is that
/// of the least generalised cross-validation score, RSS / (n − Σ σ²/(σ² + λ))². Coefficients are told for
/// the logarithms as they are.
///
/// Source: R. York, E. A. Rosa, T. Dietz, *STIRPAT, IPAT and ImPACT*, Ecological Economics 46 (2003)
/// 351; `RidgeRegression` of `Solvers`.
public struct StirpatFit: Sendable {
  /// The names of the coefficients.
  public let names: [String]
  /// The fit of the logarithms.
  public let regression: RidgeRegression
  /// The years that were fitted.
  public let years: [Int]
  /// Emissions observed and fitted in these years [Mt CO₂e].
  public let observed: [Double], fitted: [Double]
  /// The years kept back, where there are any.
  public let hindcast: Hindcast?

  /// The share of the variance of ln I that is explained.
  public var explained: Double {
    let mean = observed.reduce(0) { $0 + log($1) } / Double(observed.count)
    let whole = observed.reduce(0) { sum, value in
      let distance = log(value) - mean
      return sum + distance * distance
    }
    return 1 - regression.sumOfSquares / whole
  }

  /// Fits the years in which everything was observed; T is left out where no energy was.
  ///
  /// - Parameters:
  ///   - history: What was observed.
  ///   - penalty: λ; by cross-validation where none is given.
  ///   - lastYear: The last year that is fitted; the later ones are predicted from the drivers that
  ///     were observed in them.
  /// - Throws: ``CalibrationError``.
  public init(
    _ history: History, penalty: Double? = nil, until lastYear: Int? = nil
  ) throws(CalibrationError) {
    let rows = try Self.rows(history)
    let training = rows.filter { $0.year <= lastYear ?? Int.max }
    let kept = rows.filter { $0.year > lastYear ?? Int.max }
    let count = training.first?.drivers.count ?? 0
    guard training.count > count + 1 else {
      throw .tooFewObservations(found: training.count, parameters: count + 1)
    }
    if let lastYear, kept.isEmpty { throw .noYearsToPredict(until: lastYear) }
    let names = ["population", "gdp-per-person", "energy-per-gdp"].prefix(count)
    do throws(SolverError) {
      regression = try RidgeRegression(
        of: training.map { log($0.emissions) }, on: training.map(\.drivers), penalty: penalty)
    } catch {
      if case .invalidSetting(name: "spread", _) = error { throw .undetermined(Array(names)) }
      throw .solver("\(error)")
    }
    self.names = Array(names)
    years = training.map(\.year)
    observed = training.map(\.emissions)
    let fit = regression
    fitted = training.map { exp(fit.value(at: $0.drivers)) }
    let drivers = Dictionary(rows.map { ($0.year, $0.drivers) }, uniquingKeysWith: { $1 })
    hindcast = Hindcast(
      "emissions", "Mt CO2e", training: training.map(\.observation),
      kept: kept.map(\.observation)
    ) { year in drivers[year].map { exp(fit.value(at: $0)) } }
  }

  private struct Row {
    let year: Int
    let emissions: Double
    let drivers: [Double]
    var observation: History.Observation { .init(year: year, value: emissions) }
  }

  private static func rows(_ history: History) throws(CalibrationError) -> [Row] {
    var series = [
      ("emissions", history.emissions), ("population", history.population), ("gdp", history.gdp),
    ]
    if let missing = series.first(where: { $0.1.isEmpty }) { throw .lacks(missing.0) }
    if !history.energy.isEmpty { series.append(("energy", history.energy)) }
    for (name, points) in series {
      if let bad = points.first(where: { !($0.value > 0) }) {
        throw .notPositive(name, year: bad.year)
      }
    }
    let values = series.map { one in
      Dictionary(one.1.map { ($0.year, $0.value) }, uniquingKeysWith: { $1 })
    }
    return values[0].keys.sorted().compactMap { year in
      let row = values.compactMap { $0[year] }
      guard row.count == values.count else { return nil }
      let people = row[1]
      let product = row[2]
      let technology = row.count > 3 ? [log(row[3] / product)] : []
      return Row(
        year: year, emissions: row[0], drivers: [log(people), log(product / people)] + technology)
    }
  }
}

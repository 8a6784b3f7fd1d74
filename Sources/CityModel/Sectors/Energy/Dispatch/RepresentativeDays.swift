import Diagnostics

/// The hours that stand for a year: representative days with weights, and shapes over their hours.
///
/// ```text
/// Σ_d w_d = 365,   Σ_d w_d Σ_h s(d, h) = 8760       for every shape s
/// energy of a power p:  E = Σ_d w_d Σ_h p(d, h) · 0.0036       [GW → PJ]
/// ```
///
/// Weights and shapes are scaled to fulfil this to rounding, so that a yearly energy E drawn with
/// shape s has the power E / 31.536 · s.
struct RepresentativeDays: Sendable {
  /// Where scenarios give the days.
  static let path = Key.energy / .electricity / .days
  /// Where scenarios give the shapes.
  static let profiles = Key.energy / .electricity / .profiles
  /// The hours of a day.
  static let hours = 24
  /// The energy of a gigawatt over a year of 8760 hours [PJ].
  static let petajoulesPerGigawatt = 31.536

  /// The days, in the order of the file.
  let ids: [String]
  /// The days of the year that each stands for.
  let weights: [Double]
  /// The energy of a gigawatt in each hour, over the days it stands for [PJ].
  let energies: [Double]
  /// The shapes in use; the first is flat.
  private(set) var shapes: [[Double]]
  private var places: [String: Int] = [TableDeclaration.flat: 0]
  private let table: InputTable?

  init(_ compiler: inout BlueprintCompiler) {
    ids = compiler.members(Self.path)
    let given = ids.map { id in
      compiler.baseValue(compiler.parameter(Self.path / id / .weight))
    }
    let sum = given.reduce(0, +)
    weights = given.map { $0 * 365 / sum }
    energies = weights.flatMap { [Double](repeating: $0 * 3.6e-3, count: Self.hours) }
    shapes = [energies.map { _ in 1 }]
    table = compiler.scenario.tables[Self.profiles]
  }

  /// How many hours there are in all days.
  var hourCount: Int { energies.count }

  /// The hours of a day.
  func hours(of day: Int) -> Range<Int> { (day * Self.hours)..<((day + 1) * Self.hours) }

  /// The place of a column of the profiles among the shapes; flat if no column is named.
  mutating func place(of column: String?) -> Int {
    let column = column ?? TableDeclaration.flat
    if let known = places[column] { return known }
    guard let values = table?.columns[column] else {
      defect("the reader let the unknown profile '\(column)' pass")
    }
    let mean = zip(values, energies).reduce(0) { $0 + $1.0 * $1.1 } / Self.petajoulesPerGigawatt
    shapes.append(values.map { $0 / mean })
    places[column] = shapes.count - 1
    return shapes.count - 1
  }
}

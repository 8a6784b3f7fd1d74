import CityModel
import Diagnostics
import Quantities

/// A number with its unit, as it stands in a file.
struct WrittenQuantity {
  /// The number in ``unit``.
  let value: Double
  /// The unit written beside the number or for the whole series; nothing if there is none.
  let unit: Unit?
  /// Where the number stands.
  let span: Span
  /// Where its unit stands; the number if there is none.
  let unitSpan: Span

  /// The number and unit as messages quote them.
  var description: String { written(value) }

  /// Another number in the same unit.
  func written(_ other: Double) -> String {
    let number = shortNumber(other)
    guard let unit else { return number }
    return unit.symbol == "%" ? "\(number)%" : "\(number) \(unit.symbol)"
  }
}

/// A value that a file gives for a year.
struct WrittenPoint {
  /// The year.
  let year: Int
  /// The value.
  let quantity: WrittenQuantity
  /// Where the year stands.
  let span: Span
}

/// A yearly series, as a file writes it, before its units are known to fit.
indirect enum WrittenSeries {
  /// The same value in all years.
  case constant(WrittenQuantity)
  /// Values of some years, the way between them, and how it goes on after the last.
  case points([WrittenPoint], SeriesShape, BeforePolicy, growth: WrittenGrowth?)
  /// One move from a value to another.
  case ramp(from: WrittenQuantity, to: WrittenQuantity, start: Int, by: Int, SeriesShape)
  /// Something new that spreads.
  case adoption(WrittenAdoption)

  /// The numbers in the unit of the series.
  var quantities: [WrittenQuantity] {
    switch self {
    case .constant(let quantity): [quantity]
    case .points(let points, _, _, _): points.map(\.quantity)
    case .ramp(let from, let to, _, _, _): [from, to]
    case .adoption(let adoption): [adoption.initial] + adoption.potential.quantities
    }
  }
}

/// How a series goes on after its last point: by yearly rates.
struct WrittenGrowth {
  /// The rates.
  let rates: WrittenSeries
  /// Where they stand.
  let span: Span
}

/// The spread of something new (Bass).
struct WrittenAdoption {
  /// The first year.
  let start: Int
  /// The level in it.
  let initial: WrittenQuantity
  /// The coefficient of innovation, per year.
  let innovation: WrittenQuantity
  /// The coefficient of imitation, per year.
  let imitation: WrittenQuantity
  /// The level it tends to.
  let potential: WrittenSeries
  /// What the level is before the first year.
  let before: BeforePolicy
}

/// The ways to write a series as a map, and the keys of each.
enum SeriesForm: CaseIterable {
  case single, points, table, ramp, adoption

  /// The keys besides years and annotations.
  var keys: [SectionKey] {
    typealias Keys = SeriesKeys
    return switch self {
    case .single: [Keys.value, Keys.unit]
    case .points: [Keys.unit, Keys.shape, Keys.before, Keys.after, Keys.growth]
    case .table:
      [Keys.file, Keys.column, Keys.unit, Keys.shape, Keys.before, Keys.after, Keys.growth]
    case .ramp: [Keys.from, Keys.to, Keys.start, Keys.by, Keys.shape, Keys.unit]
    case .adoption:
      [
        Keys.shape, Keys.unit, Keys.start, Keys.initial, Keys.innovation, Keys.imitation,
        Keys.potential, Keys.before,
      ]
    }
  }

  /// The keys that must be there.
  var required: [SectionKey] {
    typealias Keys = SeriesKeys
    return switch self {
    case .single: [Keys.value]
    case .points: []
    case .table: [Keys.file, Keys.column]
    case .ramp: [Keys.from, Keys.to, Keys.start, Keys.by]
    case .adoption: [Keys.start, Keys.initial, Keys.innovation, Keys.imitation, Keys.potential]
    }
  }

  /// The form that a map's keys point to.
  init(of mapping: Mapping) {
    if mapping[SeriesKeys.file] != nil {
      self = .table
    } else if mapping[SeriesKeys.value] != nil {
      self = .single
    } else if mapping[SeriesKeys.shape]?.value.text == SeriesKeys.bass {
      self = .adoption
    } else if mapping[SeriesKeys.from] != nil || mapping[SeriesKeys.to] != nil {
      self = .ramp
    } else {
      self = .points
    }
  }
}

/// What a quantity measures, as powers of the base dimensions.
///
/// The mass of CO₂ and the mass of goods are two dimensions, as are an area and a distance: the
/// model never adds or divides one by the other in silence.
public struct Dimension: Hashable, Sendable {
  /// The exponent of each base dimension, by the raw value of ``Base``.
  private var exponents: SIMD16<Int32>

  /// A plain number.
  public static let none = Dimension(exponents: .zero)

  /// One base dimension to the first power.
  package static func base(_ base: Base) -> Dimension {
    var exponents = SIMD16<Int32>.zero
    exponents[base.rawValue] = 1
    return Dimension(exponents: exponents)
  }

  /// The power in which a base dimension occurs, 0 if it does not.
  package func exponent(of base: Base) -> Int { Int(exponents[base.rawValue]) }

  /// The dimension of a product.
  public static func * (lhs: Self, rhs: Self) -> Self {
    Self(exponents: lhs.exponents &+ rhs.exponents)
  }

  /// The dimension of a quotient.
  public static func / (lhs: Self, rhs: Self) -> Self {
    Self(exponents: lhs.exponents &- rhs.exponents)
  }

  /// The dimension of a power.
  package func power(_ exponent: Int) -> Self {
    Self(exponents: exponents &* Int32(clamping: exponent))
  }
}

extension Dimension {
  /// The dimensions that are not made of others.
  package enum Base: Int, CaseIterable, Sendable {
    /// Energy, base unit J.
    case energy
    /// Mass of goods, fuels and gases other than CO₂, base unit kg.
    case mass
    /// Mass of CO₂ or CO₂-equivalent, base unit kg.
    case carbon
    /// Money of the base year, base unit yuan.
    case money
    /// People, base unit person.
    case person
    /// Area, base unit m².
    case area
    /// Vehicles, base unit vehicle.
    case vehicle
    /// Distance, base unit m.
    case distance
    /// Time, base unit year of 365 days.
    case time
    /// Whatever else a file counts: households, containers, devices.
    case count
    /// Volume of gases and liquids as tables state them, base unit m³; the model has none.
    case volume
  }

  /// Energy.
  package static let energy = base(.energy)
  /// Mass of goods.
  package static let mass = base(.mass)
  /// Mass of CO₂ or CO₂-equivalent.
  package static let carbon = base(.carbon)
  /// Money.
  package static let money = base(.money)
  /// People.
  package static let person = base(.person)
  /// Area.
  package static let area = base(.area)
  /// Vehicles.
  package static let vehicle = base(.vehicle)
  /// Distance.
  package static let distance = base(.distance)
  /// Time.
  public static let time = base(.time)
  /// Things counted.
  package static let count = base(.count)
  /// Volume.
  package static let volume = base(.volume)
  /// Power, energy per time.
  package static let power = energy / time
}

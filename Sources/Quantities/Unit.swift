public import Diagnostics

/// A unit of measure as a file writes it: `kWh/m2`, `万人`, `Mtce`.
///
/// Base units, to which ``factor`` refers: J, kg, kg of CO₂, yuan, person, m², vehicle, m, year,
/// piece. The model's own units (PJ, Mt, km, …) are powers of ten of them. A year is 365 days of
/// 24 hours, so a kilowatt running all year gives 8760 kWh.
public struct Unit: Hashable, Sendable {
  /// The unit as written, with `/` and `·` between its parts: parsing it gives the same unit.
  public let symbol: String

  /// What the unit measures.
  public let dimension: Dimension

  /// How a coal equivalent in the unit counts electricity; nothing when there is none in it.
  public let coalBasis: CoalBasis?

  /// The size in base units, exactly.
  let size: ExactFactor

  /// The size in base units, to the nearest floating-point number.
  public var factor: Double { size.value }

  /// The unit of plain numbers.
  public static let one = Unit(symbol: "1", dimension: .none, coalBasis: nil, size: ExactFactor(1))
}

/// How electricity is counted in tonnes of coal equivalent.
///
/// Chinese statistics know both. A unit that does not say which must not be read as electricity:
/// the two differ by a factor of 2.4.
///
/// Source: GB/T 2589-2020, General rules for calculation of the comprehensive energy consumption.
public enum CoalBasis: Hashable, Sendable {
  /// Plain `tce`, 29.3076 GJ: right for fuels, ambiguous for electricity.
  case unspecified
  /// `tce(calorific)`, 当量值: 29.3076 GJ of electricity, 0.1229 kgce/kWh.
  case calorific
  /// `tce(equivalent)`, 等价值: the coal a power plant burns, 0.30 kgce/kWh, 12 GJ of electricity.
  case equivalent
}

/// Two units that do not measure the same thing.
public struct UnitMismatch: Error, Hashable, Sendable {
  /// The unit found.
  package let found: Unit
  /// A unit of the dimension that was needed.
  package let expected: Unit

  /// Makes a mismatch; see the properties of the same names.
  package init(found: Unit, expected: Unit) { (self.found, self.expected) = (found, expected) }

  /// One sentence for people.
  public var message: Text {
    let found = found.described
    let expected = expected.described
    return Text(
      "expected \(expected), found \(found)",
      "应为\(expected)，实为\(found)")
  }
}

extension Unit {
  /// Whether values can be converted from this unit to the other.
  public func isCompatible(with other: Unit) -> Bool { dimension == other.dimension }

  /// The same amount in another unit, rounded once.
  ///
  /// - Parameters:
  ///   - value: An amount in this unit.
  ///   - other: The unit wanted.
  /// - Returns: `value · factor / other.factor`, an infinity where that overflows.
  /// - Throws: ``UnitMismatch`` if the two units measure different things.
  public func convert(_ value: Double, to other: Unit) throws(UnitMismatch) -> Double {
    guard isCompatible(with: other) else { throw UnitMismatch(found: self, expected: other) }
    return other.size.scaling(value, by: size)
  }

  /// The same number of base units in another unit, whatever the two measure; rounded once.
  ///
  /// For units that a parameter takes for the same: a yearly flow in Mt, written in Mt/yr.
  public func reinterpret(_ value: Double, as other: Unit) -> Double {
    other.size.scaling(value, by: size)
  }

  /// The unit with every mass in it taken as a mass of CO₂: `kg/kWh` as `kgCO2/kWh`.
  ///
  /// For parameters that are emissions by their meaning, where files write plain tonnes.
  public var takingMassAsCarbon: Unit {
    let mass = dimension.exponent(of: .mass)
    let carbon = Dimension.carbon.power(mass) / Dimension.mass.power(mass)
    return Unit(symbol: symbol, dimension: dimension * carbon, coalBasis: coalBasis, size: size)
  }

  /// The unit and what it measures, as messages name it.
  var described: Text {
    let name = dimension.name
    return self == .one
      ? name : Text("'\(symbol)' (\(name))", "“\(symbol)”（\(name)）")
  }
}

extension Unit: ExpressibleByStringLiteral {
  /// A unit written in our own source code.
  ///
  /// Texts that come from users are strings and go through ``parse(_:)``: only a literal fits here.
  ///
  /// - Precondition: The literal is a unit.
  public init(stringLiteral literal: StaticString) {
    do {
      self = try Self.parse("\(literal)")
    } catch {
      defect("'\(literal)' is not a unit: \(error.message.english)")
    }
  }
}

public import Diagnostics

/// A number or yearly series that a scenario may set: its units, bounds and meaning.
public struct ParameterDeclaration: Sendable {
  /// Whether a scenario must give the parameter.
  public enum Presence: Hashable, Sendable {
    /// Absent is an error.
    case required
    /// Absent means that the model takes another way, which the meaning names.
    case optional
    /// Absent means this value, in the model's unit.
    case defaulted(Double)
  }

  /// How the parameter's values run over the years.
  public enum Time: Hashable, Sendable {
    /// One value for each year.
    case yearly
    /// One value for the whole run: a lifetime, a merit rank.
    case constant
    /// One value, which describes the base year.
    case baseYear
  }

  /// The readings the parameter admits; the unit of each is the one the model computes in.
  public let readings: [Reading]
  /// What the parameter is.
  public let meaning: Text
  /// Whether a scenario must give it.
  public let presence: Presence
  /// How its values run over the years.
  public let time: Time
  /// Whether it counts electricity, where `tce` must name its basis.
  public let countsElectricity: Bool
  /// A sibling parameter (by key, so many levels up) whose reading this one must share:
  /// an intensity per tonne goes with an activity in tonnes.
  public let sharesReadingWith: SiblingReference?

  /// Declares a parameter; see the properties of the same names.
  package init(
    _ meaning: Text, _ readings: Reading..., presence: Presence = .required, time: Time = .yearly,
    countsElectricity: Bool = false, sharesReadingWith: SiblingReference? = nil
  ) {
    self.init(
      meaning, readings: readings, presence: presence, time: time,
      countsElectricity: countsElectricity, sharesReadingWith: sharesReadingWith)
  }

  /// Declares a parameter whose readings come as a list; see the properties of the same names.
  package init(
    _ meaning: Text, readings: [Reading], presence: Presence = .required, time: Time = .yearly,
    countsElectricity: Bool = false, sharesReadingWith: SiblingReference? = nil
  ) {
    self.readings = readings
    self.meaning = meaning
    self.presence = presence
    self.time = time
    self.countsElectricity = countsElectricity
    self.sharesReadingWith = sharesReadingWith
  }
}

/// A parameter found by its key in a map some levels up.
public struct SiblingReference: Hashable, Sendable {
  /// The key of the other parameter.
  public let key: Key
  /// How many levels above the parameter's own map the other's map stands; 0 is the same map.
  public let levelsUp: Int

  /// Names a parameter by key and distance.
  package init(_ key: Key, up levelsUp: Int) { (self.key, self.levelsUp) = (key, levelsUp) }
}

/// One way to read a parameter: its name, a unit of the model, the bounds in it, and what else is
/// accepted.
///
/// `floor-area` has three: ``Name/amount`` [million m²], ``Name/perPerson`` [m²/person] and
/// ``Name/perNamedDriver`` [m² per unit of a driver].
public struct Reading: Sendable {
  /// What the value is counted against; the name by which equations ask which reading a file uses.
  public enum Name: Hashable, Sendable {
    /// The value stands for itself, in a physical unit.
    case amount
    /// The value stands for itself, in money.
    case money
    /// The value is multiplied by the population.
    case perPerson
    /// The value is multiplied by the gross domestic product.
    case perProduct
    /// The value is multiplied by the driver that the sibling choice `driver` names; its unit is
    /// `unit` per unit of that driver.
    case perNamedDriver
    /// Any unit: a driver of the city's own.
    case anyUnit
    /// So much for each vehicle.
    case perVehicle
    /// So much for each m² of floor area.
    case perArea
  }

  /// What the unit of a value says.
  public enum Basis: Hashable, Sendable {
    /// All that is needed.
    case whole
    /// The counted thing; it is per unit of the driver that the sibling choice `driver` names.
    case perNamedDriver
    /// Nothing: any unit will do.
    case any
  }

  /// What the value is counted against.
  public let name: Name
  /// What the unit says.
  public let basis: Basis
  /// The unit in which the model computes.
  public let unit: String
  /// Units of other dimension that mean the same, read as if written in `unit`'s dimension:
  /// for a yearly flow the same unit per year.
  public let synonyms: [String]
  /// The least and greatest value that can be meant, in `unit`.
  public let bounds: ClosedRange<Double>

  /// Declares a reading; see the properties of the same names.
  package init(
    _ name: Name, _ unit: String, _ bounds: ClosedRange<Double>, synonyms: [String] = []
  ) {
    self.init(name, basis: Basis(name), unit, bounds, synonyms)
  }

  private init(
    _ name: Name, basis: Basis, _ unit: String, _ bounds: ClosedRange<Double>, _ synonyms: [String]
  ) {
    self.name = name
    self.basis = basis
    self.unit = unit
    self.synonyms = synonyms
    self.bounds = bounds
  }

  /// Declares the reading of an amount; see the properties of the same names.
  public init(_ unit: String, _ bounds: ClosedRange<Double>, synonyms: [String] = []) {
    self.init(.amount, unit, bounds, synonyms: synonyms)
  }

  /// The reading with other bounds.
  package func within(_ bounds: ClosedRange<Double>) -> Self {
    Self(name, basis: basis, unit, bounds, synonyms)
  }

  /// Declares the reading that goes with a reading of the sibling that is named by
  /// ``ParameterDeclaration/sharesReadingWith``: it has that one's name, and a unit that says all.
  ///
  /// - Parameters:
  ///   - name: The name of the sibling's reading.
  ///   - unit: The unit in which the model computes.
  ///   - bounds: The least and greatest value that can be meant.
  ///   - synonyms: Units of other dimension that mean the same.
  /// - Returns: The reading.
  static func beside(
    _ name: Name, _ unit: String, _ bounds: ClosedRange<Double>, synonyms: [String] = []
  ) -> Self {
    Self(name, basis: .whole, unit, bounds, synonyms)
  }
}

extension Reading.Basis {
  fileprivate init(_ name: Reading.Name) {
    switch name {
    case .perNamedDriver: self = .perNamedDriver
    case .anyUnit: self = .any
    case .amount, .money, .perPerson, .perProduct, .perVehicle, .perArea: self = .whole
    }
  }
}

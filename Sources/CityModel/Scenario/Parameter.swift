public import Diagnostics

/// One parameter of a scenario.
public struct Parameter: Sendable {
  /// Its path.
  public let path: ParameterPath
  /// What the parameter table says of it.
  public let declaration: ParameterDeclaration
  /// Which of the declaration's readings the file uses.
  public let reading: Reading
  /// One value for each year of the scenario, in the reading's unit.
  public var values: [Double]
  /// Where the file gives it; none for a default.
  public let location: SourceLocation?
  /// The source named beside it, if any.
  public let source: String?
  /// How well it is known, if the file says so.
  public let grade: Grade?
  /// The group of shares it belongs to, if its share sums to 1 with others.
  public var shareGroup: ParameterPath?

  /// Makes a parameter; see the properties of the same names.
  public init(
    path: ParameterPath, declaration: ParameterDeclaration, reading: Reading, values: [Double],
    location: SourceLocation?, source: String?, grade: Grade? = nil, shareGroup: ParameterPath?
  ) {
    self.path = path
    self.declaration = declaration
    self.reading = reading
    self.values = values
    self.location = location
    self.source = source
    self.grade = grade
    self.shareGroup = shareGroup
  }

  /// The unit its values are in.
  public var unit: String { reading.unit }

  /// The least and greatest value that can be meant, in the model's unit.
  public var bounds: ClosedRange<Double> { reading.bounds }
}

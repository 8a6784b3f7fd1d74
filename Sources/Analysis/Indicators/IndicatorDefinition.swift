public import Diagnostics

/// What an indicator is: its words, and how it is computed.
public struct IndicatorDefinition: Sendable {
  /// How well the source of a definition is known.
  public enum Evidence: String, CaseIterable, Sendable {
    /// The text was seen.
    case verified
    /// It was seen in somebody's summary.
    case secondary
    /// It was recalled, or is what people of the field take for granted.
    case generalKnowledge = "general_knowledge"
    /// There is no definition of others; it is that of this program.
    case own

    /// The word for people.
    public var word: Text {
      switch self {
      case .verified: Text("verified", "已核实")
      case .secondary: Text("secondary source", "二手资料")
      case .generalKnowledge: Text("general knowledge", "常识")
      case .own: Text("our own", "本程序自定")
      }
    }
  }
  /// Its name for people.
  public let name: Text
  /// The unit of its values; `1` for a share.
  public let unit: String
  /// How it is computed, in signs.
  public let formula: Text
  /// What the signs of the formula are: results and parameters of the scenario.
  public let inputs: Text
  /// Where the definition comes from.
  public let source: Text
  /// How well that is known.
  public let evidence: Evidence
  /// Finds what it is computed from; nothing where the scenario does not hold it.
  let compile: @Sendable (IndicatorModel) -> YearlyAmount?

  /// Declares an indicator; see the properties of the same names.
  init(
    _ name: Text, unit: String, formula: Text, inputs: Text, source: Text, _ evidence: Evidence,
    compile: @escaping @Sendable (IndicatorModel) -> YearlyAmount?
  ) {
    self.name = name
    self.unit = unit
    self.formula = formula
    self.inputs = inputs
    self.source = source
    self.evidence = evidence
    self.compile = compile
  }
}

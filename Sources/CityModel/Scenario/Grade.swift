/// How well a value is known.
public enum Grade: String, CaseIterable, Sendable {
  /// Read in the source named, and checked there.
  case verified
  /// Computed from values that are.
  case derived
  /// What people of the field take for granted.
  case generalKnowledge = "general_knowledge"
  /// Chosen for want of better.
  case assumption
}

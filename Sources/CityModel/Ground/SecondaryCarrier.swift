public import Diagnostics

/// A carrier the model makes itself and no file declares.
public enum SecondaryCarrier: String, CaseIterable, Sendable {
  /// Power.
  case electricity
  /// District heat.
  case heat
  /// Hydrogen.
  case hydrogen

  /// The ids in files, in the order of the cases.
  public static let ids = allCases.map(\.rawValue)

  /// The id in files.
  public var id: String { rawValue }

  /// The carrier's place among all.
  var index: Int {
    switch self {
    case .electricity: 0
    case .heat: 1
    case .hydrogen: 2
    }
  }

  /// The name for people.
  public var name: Text {
    switch self {
    case .electricity: Text("electricity", "电力")
    case .heat: Text("heat", "热力")
    case .hydrogen: Text("hydrogen", "氢")
    }
  }
}

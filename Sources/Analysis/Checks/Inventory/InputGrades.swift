public import CityModel
public import Diagnostics

/// How well the inputs of a scenario are known.
///
/// Counts how many of the parameters it gives carry which grade; defaults are not counted.
public struct InputGrades: Sendable {
  /// Parameters by grade.
  public let counts: [Grade: Int]
  /// Parameters that the files give.
  public let given: Int

  /// Counts the parameters of a scenario.
  public init(_ scenario: Scenario) {
    let parameters = scenario.parameters.filter { $0.location != nil }
    given = parameters.count
    counts = Dictionary(parameters.compactMap(\.grade).map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// One line: how many inputs there are, and which part of them has which grade.
  public var sentence: Text {
    func percent(_ count: Int) -> String {
      String(Int((100 * Double(count) / Double(max(1, given))).rounded()))
    }
    let parts = Grade.allCases.map { ($0.word, counts[$0] ?? 0) }
    let ungraded = given - parts.reduce(0) { $0 + $1.1 }
    let all = parts + [(Text("without grade", "未注明"), ungraded)]
    return Text(
      english: "\(given) inputs: "
        + all.map { "\(percent($0.1)) % \($0.0.english)" }.joined(separator: ", "),
      chinese: "\(given) 项输入："
        + all.map { "\($0.0.chinese) \(percent($0.1))%" }.joined(separator: "，"))
  }
}

extension Grade {
  /// The grade in a word for people.
  public var word: Text {
    switch self {
    case .verified: Text("verified", "已核实")
    case .derived: Text("derived", "推算")
    case .generalKnowledge: Text("general knowledge", "常识")
    case .assumption: Text("assumption", "假设")
    }
  }
}

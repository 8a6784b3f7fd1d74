import CityModel
public import Diagnostics

extension LeverGameFault: StudyError {
  /// Why there is nothing to share among levers, of the file that is attributed.
  public func refusal(of subject: StudySubject) -> Refusal {
    let other = subject.files.dropFirst().first ?? ""
    return Refusal(text(against: other), .badScenario, of: subject.files.first)
  }

  private func text(against other: String) -> Text {
    switch self {
    case .mismatch(let mismatch):
      return Text(
        "cannot start from \(other): \(mismatch.text)",
        "不能以 \(other) 为起点：\(mismatch.text)")
    case .notOnlyLevers(let path):
      return Text(
        "cannot start from \(other): the two differ in more than levers, first in '\(path)'",
        "不能以 \(other) 为起点：两者的差异不只在措施，首先是“\(path)”")
    case .notBetween(let path, let id):
      return Text(
        "cannot start from \(other): its levers and these move different shares of one group, so that '\(path)' would not be that of '\(id)'; name the same shares in both",
        "不能以 \(other) 为起点：两者的措施移动同一组中的不同份额，“\(path)”将与“\(id)”不符；请在两个情景中列出相同的份额")
    case .nothingToShare:
      return Text(
        "no lever is pulled otherwise than in \(other.isEmpty ? "the reference" : other): there is nothing to share",
        "没有措施与\(other.isEmpty ? "参考情景" : " \(other) ")不同：无可分摊")
    case .tooManyLevers(let count):
      return Text(
        "\(count) levers are more than can be attributed at once (\(LeverGame.mostPlayers))",
        "\(count) 项措施过多，一次最多 \(LeverGame.mostPlayers) 项")
    }
  }
}

extension ImpossibleCombination: StudyError {
  /// Why levers cannot be attributed one by one, of the file that is attributed.
  public func refusal(of subject: StudySubject) -> Refusal {
    switch fault {
    case .impossible: Refusal(together, .badScenario, of: subject.files.first)
    case .unsolved, .negativePrice, .noNumber:
      Refusal(unsolved, .noSolution, of: subject.files.first)
    }
  }

  private var unsolved: Text {
    let levers = pulled.joined(separator: ", ")
    let reason = fault.text
    return Text(
      "attribution needs every combination of levers, and one has no results: with \(levers.isEmpty ? "none" : levers) pulled, \(reason)",
      "分摊需要计算措施的所有组合，其中一种没有结果：仅实施 \(levers.isEmpty ? "（无）" : levers) 时，\(reason)")
  }

  private var together: Text {
    let reason = fault.text
    let levers = pulled.joined(separator: ", ")
    let others = companions.joined(separator: ", ")
    let without =
      others.isEmpty ? Text("", "") : Text(" without \(others)", "（没有 \(others) 时）")
    return Text(
      "attribution needs every combination of levers, and \(levers)\(without) is impossible: \(reason); make them one lever",
      "分摊需要计算措施的所有组合，而 \(levers)\(without)不可能：\(reason)；请合并为一项措施")
  }
}

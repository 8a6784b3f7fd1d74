import ArgumentParser
import CityModel
import Diagnostics

/// A number to be fitted as the command line gives it: `PATH[:multiply|grow|replace][=a:b]`.
struct FitArgument {
  /// The parameter; a segment may be `*`.
  let pattern: ParameterPath
  /// What the number does.
  let change: Axis.Change
  /// The bounds as they were written, in the parameter's unit; for a replacement.
  let writtenBounds: String?
  /// The bounds of a factor.
  let bounds: ClosedRange<Double>?

  init(_ text: String) throws(ValidationError) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let head = (parts.first ?? "").split(separator: ":").map(String.init)
    guard let path = head.first, head.count <= 2, !text.hasSuffix("="), !text.hasPrefix("=") else {
      throw Self.fault(text, Text("write it like PATH:grow=0.98:1.05", "请写成 路径:grow=0.98:1.05"))
    }
    let known: [Axis.Change] = [.multiply, .grow, .replace]
    let word = head.count == 2 ? head[1] : "multiply"
    guard let change = known.first(where: { $0.rawValue == word }) else {
      throw Self.fault(
        text,
        Text(
          "'\(word)' is none of multiply, grow, replace", "“\(word)”不是 multiply、grow、replace 之一"))
    }
    pattern = ParameterPath(path)
    self.change = change
    let range = parts.count == 2 ? parts[1] : nil
    writtenBounds = change == .replace ? range : nil
    if let writtenBounds { try Self.check(writtenBounds, of: text, path: path) }
    if let range, change != .replace {
      bounds = try Self.factors(range, of: text)
    } else {
      bounds = nil
    }
  }

  /// Refuses bounds of a value that are not two, or are for several parameters.
  private static func check(
    _ range: String, of text: String, path: String
  ) throws(ValidationError) {
    guard range.split(separator: ":", omittingEmptySubsequences: false).count == 2,
      !range.contains(",")
    else {
      throw fault(text, Text("bounds are two values, such as 20:40", "边界为两个值，如 20:40"))
    }
    guard !path.contains("*") else {
      throw fault(
        text,
        Text(
          "bounds of a value are for one parameter, not for all that '*' stands for",
          "数值的边界只用于单个参数，不用于“*”所代表的全部参数"))
    }
  }

  /// The bounds of a factor.
  private static func factors(
    _ range: String, of text: String
  ) throws(ValidationError) -> ClosedRange<Double> {
    let ends = range.split(separator: ":", omittingEmptySubsequences: false).map {
      Double($0.filter { !$0.isWhitespace })
    }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low.isFinite, high.isFinite,
      low > 0, low < high
    else {
      throw fault(
        text, Text("bounds of a factor are two numbers, such as 0.8:1.2", "倍数的边界为两个正数，如 0.8:1.2"))
    }
    return low...high
  }

  /// The axis whose values are read as bounds, where they have a unit.
  var axis: String? { writtenBounds.map { "\(pattern)=\($0)" } }

  private static func fault(_ text: String, _ reason: Text) -> ValidationError {
    ValidationError(
      say("--fit '\(text)': \(reason)", "--fit '\(text)'：\(reason)"))
  }
}

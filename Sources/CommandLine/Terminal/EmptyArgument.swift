import Diagnostics

/// An argument in which nothing is written: no name, number or unit is empty.
///
/// An unset variable of a shell script leaves `''` behind. As the name of a column it would be looked for
/// in the table, as a unit it would be left out of every sentence.
enum EmptyArgument {
  /// Finds the first option or name that is empty.
  ///
  /// - Parameter arguments: The arguments of the process, without its name.
  /// - Returns: What to say of it; nothing where none is empty.
  static func fault(in arguments: [String]) -> Text? {
    // Shells ask for completions with the words as they are so far.
    guard arguments.first?.hasPrefix("---") != true else { return nil }
    for (place, argument) in arguments.enumerated() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if argument.hasPrefix("--"), parts.count == 2, isEmpty(parts[1]) {
        return text(of: String(parts[0]))
      }
      guard isEmpty(argument[...]) else { continue }
      let before = place > 0 ? arguments[place - 1] : ""
      return before.hasPrefix("-") ? text(of: before) : Self.nameless
    }
    return nil
  }

  private static func isEmpty(_ word: Substring) -> Bool { word.allSatisfy(\.isWhitespace) }

  private static func text(of option: String) -> Text {
    let option = terminalSafe(excerpt(option))
    return Text(
      "carbonpeak: \(option) is empty: write a value, or leave the option out",
      "carbonpeak：\(option) 的取值为空：请写出取值，或不用该选项")
  }

  private static let nameless = Text(
    "carbonpeak: an argument is empty: write the name of a file",
    "carbonpeak：有一个参数为空：请写出文件名")
}

/// Signs by which tables say that there is no value: `…`, `-`, `NE`, `n/a`.
enum MissingSign {
  /// Whether a text is such a sign.
  ///
  /// - Parameters:
  ///   - text: The text of a cell.
  ///   - more: Signs that a person named.
  /// - Returns: Whether it is.
  static func isOne(_ text: String, more: Set<String> = []) -> Bool {
    text.utf8.count <= 18 && (known.contains(text.lowercased()) || more.contains(text))
  }

  private static let known: Set<String> = [
    "…", "……", "...", "..", "......", ":", "-", "--", "---", "–", "—", "——", "−", "－", "/", "\\",
    ".", "na", "n/a", "n.a.", "n.a", "#n/a", "nan", "null", "none", "ne", "ie", "no", "nd", "n.d.",
    "c", "无", "缺", "缺失", "暂无", "不详", "无数据",
  ]
}

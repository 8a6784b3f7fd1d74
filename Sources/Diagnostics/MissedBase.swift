/// A curve that does not go through its base, as files and cities are told of it.
public struct MissedBase: Hashable, Sendable {
  /// What leaves its base.
  package let name: Text
  /// What the curve gives in the base year, and what is the base.
  package let given: Double, base: Double
  /// The base year.
  package let year: Int

  /// Makes a find; see the properties of the same names.
  public init(_ name: Text, given: Double, base: Double, year: Int) {
    self.name = name
    self.given = given
    self.base = base
    self.year = year
  }

  /// The warning at a place.
  public func warning(at span: Span) -> Diagnostic {
    let numbers = [given, base].map { shortNumber((1e4 * $0).rounded() / 1e4) }
    let percent = shortNumber((1000 * (given / base - 1)).rounded() / 10)
    let sign = given > base ? "+" : ""
    return Diagnostic(
      .warning, code: .curveMissesBase,
      message: Text(
        "\(name) gives \(numbers[0]) in \(year), where the base is \(numbers[1]) (\(sign)\(percent)%): the series leaves its base at once",
        "\(name)在 \(year) 年为 \(numbers[0])，而基年值为 \(numbers[1])（\(sign)\(percent)%）：序列一开始就偏离基年"),
      at: span,
      suggestion: Text(
        "fit the curve to the base value, or correct the base", "请按基年值重新拟合曲线，或改正基年值"))
  }
}

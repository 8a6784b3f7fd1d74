import Glibc

/// Figures in columns, with their ratio to a baseline if there is one.
struct FigureTable {
  let baseline: [String: Double]?
  private let nameWidth = 58

  /// A figure in one line; a ratio above 1 is an improvement.
  func line(_ figure: Figure) -> String {
    var line = padded(figure.name, nameWidth) + aligned(number(figure.value), 12)
    line += " " + padded(figure.unit.rawValue, 16)
    guard let baseline else { return line }
    guard let before = baseline[figure.name], before != 0 else { return line + "new" }
    let ratio = figure.unit.isBetterWhenMore ? figure.value / before : before / figure.value
    return line + "\(number((ratio * 100).rounded() / 100))×"
  }

  /// Three significant digits, thousands apart.
  private func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) >= 1000 else {
      let scale = pow(10, 2 - floor(log10(max(abs(value), 1e-3))))
      return "\((value * scale).rounded() / scale)"
    }
    let digits = String(Int(value.rounded()))
    return String(
      digits.reversed().enumerated().flatMap { place, digit in
        place > 0 && place.isMultiple(of: 3) ? [",", digit] : [digit]
      }.reversed())
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private func aligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

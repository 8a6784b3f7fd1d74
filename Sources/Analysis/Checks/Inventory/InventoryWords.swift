public import CityModel
public import Diagnostics

extension InventoryScope {
  /// How what it counts differs from the gross total of a run, for people; nothing where it does not.
  ///
  /// - Parameter accounting: What the run counts.
  /// - Returns: The words; nothing where it counts all of the gross total.
  public func words(_ accounting: Accounting) -> Text? {
    let gaps = excludes.map(\.word)
    let parts = [
      account == .net ? Text("net of sinks", "扣除碳汇") : nil,
      countsScope2 == false && accounting.countsScope2
        ? Text("scope 1 alone", "仅范围一") : nil,
      gaps.isEmpty
        ? nil
        : Text(
          "without \(gaps.joined(separator: ", "))", "不含 \(gaps.joined(separator: "、"))"),
    ].compactMap { $0 }
    guard !parts.isEmpty else { return nil }
    return parts.joined(", ", "，")
  }
}

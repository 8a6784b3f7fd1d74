import CityModel
import Diagnostics

/// What a word that is not known was probably meant to be.
extension Fault {
  /// Advice for a key: the nearest of those that may stand there, or all of them.
  ///
  /// - Parameters:
  ///   - key: What was written.
  ///   - known: The keys that may stand there, besides annotations.
  ///   - names: The ids among them by the names that people know them by.
  /// - Returns: The advice; nothing only where no key is known.
  static func meantKey(
    _ key: String, among known: [String], names: [String: String] = [:]
  ) -> Text? {
    let all = known + FileKeys.annotations
    if let english = chineseKeys[key], all.contains(english) { return didYouMean([english]) }
    return meantWord(key, among: all, names: names) ?? listing(all)
  }

  /// Advice for a word: letters that are not what they seem, a name, a slip of the pen, or a part
  /// of an id, in this order; nothing if the word is like none of those known.
  static func meantWord(
    _ word: String, among known: [String], names: [String: String] = [:]
  ) -> Text? {
    if let slip = letterSlip(in: word) {
      let plain = plainWord(word)
      guard known.contains(plain) else { return slip }
      return Text("\(slip): '\(plain)'", "\(slip)：'\(plain)'")
    }
    if let id = names[word] { return didYouMean([id]) }
    if let meant = closestName(to: word, among: known) { return didYouMean([meant]) }
    let part = word.lowercased()[...]
    let longer = known.filter { part.count > 2 && $0.split(separator: "-").contains(part) }
    return longer.isEmpty ? nil : didYouMean(Array(longer.prefix(3)))
  }

  /// Whether a key is a known one in Chinese.
  static func isChineseKey(_ key: String, among known: [String]) -> Bool {
    chineseKeys[key].map { known.contains($0) } ?? false
  }

  private static func didYouMean(_ words: [String]) -> Text {
    let quoted = words.map { "'\($0)'" }
    return Text(
      "did you mean \(quoted.joined(separator: " or "))?",
      "是否指 \(quoted.joined(separator: " 或 "))？")
  }

  /// The words to choose from, each once, in the order given.
  static func listing(_ known: [String]) -> Text? {
    var listed: [String] = []
    for word in known where !listed.contains(word) { listed.append(word) }
    guard !listed.isEmpty else { return nil }
    let shown = listed.prefix(40).joined(separator: ", ")
    let more = listed.count - 40
    return Text(
      english: "expected one of: \(shown)" + (more > 0 ? " and \(more) more" : ""),
      chinese: "可用：\(shown)" + (more > 0 ? "，另有 \(more) 个" : ""))
  }

  /// Advice for a map of the top that stands too deep.
  static func topKeyHint(_ key: String) -> Text? {
    guard ScenarioSections.wordsOfTheTop.contains(key) else { return nil }
    return Text(
      "'\(key)' stands at the top of the file: remove its indentation",
      "'\(key)' 应写在文件顶层：请去掉它的缩进")
  }

  /// Keys that people write in Chinese.
  private static let chineseKeys = [
    "来源": "source", "数据来源": "source", "出处": "source", "备注": "note", "说明": "note",
    "单位": "unit", "名称": "name-zh", "中文名": "name-zh", "数值": "value", "增长率": "growth",
    "增速": "growth", "曲线": "shape", "形状": "shape", "列": "column", "份额": "share",
    "占比": "share", "效率": "efficiency", "损耗": "loss", "寿命": "lifetime", "人口": "population",
  ]
}

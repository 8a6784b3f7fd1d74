import CityModel
import Diagnostics
import Quantities

/// What can be wrong with a scenario, in words: every message of the resolver stands in the
/// extensions of this type.
struct Fault {
  /// The kind of fault.
  let code: DiagnosticCode
  /// What was found and what was expected.
  let message: Text
  /// How to mend it.
  var suggestion: Text?
  /// How bad it is.
  var severity = Diagnostic.Severity.error

  init(
    _ code: DiagnosticCode, _ english: EnglishWords, _ chinese: ChineseWords,
    help suggestion: Text? = nil
  ) {
    self.init(code, Text(english, chinese), help: suggestion)
  }

  init(_ code: DiagnosticCode, _ message: Text, help suggestion: Text? = nil) {
    self.code = code
    self.message = message
    self.suggestion = suggestion
  }

  /// Whether the fault may come from a file that could not be read.
  var mayComeFromMissingFile: Bool {
    [.missingKey, .unknownId, .unknownParameter, .sharesDoNotSum].contains(code)
  }

  /// The fault at a place.
  func diagnostic(at span: Span) -> Diagnostic {
    Diagnostic(
      severity, code: code, message: message, at: span.location, length: span.length,
      suggestion: suggestion)
  }

  /// A path as messages show it; the top of the file has none.
  static func shown(_ path: ParameterPath) -> Text {
    path.description.isEmpty
      ? Text("the scenario", "情景文件") : Text("'\(path)'", "'\(path)'")
  }
}

// MARK: - Keys

extension Fault {
  static func unknownKey(_ key: String, in map: String, among known: [String]) -> Self {
    Self(
      .unknownKey, "no key '\(excerpt(key))' in '\(excerpt(map))'",
      "'\(excerpt(map))' 中没有键 '\(excerpt(key))'",
      help: topKeyHint(key) ?? meantKey(key, among: known))
  }

  static func unknownTopKey(_ key: String, among known: [String]) -> Self {
    Self(
      .unknownKey, "no key '\(excerpt(key))' at the top of a scenario",
      "情景文件顶层没有键 '\(excerpt(key))'", help: meantKey(key, among: known))
  }

  static func unknownParameter(
    _ path: ParameterPath, meant key: String, among known: [String], names: [String: String] = [:]
  ) -> Self {
    let shown = excerpt(path.description, limit: 120)
    return Self(
      .unknownParameter, "no parameter '\(shown)'", "没有参数 '\(shown)'",
      help: topKeyHint(key) ?? meantKey(key, among: known, names: names))
  }

  static func unknownParameterPath(_ path: String, among known: [String], absent: Bool) -> Self {
    let shown = excerpt(path, limit: 120)
    if absent {
      return Self(
        .unknownParameter, "the scenario gives no '\(shown)'", "情景中没有给出 '\(shown)'",
        help: Text("give it a value first", "请先给出它的值"))
    }
    if let fault = unknownLever(path, among: known) { return fault }
    return Self(
      .unknownParameter, "no parameter '\(shown)'", "没有参数 '\(shown)'",
      help: meantWord(path, among: known))
  }

  /// A path that names a lever there is not: with all that there are, and the nearest.
  private static func unknownLever(_ path: String, among known: [String]) -> Self? {
    func lever(_ path: String) -> String? {
      let segments = path.split(separator: ".")
      return segments.count > 1 && segments[0] == "levers" ? String(segments[1]) : nil
    }
    var levers: [String] = []
    for id in known.compactMap(lever) where levers.last != id { levers.append(id) }
    guard let id = lever(path), !levers.contains(id), !levers.isEmpty else { return nil }
    if path.hasPrefix("levers.\(id).*.") { return unknownGroup(id, in: path) }
    let list = levers.joined(separator: ", ")
    let rest = path.split(separator: ".").dropFirst(2).map { "." + $0 }.joined()
    let near = closestName(to: id, among: levers).map { "levers.\($0)\(rest)" }
    return Self(
      .unknownParameter, "no lever '\(excerpt(id))'", "没有措施 '\(excerpt(id))'",
      help: Text(
        english: (near.map { "did you mean '\($0)'? " } ?? "") + "there are: \(list)",
        chinese: (near.map { "是否指 '\($0)'？" } ?? "") + "现有：\(list)"))
  }

  /// A lever without anything that declares one, beside one of nearly its name.
  static func unknownLever(_ id: String, meant near: String) -> Self {
    Self(
      .missingKey, "no file declares the lever '\(excerpt(id))': it has no 'group' and no 'moves'",
      "没有文件定义措施 '\(excerpt(id))'：缺少 group 与 moves",
      help: Text("did you mean '\(near)'?", "是否指 '\(near)'？"))
  }

  /// A path that names levers of a group there is not.
  private static func unknownGroup(_ id: String, in path: String) -> Self {
    let groups = Lever.Group.allCases.map(\.rawValue)
    let near = closestName(to: id, among: groups).map {
      "levers.\($0)" + path.dropFirst("levers.\(id)".count)
    }
    let list = groups.joined(separator: ", ")
    return Self(
      .unknownParameter, "no group of levers '\(excerpt(id))'", "没有措施组 '\(excerpt(id))'",
      help: Text(
        english: (near.map { "did you mean '\($0)'? " } ?? "") + "there are: \(list)",
        chinese: (near.map { "是否指 '\($0)'？" } ?? "") + "现有：\(list)"))
  }

  static func modesKey(_ path: ParameterPath) -> Self {
    Self(
      .unknownParameter, "no parameter '\(path)'", "没有参数 '\(path)'",
      help: Text(
        "write the modes directly under '\(path.parent)', without 'modes:'",
        "请把各交通方式直接写在 '\(path.parent)' 之下，不要 'modes:'"))
  }

  static func missingKey(_ key: String, in map: String?) -> Self {
    let whereEnglish = map.map { "in '\(excerpt($0))'" } ?? "at the top of the scenario"
    let whereChinese = map.map { "'\(excerpt($0))' 中" } ?? "情景文件顶层"
    return Self(
      .missingKey, "missing '\(key)' \(whereEnglish)", "\(whereChinese)缺少 '\(key)'")
  }

  static func missingParameter(
    _ key: String, in path: ParameterPath, meaning: Text, meant: String?
  ) -> Self {
    let help = meant.map { Text("is '\($0)' meant to be '\(key)'?", "'\($0)' 是否应为 '\(key)'？") }
    let place = shown(path)
    return Self(
      .missingKey, "missing '\(key)' in \(place)", "\(place) 缺少 '\(key)'",
      help: help
        ?? Text("'\(key)' is \(meaning)", "'\(key)'：\(meaning)"))
  }

  /// A whole map at the top that the library holds.
  static func missingLibrary(_ key: String, file: String) -> Self {
    Self(
      .missingKey, "missing '\(key)' at the top of the scenario", "情景文件顶层缺少 '\(key)'",
      help: Text(
        "did you forget 'extends: ../library/\(file)'?", "是否漏写 'extends: ../library/\(file)'？"))
  }

  static func missingBecause(
    _ key: String, in path: ParameterPath, _ reason: Text, help: Text? = nil
  ) -> Self {
    Self(
      .missingKey, "missing '\(key)' in '\(path)': \(reason)",
      "'\(path)' 缺少 '\(key)'：\(reason)", help: help)
  }

  static func missingAlternative(_ keys: [String], in path: ParameterPath) -> Self {
    let list = keys.map { "'\($0)'" }
    return Self(
      .missingKey, "\(shown(path)) needs one of \(list.joined(separator: ", "))",
      "\(shown(path)) 需要下列之一：\(list.joined(separator: "、"))")
  }

  static func missingMembers(_ ids: [String], in path: ParameterPath) -> Self {
    let list = ids.map { "'\($0)'" }
    return Self(
      .missingKey, "missing \(list.joined(separator: ", ")) in '\(path)'",
      "'\(path)' 缺少 \(list.joined(separator: "、"))",
      help: Text(
        "give a value for every class: existing, retrofitted and each construction standard",
        "每一类都要给值：existing、retrofitted 以及每种建筑标准"))
  }

  static func noMembers(_ noun: Text, in path: ParameterPath) -> Self {
    Self(
      .missingKey, "'\(path)' needs at least one \(noun)",
      "'\(path)' 至少需要一个\(noun)")
  }

  static func conflictingKeys(_ keys: [String], in path: ParameterPath?) -> Self {
    let list = keys.map { "'\(excerpt($0))'" }
    let place = path.map { shown($0) }
    return Self(
      .conflictingKeys,
      "\(list.joined(separator: " and ")) exclude each other"
        + (place.map { " in \($0)" } ?? ""),
      (place.map { "\($0) 中的 " } ?? "") + "\(list.joined(separator: " 与 ")) 不能同时出现",
      help: Text(
        "keep one; to remove what is inherited write '~' as its value",
        "请只保留一个；若要去掉继承来的键，把它的值写成 '~'"))
  }
}

// MARK: - Words and ids

extension Fault {
  static func wrongType(_ name: String, expected: Text, found: Text) -> Self {
    Self(
      .wrongType, "expected \(expected) for '\(excerpt(name))', found \(found)",
      "'\(excerpt(name))' 应为\(expected)，实为\(found)")
  }

  static func unknownWord(_ word: String, for key: String, among known: [String]) -> Self {
    Self(
      .unknownWord, "'\(excerpt(key))' cannot be '\(excerpt(word))'",
      "'\(excerpt(key))' 不能是 '\(excerpt(word))'",
      help: meantWord(word, among: known) ?? listing(known))
  }

  static func unknownId(
    _ id: String, for key: String, among known: [String], names: [String: String]
  ) -> Self {
    Self(
      .unknownId, "'\(key)' names '\(excerpt(id))', which is declared nowhere",
      "'\(key)' 所指的 '\(excerpt(id))' 没有定义",
      help: meantWord(id, among: known, names: names) ?? listing(known))
  }

  static func badId(_ id: String, reason: Text) -> Self {
    Self(
      .badId, "'\(excerpt(id))' cannot be an id: \(reason)",
      "'\(excerpt(id))' 不能作为标识：\(reason)",
      help: letterSlip(in: id)
        ?? Text(
          "names for people go into 'name:' and 'name-zh:'", "给人看的名称请写在 'name:' 和 'name-zh:'"))
  }

  static func badFileName(_ stem: String, reason: Text) -> Self {
    Self(
      .badId, "the file's name, '\(excerpt(stem))', cannot be the scenario's id: \(reason)",
      "文件名 '\(excerpt(stem))' 不能作为情景标识：\(reason)",
      help: Text("write 'scenario: {id: …}'", "请写 'scenario: {id: …}'"))
  }

  static func unknownFormat(_ text: String) -> Self {
    Self(
      .notSupported, "this version reads format 1, found '\(excerpt(text))'",
      "本版本只读取 format 1，实为 '\(excerpt(text))'")
  }

  static let missingWarmingPotential = Self(
    .missingKey, "missing 'gwp' in 'accounting': there is more than CO2 to weigh",
    "'accounting' 缺少 'gwp'：除 CO2 外的气体需要折算",
    help: Text("write 'gwp: AR6' or 'gwp: AR5'", "请写 'gwp: AR6' 或 'gwp: AR5'"))

  static let scopeOneMissing = Self(
    .unknownWord, "the total always counts scope 1", "总量总是包含范围一",
    help: Text("write 'scopes: [1]' or 'scopes: [1, 2]'", "请写 'scopes: [1]' 或 'scopes: [1, 2]'"))
}

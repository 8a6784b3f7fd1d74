import CityModel
import Diagnostics

extension Resolver {
  /// Why an id cannot be used; nothing if it can.
  ///
  /// Ids are lower-case words joined by `-` that begin with a letter. Those that a spreadsheet or
  /// a data-frame library would take for a number, a date, a truth or nothing are refused.
  func badIdReason(_ id: String) -> Text? {
    guard id.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil else {
      return Text(
        "ids are lower-case words joined by '-' that begin with a letter",
        "标识应为以 - 连接的小写单词，并以字母开头")
    }
    if Self.misreadIds.contains(id) {
      return Text("other programs read it as a truth, a number or nothing", "其他程序会把它读作布尔值、数值或空值")
    }
    let month = /(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*-?[0-9]+/
    if id.wholeMatch(of: month) != nil {
      return Text("spreadsheets read it as a date", "电子表格会把它读作日期")
    }
    if Self.reservedIds.contains(id) {
      return Text("it is a word of the format", "它是文件格式的保留字")
    }
    return nil
  }

  private static let misreadIds: Set<String> = [
    "na", "nan", "n", "y", "null", "none", "nil", "true", "false", "yes", "no", "on", "off", "inf",
    "infinity",
  ]

  private static let reservedIds: Set<String> = [
    "source", "note", "grade", "name", "name-zh", "iamc", "unit", "value", "shape", "rest",
    "extends", "csv", "existing", "retrofitted",
  ]

  /// The ids a source knows, seen from the map at `path` that holds the members.
  func knownIds(_ source: IdSource, from path: ParameterPath) -> [String]? {
    switch source {
    case .free: nil
    case .carrier: ids(at: ParameterPath("carriers")) + ParameterTable.secondaryCarriers
    case .keys(let other): ids(at: ParameterPath(other))
    case .relative(let key, let levels): ids(at: path.ancestor(up: levels) / key)
    case .buildingClasses(let levels):
      ["existing", "retrofitted"] + ids(at: path.ancestor(up: levels) / "construction")
    }
  }

  private func ids(at path: ParameterPath) -> [String] {
    mapping(at: path)?.entries.map(\.key).filter { !Self.annotationKeys.contains($0) } ?? []
  }

  /// Whether a reference to a carrier is one, and where carriers are named first.
  mutating func noteCarrier(_ id: String, from source: IdSource, at span: Span) {
    if source == .carrier, carriersInUse[id] == nil { carriersInUse[id] = span }
  }
}

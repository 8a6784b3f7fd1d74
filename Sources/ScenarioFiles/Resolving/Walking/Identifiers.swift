import CityModel
public import Diagnostics

/// The rule for ids: of cities, scenarios, levers and everything a file names itself.
public enum ScenarioId {
  /// Why an id cannot be used; nothing if it can.
  ///
  /// Ids are lower-case words joined by `-` that begin with a letter. Those that a spreadsheet or
  /// a data-frame library would take for a number, a date, a truth or nothing are refused.
  package static func fault(_ id: String) -> Text? {
    guard isWellFormed(id) else {
      return Text(
        "ids are lower-case words joined by '-' that begin with a letter",
        "标识应为以 - 连接的小写单词，并以字母开头")
    }
    if misreadIds.contains(id) {
      return Text("other programs read it as a truth, a number or nothing", "其他程序会把它读作布尔值、数值或空值")
    }
    if isDate(id) {
      return Text("spreadsheets read it as a date", "电子表格会把它读作日期")
    }
    if reservedIds.contains(id) {
      return Text("it is a word of the format", "它是文件格式的保留字")
    }
    return nil
  }

  /// Why an id cannot be that of a city or a scenario, whose results lie in a folder of its name;
  /// nothing if it can.
  public static func folderFault(_ id: String) -> Text? {
    if let fault = fault(id) { return fault }
    if takenFolders.contains(id) {
      return Text(
        "results of several scenarios, or of the parts of a sweep, lie in a folder of this name",
        "同名文件夹用于存放多个情景或 sweep 分片的结果")
    }
    if isDevice(id) { return Text("Windows has no folder of this name", "Windows 不允许以此命名文件夹") }
    return nil
  }

  /// What commands and the job files for clusters put beside the folders of scenarios and cities.
  private static let takenFolders: Set<String> = [
    "allocate", "compare", "report", "parts", "merged",
  ]

  /// Whether Windows takes a name for a device, in whatever folder it stands.
  private static func isDevice(_ id: String) -> Bool {
    if ["con", "prn", "aux", "nul"].contains(id) { return true }
    return id.utf8.count == 4 && ["com", "lpt"].contains(id.prefix(3))
      && id.last?.isWholeNumber == true
  }

  /// Whether an id is lower-case words joined by `-` that begins with a letter.
  ///
  /// Written out, not as a regular expression: those cost most of the time of reading a file.
  private static func isWellFormed(_ id: String) -> Bool {
    let words = id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let first = id.utf8.first, letters.contains(first) else { return false }
    return words.allSatisfy { word in
      !word.isEmpty && word.allSatisfy { letters.contains($0) || digits.contains($0) }
    }
  }

  /// Whether a spreadsheet takes an id for a day or a month: `mar-5`, `dec2030`.
  private static func isDate(_ id: String) -> Bool {
    guard id.utf8.last.map({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) == true else {
      return false
    }
    let name = id.prefix { $0.isLetter }
    return months.contains(String(name)) && id.dropFirst(name.count).allSatisfy { !$0.isLetter }
  }

  private static let months: Set<String> = [
    "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june",
    "jul", "july", "aug", "august", "sep", "sept", "september", "oct", "october", "nov", "november",
    "dec", "december",
  ]

  private static let misreadIds: Set<String> = [
    "na", "nan", "n", "y", "null", "none", "nil", "true", "false", "yes", "no", "on", "off", "inf",
    "infinity",
  ]

  private static let reservedIds: Set<String> = [
    "source", "note", "grade", "name", "name-zh", "iamc", "unit", "value", "shape", "rest",
    "extends", "csv", "existing", "retrofitted",
  ]
}

extension Resolver {
  /// The ids a source knows, seen from the map at `path` that holds the members.
  ///
  /// - Returns: Nothing if any id will do, or if the map that holds them is missing.
  func knownIds(_ source: IdSource, from path: ParameterPath) -> [String]? {
    if lacksHome(source) { return nil }
    return switch source {
    case .free: nil
    case .carrier: ids(at: ParameterPath("carriers")) + SecondaryCarrier.ids
    case .keys(let other): ids(at: ParameterPath(other))
    case .relative(let key, let levels): ids(at: path.ancestor(up: levels) / key)
    case .buildingClasses(let levels): buildingClasses(of: path.ancestor(up: levels), from: path)
    case .columns(let table):
      [TableDeclaration.flat] + (tables[ParameterPath(table)]?.columns.keys.sorted() ?? [])
    case .consumer: consumers
    case .load: Load.allCases.map(\.rawValue) + ids(at: ElectricityLoads.shapes)
    }
  }

  /// What can use electricity under an id of its own.
  private var consumers: [String] {
    let buildings = ids(at: ParameterPath("buildings"))
    let uses = buildings.flatMap { ids(at: ParameterPath("buildings") / $0 / "uses") }
    let modes = ["passenger", "freight"].flatMap { ids(at: ParameterPath("transport") / $0) }
    return buildings + uses + ids(at: ParameterPath("equipment"))
      + ids(at: ParameterPath("industry")) + modes
  }

  /// Whether ids come from a table that could not be read: then nothing can be said of them.
  func isUnknowable(_ source: IdSource) -> Bool {
    guard case .columns(let table) = source else { return false }
    return found.failed.contains(ParameterPath(table))
  }

  /// The classes of a building type; where its standards are missing, whatever stands at `path`.
  private func buildingClasses(of type: ParameterPath, from path: ParameterPath) -> [String] {
    let standards = type / "construction"
    guard mapping(at: standards) != nil else { return ids(at: path) }
    return ["existing", "retrofitted"] + ids(at: standards)
  }

  private func ids(at path: ParameterPath) -> [String] {
    mapping(at: path)?.entries.map(\.key).filter { !FileKeys.annotations.contains($0) } ?? []
  }
}

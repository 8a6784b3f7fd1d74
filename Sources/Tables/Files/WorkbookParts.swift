import Diagnostics

/// What a part of a package refers to (ECMA-376-2, 9.3).
final class PartRelations: XMLHandler {
  /// What is at the other end: the last word of its type, and the part.
  struct Relation {
    let type: String
    let part: String
  }

  /// The relations within the package by their ids.
  private(set) var all: [String: Relation] = [:]
  private var order: [String] = []
  private let folder: [String]

  /// Begins for a part in a folder.
  init(folder: [String]) { self.folder = folder }

  /// The first part of a type.
  func first(ofType type: String) -> String? {
    order.lazy.compactMap { self.all[$0] }.first { $0.type == type }?.part
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"], attributes["TargetMode"] != "External"
    else { return }
    let kind = type.split(separator: "/").last.map(String.init) ?? type
    all[id] = Relation(type: kind, part: resolved(target))
    order.append(id)
  }

  func end(_ name: String) {}
  func text(_ text: String) {}
  var isDone: Bool { all.count >= 10_000 }

  /// A target as the name of a part; `..` never leads out of the package.
  private func resolved(_ target: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder
    for part in target.split(separator: "/").map(String.init) {
      switch part {
      case ".": continue
      case "..": parts = Array(parts.dropLast())
      default: parts.append(part)
      }
    }
    return ZIPContents.partName(parts.joined(separator: "/"))
  }
}

/// The sheets of a workbook, as its list names them (ECMA-376-1, 18.2).
final class WorkbookList: XMLHandler {
  /// A sheet.
  struct Sheet {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  /// The sheets in their order.
  private(set) var sheets: [Sheet] = []
  /// Whether days are counted from 1904 on.
  private(set) var startsIn1904 = false
  /// That there are too many.
  private(set) var fault: Text?
  private let limits: TableLimits

  init(_ limits: TableLimits) { self.limits = limits }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "workbookPr": startsIn1904 = ["1", "true"].contains(attributes["date1904"])
    case "sheet":
      guard let title = attributes["name"], let id = attributes["id"] else { return }
      let state = attributes["state"] ?? "visible"
      sheets.append(Sheet(name: title, relation: id, isHidden: state != "visible"))
      if sheets.count > limits.sheets {
        fault = Text("more than \(limits.sheets) sheets", "超过 \(limits.sheets) 个工作表")
      }
    default: break
    }
  }

  func end(_ name: String) {}
  func text(_ text: String) {}
  var isDone: Bool { fault != nil }
}

/// The texts that the cells of a workbook share (ECMA-376-1, 18.4).
///
/// The runs of a rich text are joined; what says how to pronounce it is left out.
final class SharedStrings: XMLHandler {
  /// The texts.
  private(set) var all: [String] = []
  /// That there are too many, or too long ones.
  private(set) var fault: Text?
  private var reader = RichText()
  private var bytes = 0
  private let limits: TableLimits

  init(_ limits: TableLimits) { self.limits = limits }

  func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "si" { reader = RichText() }
    reader.start(name)
  }

  func text(_ text: String) {
    reader.add(text)
    if reader.text.utf8.count > limits.cellBytes { fault = tooMuchText }
  }

  func end(_ name: String) {
    reader.end(name)
    guard name == "si" else { return }
    bytes += reader.text.utf8.count
    all.append(reader.text)
    if bytes > limits.textBytes || all.count > 2 * limits.cells { fault = tooMuchText }
  }

  var isDone: Bool { fault != nil }
}

/// That the texts of a workbook are too long.
let tooMuchText = Text("too much text", "过多的文字")

/// A text of several runs, as shared strings and cells hold it.
struct RichText {
  /// What was read so far.
  private(set) var text = ""
  private var isText = false
  private var isPhonetic = false

  mutating func start(_ name: String) {
    switch name {
    case "t": isText = true
    case "rPh": isPhonetic = true
    default: break
    }
  }

  mutating func add(_ more: String) {
    if isText, !isPhonetic { text += more }
  }

  mutating func end(_ name: String) {
    switch name {
    case "t": isText = false
    case "rPh": isPhonetic = false
    default: break
    }
  }
}

/// What the formats of cells make of their numbers (ECMA-376-1, 18.8).
final class CellFormats: XMLHandler {
  /// What a format shows.
  enum Shown {
    case number, percent, date
  }

  /// A format.
  struct Format {
    var shown = Shown.number
    /// Steps of indentation.
    var indent = 0
  }

  /// The formats that cells name by number.
  private(set) var all: [Format] = []
  /// That there are too many.
  private(set) var fault: Text?
  private var codes: [Int: Shown] = [:]
  private var isOfCells = false
  private let limits: TableLimits

  init(_ limits: TableLimits) { self.limits = limits }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
      codes[id] = attributes["formatCode"].map(Self.shown)
    case "cellXfs": isOfCells = true
    case "xf" where isOfCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      all.append(Format(shown: codes[id] ?? Self.builtIn(id)))
      if all.count > limits.formats { fault = Text("too many formats", "过多的格式") }
    case "alignment" where isOfCells && !all.isEmpty:
      all[all.count - 1].indent = attributes["indent"].flatMap { Int($0) } ?? 0
    default: break
    }
  }

  func end(_ name: String) {
    if name == "cellXfs" { isOfCells = false }
  }

  func text(_ text: String) {}
  var isDone: Bool { fault != nil }

  /// The formats that have no code in the file (ECMA-376-1, 18.8.30).
  private static func builtIn(_ id: Int) -> Shown {
    switch id {
    case 9, 10: .percent
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: .date
    default: .number
    }
  }

  /// What a code of a format shows: its first section, without texts in it.
  static func shown(_ code: String) -> Shown {
    var letters: [Character] = []
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for letter in code {
      if isEscaped {
        isEscaped = false
      } else if letter == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if letter == "\\" || letter == "_" || letter == "*" {
        isEscaped = true
      } else if letter == "[" {
        isBracketed = true
      } else if letter == "]" {
        isBracketed = false
      } else if letter == ";" {
        break
      } else if !isBracketed {
        letters.append(contentsOf: letter.lowercased())
      }
    }
    if letters.contains("%") { return .percent }
    let isGeneral = String(letters).contains("general")
    return !isGeneral
      && letters.contains { $0 == "y" || $0 == "d" || $0 == "e" && !letters.contains("0") }
      ? .date : .number
  }
}

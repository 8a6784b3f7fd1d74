/// A number with its unit that a scenario file gives for a key: where a slip may be made.
struct Site: Sendable {
  /// The file below `Scenarios`.
  let file: String
  /// The line, from 0.
  let line: Int
  /// The keys that lead to the number, years included.
  let path: [String]
  /// The key's text as it stands in the line.
  let key: Range<String.Index>
  /// The number as it stands in the line, its sign included.
  let number: Range<String.Index>
  /// What follows the number: its unit, or nothing.
  let unit: Range<String.Index>

  /// The parameter's path: the keys without the year.
  var parameter: String {
    path.filter {
      !Self.isYear($0) && $0 != "growth" && $0 != "value" && $0 != "to" && $0 != "change"
    }
    .joined(separator: ".")
  }

  static func isYear(_ key: String) -> Bool { key.utf8.count == 4 && Int(key) != nil }
}

/// The lines of a scenario file with the numbers in them.
struct SlipFile: Sendable {
  let name: String
  let lines: [String]
  let sites: [Site]

  /// Sections whose numbers move no emissions, and words that are no numbers.
  private static let silent: Set<String> = [
    "source", "note", "name", "name-zh", "iamc", "grade", "id", "format", "extends", "costs",
    "cost", "uncertainty", "targets", "history", "accounting", "years", "end", "base", "city",
    "scenario", "embodied", "pollutants",
  ]

  init(name: String, text: String) {
    if name.hasSuffix(".csv") {
      self.init(name: name, table: text)
    } else {
      self.init(name: name, yaml: text)
    }
  }

  /// A table whose first column holds the years.
  private init(name: String, table text: String) {
    self.name = name
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let header = lines[0].split(separator: ",").map(String.init)
    sites = lines.enumerated().dropFirst().flatMap { number, line -> [Site] in
      let cells = line.split(separator: ",")
      guard let year = cells.first, header.count == cells.count else { return [] }
      return zip(header, cells).dropFirst().compactMap { column, cell in
        guard Double(cell) != nil else { return nil }
        return Site(
          file: name, line: number, path: [column, String(year)],
          key: year.startIndex..<year.endIndex, number: cell.startIndex..<cell.endIndex,
          unit: cell.endIndex..<cell.endIndex)
      }
    }
  }

  private init(name: String, yaml text: String) {
    self.name = name
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var sites: [Site] = []
    var stack: [(indent: Int, key: String)] = []
    for (number, line) in lines.enumerated() {
      var reader = LineReader(line)
      let indent = line.prefix { $0 == " " }.count
      reader.read()
      guard !reader.isEmpty else { continue }
      stack.removeAll { $0.indent >= indent }
      for found in reader.found {
        let path = stack.map(\.key) + found.path
        guard path.allSatisfy({ !Self.silent.contains($0) }) else { continue }
        sites.append(
          Site(
            file: name, line: number, path: path, key: found.key, number: found.number,
            unit: found.unit))
      }
      if let first = reader.firstKey { stack.append((indent, first)) }
    }
    self.sites = sites
  }
}

/// Reads one line of a scenario file: keys, flow maps and numbers; no YAML beyond what files use.
private struct LineReader {
  struct Found {
    let path: [String]
    let key: Range<String.Index>
    let number: Range<String.Index>
    let unit: Range<String.Index>
  }

  let line: String
  private(set) var found: [Found] = []
  private(set) var firstKey: String?
  private(set) var isEmpty = true
  private var open: [String] = []
  private var place: String.Index

  init(_ line: String) { (self.line, place) = (line, line.startIndex) }

  private var rest: Substring { line[place...] }

  mutating func read() {
    var key: Range<String.Index>?
    while let character = rest.first {
      switch character {
      case " ": step()
      case "#": return
      case "{":
        open.append(key.map { String(line[$0]) } ?? "")
        key = nil
        step()
      case "}":
        _ = open.popLast()
        key = nil
        step()
      case ",":
        key = nil
        step()
      case "\"", "'": skipQuoted(character)
      default:
        let word = scalar()
        isEmpty = false
        if rest.first == ":" {
          key = word
          if firstKey == nil, open.isEmpty { firstKey = String(line[word]) }
          step()
        } else if let owner = key {
          take(word, of: owner)
        }
      }
    }
  }

  private mutating func step() { place = line.index(after: place) }

  private mutating func skipQuoted(_ quote: Character) {
    isEmpty = false
    step()
    while let next = rest.first, next != quote { step() }
    if !rest.isEmpty { step() }
  }

  /// A plain scalar up to what ends it; trailing blanks are left out.
  private mutating func scalar() -> Range<String.Index> {
    let start = place
    var end = place
    while let next = rest.first {
      let after = rest.dropFirst().first
      if next == ":", after == nil || after == " " { break }
      if !open.isEmpty, ",}".contains(next) { break }
      if next == " ", after == "#" { break }
      step()
      if next != " " { end = place }
    }
    return start..<end
  }

  private mutating func take(_ word: Range<String.Index>, of key: Range<String.Index>) {
    let text = line[word]
    let sign = text.prefix { $0 == "-" }
    let digits = text.dropFirst(sign.count).prefix { $0.isNumber || $0 == "." }
    guard !digits.isEmpty, Double(digits) != nil, sign.count < 2 else { return }
    let number = text.startIndex..<digits.endIndex
    found.append(
      Found(
        path: open.filter { !$0.isEmpty } + [String(line[key])], key: key, number: number,
        unit: digits.endIndex..<word.upperBound))
  }
}

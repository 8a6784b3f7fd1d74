import Diagnostics
import Testing

@testable import Tables

/// The series of a table, and what was said, as texts that tests compare.
struct SeriesText {
  let reading: SeriesReading?
  let diagnostics: DiagnosticCollection

  init(_ opened: Opened, sheet: Int = 0, pick: TablePick = TablePick()) {
    var diagnostics = opened.diagnostics
    reading = opened.file.map { SeriesReading($0.grids[sheet], pick: pick) }
    if let reading { diagnostics.add(contentsOf: reading.diagnostics) }
    self.diagnostics = diagnostics
  }

  /// The series of a table of the folder of cases.
  init(case name: String, pick: TablePick = TablePick()) throws {
    self.init(Opened(try caseBytes(name), "\(name).csv"), pick: pick)
  }

  /// The series of a text.
  init(text: String, pick: TablePick = TablePick()) { self.init(Opened(text: text), pick: pick) }

  /// A series a line: `工业 [万吨]: 2019 5, 2020 6p`, a `p` for what is provisional.
  var lines: [String] {
    (reading?.series ?? []).map { series in
      let unit = series.unit.map { " [\($0)]" } ?? ""
      let points = series.points.map { point in
        "\(point.year) \(plainText(point.value))\(point.isProvisional ? "p" : "")"
      }
      return "\(series.name)\(unit): \(points.joined(separator: ", "))"
    }
  }

  /// The first table.
  var table: UnderstoodTable? { reading?.tables.first }

  /// What was said, in English, each with its place and severity.
  var said: [String] {
    diagnostics.all.map { "\($0.location) \($0.severity): \($0.message.english)" }
  }

  /// The codes of what was said.
  var codes: [String] { diagnostics.all.map(\.code.id) }
}

import Diagnostics
import FoundationEssentials
import Reporting

/// How fast rows like those of a sweep become lines of CSV in a file.
struct Writing {
  let isQuick: Bool

  func measure(_ figures: FigureCollector) async throws {
    let count = isQuick ? 10_000 : 200_000
    let heads = (["variant"] + (0..<20).map { "column-\($0)" }).map {
      ColumnHead(named: $0, Text("a number", "数值"))
    }
    let rows = (0..<count).map { row in
      [Cell.integer(row)] + (0..<20).map { .number(Double(row * 20 + $0).squareRoot()) }
    }
    let files = FileManager.default
    let place = files.temporaryDirectory.appendingPathComponent("benchmark-\(UUID().uuidString)")
    defer { try? files.removeItem(at: place) }
    let effort = try await Effort.least(of: 3) {
      try Data(Table("rows", heads: heads, cells: rows).csv()).write(to: place)
    }
    figures.add("writing/rows of 21 fields", Double(count) / effort.cpu, .rowsPerSecond)
  }
}

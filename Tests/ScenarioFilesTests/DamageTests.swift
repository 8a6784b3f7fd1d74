import Diagnostics
import TestSupport
import Testing

@testable import ScenarioFiles

@Suite struct `Damaged texts` {
  private let yaml = """
    # 碳达峰
    format: 1
    city: {id: binhai, name-zh: '滨海市', tier: pioneer}
    anchors: &a [1, "x\\t", *b]
    drivers:
      gdp: {2020: 12401 亿元, growth: {2021: 6%, 2030: 4.5%}}
      note: |
        two
        lines
    """
  private let csv = "年份,\"常住,人口\",x\r\n2020,1.5,\"a\"\"b\"\r\n2021,2,c\r\n"

  private func damaged(_ text: String, with generator: inout SeededNumbers) -> [UInt8] {
    let pieces: [[UInt8]] = [
      [0x22], [0x27], [0x5B], [0x7D], [0x3A, 0x20], [0x26, 0x61], [0x2A, 0x61, 0x20], [0x09],
      [0x0D], [0x0A], [0x2C], [0xE2, 0x80, 0xA8], [0xCC, 0x81], [0xEF, 0xBC, 0x9A], [0xFF], [0x00],
      [0x3F, 0x20], [0x2D, 0x20], [0x7C], [0x21], [0x25], [0xEF, 0xBB, 0xBF],
    ]
    var bytes = Array(text.utf8)
    for _ in 0...Int.random(in: 0...4, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 0...6, using: &generator))
      let piece = pieces.randomElement(using: &generator) ?? []
      bytes.replaceSubrange(place..<end, with: piece)
      if bytes.isEmpty { return [0x0A] }
    }
    return bytes
  }

  /// Every fault must point into the text, and print as one underlined line.
  private func expectSound(_ diagnostics: DiagnosticCollection, in source: SourceText) {
    for fault in diagnostics.all where fault.location.line > 0 {
      let length = source.line(fault.location.line)?.count ?? 0
      #expect(fault.location.line <= source.lines.count + 1, "\(fault) in \(source.lines)")
      #expect((1...length + 1).contains(fault.location.column), "\(fault) in \(source.lines)")
      let printed = fault.rendered(lineText: source.line(fault.location.line))
      #expect(printed.split(separator: "\n").count <= 4)
    }
  }

  @Test func `whatever is done to a YAML text, its faults point into it`() {
    var generator = SeededNumbers(seed: 2_060)
    for _ in 0..<3_000 {
      guard
        let source = try? decode(
          damaged(yaml, with: &generator), path: "a.yaml", limits: ReadingLimits())
      else { continue }
      var diagnostics = DiagnosticCollection()
      let mapping = readMapping(source, limits: ReadingLimits(), into: &diagnostics)
      #expect(mapping != nil || diagnostics.hasErrors)
      expectSound(diagnostics, in: source)
    }
  }

  @Test func `whatever is done to a table, its faults point into it`() {
    var generator = SeededNumbers(seed: 2_030)
    for _ in 0..<3_000 {
      guard
        let source = try? decode(
          damaged(csv, with: &generator), path: "a.csv", limits: ReadingLimits())
      else { continue }
      var diagnostics = DiagnosticCollection()
      let table = CSVTable.read(source, into: &diagnostics)
      #expect(table != nil || diagnostics.hasErrors)
      for cell in (table?.rows ?? []).joined() {
        _ = readYear(cell, into: &diagnostics)
        _ = readNumber(cell, into: &diagnostics)
      }
      expectSound(diagnostics, in: source)
    }
  }
}

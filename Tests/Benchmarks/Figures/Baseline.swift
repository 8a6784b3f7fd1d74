import FoundationEssentials

/// Figures with the machine and the build they belong to.
struct Baseline: Codable {
  let machine: Machine
  /// The day of the measurement, `2026-01-31`.
  let date: String
  /// How the benchmark was compiled.
  let flags: String
  let figures: [Figure]

  /// The figures by name.
  var byName: [String: Double] {
    Dictionary(figures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads a file written with ``write(to:)``.
  static func read(_ path: String) throws -> Baseline {
    try JSONDecoder().decode(Baseline.self, from: Data(contentsOf: URL(filePath: path)))
  }

  /// Writes it as JSON.
  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try (encoder.encode(self) + Data([0x0A])).write(to: URL(filePath: path))
  }
}

import ArgumentParser
import FoundationEssentials
import Glibc

/// How fast the kernel is, in figures for people and for machines.
@main struct Benchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract:
      "Measures the kernel. Run it from the top folder, on a machine that has nothing else to do.")

  @Option(help: "Run only what has this in its name; see --list.") var only: String?
  @Flag(help: "Measure less, in seconds instead of minutes.") var quick = false
  @Flag(help: "List what can be measured.") var list = false
  @Option(help: "Write the figures to a file of JSON.") var json: String?
  @Option(help: "Show the ratio to the figures in a file; above 1 is an improvement.")
  var compare: String?
  @Option(parsing: .unconditional, help: "The compiler flags to note in the file.")
  var flags = "none given"

  mutating func run() async throws {
    let suites = Suites.all(isQuick: quick).filter { $0.name.contains(only ?? "") }
    guard !list else { return print(suites.map(\.name).joined(separator: "\n")) }
    guard !suites.isEmpty else {
      throw ValidationError("Nothing is called '\(only ?? "")'. See --list.")
    }
    let machine = Machine.current
    print("\(machine.processor), \(machine.cores) cores, \(machine.memoryGB) GB")
    let table = FigureTable(baseline: try compare.map { try Baseline.read($0).byName })
    let figures = FigureCollector {
      print(table.line($0))
      fflush(nil)
    }
    for suite in suites { try await suite.run(figures) }
    if let json {
      try Baseline(machine: machine, date: today, flags: flags, figures: figures.all)
        .write(to: json)
    }
  }

  private var today: String { String(Date.now.ISO8601Format().prefix(10)) }
}

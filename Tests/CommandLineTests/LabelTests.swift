import Foundation
import TestSupport
import Testing

/// Tables with Chinese headings and words, beside the same tables as machines read them.
@Suite struct `Labels of tables` {
  private let folder: TemporaryFolder
  private let city: String
  private let observed: String

  private static let inputs = Repository.root.appending(path: "Tests/CommandLineTests/Inputs").path

  init() throws {
    folder = try TemporaryFolder()
    let levers = """
        bricks:
          group: circular
          level: 0
          from: 2030
          shape: step
          cost: 100 MCNY/yr
          moves: {industry.bricks.routes.kiln.process: {to: 0 tCO2/t}}
        forest:
          group: sinks
          level: 0.5
          from: 2030
          by: 2032
          cost: 10 MCNY/yr
          moves: {sinks.forest.standing.uptake: {change: 100%}}

      """
    let rest = """

      costs: {discount-rate: 7%}
      uncertainty:
        industry.bricks.activity: {uniform: [0.9, 1.1], apply: multiply}
      history:
        sectors:
          industry: {2020: 0.4621 Mt, 2021: 0.4446 Mt, 2022: 0.4363 Mt, 2023: 0.4253 Mt, 2024: 0.4095 Mt}

      """
    city = try folder.write(
      try SmallCity.text(
        [("targets:\n", "targets:\n  budget: {2021-2035: 40 Mt}\n")], levers: levers) + rest,
      to: "Scenarios/city.yaml")
    try folder.write(
      "extends: city.yaml\nscenario: {id: other}\nlevers: {forest: {level: 1}}\n",
      to: "Scenarios/other.yaml")
    observed = try folder.write(
      "year,emissions [Mt],population [万人],emissions.industry [Mt]\n2021,2.5,101,0.44\n2022,2.4,101,0.43\n",
      to: "observed.csv")
  }

  /// Every command that writes tables with labels, in every form that has columns of its own.
  private var commands: [[String]] {
    let hourly = Repository.root.appending(path: "Scenarios/shenzhen/hourly.yaml").path
    let other = folder.url.appending(path: "Scenarios/other.yaml").path
    let annual = "\(Self.inputs)/shanghai.csv"
    let sensitivity = ["sobol", "morris", "tornado", "gradient"].map {
      ["sensitivity", city, "--method", $0]
        + (["sobol", "morris"].contains($0) ? ["--samples", "64"] : [])
    }
    let fit = ["calibrate", city, "--to", "sectors", "--fit", "industry.bricks.activity:grow"]
    return [
      ["run", city, "--peak-levers"], ["run", hourly, "--hourly", "2035"],
      ["compare", city, other], ["allocate", city, "--years", "2040"],
      ["attribute", city], ["attribute", other, "--against", city],
      ["uncertainty", city, "--samples", "128", "--trajectories"],
      ["judge", annual], ["track", city, "--observed", observed], fit, fit + ["--hindcast", "3"],
      ["calibrate", annual, "--stirpat"],
      [
        "optimise", city, "--subject-to", "cumulative<=40Mt", "--subject-to",
        "P(cumulative<=40Mt)>=50%", "--samples", "8", "--frontier", "2", "--within", "1%", "--with",
        "bricks,forest",
      ],
    ] + sensitivity
  }

  /// The tables that a command writes, by name.
  private func tables(of command: [String], _ options: [String]) throws -> [String: [[String]]] {
    let output = try TemporaryFolder()
    let outcome = try Program.run(command + ["--quiet", "--output", output.url.path] + options)
    #expect(outcome.status == 0, "\(command): \(outcome.errors)")
    var found: [String: [[String]]] = [:]
    for path in output.contents where path.hasSuffix(".csv") {
      let text = try String(contentsOf: output.url.appending(path: path), encoding: .utf8)
      found[path] = text.split(separator: "\n").map(Self.cells)
    }
    return found
  }

  /// The cells of a line, some in quotes.
  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// Headings that are the same in both languages, or are named by the scenario: paths and years.
  private static func mayStay(_ heading: String) -> Bool {
    heading.contains(".") || Int(heading) != nil
      || ["μ", "μ*", "σ", "Mann–Kendall S", "Mann–Kendall z", "Mann–Kendall p"].contains(heading)
  }

  /// Columns whose cells hold our words.
  private static let words: Set = [
    "status", "reference_status", "sector", "account", "group", "factor", "verdict", "met",
    "own_cost", "at_bound", "metric", "target", "kind", "setting", "direction",
    "positive_means", "change", "rule", "part", "reason", "accounting", "rule_trend",
    "rule_plateau",
  ]

  private static func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test func `are Chinese for every column and every word of ours, and no number moves`() throws {
    var columns: Set<String> = []
    for command in commands {
      let raw = try tables(of: command, [])
      let labelled = try tables(of: command, ["--labels", "zh"])
      #expect(raw.keys.sorted() == labelled.keys.sorted() && !raw.isEmpty)
      for (name, rows) in raw {
        let shown = try #require(labelled[name])
        #expect(rows.map(\.count) == shown.map(\.count), "\(name)")
        if name.hasSuffix("/trajectory.csv") {
          #expect(rows == shown)
          continue
        }
        for (column, label) in zip(rows[0], shown[0]) {
          #expect(Self.hasHan(label) || Self.mayStay(label), "\(name): no label of \(column)")
          columns.insert(column)
        }
        for (row, people) in zip(rows.dropFirst(), shown.dropFirst()) {
          for (column, (cell, text)) in zip(rows[0], zip(row, people)) {
            if Double(cell) != nil || cell.isEmpty {
              #expect(cell == text)
            } else if Self.words.contains(column) {
              #expect(Self.hasHan(text), "\(name), \(column): no word for '\(cell)'")
            }
          }
        }
      }
    }
    // All tables were seen.
    #expect(columns.isSuperset(of: Self.words))
    #expect(columns.count > 150)
  }

  @Test func `stand in the manual, every one of them`() throws {
    let manual = try Program.run(["manual", "results"]).output.split(separator: "## ").dropFirst()
    for command in commands {
      for (path, rows) in try tables(of: command, []) {
        let file = try #require(path.split(separator: "/").last)
        let name = file.hasPrefix("hourly-") ? "hourly-YEAR.csv" : file
        let sections = manual.filter {
          $0.hasPrefix("\(name)\n") || $0.hasPrefix("compare/\(name)\n")
        }
        for column in rows[0] {
          let any = Self.pattern(column)
          #expect(
            sections.contains { $0.contains("| `\(any)` |") }, "\(path): \(column) as \(any)")
        }
      }
    }
  }

  /// The name of a column as the manual has it, where ids, paths and years stand for any.
  private static func pattern(_ column: String) -> String {
    if Int(column) != nil { return "YEAR" }
    if column.contains(".") { return "PATH" }
    if let end = column.firstRange(of: "_net"), column.hasPrefix("peak_") {
      return column[..<end.lowerBound] + "_gross"
    }
    let parts = column.split(separator: "_")
    guard let unit = parts.last, unit == "GW" || unit == "GWh", parts.count > 2,
      column != "generation_heat-plants_GW"
    else { return column }
    return "\(parts[0])_ID_\(unit)"
  }

  @Test func `are English too, and say the unit where no column does`() throws {
    let table = try #require(
      try tables(of: ["run", city], ["--labels", "en"])["smallville/base/emissions.csv"])
    #expect(Array(table[0].prefix(3)) == ["Year", "Total [Mt CO2e]", "Energy [Mt CO2e]"])
    let chinese = try #require(
      try tables(of: ["run", city], ["--labels", "zh"])["smallville/base/emissions.csv"])
    #expect(Array(chinese[0].prefix(3)) == ["年份", "合计 [Mt CO2e]", "能源 [Mt CO2e]"])
  }

  @Test func `leave a table that judge still reads`() throws {
    let outcome = try Program.run([
      "run", city, "--quiet", "--labels", "zh", "--output", folder.url.path,
    ])
    #expect(outcome.status == 0)
    let table = folder.url.appending(path: "smallville/base/emissions.csv").path
    let judged = try Program.run(["judge", table, "--value", "净排放 [Mt CO2e]", "--lang", "zh"])
    #expect(judged.status == 0, "\(judged.errors)")
    #expect(judged.output.hasPrefix("净排放 [Mt CO2e]："))
  }

  @Test func `are not offered where another command reads the columns back`() throws {
    for command in [["sweep", city, "--vary", "drivers.gdp=0.9x,1x"], ["merge", "a.csv"]] {
      let outcome = try Program.run(command + ["--labels", "zh", "--output", folder.url.path])
      #expect(outcome.status == 64)
    }
    #expect(try Program.run(["judge", observed, "--labels", "zh"]).status == 64)
  }
}

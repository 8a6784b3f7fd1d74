import Foundation
import TestSupport
import Testing

/// A carbon price that pays for captured biogenic carbon until electricity costs nothing.
@Suite struct `A price below zero on the command line` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let made = try Program.run(["new", "Scenarios/binhai"], in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
    let library = folder.url.appending(path: "Scenarios/library")
    if !FileManager.default.fileExists(atPath: library.path) {
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: "Scenarios/library"), to: library)
    }
    for name in ["crash-negative-price", "crash-unc3", "crash-unc4"] {
      let file = Repository.root.appending(
        path: "Tests/CommandLineTests/Inputs/binhai/\(name).yaml")
      try folder.write(
        try String(contentsOf: file, encoding: .utf8), to: "Scenarios/binhai/\(name).yaml")
    }
  }

  private let file = "Scenarios/binhai/crash-negative-price.yaml"

  @Test(arguments: ["check", "run", "report", "attribute", "sensitivity", "uncertainty"])
  func `ends with 75 in words and writes nothing`(command: String) throws {
    for (language, words) in [
      ("en", "the price of electricity falls below zero in 2035"),
      ("zh", "电力价格在 2035 年降到零以下"),
    ] {
      let outcome = try Program.run([command, file, "--lang", language], in: folder.url)
      #expect(outcome.status == 75, "\(command): \(outcome.errors)")
      #expect(outcome.errors.contains(words), "\(command): \(outcome.errors)")
      #expect(outcome.errors.contains("biogenic-capture: not-credited"), "\(outcome.errors)")
      #expect(!outcome.errors.contains("report this") && !outcome.errors.contains("请反馈"))
    }
    #expect(!folder.contents.contains { $0.hasPrefix("Output") })
  }

  @Test func `is possible where the credit is left out`() throws {
    let outcome = try Program.run(
      ["check", file, "--set", "accounting.biogenic-capture=not-credited"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func `is an impossible row of a sweep, beside the possible one`() throws {
    let outcome = try Program.run(
      [
        "sweep", "Scenarios/binhai/crash-unc4.yaml", "--vary", "costs.carbon-price=1x,4.5x",
      ], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = try CSVFile(folder.url.appending(path: "Output/binhai/crash-unc4/sweep.csv")).rows
    try #require(rows.count == 2)
    #expect(rows[0]["status"] != "impossible" && rows[0]["cumulative"] != "")
    #expect(rows[1]["status"] == "impossible")
    for column in ["peak_year_gross", "peak_year_net", "cumulative", "emissions_2060", "cost"] {
      #expect(rows[1][column] == "", "\(column): \(rows[1])")
    }
  }

  @Test(arguments: [
    ("en", "the price of electricity is below a tenth of the base year's in 2039–2060"),
    ("zh", "2039–2060年电力价格低于基年的十分之一"),
  ])
  func `is near where users pay less than a tenth of the base year's`(
    language: String, words: String
  ) throws {
    func run(_ price: Int) throws -> Command.Outcome {
      try Program.run(
        [
          "run", file, "--lang", language, "--set",
          "costs.carbon-price={2020: 0 元/t, 2040: \(price) 元/t}",
        ], in: folder.url)
    }
    let near = try run(2000)
    let far = try run(1000)
    #expect(near.status == 0 && near.errors.contains(words), "\(near.errors)")
    #expect(far.status == 0 && !far.errors.contains(words), "\(far.errors)")
  }
}

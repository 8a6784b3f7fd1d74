import Foundation
import TestSupport
import Testing

/// What moves the peak, asked through the real binary.
@Suite struct `Sensitivity on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let small = Repository.root.appending(path: "Tests/CommandLineTests/Inputs/small.yaml")
    .path

  /// Two inputs of which cumulative emissions are a linear function.
  private func linear() throws -> String {
    try folder.write(
      """
      extends: \(small)
      scenario: {id: linear}
      uncertainty:
        from: 2020
        sinks.forest.standing.uptake: {uniform: [0.5, 1.5], apply: multiply}
        industry.bricks.routes.kiln.process: {uniform: [0.9, 1.1], apply: multiply}
      """, to: "linear.yaml")
  }

  private func study(_ file: String, _ arguments: String...) throws -> [[String: String]] {
    let outcome = try Program.run(
      ["sensitivity", file, "--allow-outside", "--output", folder.url.path + "/out"] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let scenario = file == small ? "base" : "linear"
    let url = folder.url.appending(path: "out/smallville/\(scenario)/sensitivity.csv")
    return try CSVFile(url).rows
      .filter { $0["metric"] == "cumulative" }
  }

  @Test func `one at a time, an input that only scales the forest moves what the forest takes up`()
    throws
  {
    let rows = try study(linear(), "--method", "tornado")
    let forest = try #require(rows.first { $0["input"] == "sinks.forest.standing.uptake" })
    // 0.04 Mt a year over 21 years, times 1.45 − 0.55.
    #expect(abs(try forest.number("swing") + 0.04 * 21 * 0.9) < 1e-10)
    #expect(abs(try forest.number("low_input") - 0.55) < 1e-12)
  }

  @Test func `shares of variance of a linear result are those of the squared swings`() throws {
    let file = try linear()
    let swings = try study(file, "--method", "tornado").map { try $0.number("swing") }
    let whole = swings.reduce(0) { $0 + $1 * $1 }
    let rows = try study(file, "--method", "sobol", "--samples", "1024")
    for (row, swing) in zip(rows, swings) {
      let share = swing * swing / whole
      #expect(abs(try row.number("first") - share) < 0.02)
      #expect(abs(try row.number("total") - share) < 0.02)
      #expect(try row.number("first_confidence") < 0.2)
    }
  }

  @Test func `elementary effects of a linear result are its slopes without scatter`() throws {
    let file = try linear()
    let swings = try study(file, "--method", "tornado").map { try $0.number("swing") }
    let rows = try study(file, "--method", "morris", "--samples", "8")
    for (row, swing) in zip(rows, swings) {
      // The swing runs over 90 % of a uniform input, the effect over 95 %.
      #expect(abs(try row.number("mu") - swing * 0.95 / 0.9) < 1e-9)
      #expect(abs(try row.number("mu_star") - abs(swing) * 0.95 / 0.9) < 1e-9)
      #expect(abs(try row.number("sigma")) < 1e-9)
    }
  }

  @Test func `the gradient by a lever is that of two runs beside each other`() throws {
    func cumulative(_ level: Double) throws -> Double {
      let out = folder.url.path + "/run"
      let outcome = try Program.run([
        "run", small, "--output", out, "--set", "levers.electric-cars.level=\(level)",
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let url = URL(filePath: "\(out)/smallville/base/emissions.csv")
      return try CSVFile(url).rows
        .reduce(0) { $0 + (try $1.number("net")) }
    }
    let slope = try (cumulative(1) - cumulative(0.995)) / 0.005
    let rows = try study(small, "--method", "gradient")
    let lever = try #require(rows.first { $0["input"] == "levers.electric-cars.level" })
    #expect(abs(try lever.number("gradient") / slope - 1) < 1e-6)
  }

  @Test(arguments: [("en", "has no levers"), ("zh", "没有措施")])
  func `a scenario without levers has no gradient, and is told so`(
    lang: String, words: String
  ) throws {
    let plain = Repository.root.appending(path: "Tests/CommandLineTests/Inputs/plain.yaml").path
    let outcome = try Program.run([
      "sensitivity", plain, "--method", "gradient", "--lang", lang, "--output", folder.url.path,
    ])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains(words) && !outcome.errors.contains("uncertainty:"))
    #expect(folder.contents.isEmpty)
  }

  @Test func `a scenario that is certain has only a gradient`() throws {
    let outcome = try Program.run(["sensitivity", small, "--output", folder.url.path])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("'uncertainty:'"))
  }
}

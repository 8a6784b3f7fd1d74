import Foundation
import TestSupport
import Testing

/// What is uncertain, drawn through the real binary.
@Suite struct `Uncertainty on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let uncertain =
    Repository.root.appending(path: "Tests/CommandLineTests/Inputs/uncertain.yaml").path
  private let small = Repository.root.appending(path: "Tests/CommandLineTests/Inputs/small.yaml")
    .path

  private func study(_ arguments: String..., into name: String = "results") throws
    -> Command.Outcome
  {
    try Program.run(
      ["uncertainty", "--output", folder.url.path + "/" + name, uncertain] + arguments)
  }

  private func table(_ file: String, in name: String = "results") throws -> CSVFile {
    try CSVFile(folder.url.appending(path: "\(name)/smallville/uncertain/\(file)"))
  }

  private func bytes(_ file: String, in name: String) throws -> Data {
    try Data(contentsOf: folder.url.appending(path: "\(name)/smallville/uncertain/\(file)"))
  }

  @Test func `the same seed gives the same bytes with any number of jobs, another seed others`()
    throws
  {
    for (jobs, name) in [("1", "one"), ("2", "two"), ("5", "five")] {
      let outcome = try study(
        "--samples", "700", "--jobs", jobs, "--seed", "4", "--trajectories", into: name)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(try study("--samples", "700", "--seed", "5", into: "other").status == 0)
    let files = ["peak-distribution.csv", "bands.csv", "uncertainty.csv"]
    for file in files + ["samples.csv", "sample-trajectories.csv"] {
      #expect(try bytes(file, in: "one") == bytes(file, in: "two"))
      #expect(try bytes(file, in: "one") == bytes(file, in: "five"))
    }
    #expect(try bytes("bands.csv", in: "one") != bytes("bands.csv", in: "other"))
  }

  @Test(arguments: ["sobol", "lhs", "random"])
  func `bands and probabilities are those of the single variants`(design: String) throws {
    let outcome = try study("--samples", "400", "--design", design, "--trajectories")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let paths = try table("sample-trajectories.csv")
    #expect(paths.rows.count == 400 * 8)
    let bands = try table("bands.csv")
    #expect(bands.rows.count == 8 * 21)
    for band in bands.rows {
      let drawn = paths.rows.filter {
        $0["account"] == band["account"] && $0["sector"] == band["sector"]
      }.compactMap { Double($0[band["year"] ?? ""] ?? "") }.sorted()
      for (column, share) in [
        ("p5", 0.05), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p95", 0.95),
      ] {
        let place = share * Double(drawn.count - 1)
        let low = drawn[Int(place)]
        let high = drawn[min(Int(place) + 1, drawn.count - 1)]
        let expected = low + (place - place.rounded(.down)) * (high - low)
        #expect(abs(try band.number(column) - expected) <= 1e-12 * max(1, abs(expected)))
      }
      let mean = drawn.reduce(0, +) / Double(drawn.count)
      #expect(abs(try band.number("mean") - mean) <= 1e-12 * max(1, abs(mean)))
    }
    let figures = try table("uncertainty.csv")
    let emissions = try #require(figures.rows.first { $0["metric"] == "emissions" })
    let net = paths.rows.filter { $0["account"] == "net" && $0["sector"] == "total" }
    let met = try net.filter { try $0.number("2040") <= 0.93 }.count
    #expect(met > 100 && met < 300)
    #expect(try emissions.number("probability") == Double(met) / 400)
  }

  @Test func `years of the peak are counted, and the chance of having peaked grows`() throws {
    #expect(try study("--samples", "300", "--trajectories").status == 0)
    let distribution = try table("peak-distribution.csv")
    #expect(distribution.rows.count == 22)
    let counts = try distribution.rows.map { try $0.number("variants") }
    #expect(counts.reduce(0, +) == 300)
    let by = try distribution.rows.dropLast().map { try $0.number("probability_by") }
    #expect(zip(by, by.dropFirst()).allSatisfy { $0 <= $1 })
    let samples = try table("samples.csv")
    #expect(samples.rows.allSatisfy { ["peaks", "plateau"].contains($0["status"]) })
    for (row, count) in zip(distribution.rows.dropLast(), counts) {
      let peaked = samples.rows.filter {
        $0["peak_year_gross"] == row["peak_year_gross"]
      }
      #expect(Double(peaked.count) == count)
    }
    #expect(counts.filter { $0 > 0 }.count > 3)
    let target = try #require(table("uncertainty.csv").rows.first { $0["metric"] == "peak" })
    #expect(try target.number("probability") == distribution.rows[8].number("probability_by"))
    #expect(distribution.rows[8]["peak_year_gross"] == "2028")
  }

  @Test func `inputs are drawn as the scenario says`() throws {
    #expect(try study("--samples", "2000", "--trajectories").status == 0)
    let samples = try table("samples.csv")
    let factors = try samples.rows.map { try $0.number("sinks.forest.standing.uptake") }
    #expect(abs(factors.reduce(0, +) / 2000 - 1) < 0.01)
    #expect((factors.min() ?? 0) < 0.51 && (factors.max() ?? 0) > 1.49)
    // The forest takes up 100 km² · 0.4 kt/km² = 0.04 Mt a year, times the factor.
    let sinks = try table("sample-trajectories.csv").rows.filter { $0["sector"] == "sinks" }
    for (factor, row) in zip(factors, sinks) {
      #expect(abs(try row.number("2030") + 0.04 * factor) < 1e-12)
    }
    let rank = spearman(
      try samples.rows.map { try $0.number("drivers.population") },
      try samples.rows.map { try $0.number("industry.bricks.activity") })
    #expect(abs(rank - 0.7) < 0.03)
    let free = spearman(
      try samples.rows.map { try $0.number("drivers.gdp") },
      try samples.rows.map { try $0.number("drivers.population") })
    #expect(abs(free) < 0.1)
  }

  /// Of 16 replicates the standard error is known to some 18 %; three times that is allowed.
  ///
  /// Even points know the mean far better than independent ones.
  @Test func `the standard error of random variants is their spread over the root of their number`()
    throws
  {
    #expect(try study("--samples", "2048", "--design", "random", "--trajectories").status == 0)
    let totals = try table("samples.csv").rows.map { try $0.number("cumulative") }
    let mean = totals.reduce(0, +) / 2048
    let square = totals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 2047
    let cumulative = try #require(
      table("uncertainty.csv").rows.first { $0["metric"] == "cumulative" })
    let ratio = try cumulative.number("standard_error") / (square / 2048).squareRoot()
    #expect(abs(ratio - 1) < 0.54)
    #expect(try study("--samples", "2048", "--design", "sobol", into: "even").status == 0)
    let even = try #require(
      table("uncertainty.csv", in: "even").rows.first { $0["metric"] == "cumulative" })
    let error = try cumulative.number("standard_error")
    #expect(abs(try even.number("mean") - mean) < 4 * error)
    #expect(try even.number("standard_error") < 0.2 * error)
  }

  @Test func `the record names the options that change what is written`() throws {
    #expect(try study("--samples", "100", "--excel", "--allow-outside").status == 0)
    let record = try jsonObject(bytes("uncertainty.json", in: "results"))
    #expect(
      record["options"] as? [String: String]
        == ["samples": "100", "excel": "true", "allow-outside": "true"])
  }

  @Test func `a scenario that is certain is refused with what to write`() throws {
    let outcome = try Program.run(["uncertainty", small, "--output", folder.url.path])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("'uncertainty:'"))
    #expect(folder.contents.isEmpty)
  }

  @Test func `variants that are impossible are left out and told, and too many are refused`()
    throws
  {
    func file(_ sd: Double) throws -> String {
      try folder.write(
        """
        extends: \(small)
        scenario: {id: tails}
        uncertainty:
          energy.electricity.loss: {normal: {mean: 5%, sd: \(sd)%}}
        """, to: "tails-\(Int(sd)).yaml")
    }
    func run(_ file: String) throws -> Command.Outcome {
      try Program.run([
        "uncertainty", file, "--allow-outside", "--samples", "1000", "--output",
        folder.url.path + "/out",
      ])
    }
    let few = try run(file(2.5))
    #expect(few.status == 0, "\(few.errors)")
    #expect(few.output.contains("variants are impossible and left out"))
    let many = try run(file(10))
    #expect(many.status == 65)
    #expect(many.errors.contains("of 1000 variants are impossible, more than 5 %"))
    #expect(many.errors.contains("energy.electricity.loss"))
  }

  @Test func `numbers of samples and jobs below one are wrong usage`() throws {
    #expect(try study("--samples", "0").status == 64)
    #expect(try study("--jobs", "0").status == 64)
    #expect(try study("--design", "sobl").status == 64)
  }

  /// The correlation of ranks; no ties.
  private func spearman(_ x: [Double], _ y: [Double]) -> Double {
    func ranks(_ values: [Double]) -> [Double] {
      var ranks = values
      for (rank, place) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
        ranks[place] = Double(rank)
      }
      return ranks
    }
    let n = Double(x.count)
    let square = zip(ranks(x), ranks(y)).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return 1 - 6 * square / (n * (n * n - 1))
  }
}

import Foundation
import TestSupport
import Testing

/// Sweeps through the real binary: what they write, and that nothing changes a byte of it.
@Suite struct `Sweeps on the command line` {
  private let folder: SweepFolder

  init() throws { folder = try SweepFolder() }

  @Test func `a grid has a row for every variant, in order, and says what each comes to`() throws {
    let outcome = try folder.sweep(into: "a")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = CSVFile(try folder.bytes(in: "a")).rows
    #expect(table.map { $0["variant"] } == (0..<SweepFolder.variants).map(String.init))
    #expect(
      String(decoding: try folder.bytes(in: "a"), as: UTF8.self).prefix { $0 != "\n" }
        == "variant,levers.electric-cars.level,levers.electric-cars.by,industry.bricks.activity,status,peak_year_gross,peak_year_estimate_gross,peak_value_gross,peak_year_net,peak_year_estimate_net,peak_value_net,cumulative,emissions_2025,emissions_2040,cost"
    )
    #expect(table[1]["industry.bricks.activity"] == "0.95")
    #expect(table[5]["levers.electric-cars.by"] == "2027.5")
    #expect(try folder.files(in: "a") == ["sweep.csv", "sweep.json"])
    #expect(outcome.output.contains("275 variants, 275 kept"))
    #expect(!outcome.errors.contains("variants"), "no progress where there is no terminal")
  }

  @Test func `a row is what a run of the same values comes to, to the bit`() throws {
    let axes = ["levers.electric-cars.level=0.3,1", "levers.electric-cars.by=2028,2035"]
    #expect(try folder.sweep(into: "a", varying: axes).status == 0)
    let row = CSVFile(try folder.bytes(in: "a")).rows[1]
    let run = try Program.run([
      "run", SweepFolder.scenario, "--output", folder.folder("run").path, "--set",
      "levers.electric-cars.level=0.3", "--set", "levers.electric-cars.by=2035",
    ])
    #expect(run.status == 0)
    let results = folder.folder("run").appending(path: "smallville/base")
    let peaks = try CSVFile(results.appending(path: "peak.csv")).rows
    for account in ["net", "gross"] {
      let total = try #require(peaks.first { $0["account"] == account && $0["sector"] == "total" })
      for column in ["peak_year", "peak_year_estimate", "peak_value"] {
        #expect(row["\(column)_\(account)"] == total[column])
      }
      if account == "gross" { #expect(row["status"] == total["status"]) }
    }
    let emissions = try CSVFile(results.appending(path: "emissions.csv")).rows
    #expect(row["emissions_2040"] == emissions.last?["net"])
    #expect(row["emissions_2025"] == emissions[5]["net"])
    let sum = emissions.compactMap { $0["net"].flatMap(Double.init) }.reduce(0, +)
    #expect(row["cumulative"].flatMap(Double.init) == sum)
  }

  @Test(arguments: [[], ["--trajectories"], ["--top", "9", "--by", "cumulative"]])
  func `jobs and shards change no byte`(options: [String]) throws {
    #expect(try folder.sweep(options + ["--jobs", "1"], into: "one").status == 0)
    #expect(try folder.sweep(options + ["--jobs", "2"], into: "two").status == 0)
    for index in (1...7).reversed() {
      let part = try folder.sweep(options + ["--shard", "\(index)/7"], into: "parts")
      #expect(part.status == 0, "\(part.errors)")
    }
    let merged = try folder.merge(
      (1...7).map { "sweep-\($0)-of-7.csv" }, in: "parts", into: "merged")
    #expect(merged.status == 0, "\(merged.errors)")
    let files = ["sweep.csv", "sweep.json", "sweep-trajectories.csv"]
      .filter { $0 != series || options == ["--trajectories"] }
    for file in files {
      let one = try withoutTime(folder.bytes(file, in: "one"))
      #expect(one == withoutTime(try folder.bytes(file, in: "two")), "\(file)")
      #expect(one == withoutTime(try folder.bytes(file, in: "merged")), "\(file)")
    }
    #expect(try folder.files(in: "merged") == files.sorted())
  }

  private let series = "sweep-trajectories.csv"

  private func withoutTime(_ bytes: Data) -> String {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("  \"time\"") }.joined(separator: "\n")
  }

  @Test func `the trajectories of a variant sum to its row`() throws {
    #expect(try folder.sweep(["--trajectories"], into: "a").status == 0)
    let years = CSVFile(try folder.bytes(series, in: "a")).rows
    #expect(years.count == SweepFolder.variants * 21)
    let own = years.filter { $0["variant"] == "77" }
    #expect(own.compactMap { $0["year"] } == (2020...2040).map(String.init))
    let row = CSVFile(try folder.bytes(in: "a")).rows[77]
    #expect(own.last?["net"] == row["emissions_2040"])
    let sectors = ["energy", "buildings", "industry", "transport", "waste", "sinks"]
    for year in own {
      let sum = sectors.compactMap { year[$0].flatMap(Double.init) }.reduce(0, +)
      let net = try #require(year["net"].flatMap(Double.init))
      #expect(abs(sum - net) < 1e-12)
    }
  }

  @Test func `a filter keeps the rows that fit, as they are without it`() throws {
    #expect(try folder.sweep(into: "all").status == 0)
    let filter = "(levers.electric-cars.level>=60% && emissions_2040<0.9 Mt) || variant==3"
    let outcome = try folder.sweep(["--keep", filter], into: "some")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let wanted = CSVFile(try folder.bytes(in: "all")).rows.filter { row in
      func number(_ name: String) -> Double { Double(row[name] ?? "") ?? .nan }
      return number("levers.electric-cars.level") >= 0.6 && number("emissions_2040") < 0.9
        || row["variant"] == "3"
    }
    #expect(wanted.count > 1 && wanted.count < SweepFolder.variants)
    #expect(CSVFile(try folder.bytes(in: "some")).rows == wanted)
  }

  @Test(arguments: [false, true]) func `the top rows are those that sorting finds`(
    isDescending: Bool
  ) throws {
    #expect(try folder.sweep(into: "all").status == 0)
    let options = ["--top", "5", "--by", "cumulative"] + (isDescending ? ["--descending"] : [])
    #expect(try folder.sweep(options, into: "top").status == 0)
    func key(_ row: [String: String]) -> Double {
      (Double(row["cumulative"] ?? "") ?? .nan) * (isDescending ? -1 : 1)
    }
    let sorted = CSVFile(try folder.bytes(in: "all")).rows.enumerated()
      .sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }.map(\.element)
    #expect(CSVFile(try folder.bytes(in: "top")).rows == Array(sorted.prefix(5)))
  }

  @Test(arguments: [
    (["--top", "3", "--by", "cost"], "--by: "), (["--keep", "cost < 5亿元"], "--keep: "),
    (["--keep", "!(status=='peaks') || cost > 0 亿元"], "--keep: "),
  ])
  func `a choice by cost where none is counted is refused`(
    options: [String], start: String
  ) throws {
    let outcome = try folder.sweep(options, into: "a")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains(start + "the scenario counts no costs"), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.folder("a").path))
  }

  @Test(arguments: [
    (["--by", "cost"], 64, "--by needs --top COUNT"),
    (["--top", "3"], 64, "--top needs --by COLUMN"),
  ])
  func `half a choice names the other half`(options: [String], status: Int32, words: String) throws
  {
    let outcome = try folder.sweep(options, into: "a")
    #expect(outcome.status == status && outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test func `factors and values are not mixed`() throws {
    let outcome = try folder.sweep([], into: "a", varying: ["drivers.gdp=0.9x,1.1"])
    #expect(outcome.errors.contains("'0.9x' is a factor and '1.1' a value"), "\(outcome.errors)")
  }

  @Test func `a variant that cannot be has a status and no numbers`() throws {
    let share = "energy.electricity.imports.grid.non-fossil-share"
    let outcome = try folder.sweep(["--json"], into: "a", varying: ["\(share)=1x,3x,0.5x"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = CSVFile(try folder.bytes(in: "a")).rows
    #expect(table.map { $0["status"] == "impossible" } == [false, true, false])
    let empty = table[1].filter { $0.value.isEmpty }.map(\.key)
    #expect(
      Set(empty) == [
        "peak_year_gross", "peak_year_estimate_gross", "peak_value_gross", "peak_year_net",
        "peak_year_estimate_net", "peak_value_net", "cumulative", "emissions_2025",
        "emissions_2040", "cost",
      ])
    #expect(outcome.output.contains("\"impossible\": 1"))
  }

  @Test func `a sample is the same for the same seed and lies in its ranges`() throws {
    let axes = ["levers.electric-cars.level=20%:40%", "industry.bricks.activity=1:3 Mt"]
    let sample = ["--design", "sobol", "--samples", "300"]
    #expect(try folder.sweep(sample, into: "a", varying: axes).status == 0)
    #expect(try folder.sweep(sample + ["--jobs", "1"], into: "b", varying: axes).status == 0)
    #expect(try folder.sweep(sample + ["--seed", "2"], into: "c", varying: axes).status == 0)
    let table = CSVFile(try folder.bytes(in: "a")).rows
    #expect(table.count == 300)
    #expect(try folder.bytes(in: "a") == folder.bytes(in: "b"))
    #expect(try folder.bytes(in: "a") != folder.bytes(in: "c"))
    for row in table {
      #expect((20...40).contains(Double(row["levers.electric-cars.level"] ?? "") ?? 0))
      #expect((1...3).contains(Double(row["industry.bricks.activity"] ?? "") ?? 0))
    }
  }
}

import Foundation
import TestSupport
import Testing

/// Fits of the small city to made-up histories, through the real binary.
///
/// Industry emits A(t)·(0.1 + c) t per t of bricks, so factors on process emissions and on the growth of
/// activity have fits that can be computed without the model: numbers here are SciPy's
/// `least_squares` (1.17) of `A(t)·g^t·(0.1·p + c)`, standard errors `s²·(JᵀJ)⁻¹` by NumPy.
@Suite struct `Calibrating on the command line` {
  private let folder: TemporaryFolder

  private static let industry = """
    history:
      sectors:
        industry: {2020: 0.4621 Mt, 2021: 0.4446 Mt, 2022: 0.4363 Mt, 2023: 0.4253 Mt, 2024: 0.4095 Mt, 2025: 0.399 Mt, 2026: 0.3917 Mt, 2027: 0.3757 Mt}

    """

  init() throws { folder = try TemporaryFolder() }

  private func city(_ history: String) throws -> String {
    try folder.write(try SmallCity.text(levers: "") + history, to: "city.yaml")
  }

  private func calibrate(_ file: String, _ arguments: String...) throws -> Command.Outcome {
    // Made-up observations reach to 2027.
    try Program.run(
      ["calibrate", file, "--output", folder.url.path + "/out"] + arguments,
      environment: ["SOURCE_DATE_EPOCH": "1861920000"])
  }

  private var results: URL { folder.url.appending(path: "out/smallville/base") }

  @Test func `each series has a chart of its own, in its unit`() throws {
    let history = """
      history:
        energy: {2020: 30 PJ, 2021: 30.5 PJ, 2022: 30 PJ, 2023: 31 PJ}
        gdp: {2020: 1000 亿元, 2021: 1060 亿元, 2022: 1090 亿元, 2023: 1150 亿元}

      """
    let outcome = try calibrate(
      city(history), "--to", "energy,gdp", "--fit", "drivers.gdp", "--fit",
      "industry.bricks.activity")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let headings = outcome.output.split(separator: "\n").filter { $0.hasPrefix("Observed less") }
    #expect(headings.count == 2, "\(outcome.output)")
    #expect(headings.first?.hasPrefix("Observed less fitted, energy (│ is 0, the edge ") == true)
    #expect(headings.first?.hasSuffix(" PJ):") == true)
    #expect(headings.last?.hasSuffix(" 10^9 CNY):") == true, "\(headings)")
  }

  @Test func `two numbers are found with the standard errors of NumPy, and the file runs`() throws {
    let outcome = try calibrate(
      city(Self.industry), "--to", "sectors", "--fit", "industry.bricks.routes.kiln.process",
      "--fit", "industry.bricks.activity:grow=0.9:1.1")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = try CSVFile(results.appending(path: "calibration.csv")).rows
    try #require(rows.count == 2)
    for (row, (value, error)) in zip(
      rows, [(1.30179397, 0.00813748), (0.98476957, 0.00088545)])
    {
      #expect(abs(try #require(row["fitted"].flatMap(Double.init)) - value) < 1e-6)
      #expect(abs(try #require(row["standard_error"].flatMap(Double.init)) - error) < 1e-6)
      #expect(row["at_bound"] == "no")
      let t = try #require(row["t"].flatMap(Double.init))
      #expect(abs(t - (value - 1) / error) < 0.01)
    }
    #expect(rows.map { $0["lower"] } == ["0.2", "0.9"])
    let residuals = try CSVFile(results.appending(path: "calibration-residuals.csv"))
    #expect(residuals.rows.count == 8)
    let run = try Program.run([
      "run", results.path + "/calibrated.yaml", "--allow-outside", "--output",
      folder.url.path + "/run",
    ])
    #expect(run.status == 0)
    let ran = try CSVFile(
      folder.url.appending(path: "run/smallville/base-calibrated/emissions.csv"))
    let fitted = residuals.numbers("fitted", ("series", "sectors.industry"))
    for (found, wanted) in zip(ran.numbers("source_industry"), fitted) {
      #expect(abs(found - wanted) < 1e-12)
    }
    let text = try String(contentsOf: results.appending(path: "calibrated.yaml"), encoding: .utf8)
    #expect(
      text.contains("adjustments:\n  industry.bricks.routes.kiln.process:\n    multiply: 1.3017"))
  }

  @Test func `a factor of a linear model is the quotient of sums, under any bounds that hold it`()
    throws
  {
    // k = Σxy / Σx², s² = Σ(y − kx)² / 7 / Σx²
    for bounds in ["", "=0.5:1.2"] {
      let outcome = try calibrate(
        city(Self.industry), "--to", "sectors", "--fit", "industry.*.activity" + bounds)
      #expect(outcome.status == 0)
      let row = try #require(CSVFile(results.appending(path: "calibration.csv")).rows.first)
      #expect(abs(try #require(row["fitted"].flatMap(Double.init)) - 1.0936248372785247) < 1e-8)
      #expect(
        abs(try #require(row["standard_error"].flatMap(Double.init)) - 0.014641866441819269) < 1e-8)
    }
  }

  @Test func `a number that wants beyond its bound stops there and says so`() throws {
    let file = try city(Self.industry)
    let outcome = try calibrate(
      file, "--to", "sectors", "--fit", "industry.bricks.activity=0.9:1.05")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("ended at its bound"))
    let row = try #require(CSVFile(results.appending(path: "calibration.csv")).rows.first)
    #expect(row["at_bound"] == "yes" && row["standard_error"] == "")
    #expect(abs(try #require(row["fitted"].flatMap(Double.init)) - 1.05) < 1e-6)
  }

  @Test func `a replaced value keeps its unit`() throws {
    let outcome = try calibrate(
      city(Self.industry), "--to", "sectors", "--fit",
      "industry.bricks.routes.kiln.process:replace=0.05:0.4 tCO2/t")
    #expect(outcome.status == 0, "\(outcome.errors)")
    // A(t)·(p + c) is linear in p: p + c = 1.0936… · (0.1 + c).
    let row = try #require(CSVFile(results.appending(path: "calibration.csv")).rows.first)
    let wanted = 1.0936248372785247 * 0.20007298 - 0.10007298
    #expect(abs(try #require(row["fitted"].flatMap(Double.init)) - wanted) < 1e-7)
    let text = try String(contentsOf: results.appending(path: "calibrated.yaml"), encoding: .utf8)
    #expect(text.contains("replace: 0.118"))
  }

  @Test func `the record of a run names what was adjusted`() throws {
    let file = try city("adjustments: {drivers.gdp: {grow: 1.01, note: from somewhere}}\n")
    _ = try Program.run(["run", file, "--output", folder.url.path + "/run"])
    let record = try jsonObject(of: folder.url.appending(path: "run/smallville/base/run.json"))
    let adjusted = try #require((record["adjustments"] as? [[String: Any]])?.first)
    #expect(adjusted["parameter"] as? String == "drivers.gdp")
    #expect(adjusted["grow"] as? Double == 1.01)
    #expect(adjusted["note"] as? String == "from somewhere")
  }

  @Test func `a hindcast keeps years back and writes no scenario`() throws {
    let file = try city(Self.industry)
    let outcome = try calibrate(
      file, "--to", "sectors", "--fit", "industry.bricks.activity:grow", "--hindcast", "5")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Hindcast of sectors.industry"))
    let rows = try CSVFile(results.appending(path: "calibration-hindcast.csv")).rows
    #expect(rows.map { $0["year"] } == ["2025", "2026", "2027"])
    #expect(rows.allSatisfy { $0["no_change"] == "0.4095" })
    #expect(!folder.contents.contains { $0.hasSuffix("calibrated.yaml") })
    #expect(
      try calibrate(
        file, "--to", "sectors", "--fit", "industry.bricks.activity", "--until", "2024", "--lang",
        "zh"
      ).output.contains("回测"))
  }

  @Test func `what the data cannot tell is refused, with the names`() throws {
    let file = try city(Self.industry + "  gdp: {2020: 1000 亿元, 2021: 1060 亿元}\n")
    let faults: [([String], Int32, String)] = [
      (["--fit", "drivers.population", "--to", "gdp"], 65, "the data say nothing of"),
      (
        [
          "--fit", "industry.bricks.routes.kiln.process", "--fit",
          "industry.bricks.routes.kiln.uses.heat.intensity", "--to", "sectors",
        ], 65, "cannot tell these apart"
      ),
      (["--fit", "drivers.gdp"], 65, "history.emissions"),
      (
        ["--fit", "drivers.gdp", "--fit", "drivers.gdp", "--to", "gdp"], 64, "fitted twice"
      ),
      (["--fit", "drivers.gdpp", "--to", "gdp"], 64, "did you mean 'drivers.gdp'?"),
      (
        [
          "--fit", "drivers.gdp", "--fit", "drivers.population", "--fit",
          "industry.bricks.activity", "--to", "gdp",
        ], 65, "too few"
      ),
      (["--fit", "drivers.gdp:plus", "--to", "gdp"], 64, "grow"),
      (["--fit", "drivers.gdp=2:1", "--to", "gdp"], 64, "0.8:1.2"),
      (["--fit", "drivers.gdp", "--to", "money"], 64, "emissions, energy, sectors, gdp"),
      (["--fit", "drivers.gdp", "--to", "gdp", "--until", "2030"], 65, "2030"),
      (["--fit", "drivers.gdp", "--to", "gdp", "--hindcast", "2"], 65, "observed years"),
      (["--lock-base"], 65, "history.emissions"),
      (["--fit", "drivers.gdp", "--ridge", "1"], 64, "--stirpat"),
      ([], 64, "--fit"),
      (["--fit", "drivers.gdp", "--stirpat"], 64, "one thing"),
      (["--stirpat"], 65, "emissions"),
    ]
    for (arguments, status, words) in faults {
      let outcome = try Program.run(
        ["calibrate", file, "--output", folder.url.path + "/out"] + arguments)
      #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
    }
    #expect(!folder.contents.contains("out"))
  }

  @Test func `a history before the run is refused with both spans`() throws {
    let outcome = try calibrate(
      city("history: {emissions: {2010: 1 Mt, 2015: 1.2 Mt}}\n"), "--fit", "drivers.gdp")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("2010–2015") && outcome.errors.contains("2020–2040"))
  }

  @Test func `an adjustment that cannot be is told at its line`() throws {
    for (text, words) in [
      ("industry.bricks.activit: {multiply: 1.1}", "industry.bricks.activity"),
      ("industry.bricks.activity: {multiply: -1}", "a factor is above 0"),
      ("industry.bricks.activity: {note: nothing}", "multiply"),
      ("waste.treatment.landfill: {multiply: 3}", "waste.treatment"),
      ("coal.*.x: {multiply: 1}", "no parameter fits"),
    ] {
      let outcome = try Program.run(["check", city("adjustments:\n  \(text)\n")])
      #expect(outcome.status == 65, "\(text)")
      #expect(outcome.errors.contains(words), "\(text): \(outcome.errors)")
    }
  }

  @Test func `adjusted shares leave the rest to the others`() throws {
    let file = try city("adjustments: {waste.treatment.landfill: {multiply: 1.25}}\n")
    let plain = try folder.write(
      try SmallCity.text([("landfill: 40%", "landfill: 50%")]), to: "plain.yaml")
    let nets = try [file, plain].map { path in
      let outcome = try Program.run([
        "run", path, "--json", "--output", folder.url.path + "/run",
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try CSVFile(
        folder.url.appending(path: "run/smallville/base/emissions.csv")
      ).numbers("source_waste")
    }
    #expect(zip(nets[0], nets[1]).allSatisfy { abs($0 - $1) < 1e-12 } && nets[0].count == 21)
  }

  private static let inputs = Repository.root.appending(path: "Tests/CommandLineTests/Inputs").path

  @Test
  func `STIRPAT hindcasts Shanghai and Chongqing as NumPy does, and no better than no change`()
    throws
  {
    // λ by generalised cross-validation (SciPy's `minimize_scalar`), fitted 2005–2014, predicted 2015–2019.
    for (city, fit, none, trend) in [
      ("shanghai", 12.261338506613933, 2.005492458225658, 29.01637392155683),
      ("chongqing", 9.50087685665344, 4.370812281487278, 50.088165768427956),
    ] {
      let outcome = try calibrate(
        Self.inputs + "/\(city).csv", "--stirpat", "--until", "2014", "--json")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let record = try jsonObject(outcome.output)
      let hindcast = try #require((record["hindcasts"] as? [[String: Any]])?.first)
      func error(_ key: String) throws -> Double {
        try #require((hindcast[key] as? [String: Any])?["rmse"] as? Double)
      }
      let found = try error("fit")
      #expect(abs(found / fit - 1) < 1e-6, "\(found)")
      #expect(abs(try error("no_change") - none) < 1e-9)
      #expect(abs(try error("trend") - trend) < 1e-9)
      #expect(try #require(hindcast["skill_against_no_change"] as? Double) < -1)
      #expect(try #require(hindcast["skill_against_trend"] as? Double) > 0.5)
    }
  }

  @Test func `a table's faults are told at their column`() throws {
    for (text, words) in [
      ("year,population [万人],gdp [亿元],emission [Mt]\n2005,1,2,3\n", "did you mean 'emissions'?"),
      ("year,population [万人],gdp [亿元],emissions\n2005,1,2,3\n", "has no unit"),
      ("year,population [GW],gdp [亿元],emissions [Mt]\n2005,1,2,3\n", "is no unit of"),
      ("year,population [万人],gdp [亿元],emissions [Mt]\n2005,0,2,3\n", "above 0"),
    ] {
      let outcome = try calibrate(try folder.write(text, to: "table.csv"), "--stirpat")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      #expect(outcome.errors.contains("table.csv:"))
    }
    #expect(try calibrate("missing.csv", "--stirpat").status == 66)
  }

  @Test(arguments: [
    (
      "year,population [万人],gdp [亿元],emissions [Mt]\n2005,1,2,3\n2006,1,2,-3\n", "1:31",
      "out-of-bounds"
    ),
    ("year,population [万人],gdp [亿元],emissions [Mt]\n2005,1,2,3\n", "1:31", "csv-missing-row"),
    ("year,gdp [亿元],emissions [Mt]\n2005,2,3\n2006,2,4\n", "", "csv-unknown-column"),
  ])
  func `what a table lacks for a fit is told at its place`(
    text: String, place: String, code: String
  ) throws {
    let table = try folder.write(text, to: "table.csv")
    for (language, word) in [("en", "error"), ("zh", "错误")] {
      let outcome = try calibrate(table, "--stirpat", "--lang", language)
      #expect(outcome.status == 65)
      let start = place.isEmpty ? "table.csv: \(word): " : "table.csv:\(place): \(word): "
      #expect(outcome.errors.contains(start), "\(outcome.errors)")
      #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
    }
    let file = try city("history: {emissions: {2020: 1 Mt, 2021: 2 Mt}}\n")
    let lacks = try calibrate(file, "--stirpat")
    #expect(lacks.errors.contains(/city.yaml:\d+:1: error: .*'population' \[missing-key\]/))
    let few = try calibrate(file, "--to", "gdp", "--fit", "drivers.gdp")
    #expect(few.errors.contains(/city.yaml:\d+:1: error: .*history.gdp.* \[missing-key\]/))
  }

  @Test func `what must not be overlooked has a code and both languages in the record`() throws {
    let file = Self.inputs + "/chongqing.csv"
    let outcome = try calibrate(file, "--stirpat", "--json")
    let record = try jsonObject(outcome.output)
    let told = try #require(record["warnings"] as? [String])
    #expect(told.contains { $0.hasSuffix("[elasticities-no-causes]") }, "\(told)")
    let chinese = try calibrate(file, "--stirpat", "--json", "--lang", "zh")
    #expect(chinese.errors.contains(/[并而]非因果/), "\(chinese.errors)")
    let locked = try calibrate(
      city("history: {emissions: {2020: 1 Mt}}\n"), "--lock-base", "--json")
    #expect(locked.output.contains("[lock-far-from-one]"), "\(locked.errors)")
  }

  @Test func `a curve of adoption is fitted to a column`() throws {
    let rows = (0..<12).map { place -> String in
      let level = 80 / (1 + exp(-0.6 * (Double(place) - 6)))
      return "\(2010 + place),\(level)"
    }
    let table = try folder.write(
      "year,share\n" + rows.joined(separator: "\n") + "\n", to: "share.csv")
    let outcome = try calibrate(table, "--curve", "logistic")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = try CSVFile(folder.url.appending(path: "out/share/calibration.csv"))
    for (name, value) in [("rate", 0.6), ("midpoint", 2016), ("potential", 80)] {
      #expect(
        abs(try #require(found.numbers("fitted", ("parameter", name)).first) / value - 1) < 1e-6)
    }
    #expect(try calibrate(table, "--curve", "logistic", "--value", "shar").status == 65)
  }
}

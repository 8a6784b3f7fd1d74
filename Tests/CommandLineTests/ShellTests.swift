import Foundation
import TestSupport
import Testing

/// What is typed: languages, values that say nothing, texts that would steer a terminal.
@Suite struct `What is typed on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> Command.Outcome {
    try Program.run(arguments, in: folder.url)
  }

  @Test func `the time may be fixed, and has to be a time`() throws {
    for wrong in ["yesterday", "", "-1", "1e9", "999999999999"] {
      let outcome = try Program.run(
        ["schema"], in: folder.url, environment: ["SOURCE_DATE_EPOCH": wrong])
      #expect(outcome.status == 64 && outcome.output.isEmpty, "\(wrong)")
      #expect(outcome.errors.contains("SOURCE_DATE_EPOCH is '\(wrong)'"), "\(outcome.errors)")
    }
    let outcome = try Program.run(
      ["run", SmallCity.path, "--quiet"], in: folder.url,
      environment: ["SOURCE_DATE_EPOCH": "1700000000"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let record = try String(
      contentsOf: folder.url.appending(path: "Output/smallville/base/run.json"), encoding: .utf8)
    #expect(record.contains("2023-11-14T22:13:20Z"), "\(record.prefix(400))")
  }

  @Test(arguments: [["--lang", "zh"], ["--lang=zh"], ["--lang", "en", "--lang", "zh"]])
  func `the language may stand before the command`(language: [String]) throws {
    for rest in [
      ["run", "none.yaml"], ["--help"], ["help", "run"], ["help"], ["run"], ["rnu"],
      ["manual", "units"],
      ["run", "--help"], ["--version"],
    ] {
      let before = try Program.run(language + rest, in: folder.url)
      let environment = ["LANG": "zh_CN.UTF-8"]
      let expected = try Program.run(rest, in: folder.url, environment: environment)
      #expect(before.status == expected.status, "\(rest): \(before.errors)")
      #expect(before.output == expected.output && before.errors == expected.errors, "\(rest)")
    }
    #expect(try Program.run(language, in: folder.url).output.hasPrefix("概述："))
    #expect(try Program.run(["help", "run"] + language).output.hasPrefix("概述："))
  }

  @Test func `a language there is not is usage, wherever it stands`() throws {
    for arguments in [["--lang", "fr", "schema"], ["--lang"], ["--lang=", "run"]] {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--lang takes en or zh."), "\(outcome.errors)")
    }
    #expect(try run("schema", "--lang", "fr").status == 64)
    let both = try run("--lang", "zh", "run", "none.yaml", "--lang", "en")
    #expect(both.errors.contains(": error: "), "the last one holds, as for every option")
  }

  @Test(arguments: ["# 0.5", " # 0.5", "", " ", "#", "{}", "{2030: }", "[ , ]"])
  func `a value that says nothing is usage in every command`(value: String) throws {
    let setting = "levers.electric-cars.level=" + value
    for command in ["run", "check", "attribute", "report", "uncertainty"] {
      let outcome = try run(command, SmallCity.path, "--set", setting)
      #expect(outcome.status == 64, "\(command) \(value): \(outcome.errors)")
      #expect(outcome.output.isEmpty && folder.contents.isEmpty)
    }
    #expect(try run("sweep", SmallCity.path, "--vary", setting).status == 64)
  }

  @Test func `a condition or a bound that says nothing is usage`() throws {
    let file = SmallCity.path
    for value in ["# 2028", "", " "] {
      for arguments in [
        ["optimise", file, "--subject-to", value],
        ["optimise", file, "--subject-to", "peak_year<=" + value],
        ["solve", file, "--with", "clean-grid", "--cap", "2035=" + value],
        ["solve", file, "--with", "clean-grid", "--budget", "2021-2035=" + value],
        ["solve", file, "--with", value, "--cap", "2035=1 Mt"],
        ["calibrate", file, "--fit", "industry.bricks.activity=" + value],
        ["sweep", file, "--vary", "levers.clean-grid.level=0,1", "--keep", "peak_year<=" + value],
        ["track", file, "--observed", "seen.csv", "--tolerance", value],
      ] {
        let outcome = try Program.run(arguments, in: folder.url)
        #expect(outcome.status == 64, "\(arguments): \(outcome.errors)")
        #expect(outcome.output.isEmpty && folder.contents.isEmpty, "\(arguments)")
      }
    }
  }

  @Test(arguments: [
    (["judge", "t.csv", "--value", ""], "--value"), (["judge", "t.csv", "--unit", ""], "--unit"),
    (["judge", "t.csv", "--unit="], "--unit"), (["judge", "t.csv", "--year", " "], "--year"),
    (["judge", "t.csv", "--output", ""], "--output"),
    (["calibrate", "t.csv", "--curve", "logistic", "--value", ""], "--value"),
    (["calibrate", "t.csv", "--curve", "logistic", "--against", ""], "--against"),
    (["track", SmallCity.path, "--observed", "t.csv", "--year", ""], "--year"),
    (["track", SmallCity.path, "--observed", ""], "--observed"),
    (["run", SmallCity.path, "--output", ""], "--output"),
    (["run", SmallCity.path, "--labels", ""], "--labels"),
    (["run", SmallCity.path, "--set", ""], "--set"),
    (["solve", SmallCity.path, "--with", ""], "--with"),
    (["sweep", SmallCity.path, "--keep", ""], "--keep"),
    (["new", "x", "--template="], "--template"),
    (["export", SmallCity.path, "--inputs", "--only", ""], "--only"),
    (["attribute", SmallCity.path, "--against", ""], "--against"),
    (["manual", "units", "--lang", ""], "--lang"),
  ])
  func `an option with nothing behind it is usage, and named`(
    arguments: [String], option: String
  ) throws {
    try folder.write("year,Mt\n2010,1\n2011,2\n2012,3\n2013,2\n", to: "t.csv")
    for (locale, words) in [("en_GB.UTF-8", "is empty"), ("zh_CN.UTF-8", "的取值为空")] {
      let outcome = try Program.run(arguments, in: folder.url, environment: ["LANG": locale])
      #expect(outcome.status == 64, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains("\(option) \(words)"), "\(arguments): \(outcome.errors)")
      #expect(outcome.output.isEmpty && folder.contents == ["t.csv"])
    }
    for command in ["run", "judge", "new", "merge"] {
      let outcome = try run(command, "")
      #expect(outcome.status == 64 && outcome.errors.contains("an argument is empty"))
    }
  }

  /// Words that would colour, ring, clear, turn round or begin a line of their own.
  private static let hostile = [
    "\u{1B}[31mred", "bell\u{7}", "\u{9B}2J", "turn\u{202E}ed", "two\nlines", "return\rover",
  ]

  @Test(arguments: hostile)
  func `nothing that is typed steers the terminal`(word: String) throws {
    let calls = [
      [word], ["--" + word], ["run", word], ["run", "--" + word], ["check", word + ".yaml"],
      ["run", SmallCity.path, "--set", word], ["run", SmallCity.path, "--set", word + "=1"],
      ["run", SmallCity.path, "--set", "drivers.population=" + word],
      ["run", SmallCity.path, "--output", SmallCity.path + "/" + word],
      ["run", SmallCity.path, "--output", word], ["judge", word], ["merge", word],
      ["new", word], ["new", "a-city", "--template", word], ["manual", word],
      ["sweep", SmallCity.path, "--vary", word],
      ["sweep", SmallCity.path, "--vary", word + "=1,2"],
      ["sweep", SmallCity.path, "--vary", "levers.clean-grid.level=0,1", "--keep", word],
      [
        "sweep", SmallCity.path, "--vary", "levers.clean-grid.level=0,1", "--top", "1", "--by",
        word,
      ],
      ["sweep", SmallCity.path, "--vary", "levers.clean-grid.level=0,1", "--shard", word],
      ["solve", SmallCity.path, "--with", word, "--cap", "2035=1 Mt"],
      ["solve", SmallCity.path, "--with", "clean-grid", "--cap", word],
      ["optimise", SmallCity.path, "--subject-to", word],
      ["export", SmallCity.path, "--inputs", "--only", word],
      ["calibrate", SmallCity.path, "--fit", word], ["track", SmallCity.path, "--observed", word],
      ["run", SmallCity.path, "--hourly", word], ["run", SmallCity.path, "--lang", word],
    ]
    for arguments in calls {
      for language in ["en_GB.UTF-8", "zh_CN.UTF-8"] {
        let outcome = try Program.run(arguments, in: folder.url, environment: ["LANG": language])
        let text = outcome.output + outcome.errors
        #expect(!text.isEmpty, "\(arguments)")
        let steering = text.unicodeScalars.filter {
          $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}")
        }
        #expect(steering.isEmpty, "\(arguments): \(outcome.status) \(text.debugDescription)")
        #expect(!text.split(separator: "\n").contains("lines"), "\(arguments): \(text)")
      }
    }
  }

  @Test func `nothing in a file or a table steers the terminal`() throws {
    let city = try folder.write(
      SmallCity.text([
        ("name: Base", #"name: "Base\e[2J\x9b\nline""#),
        ("name: Smallville", #"name: "Small\u202eville""#),
      ]), to: "city.yaml")
    let table = try folder.write(
      "year,\"name\u{1B}[31m\",\"two\nlines\"\n2020,1,2\n2021,2,1\n2022,1,3\n", to: "seen.csv")
    for arguments in [
      ["run", city], ["run", city, "--json"], ["check", city], ["report", city],
      ["attribute", city], ["judge", table], ["judge", table, "--json"],
      ["sweep", city, "--vary", "levers.clean-grid.level=0,1", "--json"],
    ] {
      let outcome = try Program.run(arguments, in: folder.url)
      let text = outcome.output + outcome.errors
      let steering = text.unicodeScalars.filter {
        $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}")
      }
      #expect(steering.isEmpty, "\(arguments): \(text.debugDescription)")
    }
  }
}

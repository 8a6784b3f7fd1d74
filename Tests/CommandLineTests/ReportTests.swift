import Foundation
import TestSupport
import Testing

/// The page that the real binary writes.
@Suite struct `Reports on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func input(_ name: String) -> String {
    Repository.root.appending(path: "Tests/CommandLineTests/Inputs/\(name).yaml").path
  }

  private func report(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Command.Outcome {
    try Program.run(
      ["report", "--output", folder.url.path] + arguments, environment: environment)
  }

  private func file(_ path: String) -> URL { folder.url.appending(path: "smallville/\(path)") }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: file(path), encoding: .utf8)
  }

  @Test func `numbers of the page are those of the CSV files, to the last digit`() throws {
    #expect(try report([Self.input("small"), "--wedges"]).status == 0)
    for command in ["run", "attribute"] {
      #expect(
        try Program.run([command, Self.input("small"), "--output", folder.url.path]).status == 0)
    }
    let page = HTMLTables(try text("base/report.html"))
    let emissions = try #require(page["emissions.csv"])
    let rows = try CSVFile(file("base/emissions.csv")).rows
    #expect(emissions.rows.count == rows.count && rows.count == 21)
    for (shown, row) in zip(emissions.rows, rows) {
      #expect(shown["year"] == row["year"])
      for column in ["total", "energy", "buildings", "industry", "sinks", "net"] {
        #expect(shown[column] == row[column])
      }
    }
    let balance = try CSVFile(file("base/energy-balance.csv"))
    let energy = try #require(page["energy-balance.csv"])
    for carrier in ["gas", "petrol", "electricity"] {
      #expect(
        energy.rows.compactMap { $0[carrier].flatMap(Double.init) }
          == balance.numbers("final", ("carrier", carrier)))
    }
    let parts = try CSVFile(file("base/attribution-by-year.csv"))
    let wedges = try #require(page["attribution-by-year.csv"])
    for lever in ["clean-grid", "electric-cars", "(total)"] {
      #expect(
        wedges.rows.compactMap { $0[lever].flatMap(Double.init) }
          == parts.numbers("value", ("lever", lever)))
    }
  }

  @Test func `the reference is the scenario with its levers at zero, the band that of uncertainty`()
    throws
  {
    #expect(try report([Self.input("uncertain"), "--quiet"]).status == 0)
    let none = ["--set", "levers.clean-grid.level=0", "--set", "levers.electric-cars.level=0"]
    let plain = folder.url.appending(path: "plain").path
    #expect(
      try Program.run(["run", Self.input("uncertain"), "--output", plain] + none).status == 0)
    #expect(
      try Program.run([
        "uncertainty", Self.input("uncertain"), "--samples", "1024", "--output", plain,
      ]).status == 0)
    let results = folder.url.appending(path: "plain/smallville/uncertain")
    let table = try #require(HTMLTables(try text("uncertain/report.html"))["emissions.csv"])
    let reference = try CSVFile(results.appending(path: "emissions.csv")).numbers("total")
    #expect(table.rows.compactMap { $0["Without levers"].flatMap(Double.init) } == reference)
    // One target is met as the scenario stands, but in half of the samples only.
    let light = try #require(
      try text("uncertain/report.html").firstMatch(
        of: #/● ✓ met, not robust</span></td><td [^>]*data-value="([^"]*)"/#))
    #expect((0.3..<2.0 / 3).contains(Double(light.1) ?? 0))
    let bands = try CSVFile(results.appending(path: "bands.csv"))
    for (column, quantile) in [("5 %", "p5"), ("95 %", "p95")] {
      let band = bands.numbers(quantile, ("account", "gross"), ("sector", "total"))
      #expect(band.count == 21)
      #expect(table.rows.compactMap { $0[column].flatMap(Double.init) } == band)
    }
  }

  @Test func `several scenarios stand side by side, held against the first`() throws {
    let outcome = try report([Self.input("small"), Self.input("uncertain"), "--lang", "zh"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try text("report/report.html")
    #expect(page.contains("<html lang=\"zh-CN\"") && page.contains("情景对照"))
    let summary = try #require(HTMLTables(page)["summary.csv"])
    #expect(
      try Program.run([
        "compare", Self.input("small"), Self.input("uncertain"), "--output", folder.url.path,
      ]).status == 0)
    let differences = try CSVFile(file("compare/summary.csv")).numbers("difference")
    #expect(
      summary.rows.dropFirst().compactMap { $0["差值"].flatMap(Double.init) }
        == Array(differences.dropFirst()))
    #expect(try text("report/base-emissions.svg").contains("小城"))
    #expect(try text("report/comparison.svg").contains("不确定"))
  }

  @Test func `scenarios of different cities are refused, and nothing is written`() throws {
    let outcome = try report([Self.input("small"), "Scenarios/archetype/reference.yaml"])
    #expect(outcome.status == 65 && outcome.errors.contains("cannot compare"))
    #expect(folder.contents.isEmpty)
  }

  @Test func `cities of one id and two names are refused`() throws {
    let other = try folder.write(
      try SmallCity.text([("name: Smallville", "name: Elsewhere"), ("id: base", "id: other")]),
      to: "other.yaml")
    let outcome = try Program.run(
      ["compare", Self.input("small"), other, "--output", folder.url.path + "/out"])
    #expect(outcome.status == 65 && outcome.errors.contains("'Smallville' and 'Elsewhere'"))
    #expect(!folder.contents.contains("out"), "\(folder.contents)")
  }

  @Test func `the same scenario gives the same page but for the time`() throws {
    var pages: [String] = []
    for jobs in ["1", "3"] {
      #expect(try report([Self.input("uncertain"), "--jobs", jobs, "--wedges"]).status == 0)
      pages.append(
        try text("uncertain/report.html").replacing(#/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#, with: ""))
    }
    #expect(pages[0] == pages[1])
  }

  @Test func `without the program that makes pictures nothing is written, and it is named`() throws
  {
    let outcome = try report(
      [Self.input("small"), "--png"], environment: ["PATH": folder.url.path])
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("librsvg2-bin"))
    #expect(folder.contents.isEmpty)
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/rsvg-convert"),
      "rsvg-convert is not installed; make test installs librsvg2-bin where apt-get can"))
  func `pictures of pixels are twice the size of the drawings`() throws {
    let outcome = try report([Self.input("small"), "--png", "--lang", "zh"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let drawing = try text("base/emissions.svg")
    let box = try #require(drawing.firstMatch(of: #/width="(\d+)" height="(\d+)"/#))
    let image = try Data(contentsOf: file("base/emissions.png"))
    // PNG (W3C): eight bytes of signature, then width and height after the name of the first chunk.
    #expect(image.prefix(8) == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    func number(at place: Int) -> Int {
      image[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect([number(at: 16) / 2, number(at: 20) / 2] == [Int(box.1), Int(box.2)])
  }

  @Test(
    .enabled(
      if: Browser.path != nil,
      "no Chromium here; make test installs it where apt-get can"),
    arguments: ["en", "zh"])
  func `a browser shows the page without an error or a request`(language: String) throws {
    #expect(try report([Self.input("small"), "--wedges", "--lang", language]).status == 0)
    let visit = try Browser.visit(file("base/report.html"))
    #expect(visit.complaints.isEmpty, "\(visit.complaints)")
    let read = HTMLTables(visit.document)
    let written = HTMLTables(try text("base/report.html"))
    #expect(read["emissions.csv"]?.rows == written["emissions.csv"]?.rows)
    #expect(read["emissions.csv"]?.rows.count == 21)
    // The same page with a picture from elsewhere: the browser tells of it.
    let spoilt = try text("base/report.html").replacingOccurrences(
      of: "<main", with: "<img src=\"https://example.org/a.png\"><main")
    let page = URL(fileURLWithPath: try folder.write(spoilt, to: "spoilt.html"))
    #expect(try !Browser.visit(page).complaints.isEmpty)
  }
}

/// The tables of a page that hold numbers of a file, by the name of the file.
struct HTMLTables {
  struct Table {
    /// The rows: whole numbers where a cell has one, by the name of the column in the file, or else
    /// by its heading.
    let rows: [[String: String]]
  }
  private var tables: [String: Table] = [:]

  subscript(file: String) -> Table? { tables[file] }

  init(_ page: String) {
    for match in page.matches(of: #/<table data-file="([^"]*)">(.*?)</table>/#.dotMatchesNewlines())
    {
      let head = Self.cells(match.2, in: "thead")
      let columns = head.first ?? []
      let body = Self.cells(match.2, in: "tbody")
      tables[String(match.1)] = Table(
        rows: body.map { Dictionary(zip(columns, $0), uniquingKeysWith: { first, _ in first }) })
    }
  }

  private static func cells(_ table: Substring, in part: String) -> [[String]] {
    let wanted = table.components(separatedBy: "<\(part)>").last ?? ""
    let rows = (wanted.components(separatedBy: "</\(part)>").first ?? "")
      .matches(of: #/<tr>(.*?)</tr>/#.dotMatchesNewlines())
    return rows.map { row in
      row.1.matches(of: #/<t[hd]([^>]*)>(.*?)</t[hd]>/#.dotMatchesNewlines()).map { cell in
        let whole =
          cell.1.firstMatch(of: #/data-value="([^"]*)"/#)
          ?? cell.1.firstMatch(of: #/data-column="([^"]*)"/#)
        return String(whole?.1 ?? cell.2)
      }
    }
  }
}

import Foundation
import TestSupport
import Testing

/// The workbook of a run, as other programs read it.
@Suite struct `Workbooks on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func results(_ arguments: String...) throws -> URL {
    let small = try folder.write(
      SmallCity.text([("inventory: made up", "inventory: \"=1+1 的清单 <&>\"")]), to: "small.yaml")
    let outcome = try Program.run(
      ["run", small, "--xlsx", "--output", folder.url.path] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return folder.url.appending(path: "smallville/base")
  }

  @Test(.enabled(if: !Python.isLeftOut))
  func `openpyxl finds every number of the CSV files, to the last bit, and charts beside them`()
    throws
  {
    let check = try Python.run(
      """
      import csv, sys, openpyxl
      folder = sys.argv[1]
      book = openpyxl.load_workbook(folder + "/results.xlsx")
      files = {"emissions": "emissions", "indicators": "indicators", "peak": "peak", "targets": "targets",
               "energy-balance": "energy-balance", "data": "trajectory"}
      for sheet, file in files.items():
          rows = list(csv.reader(open(f"{folder}/{file}.csv", encoding="utf-8")))
          cells = [[c.value for c in row] for row in book[sheet].iter_rows()]
          assert len(cells) == len(rows) > 1, (sheet, len(cells), len(rows))
          assert book[sheet].freeze_panes == "B2"
          for one, other in zip(cells[1:], rows[1:]):
              for value, text in zip(one, other, strict=True):
                  if isinstance(value, (int, float)):
                      assert value == float(text), (sheet, value, text)
                  else:
                      assert (value or "") == text.removeprefix("'"), (sheet, value, text)
      net = [c.value for c in book["emissions"][1]]
      assert net[:2] == ["year", "total [Mt CO2e]"], net
      charts = {s.title: len(s._charts) for s in book}
      assert charts["emissions"] == charts["final-energy"] == charts["power"] == 1, charts
      about = [c.value for row in book["about"].iter_rows() for c in row]
      assert any("=1+1 的清单 <&>" in str(text) for text in about), about
      assert "小城" in about, about
      """, try results("--lang", "zh").path)
    #expect(check.status == 0, "\(check.said)")
  }

  @Test(.enabled(if: !Python.isLeftOut))
  func `pyam reads the sheet of data as it reads the trajectory`() throws {
    let check = try Python.run(
      """
      import sys, pyam
      one, other = [pyam.IamDataFrame(sys.argv[1] + name) for name in
                    ("/results.xlsx", "/trajectory.csv")]
      assert one.equals(other) and len(one.variable) > 50
      """, try results().path)
    #expect(check.status == 0, "\(check.said)")
  }

  @Test func `the same run gives the same bytes but for the time, which stands in the first sheet`()
    throws
  {
    let books = try (0..<2).map { number in
      usleep(number == 0 ? 0 : 1_100_000)
      return String(
        decoding: try Data(contentsOf: results().appending(path: "results.xlsx")), as: UTF8.self)
    }
    #expect(books[0] != books[1])
    // Nothing is compressed: a sheet stands in the file as it is, after its name, up to the list of
    // files, which holds the checksum of the first sheet.
    let sheets = try books.map { book in
      let parts = book.components(separatedBy: "xl/worksheets/sheet2.xml")
      try #require(parts.count == 4)
      return try #require(parts[2].components(separatedBy: "PK\u{1}\u{2}").first)
    }
    #expect(sheets[0] == sheets[1] && sheets[0].contains("xl/charts/chart2.xml"))
    #expect(sheets[0].contains("<v>2020</v>"))
  }
}

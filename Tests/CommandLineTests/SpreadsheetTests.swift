import Foundation
import TestSupport
import Testing

/// Our tables as LibreOffice sees them.
@Suite(
  .enabled(
    if: Spreadsheet.isThere, "needs LibreOffice (soffice), which make test does not install"),
  .serialized)
struct `Tables in a spreadsheet` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ options: [String]) throws -> URL {
    let small = try folder.write(
      SmallCity.text([("inventory: made up", "inventory: \"=1+1 的清单\"")]), to: "small.yaml")
    let outcome = try Program.run(
      ["run", small, "--quiet", "--output", folder.url.path] + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return folder.url.appending(path: "smallville/base")
  }

  /// Holds every cell of a workbook against the CSV file it comes from.
  ///
  /// LibreOffice saves 15 digits of a number.
  private static let comparison = """
    import csv, datetime, re, sys, openpyxl
    def compare(rows, sheet, digits=15):
        cells = [list(row) for row in sheet.iter_rows()]
        assert len(cells) == len(rows) > 1, (len(cells), len(rows))
        numbers = words = 0
        for place, (one, other) in enumerate(zip(cells, rows)):
            for cell, text in zip(one, other):
                value = cell.value
                if place == 0:  # A year in a heading may be either.
                    assert str(value) == text, (value, text)
                    words += 1
                    continue
                assert cell.data_type not in "df", (cell.data_type, text)
                assert not isinstance(value, (datetime.date, datetime.time)), text
                if re.fullmatch(r"-?[0-9.]+(e[-+]?[0-9]+)?", text):
                    assert isinstance(value, (int, float)), (value, text)
                    bound = 0 if digits == 17 else 5 * 10.0 ** -digits * abs(float(text))
                    assert abs(value - float(text)) <= bound, (value, text)
                    numbers += 1
                else:
                    assert (value or "") == text, (value, text)
                    words += value is not None
        return numbers, words
    def table(path):
        return list(csv.reader(open(path, encoding="utf-8-sig", newline="")))
    """

  @Test(arguments: [
    [], ["--excel"], ["--labels", "zh"], ["--labels", "zh", "--excel"],
  ])
  func `keep numbers numbers and Chinese Chinese, with and without what Excel needs`(
    options: [String]
  ) throws {
    let results = try run(options)
    for name in ["emissions", "targets", "peak"] {
      let file = results.appending(path: "\(name).csv")
      let opened = try Spreadsheet.workbook(of: file, in: folder)
      let check = try Python.run(
        Self.comparison + """

          rows = table(sys.argv[1])
          numbers, words = compare(rows, openpyxl.load_workbook(sys.argv[2]).active)
          assert numbers > 2 and words >= len(rows[0]), (numbers, words)
          """, file.path, opened.path)
      #expect(check.status == 0, "\(name) \(options): \(check.said)")
    }
  }

  @Test(arguments: [false, true])
  func `make no formula, date or number of a name`(isForExcel: Bool) throws {
    let names = ["3-5", "=1+1", "+甲", "-乙", "@丙", "1e5", "2020-01-01", "1/2", "12:30", "5%", "＝A1"]
    let rows = (2000..<2012).map { year in
      "\(year)," + names.indices.map { "\(100 + $0 - abs(year - 2005)).5" }.joined(separator: ",")
    }
    let table = try folder.write(
      (["年份," + names.map { "\"\($0)\"" }.joined(separator: ",")] + rows)
        .joined(separator: "\n") + "\n", to: "observed.csv")
    let outcome = try Program.run(
      ["judge", table, "--quiet", "--output", folder.url.path + "/out"]
        + (isForExcel ? ["--excel"] : []))
    #expect(outcome.status == 0, "\(outcome.errors)")
    let file = folder.url.appending(path: "out/judgement.csv")
    let opened = try Spreadsheet.workbook(of: file, in: folder)
    let check = try Python.run(
      Self.comparison + """

        rows = table(sys.argv[1])
        sheet = openpyxl.load_workbook(sys.argv[2]).active
        compare(rows, sheet)
        names = [row[0].value for row in sheet.iter_rows()][1:]
        assert len(names) == 11 and all(isinstance(name, str) for name in names), names
        """, file.path, opened.path)
    #expect(check.status == 0, "\(check.said)")
  }

  @Test func `of the workbook have the numbers of the CSV files after they were opened and saved`()
    throws
  {
    let results = try run(["--xlsx", "--labels", "zh"])
    let opened = try Spreadsheet.workbook(
      of: results.appending(path: "results.xlsx"), in: folder)
    let check = try Python.run(
      Self.comparison + """

        files = {"排放": "emissions", "指标": "indicators", "达峰": "peak", "目标": "targets", "能源平衡": "energy-balance",
                 "data": "trajectory"}
        for path, digits in ((sys.argv[1] + "/results.xlsx", 17), (sys.argv[2], 15)):
            book = openpyxl.load_workbook(path)
            assert set(files) | {"说明", "终端能源", "电力"} <= set(book.sheetnames), book.sheetnames
            for sheet, file in files.items():
                numbers, _ = compare(table(f"{sys.argv[1]}/{file}.csv"), book[sheet], digits)
                assert numbers > 2, sheet
            about = [c.value for row in book["说明"].iter_rows() for c in row]
            assert any("=1+1 的清单" in str(text) for text in about), about
        """, results.path, opened.path)
    #expect(check.status == 0, "\(check.said)")
  }
}

import Foundation
import TestSupport
import Testing

/// Judging tables through the real binary.
@Suite struct `Judging on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Beijing, 2007–2019 [Mt]: see ReferenceTests, case peaks.
  private let beijing = """
    年份,北京,备注
    2007,102.889899,
    2008,99.208923,奥运
    2009,100.387283,
    2010,105.03965,
    2011,95.310818,
    2012,97.998041,
    2013,94.070977,
    2014,93.255451,
    2015,92.763002,
    2016,89.981813,
    2017,85.560489,
    2018,89.690887,
    2019,89.184484,

    """

  private func judge(_ arguments: String..., table: String? = nil) throws -> Command.Outcome {
    let file = try folder.write(table ?? beijing, to: "observed.csv")
    return try Program.run(["judge", file] + arguments)
  }

  @Test func `a table is judged on standard output, and nothing is written`() throws {
    let outcome = try judge("--unit", "Mt")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("北京: peaked (3 of 4 rules hold); highest in 2010 at 105 Mt"))
    #expect(folder.contents == ["observed.csv"])
    let chinese = try judge("--lang", "zh")
    #expect(chinese.output.hasPrefix("北京：已达峰（4条规则中3条成立）；2010年最高"))
  }

  @Test func `with a folder the table is written, for Excel if asked`() throws {
    let results = folder.url.appending(path: "results")
    let outcome = try judge("--output", results.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("results/judgement.csv"))
    let file = results.appending(path: "judgement.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[1].hasPrefix("北京,13,2007,2019,2010,105.03965,2007,102.889899,"))
    #expect(lines[1].hasSuffix(",yes,yes,yes,no,peaked,2007=102.889899"))
    #expect(try judge("--output", results.path, "--excel", "--quiet").output.isEmpty)
    #expect(Array(try Data(contentsOf: file).prefix(3)) == [0xEF, 0xBB, 0xBF])
  }

  @Test func `for machines it is one document`() throws {
    let outcome = try judge("--json")
    let series = try #require(jsonObject(outcome.output)["series"] as? [[String: Any]])
    #expect(series.map { $0["verdict"] as? String } == ["peaked"])
  }

  @Test func `columns may be named, each a series`() throws {
    let table = "a,t,b\n5,2010,1\n4,2011,2\n3,2012,3\n2,2013,4\n1,2014,5\n0.5,2015,6\n"
    let outcome = try judge("--year", "t", "--value", "b", "--value", "a", table: table)
    let heads = outcome.output.split(separator: "\n").filter { $0.contains(" rules hold") }
    #expect(heads.map { $0.prefix(10) } == ["b: not pea", "a: peaked "])
  }

  @Test func `a unit stands beside no column that may have another`() throws {
    let table = "年份,排放,能源\n2010,5,50\n2011,4,60\n2012,3,55\n2013,2,52\n"
    let both = try judge("--unit", "Mt", table: table)
    #expect(both.status == 0 && !both.output.contains("Mt"))
    #expect(both.errors.contains("--unit Mt is left out"))
    let one = try judge("--unit", "Mt", "--value", "排放", table: table)
    #expect(one.output.contains("5.00 Mt") && one.errors.isEmpty)
  }

  @Test func `what is odd about a table is told beside the judgement`() throws {
    let next = Calendar(identifier: .gregorian).component(.year, from: Date()) + 1
    let table = "序号,年份,排放\n1,2010,5\n2,2011,45\n3,2012,5\n4,\(next),6\n"
    let outcome = try judge(table: table)
    #expect(outcome.status == 0 && outcome.output.hasPrefix("排放: "))
    for word in ["'序号' holds running numbers", "[jump]", "nobody can have observed"] {
      #expect(outcome.errors.contains(word), "\(word)")
    }
    #expect(try judge("--lang", "zh", table: table).errors.contains("为序号，未作判断"))
  }

  @Test func `a bad table is told at its place, and nothing is written`() throws {
    let results = folder.url.appending(path: "results").path
    let outcome = try judge(
      "--output", results, table: "年份,排放\n2010,12O\n20l1,3\n2012,4\n2012,5\n")
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    for place in ["observed.csv:2:6: ", "observed.csv:3:1: ", "observed.csv:5:1: ", "3 errors"] {
      #expect(outcome.errors.contains(place))
    }
    #expect(folder.contents == ["observed.csv"])
  }

  @Test func `each way to fail has its status`() throws {
    #expect(try Program.run(["judge", folder.url.path + "/none.csv"]).status == 66)
    #expect(try Program.run(["judge"]).status == 64)
    #expect(try judge("--excel").status == 64)
    #expect(try judge("--value", "上海").status == 65)
    let blocked = try folder.write("", to: "blocked")
    #expect(try judge("--output", blocked).status == 73)
  }
}

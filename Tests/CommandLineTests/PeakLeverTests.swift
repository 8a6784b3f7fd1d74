import Foundation
import TestSupport
import Testing

/// `run --peak-levers`: the smallest changes that move a peak.
@Suite struct `Levers that move the peak` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs the small city, grown so that it peaks in 2030, and gives the cells of a file, row by row.
  private func cells(of file: String, _ arguments: String...) throws -> [[String: String]] {
    let small = Repository.root.appending(path: "Tests/CommandLineTests/Inputs/small.yaml").path
    let outcome = try Program.run(
      [
        "run", small, "--quiet", "--peak-levers", "--output", folder.url.path,
        "--set", "drivers.population={2020: 100 万人, 2030: 190 万人, 2040: 200 万人}",
        "--set", "levers.clean-grid.level=0.6",
      ] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try CSVFile(folder.url.appending(path: "smallville/base/\(file)")).rows
  }

  private func peakYear(_ arguments: String...) throws -> Int {
    let peaks = try cells(of: "peak.csv", arguments[0], arguments[1])
    let year = try #require(peaks.first { $0["account"] == "gross" }?["peak_year"])
    return try #require(Int(year))
  }

  @Test
  func `no lever is whole in the year of the plan, and none is said to come later than it does`()
    throws
  {
    #expect(try Program.run(["new", "Scenarios/binhai"], in: folder.url).status == 0)
    let plan = "Scenarios/binhai/peak.yaml"
    let run = try Program.run(["run", plan, "--peak-levers", "--quiet"], in: folder.url)
    #expect(run.status == 0)
    let file = folder.url.appending(path: "Output/binhai/peak/peak-levers.csv")
    for row in try CSVFile(file).rows where row["setting"] == "by" {
      // plan-year: 2026
      #expect(try #require(row["to"].flatMap(Double.init)) >= 2027, "\(row)")
    }
    let solved = try Program.run(
      ["solve", plan, "--with", "cleaner-grid", "--by", "date", "--peak-by", "2025"],
      in: folder.url)
    #expect(solved.status == 75)
    #expect(
      solved.output.replacing("\n", with: " ").contains(
        "no lever changes anything before 2027"), "\(solved.output)")
  }

  @Test func `each change named moves the peak, and one step less does not`() throws {
    let moves = try cells(of: "peak-levers.csv")
    #expect(moves.count == 2)
    #expect(
      moves.allSatisfy { $0["to"]?.isEmpty == false && $0["peak_year_gross"]?.isEmpty == false })
    var moved = 0
    for move in moves {
      let lever = move["lever"] ?? ""
      let setting = move["setting"] ?? ""
      guard let to = move["to"].flatMap(Double.init), let from = move["from"].flatMap(Double.init)
      else { continue }
      let path = "levers.\(lever).\(setting)"
      let step = (setting == "level" ? 0.01 : 1) * (to > from ? 1 : -1)
      func text(_ value: Double) -> String {
        setting == "level" ? "\((value * 100).rounded() / 100)" : "\(Int(value.rounded()))"
      }
      #expect(
        try peakYear("--set", "\(path)=\(text(to))") == move["peak_year_gross"].flatMap { Int($0) })
      #expect(try peakYear("--set", "\(path)=\(text(to - step))") == 2030)
      moved += 1
    }
    #expect(moved == 2)
  }
}

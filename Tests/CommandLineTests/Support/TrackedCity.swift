import Foundation
import TestSupport

/// A plan held against tables, with the folder of its results.
struct TrackedCity {
  let folder: TemporaryFolder
  let plan: CSVFile

  /// Runs the small city.
  init() throws {
    folder = try TemporaryFolder()
    let outcome = try Program.run(["run", SmallCity.path, "--output", folder.url.path + "/run"])
    guard outcome.status == 0 else { throw Failed(errors: outcome.errors) }
    plan = try CSVFile(folder.url.appending(path: "run/smallville/base/emissions.csv"))
  }

  struct Failed: Error { let errors: String }

  /// What the plan has in a column of a year.
  func planned(_ column: String, _ year: Int) -> Double? {
    plan.numbers(column, ("year", "\(year)")).first
  }

  /// Holds a plan against a table.
  func track(
    _ table: String, _ arguments: [String] = [], city: String = SmallCity.path
  ) throws -> Command.Outcome {
    try Program.run(
      [
        "track", city, "--observed", try folder.write(table, to: "observed.csv"), "--output",
        folder.url.path + "/out",
      ] + arguments)
  }

  /// The rows of tracking.csv.
  func rows() throws -> CSVFile {
    try CSVFile(folder.url.appending(path: "out/smallville/base/tracking.csv"))
  }
}

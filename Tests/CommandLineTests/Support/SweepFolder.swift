import Foundation
import TestSupport

/// A folder that sweeps of the small city write to.
struct SweepFolder {
  private let scratch: TemporaryFolder
  static let scenario = Repository.root.appending(path: "Tests/CommandLineTests/Inputs/small.yaml")
    .path

  init() throws { scratch = try TemporaryFolder() }

  /// Axes with 11 × 5 × 5 variants.
  static let axes = [
    "levers.electric-cars.level=0:1:0.1", "levers.electric-cars.by=2025,2027.5,2030,2035,2040",
    "industry.bricks.activity=0.9x:1.1x:0.05x",
  ]
  static let variants = 11 * 5 * 5

  /// Axes with so many variants that a sweep can be caught in the middle: 11 × 5 × 51.
  static let long: [String] = axes.dropLast() + ["industry.bricks.activity=0.9x:1.1x:0.004x"]

  static func varying(_ axes: [String] = axes) -> [String] { axes.flatMap { ["--vary", $0] } }

  /// Where the results of a name are.
  func folder(_ name: String) -> URL { scratch.url.appending(path: "\(name)/smallville/base") }

  /// A file of the results of a name.
  func path(_ file: String, in name: String) -> String {
    folder(name).appending(path: file).path
  }

  func bytes(_ file: String = "sweep.csv", in name: String) throws -> Data {
    try Data(contentsOf: folder(name).appending(path: file))
  }

  func files(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder(name).path).sorted()
  }

  /// The arguments of a sweep.
  func arguments(_ more: [String], into name: String, varying axes: [String]) -> [String] {
    ["sweep", Self.scenario, "--output", scratch.url.appending(path: name).path]
      + Self.varying(axes) + more
  }

  /// Runs a sweep to its end.
  func sweep(
    _ more: [String] = [], into name: String, varying axes: [String] = SweepFolder.axes
  ) throws -> Command.Outcome {
    try Program.run(arguments(more, into: name, varying: axes))
  }

  /// Joins parts that lie in the folder of a name.
  func merge(_ parts: [String], in name: String, into merged: String) throws -> Command.Outcome {
    try Program.run(
      ["merge", "--output", scratch.url.appending(path: merged).path]
        + parts.map { path($0, in: name) })
  }

  /// Starts a long sweep with one worker and sends it a signal as soon as a condition holds.
  ///
  /// - Returns: Its exit status; nothing where the signal ended it.
  func interrupt(
    _ more: [String], into name: String, with signal: Int32,
    once isReady: () -> Bool, whileHeld act: () throws -> Void = {}
  ) throws -> Int32? {
    try Program.interrupt(
      arguments(more + ["--quiet", "--jobs", "1"], into: name, varying: Self.long), with: signal,
      once: isReady, whileHeld: act)
  }

  /// The size of a file; 0 if there is none.
  func size(_ file: String, in name: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path(file, in: name))
    return attributes?[.size] as? Int ?? 0
  }
}

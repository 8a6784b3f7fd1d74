import Analysis
import CityModel
import Diagnostics
import Foundation
import ScenarioFiles
import Solvers
import TestSupport
import Testing

/// A copy of the bundled scenarios in which slips are made one at a time.
final class SlipGround {
  /// How many slips are made of each seed, and the seeds; `SLIPS` and `SLIP_SEEDS` may ask for others.
  static let count = Int(ProcessInfo.processInfo.environment["SLIPS"] ?? "") ?? 500
  static let seeds = (ProcessInfo.processInfo.environment["SLIP_SEEDS"] ?? "12 2060")
    .split(separator: " ").compactMap { UInt64($0) }

  private let folder: TemporaryFolder
  private let root: URL
  private let scenarios: [Subject]

  /// A scenario as it should be.
  private struct Subject {
    let path: String
    let files: [SlipFile]
    let told: Set<String>
    let base: Double
    let sum: Double
  }

  init() throws {
    folder = try TemporaryFolder()
    root = folder.url.appending(path: "Scenarios")
    try FileManager.default.copyItem(at: Repository.scenarios, to: root)
    var files: [String: SlipFile] = [:]
    var subjects: [Subject] = []
    for file in try BundledFile.all() where !file.name.hasSuffix("city.yaml") {
      let path = root.appending(path: file.name).path
      let reading = readScenario(path: path)
      guard let scenario = reading.scenario else { continue }
      var read: [SlipFile] = []
      for input in reading.files {
        let name = Self.name(input.path)
        if files[name] == nil {
          files[name] = SlipFile(name: name, text: try Self.text(root, name))
        }
        if let known = files[name], !known.sites.isEmpty { read.append(known) }
      }
      let net = Trajectory(Blueprint(scenario)).total(.net)
      subjects.append(
        Subject(
          path: path, files: read, told: Set(reading.findings.map(Self.key)), base: net[0],
          sum: net.reduce(0, +)))
    }
    scenarios = subjects
  }

  private static func text(_ root: URL, _ name: String) throws -> String {
    try String(contentsOf: root.appending(path: name), encoding: .utf8)
  }

  /// The path below `Scenarios`.
  private static func name(_ path: String) -> String {
    String(path.components(separatedBy: "/Scenarios/").last ?? path)
  }

  private static func key(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.code) \(name(diagnostic.location.path)):\(diagnostic.location.line) \(diagnostic.message.english)"
  }

  /// Makes a slip, reads what it gives and takes it back.
  ///
  /// - Parameters:
  ///   - index: Which slip; the same index and seed give the same slip.
  ///   - seed: Of which seed.
  /// - Returns: The slip and what became of it; none if there is no such slip to make.
  /// - Throws: Where the copy cannot be written.
  func outcome(of index: Int, seed: UInt64) throws -> (Slip, SlipOutcome)? {
    var stream = RandomStream(seed: seed, stream: UInt64(index), for: .allCases[0])
    let kind = SlipKind.allCases[index % SlipKind.allCases.count]
    let subject = scenarios[Int(stream.next() % UInt64(scenarios.count))]
    let sites = subject.files.flatMap(\.sites)
    for _ in 0..<200 {
      let site = sites[Int(stream.next() % UInt64(sites.count))]
      guard let file = subject.files.first(where: { $0.name == site.file }),
        let slip = Slip(
          kind, at: site, of: file.lines[site.line], choice: Int(stream.next() % 1000))
      else { continue }
      return (slip, try outcome(of: slip, in: file, subject))
    }
    return nil
  }

  private func outcome(of slip: Slip, in file: SlipFile, _ subject: Subject) throws -> SlipOutcome {
    let url = root.appending(path: file.name)
    var lines = file.lines
    lines[slip.site.line] = slip.after
    try lines.joined(separator: "\n").write(to: url, atomically: false, encoding: .utf8)
    let reading = readScenario(path: subject.path)
    try file.lines.joined(separator: "\n").write(to: url, atomically: false, encoding: .utf8)
    let checked = reading.checked
    let found = (reading.diagnostics.all + (checked?.findings ?? [])).filter {
      !subject.told.contains(Self.key($0))
    }
    let isAtPlace = found.contains { Self.isAtPlace($0, slip) }
    guard let checked, !checked.hasErrors else { return isAtPlace ? .refused : .refusedElsewhere }
    let run = Trajectory(checked.blueprint)
    guard run.fault == nil else { return isAtPlace ? .refused : .refusedElsewhere }
    let net = run.total(.net)
    let base = net[0] / subject.base - 1
    let sum = net.reduce(0, +) / subject.sum - 1
    guard abs(base) > 0.005 || abs(sum) > 0.005 else { return .small }
    return isAtPlace ? .told : found.contains { $0.location.line > 0 } ? .elsewhere : .silent
  }

  /// Whether a diagnostic stands at the slip's line, or names its parameter or the map that holds it.
  private static func isAtPlace(_ diagnostic: Diagnostic, _ slip: Slip) -> Bool {
    let location = diagnostic.location
    if name(location.path) == slip.site.file, location.line == slip.site.line + 1 { return true }
    let path = slip.site.parameter
    let parent = path.split(separator: ".").dropLast().joined(separator: ".")
    return location.line > 0
      && [path, parent].contains { $0.contains(".") && diagnostic.message.english.contains($0) }
  }
}

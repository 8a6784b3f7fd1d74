import Analysis
import CityModel
import Diagnostics
import Glibc
import Reporting
import ScenarioFiles

/// Where a solution is written, how it names the file it extends, and how it is run.
struct SolutionPlace {
  /// The folder of the solution.
  let folder: String
  /// The file it extends, seen from the folder.
  let base: String
  private let name: String
  private let needsOutside: Bool

  init(
    _ scenario: Scenario, _ file: String, output: String, name: String, allowsOutside: Bool
  ) {
    self.name = name
    folder = "\(output)/\(scenario.fullId)"
    let here = Self.realParts(of: folder)
    let there = Self.realParts(of: file)
    let shared = zip(here, there).prefix { $0 == $1 }.count
    let up = [String](repeating: "..", count: here.count - shared)
    base = (up + there.dropFirst(shared)).joined(separator: "/")
    let reach = FileReach(from: "/" + here.joined(separator: "/"))
    needsOutside = allowsOutside || !reach.holds("/" + there.joined(separator: "/"))
  }

  /// The path of the solution.
  var path: String { "\(folder)/\(name).yaml" }

  /// How it is run, with leave to name the file it extends where that is out of reach.
  var running: Text {
    let command = run(path)
    return Text("Run it: \(command)", "运行：\(command)")
  }

  /// The same from its own folder, so that its bytes do not tell where it was written.
  var hint: String { run("\(name).yaml") }

  private func run(_ file: String) -> String {
    "carbonpeak run \(file)" + (needsOutside ? " --allow-outside" : "")
  }

  /// The parts of an absolute path without links; what does not exist yet keeps its name.
  private static func realParts(of path: String) -> [String] {
    if let found = realpath(path, nil) {
      defer { free(found) }
      return String(cString: found).split(separator: "/").map(String.init)
    }
    guard let slash = path.lastIndex(of: "/") else { return realParts(of: ".") + [path] }
    let parent = slash == path.startIndex ? "/" : String(path[..<slash])
    let name = String(path[path.index(after: slash)...])
    return realParts(of: parent) + (name.isEmpty || name == "." ? [] : [name])
  }

  /// How far the written file may miss a condition, as a share of the condition's scale.
  private static let tolerance = 1e-6

  /// Reads the written file and runs it: it must meet the conditions.
  ///
  /// - Throws: What is wrong with it.
  func check(_ problem: BackcastProblem, _ common: CommonOptions) throws(Refusal) {
    let blueprint = try readBack(common)
    let miss = problem.worstMiss(of: try CheckedRun(blueprint).trajectory)
    guard miss <= Self.tolerance else {
      throw refusal(Text("misses the conditions by \(miss)", "与要求相差 \(miss)"))
    }
  }

  /// Reads the written file.
  ///
  /// - Throws: What is wrong with it.
  func readBack(_ common: CommonOptions) throws(Refusal) -> Blueprint {
    var options = ReadingOptions()
    options.thisYear = Console.year
    if needsOutside { options.root = .allowOutside }
    let result = readScenario(path: path, options: options)
    var found = result.diagnostics
    let checked = result.checked(upTo: .reading)
    for finding in checked?.findings ?? [] { found.add(finding) }
    guard let checked, !checked.hasErrors else {
      Console.complain(of: found, in: result.texts, common.language)
      throw refusal(Text("does not read back", "无法重新读入"))
    }
    return checked.blueprint
  }

  /// What is wrong with the written file.
  func refusal(_ reason: Text) -> Refusal {
    Refusal(
      Text("\(path) \(reason); please report this", "\(path) \(reason)；请反馈此问题"), .defect)
  }
}

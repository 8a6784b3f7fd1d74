import Foundation
import TestSupport
import Testing

/// A chapter of the handbook, as the steps a reader takes.
///
/// Its fenced blocks follow a few rules, by which they are carried out:
/// - `sh`: commands, one a line. A line whose comment says `status N` (`状态 N`) must end so, all
///   others with 0. `text` after it is what they say: its lines stand there in this order, `…` is
///   any text, and a line of `…` alone any lines.
/// - `yaml NAME`, `csv NAME`: a file to write.
/// - `yaml` without a name: what stands below `extends:` of the file that `<!-- base: … -->` names.
/// - `diff NAME`: an edit of a file; what begins with `-` goes, what begins with `+` comes.
struct HandbookChapter {
  /// What a block asks for.
  enum Step: Equatable {
    case commands([String])
    case output([String])
    case file(String, text: String)
    case example(String, base: String)
    case edit(String, old: String, new: String)
  }

  /// Where the articles are, a folder for each language.
  static let folder = Repository.root.appending(path: "Sources/carbonpeak/Handbook")
  static let languages = ["en", "zh"]

  /// The chapters that the program writes itself.
  static let generated = [
    "commands", "parameters", "units", "results", "indicators", "diagnostics",
  ]

  /// The names of the articles that people write.
  static func written(in language: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: language).path
    ).sorted().filter { !generated.map { $0 + ".md" }.contains($0) }
  }

  let name: String
  let text: String
  let steps: [Step]

  init(_ name: String, in language: String) throws {
    self.name = "\(language)/\(name)"
    text = try String(
      contentsOf: Self.folder.appending(path: "\(language)/\(name)"), encoding: .utf8)
    steps = try Self.steps(of: text)
  }

  /// The blocks of a text as steps.
  static func steps(of text: String) throws -> [Step] {
    var steps: [Step] = []
    var (base, fence): (String?, (head: String, lines: [String])?) = (nil, nil)
    for line in text.components(separatedBy: "\n") {
      if let open = fence {
        if line == "```" {
          steps.append(try step(open.head, open.lines, base: base))
          fence = nil
        } else {
          fence?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        fence = (String(line.dropFirst(3)), [])
      } else if let match = line.wholeMatch(of: /<!-- base: (.+) -->/) {
        base = String(match.output.1)
      }
    }
    try #require(fence == nil, "a block is not closed")
    return steps
  }

  private static func step(_ head: String, _ lines: [String], base: String?) throws -> Step {
    let words = head.split(separator: " ").map(String.init)
    let name = words.count > 1 ? words[1] : nil
    let text = lines.map { $0 + "\n" }.joined()
    switch (words.first, name) {
    case ("sh", nil): return .commands(commands(in: lines))
    case ("text", nil): return .output(lines.map { $0.trimmingCharacters(in: .whitespaces) })
    case ("yaml", let name?), ("csv", let name?): return .file(name, text: text)
    case ("yaml", nil): return .example(text, base: try #require(base, "no base is named"))
    case ("diff", let name?):
      func side(_ sign: Character) -> String {
        lines.filter { $0.first == sign || $0.first == " " }.map { $0.dropFirst() + "\n" }.joined()
      }
      return .edit(name, old: side("-"), new: side("+"))
    default: throw UnknownBlock(head: head)
    }
  }

  /// A block that no rule is for.
  struct UnknownBlock: Error { let head: String }

  /// The commands of a block: lines that end with `\` go on in the next.
  private static func commands(in lines: [String]) -> [String] {
    lines.joined(separator: "\n").replacingOccurrences(of: "\\\n", with: " ")
      .components(separatedBy: "\n").filter { !$0.isEmpty && !$0.hasPrefix("#") }
  }

  /// Whether an output holds what an article says of it.
  static func output(_ output: String, holds expected: [String]) -> Bool {
    let lines = output.components(separatedBy: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    var rest = lines[...]
    for part in expected.split(separator: "…") {
      let starts = rest.indices.filter { $0 + part.count <= rest.endIndex }
      guard
        let start = starts.first(where: { start in
          zip(part, lines[start...]).allSatisfy { fits($1, $0) }
        })
      else { return false }
      rest = lines[(start + part.count)...]
    }
    return true
  }

  /// Whether a line fits a pattern in which `…` is any text.
  private static func fits(_ line: String, _ pattern: String) -> Bool {
    let parts = pattern.components(separatedBy: "…")
    guard parts.count > 1 else { return line == pattern }
    guard line.hasPrefix(parts[0]), line.hasSuffix(parts[parts.count - 1]) else { return false }
    var rest = line[...]
    for part in parts where !part.isEmpty {
      guard let range = rest.range(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}

/// A reader of the handbook, who does what an article says in a folder with the scenarios.
final class Reader {
  /// Programs that an article may call; all are carried out.
  static let programs: Set = ["carbonpeak", "cmp", "head"]

  /// What needs a network, a cluster or the rights of an administrator, and is not carried out.
  static let leftOut = [
    "git clone ", "cd carbonpeak", "make ", "SHARDS=", "snakemake ",
  ]

  let folder: TemporaryFolder
  private let language: String
  private var said = ""
  private var examples = 0

  init(_ language: String) throws {
    self.language = language
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Repository.root.appending(path: "Scenarios"),
      to: folder.url.appending(path: "Scenarios"))
  }

  /// Takes all steps of an article.
  ///
  /// Examples are the same in both languages, so that they are checked once.
  func follow(_ article: HandbookChapter) throws {
    for step in article.steps { try take(step, of: article.name) }
  }

  private func take(_ step: HandbookChapter.Step, of name: String) throws {
    switch step {
    case .commands(let commands):
      said = ""
      for command in commands { try carryOut(command, of: name) }
    case .output(let expected):
      #expect(
        HandbookChapter.output(said, holds: expected),
        "\(name) promises\n\(expected.joined(separator: "\n"))\nbut this was said\n\(said)")
    case .file(let file, let text): try folder.write(text, to: file)
    case .example(let text, let base):
      guard language == "en" else { return }
      let file = try writeExample(text, base: base)
      let outcome = try Program.run(["check", file], in: folder.url)
      #expect(outcome.status == 0, "\(name): \(text)\(outcome.errors)")
      // Examples may leave a source untouched, as the scenario that they extend does.
      let told = outcome.errors.replacing("[untouched-source]", with: "")
      #expect(!told.contains(/\[[a-z-]+\]\n/), "\(name): \(text)\(outcome.errors)")
    case .edit(let file, let old, let new):
      let before = try String(contentsOf: folder.url.appending(path: file), encoding: .utf8)
      try #require(
        before.components(separatedBy: old).count == 2, "\(name): \(file) has not once:\n\(old)")
      try folder.write(before.replacingOccurrences(of: old, with: new), to: file)
    }
  }

  /// Writes an example as a scenario of its own and gives its path in the folder.
  func writeExample(_ text: String, base: String) throws -> String {
    examples += 1
    let file = "Scenarios/handbook/example-\(examples).yaml"
    try folder.write(
      "extends: \(base)\nscenario: {id: example-\(examples)}\n\(text)", to: file)
    return file
  }

  private func carryOut(_ command: String, of name: String) throws {
    if Self.leftOut.contains(where: command.hasPrefix) { return }
    let program = command.prefix { $0 != " " }
    try #require(Self.programs.contains(String(program)), "\(name): may not call \(program)")
    let status = command.firstMatch(of: /#.*(?:status|状态) (\d+)/).flatMap { Int32($0.output.1) }
    let outcome = try shell(command)
    said += outcome.said
    #expect(outcome.status == status ?? 0, "\(name): \(command)\n\(outcome.said)")
  }

  private func shell(_ command: String) throws -> (status: Int32, said: String) {
    let programs = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path
    let environment = [
      "PATH": "\(programs):/usr/bin:/bin", "LANG": language == "zh" ? "zh_CN.UTF-8" : "C.UTF-8",
    ]
    return try Command(
      "/bin/sh", ["-c", command], in: folder.url, environment: environment
    ).runWithStreamsJoined()
  }
}

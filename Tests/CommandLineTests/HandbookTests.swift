import Foundation
import Testing

/// The handbook, done as it says.
@Suite struct `The handbook` {
  private static let articles = HandbookChapter.languages.flatMap { language in
    ((try? HandbookChapter.written(in: language)) ?? []).map { (language, $0) }
  }

  @Test func `there is something to read in both languages, under the same names`() throws {
    let names = try HandbookChapter.languages.map(HandbookChapter.written)
    #expect(names[0] == names[1])
    #expect(
      names[0] == [
        "README.md", "cluster.md", "first-hour.md", "levers.md", "reading-the-peak.md",
        "scenario-file.md", "sharing-a-target.md",
      ])
  }

  @Test(arguments: articles)
  func `every step of an article works`(language: String, name: String) throws {
    try Reader(language).follow(try HandbookChapter(name, in: language))
  }

  @Test(arguments: try HandbookChapter.written(in: "en"))
  func `both languages ask for the same steps`(name: String) throws {
    let articles = try HandbookChapter.languages.map { try HandbookChapter(name, in: $0) }
    try #require(articles[0].steps.count == articles[1].steps.count)
    for (english, chinese) in zip(articles[0].steps, articles[1].steps) {
      switch (english, chinese) {
      case (.output, .output): continue
      case (.commands(let first), .commands(let second)):
        #expect(first.map(withoutComment) == second.map(withoutComment))
      default: #expect(withoutNames(english) == withoutNames(chinese))
      }
    }
  }

  private func withoutComment(_ command: String) -> String {
    command.components(separatedBy: " #")[0].replacing(/[ ]+$/, with: "")
  }

  /// A step without what may be written in the reader's language: comments.
  private func withoutNames(_ step: HandbookChapter.Step) -> HandbookChapter.Step {
    func plain(_ text: String) -> String {
      text.components(separatedBy: "\n").map(withoutComment).joined(separator: "\n")
    }
    return switch step {
    case .file(let name, let text): .file(name, text: plain(text))
    case .example(let text, let base): .example(plain(text), base: base)
    default: step
    }
  }

  @Test func `every example of a lever changes the emissions`() throws {
    let reader = try Reader("en")
    var unmoved: [String: String] = [:]
    for step in try HandbookChapter("levers.md", in: "en").steps {
      guard case .example(let text, let base) = step else { continue }
      let without = try unmoved[base] ?? emissions(of: "", base: base, reader)
      unmoved[base] = without
      #expect(try emissions(of: text, base: base, reader) != without, "\(text)")
    }
    #expect(unmoved.count == 2)
  }

  private func emissions(of example: String, base: String, _ reader: Reader) throws -> String {
    let file = try reader.writeExample(example, base: base)
    let outcome = try Program.run(["run", file, "--quiet"], in: reader.folder.url)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let id = file.split(separator: "/").last?.dropLast(".yaml".count) ?? ""
    let table = try #require(
      reader.folder.contents.first { $0.hasSuffix("/\(id)/emissions.csv") })
    return try String(contentsOf: reader.folder.url.appending(path: table), encoding: .utf8)
  }

  @Test(arguments: articles)
  func `every link leads somewhere`(language: String, name: String) throws {
    let text = try HandbookChapter(name, in: language).text
    for match in text.matches(of: /\]\(([^):#]+)(?:#[^)]*)?\)/) {
      let place = HandbookChapter.folder.appending(path: "\(language)/\(match.output.1)")
      #expect(FileManager.default.fileExists(atPath: place.path), "\(name): \(match.output.1)")
    }
  }

  @Test(arguments: articles)
  func `every path that is named is one of the model`(language: String, name: String) throws {
    let known = Self.parameters
    #expect(known.count > 300)
    for match in try HandbookChapter(name, in: language).text.matches(of: /`([a-z0-9.*-]+)`/) {
      var path = match.output.1.split(separator: ".")
      // All levers of a group, such as `levers.grid.*.level`.
      if path.count == 4, path[0] == "levers", path[2] == "*" { path.remove(at: 1) }
      guard path.count > 1, known.contains(where: { $0[0] == path[0] }),
        !Self.endings.contains(String(path[path.count - 1]))
      else { continue }
      #expect(known.contains { fits(path, $0) }, "\(name): \(match.output.1)")
    }
  }

  /// Endings of names of files.
  private static let endings: Set = ["csv", "yaml", "md"]

  /// The paths of the chapter on parameters.
  private static let parameters: [[Substring]] = {
    let file = HandbookChapter.folder.appending(path: "en/parameters.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map {
      $0.dropFirst(3).prefix { $0 != "`" }.split(separator: ".")
    }
  }()

  /// Whether a path is one that a pattern of the table stands for.
  private func fits(_ path: [Substring], _ pattern: [Substring]) -> Bool {
    path.count == pattern.count
      && zip(path, pattern).allSatisfy { $0 == "*" || $1 == "*" || $0 == $1 }
  }
}

/// The chapters that the program writes.
@Suite struct `The generated chapters` {
  @Test(arguments: HandbookChapter.generated, HandbookChapter.languages)
  func `stand in the handbook as the program prints them`(
    chapter: String, language: String
  ) throws {
    let printed = try Program.run(["manual", chapter, "--lang", language])
    #expect(printed.status == 0 && printed.errors.isEmpty)
    let file = HandbookChapter.folder.appending(path: "\(language)/\(chapter).md")
    #expect(
      try String(contentsOf: file, encoding: .utf8) == printed.output,
      "carbonpeak manual \(chapter) --lang \(language) > \(language)/\(chapter).md")
  }

  @Test func `are listed when none is named, and no other is printed`() throws {
    let list = try Program.run(["manual"])
    #expect(list.status == 0)
    #expect(
      list.output.split(separator: "\n").compactMap { $0.split(separator: ":").first }.map(
        String.init) == HandbookChapter.generated)
    #expect(try Program.run(["manual", "history"]).status == 64)
  }

  @Test func `show for many codes a fault that earns it`() throws {
    let reader = try Reader("en")
    let made = try Program.run(["new", "Scenarios/my-city"], in: reader.folder.url)
    try #require(made.status == 0)
    let text = try String(
      contentsOf: HandbookChapter.folder.appending(path: "en/diagnostics.md"), encoding: .utf8)
    let sections = text.components(separatedBy: "\n## ").dropFirst()
    #expect(sections.count > 60)
    var shown = 0
    for section in sections {
      let parts = section.components(separatedBy: "```")
      guard parts.count == 3 else { continue }
      shown += 1
      let code = section.prefix { $0 != "\n" }
      try reader.folder.write(
        "extends: peak.yaml\n" + parts[1].dropFirst("yaml\n".count),
        to: "Scenarios/my-city/fault.yaml")
      let outcome = try Program.run(
        ["check", "Scenarios/my-city/fault.yaml"], in: reader.folder.url)
      #expect(outcome.errors.contains("[\(code)]"), "\(code): \(outcome.errors)")
    }
    #expect(shown > 40)
  }
}

/// How the articles are read.
@Suite struct `A block of an article` {
  @Test func `is read by its kind`() throws {
    let steps = try HandbookChapter.steps(
      of: """
        <!-- base: a.yaml -->
        ```sh
        carbonpeak run x.yaml \\
          --quiet
        ```
        ```diff x.yaml
         a: 1
        -b: 2
        +b: 3
        ```
        ```yaml
        c: 4
        ```
        """)
    #expect(
      steps == [
        .commands(["carbonpeak run x.yaml    --quiet"]),
        .edit("x.yaml", old: "a: 1\nb: 2\n", new: "a: 1\nb: 3\n"),
        .example("c: 4\n", base: "a.yaml"),
      ])
    #expect(throws: HandbookChapter.UnknownBlock.self) {
      try HandbookChapter.steps(of: "```toml\na\n```")
    }
  }

  @Test(arguments: [
    (["b", "c"], true), (["b", "d"], false), (["b", "…", "d"], true), (["d", "…", "b"], false),
    (["a… 2"], true), (["a…3"], false), (["…", "e"], false),
  ])
  func `is held against what was said, line by line`(expected: [String], holds: Bool) {
    #expect(HandbookChapter.output("a 1 or 2\n  b\nc\nd\n", holds: expected) == holds)
  }
}

import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct `Collected diagnostics` {
  private func fault(
    _ severity: Diagnostic.Severity = .error, in path: String, _ line: Int, _ column: Int = 1
  ) -> Diagnostic {
    Diagnostic(
      severity, code: .unknownKey, message: Text("line \(line)", "第 \(line) 行"),
      at: SourceLocation(path: path, line: line, column: column))
  }

  private func collection(_ diagnostics: [Diagnostic]) -> DiagnosticCollection {
    var collection = DiagnosticCollection()
    for diagnostic in diagnostics { collection.add(diagnostic) }
    return collection
  }

  @Test func `files come in the order of reading, lines and columns in theirs`() {
    let found = collection([
      fault(in: "a.yaml", 9), fault(in: "z.yaml", 20, 4), fault(in: "b.csv", 1),
      fault(in: "z.yaml", 20, 2), fault(in: "z.yaml", 3),
    ])
    #expect(
      found.sorted(readingOrder: ["z.yaml", "a.yaml"]).map(\.location.description) == [
        "z.yaml:3:1", "z.yaml:20:2", "z.yaml:20:4", "a.yaml:9:1", "b.csv:1:1",
      ])
  }

  @Test func `the same fault found twice is told once`() {
    let found = collection([fault(in: "a", 1), fault(in: "a", 1), fault(in: "a", 2)])
    #expect(found.errorCount == 2)
  }

  @Test func `warnings alone do not stop a run`() {
    var found = collection([fault(.warning, in: "a", 1)])
    #expect(!found.hasErrors)
    found.add(contentsOf: collection([fault(in: "a", 2)]))
    #expect(found.hasErrors)
  }

  @Test(arguments: [
    (10, 1, "10 errors, 1 warning", "10 个错误，1 个警告"), (1, 0, "1 error", "1 个错误"),
    (0, 2, "2 warnings", "2 个警告"), (0, 0, "no errors", "没有错误"),
  ])
  func `the count names only what there is`(
    errors: Int, warnings: Int, english: String, chinese: String
  ) {
    let found = collection(
      (0..<errors).map { fault(in: "a", $0 + 1) }
        + (0..<warnings).map { fault(.warning, in: "b", $0 + 1) })
    #expect(found.countLine() == english)
    #expect(found.countLine(language: .chinese) == chinese)
  }

  @Test func `all are printed with their lines, and the count closes`() {
    let found = collection([fault(in: "a", 2), fault(.warning, in: "b", 1)])
    #expect(
      found.rendered(sources: [SourceText(path: "a", text: "one\r\ntwo\n")]) == """
        a:2:1: error: line 2 [unknown-key]
        2 | two
          | ^

        b:1:1: warning: line 1 [unknown-key]

        1 error, 1 warning
        """)
    #expect(DiagnosticCollection().rendered(sources: []).isEmpty)
  }

  @Test func `beyond the limit the rest is only counted`() {
    let printed = collection((1...500).map { fault(in: "a", $0) })
      .rendered(sources: [], limit: 2)
    #expect(printed.hasSuffix("… and 498 more\n\n500 errors"))
    #expect(printed.split(separator: "\n").count == 4)
  }
}

@Suite struct `Diagnostic codes` {
  @Test func `every code is kebab-case and has a meaning in both languages`() {
    for code in DiagnosticCode.allCases {
      #expect(code.id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(code.id)")
      #expect(code.meaning.english != code.id, "\(code.id)")
      #expect(code.meaning.chinese.contains { !$0.isASCII }, "\(code.id)")
    }
  }

  @Test func `every code that is declared is listed once, under a name of its own`() throws {
    let folder = Repository.root.appending(path: "Sources/Diagnostics/Codes")
    let declared = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .reduce(0) { count, file in
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        return count + text.split(separator: "\n").count { $0.hasSuffix(" = Self(") }
      }
    #expect(DiagnosticCode.allCases.count == declared && declared > 0)
    #expect(Set(DiagnosticCode.allCases).count == declared)
  }

  @Test(arguments: DiagnosticCode.allCases)
  func `every code has a cure, a sentence of its own in both languages`(code: DiagnosticCode) {
    #expect(code.cure.english != code.meaning.english && code.cure.english.last == ".")
    #expect(code.cure.chinese.contains { !$0.isASCII } && code.cure.chinese.last == "。")
  }
}

@Suite struct `Source lines` {
  @Test func `lines break where libyaml breaks them`() {
    let text = SourceText(path: "a", text: "1\n2\r\n3\r4\u{85}5\u{2028}6\u{2029}\n8")
    #expect(text.lines == ["1", "2", "3", "4", "5", "6", "", "8"])
    #expect(text.line(8) == "8")
    #expect(text.line(0) == nil)
    #expect(text.line(9) == nil)
  }
}

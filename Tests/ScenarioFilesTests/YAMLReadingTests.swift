import Diagnostics
import Testing

@testable import ScenarioFiles

@Suite struct `Reading YAML` {
  @Test func `nothing is guessed from the looks of a value`() throws {
    let mapping = try #require(
      readYAML("a: NO\nb: 12:30:45\nc: 0x1F\nd: 1_000\ne: 2020-01-01\nf: '~'\n").mapping)
    #expect(mapping.shown == "{a: NO, b: 12:30:45, c: 0x1F, d: 1_000, e: 2020-01-01, f: ~}")
    #expect(mapping["f"]?.value.text == "~")
  }

  @Test func `keys keep the order of the file, years included`() throws {
    let mapping = try #require(readYAML("{2030: b, 2020: a, z: c}").mapping)
    #expect(mapping.entries.map(\.key) == ["2030", "2020", "z"])
    #expect(mapping["2020"]?.value.text == "a")
  }

  @Test func `a null that is written is told from one that is not`() throws {
    let mapping = try #require(readYAML("a: ~\nb: null\nc:\nd: ''\n").mapping)
    #expect(mapping["a"]?.value.content == .null(isWritten: true))
    #expect(mapping["b"]?.value.content == .null(isWritten: true))
    #expect(mapping["c"]?.value.content == .null(isWritten: false))
    #expect(mapping["d"]?.value.content == .scalar("", isQuoted: true))
  }

  @Test func `places are counted in characters, also after Chinese, accents and emoji`() throws {
    let marked = MarkedText(
      "# 碳达峰 😀\n城市: {1️⃣名称: 2️⃣滨海市, e\u{301}👨‍👩‍👧: [一, 3️⃣二]}\n")
    let city = try #require(readYAML(marked.text).mapping?["城市"]?.value.mapping)
    let name = try #require(city["名称"])
    let list = try #require(city.entries.last?.value.sequence)
    let found = [name.location, name.value.location, list[1].location]
    #expect(found.map { "\($0.line):\($0.column)" } == marked.places)
    #expect(name.length == 2)
    #expect(name.value.length == 3)
  }

  @Test func `the places hold with CRLF and a byte-order mark`() throws {
    let bytes = Array("\u{FEFF}a: 1\r\nb: x\r\n".utf8)
    let text = try decode(bytes, path: "a.yaml", limits: ReadingLimits())
    var diagnostics = DiagnosticCollection()
    let mapping = try #require(
      readMapping(text, limits: ReadingLimits(), into: &diagnostics))
    #expect(mapping["a"]?.location == SourceLocation(path: "a.yaml", line: 1, column: 1))
    #expect(mapping["b"]?.value.location == SourceLocation(path: "a.yaml", line: 2, column: 4))
    #expect(diagnostics.isEmpty)
  }

  @Test func `the underline covers a scalar with its quotes, or the first key of a map`() throws {
    let mapping = try #require(readYAML("a: 'b c'\nlong:\n  first: 1\n  x: 2\n").mapping)
    #expect(mapping["a"]?.value.length == 5)
    #expect(mapping["long"]?.length == 4)
    #expect(mapping["long"]?.value.length == 5)
  }

  @Test func `anchors and aliases repeat a value`() throws {
    let mapping = try #require(readYAML("a: &x {b: [1, 2]}\nc: *x\n").mapping)
    #expect(mapping.shown == "{a: {b: [1, 2]}, c: {b: [1, 2]}}")
  }

  @Test func `a block text keeps its lines`() throws {
    #expect(readYAML("note: |\n  one\n  two\n").mapping?.text("note") == "one\ntwo\n")
  }
}

@Suite struct `Faults of a YAML text` {
  @Test(arguments: [
    ("a: 1\n1️⃣a: 2\n", "duplicate-key"),
    ("x: {a: 1, 1️⃣a: 2}\n", "duplicate-key"),
    ("1️⃣<<: {a: 1}\n", "merge-key-not-allowed"),
    ("a: 1️⃣!!int 5\n", "tag-not-allowed"),
    ("a: 1️⃣!x {b: 1}\n", "tag-not-allowed"),
    ("a: 1\n1️⃣---\nb: 2\n", "several-documents"),
    ("a: 1️⃣*x\n", "unknown-alias"),
    ("a: &x [1️⃣*x]\n", "unknown-alias"),
    ("a: &x b\n1️⃣*x : c\n", "wrong-type"),
    ("? 1️⃣[a, b]\n: c\n", "wrong-type"),
    ("1️⃣~: c\n", "wrong-type"),
    ("1️⃣- a\n- b\n", "wrong-type"),
    ("1️⃣人口：100\n", "wrong-type"),
    ("a: 1️⃣\"\\e[31m\"\n", "control-character"),
    ("a: 1️⃣\"never closed\nb: 2\n", "malformed-yaml"),
    ("a: [1, 2\nb1️⃣: 3\n", "malformed-yaml"),
    ("a: b1️⃣: c\n", "malformed-yaml"),
    ("a: 1️⃣@b\n", "malformed-yaml"),
    ("a: 1\n  b1️⃣: 2\n", "malformed-yaml"),
    ("a:\n1️⃣\tb: 2\n", "malformed-yaml"),
    ("城市:\n  名称1️⃣：滨海\n  id: x\n", "malformed-yaml"),
  ])
  func `each is one error at its place`(marked: String, code: String) {
    let marked = MarkedText(marked)
    #expect(readYAML(marked.text).diagnostics.summaries == marked.places.map { "\($0) \(code)" })
  }

  @Test(arguments: ["", "# only a comment\n", "---\n", "~\n"])
  func `a file that says nothing is one error`(text: String) {
    #expect(readYAML(text).diagnostics.summaries == ["1:1 empty-file"])
  }

  @Test func `several faults are found in one pass`() {
    let marked = MarkedText("a: 1\n1️⃣a: 2\nb: 2️⃣!t 3\n3️⃣<<: {}\nc: {d: 1, 4️⃣d: 2}\n")
    #expect(readYAML(marked.text).diagnostics.all.map(\.location).count == marked.places.count)
    #expect(readYAML(marked.text).mapping?.shown == "{a: 1, b: 3, c: {d: 1}}")
  }

  @Test func `a duplicate names both places`() throws {
    let fault = try #require(readYAML("城: {a: 1, b: 2, a: 3}\n").diagnostics.all.first)
    #expect(fault.location.column == 17)
    #expect(fault.message.english.contains("line 1, column 5"))
    #expect(fault.message.chinese.contains("第 1 行第 5 列"))
  }

  @Test(arguments: [
    ("城市:\n  名称：滨海\n  id: x\n", "'：' is"), ("a: {b: 1，c: 2\nd: 3\n", "'，' is"),
    ("a: “b\": c\n", "'“' is"), ("a:\n\tb: 1\n", "spaces"),
    ("a:\n  b:1\n  c: 2\n", "a space after"),
    ("人口：100\n", "'：' is"), ("a: {b：1}\n", "'：' is"), ("a: [b、c: {\n", "'、' is"),
    ("＃ note\na: 1\n", "'＃' is"), ("a:\n\u{A0} b: 1\n c: 2\n", "U+00A0"),
    ("a:\u{3000}1\nb: 2\n", "U+3000"), ("a: {b: 1\nc: 2\n", "closed with '}'"),
    ("a: [b\nc: 2\n", "closed with ']'"),
  ])
  func `the slips of a Chinese keyboard get a hint`(text: String, hint: String) throws {
    let suggestion = try #require(readYAML(text).diagnostics.all.first?.suggestion)
    #expect(suggestion.english.contains(hint))
    #expect(suggestion.chinese != suggestion.english)
  }

  @Test func `full-width punctuation inside an ordinary text is not blamed`() throws {
    let fault = try #require(readYAML("note: 见表3，第2行：甲 b: x\n").diagnostics.all.first)
    #expect(fault.code == .malformedYAML)
    #expect(fault.suggestion?.english.contains("quotes") == true)
  }
}

@Suite struct `Hostile YAML` {
  private func codes(_ text: String) -> [DiagnosticCode] {
    readYAML(text).diagnostics.all.map(\.code)
  }

  @Test func `ten thousand levels end in one error, in every style`() {
    let deep = 10_000
    #expect(codes("a: " + String(repeating: "[", count: deep)) == [.tooDeep])
    #expect(codes("a: " + String(repeating: "{b: ", count: deep)) == [.tooDeep])
    #expect(codes("a:\n  " + String(repeating: "- ", count: deep) + "x\n") == [.tooDeep])
    #expect(codes(String(repeating: "? ", count: deep) + "x\n") == [.wrongType])
    let block = (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(codes(block) == [.tooDeep])
  }

  @Test func `sixty-four levels are read and sixty-five are not`() {
    func nested(_ levels: Int) -> String {
      "a: " + String(repeating: "[", count: levels - 1) + String(repeating: "]", count: levels - 1)
    }
    #expect(readYAML(nested(64)).diagnostics.isEmpty)
    #expect(codes(nested(65)) == [.tooDeep])
  }

  @Test func `an alias bomb ends in one error before it is built`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...20 {
      let aliases = repeatElement("*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(codes(text) == [.aliasBomb])
  }

  @Test func `aliases cannot get round the limit of nesting`() {
    var text = "a0: &a0 [x]\n"
    for level in 1...80 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(codes(text) == [.tooDeep])
  }

  @Test func `more values than the budget are one error`() {
    let text = (0..<120_000).map { "k\($0): 1\n" }.joined()
    #expect(codes(text) == [.tooLarge])
  }

  @Test func `aliases within the budget are read`() {
    let text =
      "a: &a [1, 2, 3]\nb: [" + repeatElement("*a", count: 1_000).joined(separator: ", ") + "]\n"
    #expect(readYAML(text).diagnostics.isEmpty)
  }
}

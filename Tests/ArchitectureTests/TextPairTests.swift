import TestSupport
import Testing

@Suite struct `Texts for people` {
  @Test func `say the same in English and in Chinese`() throws {
    let files = try Repository.swiftFiles().filter { $0.module != nil }
    let pairs = files.flatMap { file in TextPair.all(in: file).map { (file.path, $0) } }
    #expect(pairs.count > 1900)
    #expect(
      pairs.flatMap { path, pair in pair.faults.map { "\(path):\(pair.line): \($0)" } } == [])
  }

  @Test func `are never shown in one language only`() throws {
    let files = try Repository.swiftFiles().filter { $0.module != nil }
    #expect(files.flatMap(TextPair.untranslated) == [])
  }

  @Test(arguments: [
    (#"Text("no such file", "没有文件")"#, 0), (#"Text("no such file", "no such file")"#, 1),
    (#"Text("文件", "文件")"#, 1), (#"Text("\(a) of \(b) files", "\(a) 个文件")"#, 1),
    (#"Text("\(n) file\(n == 1 ? "" : "s")", "\(n) 个文件")"#, 0),
    (#"help("say \(x("quoted, \(deep)"))", "说 \(x("一, \(deep)"))")"#, 0),
    (#"Text("carbonpeak: \(name)", "carbonpeak：\(name)")"#, 0),
    (##"say(#"raw \d and "quoted""#, "原样")"##, 0), (#"MyText("only English", "only")"#, 0),
  ])
  func `that differ are found`(source: String, count: Int) {
    let file = SourceFile(path: "Sources/Reporting/A.swift", text: "let a = \(source)\n")
    #expect(TextPair.all(in: file).flatMap(\.faults).count == count)
  }

  @Test(arguments: [
    (#"Console.say("done at last")"#, 1), (#"Console.complain("\(name): \(text)")"#, 0),
    (#"Console.complain("carbonpeak: " + text(language))"#, 1), (#"Console.say(text)"#, 0),
  ])
  func `in one language are found`(line: String, count: Int) {
    let file = SourceFile(path: "Sources/CommandLine/A.swift", text: line + "\n")
    #expect(TextPair.untranslated(in: file).count == count)
  }
}

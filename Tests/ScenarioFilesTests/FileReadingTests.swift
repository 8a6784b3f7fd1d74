import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ScenarioFiles

@Suite struct `Reading files` {
  private func faults(_ data: Data) throws -> [Diagnostic] {
    let folder = try TemporaryFolder()
    try folder.write(data, to: "a.yaml")
    return loadMerged(path: folder / "a.yaml").diagnostics.all
  }

  private func code(ofFileAt path: String) -> [DiagnosticCode] {
    loadMerged(path: path).diagnostics.all.map(\.code)
  }

  @Test func `the bytes are kept as they are on the disk`() throws {
    let folder = try TemporaryFolder(["a.yaml": "\u{FEFF}a: 1\r\n"])
    let merged = loadMerged(path: folder / "a.yaml")
    #expect(merged.files.files.map(\.bytes) == [Array("\u{FEFF}a: 1\r\n".utf8)])
    #expect(merged.root?.shown == "{a: 1}")
    #expect(merged.diagnostics.isEmpty)
  }

  @Test func `a missing file is told with the closest name there is`() throws {
    let folder = try TemporaryFolder(["peak-early.yaml": "a: 1\n"])
    let merged = loadMerged(path: folder / "peak-erly.yaml")
    let fault = try #require(merged.diagnostics.all.first)
    #expect(fault.code == .noSuchFile)
    #expect(fault.suggestion?.english == "did you mean 'peak-early.yaml'?")
    #expect(merged.root == nil)
    #expect(!merged.isComplete)
  }

  @Test func `a folder, a pipe, a device and a link to itself are told without waiting`() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder / "pipe", 0o600) == 0)
    try folder.link("loop", to: "loop")
    #expect(code(ofFileAt: folder.path) == [.notAFile])
    #expect(code(ofFileAt: folder / "pipe") == [.notAFile])
    #expect(code(ofFileAt: "/dev/zero") == [.notAFile])
    #expect(code(ofFileAt: folder / "loop") == [.unreadableFile])
    #expect(code(ofFileAt: "") == [.noSuchFile])
  }

  @Test func `a hundred megabytes are refused without being read`() throws {
    let folder = try TemporaryFolder(["a.yaml": ""])
    #expect(truncate(folder / "a.yaml", 100 * 1_048_576) == 0)
    #expect(code(ofFileAt: folder / "a.yaml") == [.tooLarge])
  }

  @Test func `a line without end is refused`() throws {
    let text = "a: [" + String(repeating: "碳,", count: 30_000) + "x]\n"
    #expect(try faults(Data(text.utf8)).map(\.code) == [.tooLarge])
  }

  @Test func `a workbook under another name is told for what it is`() throws {
    for head: [UInt8] in [[0x50, 0x4B, 0x03, 0x04, 0x14, 0], [0xD0, 0xCF, 0x11, 0xE0, 0xA1]] {
      let found = try faults(Data(head))
      #expect(found.map(\.code) == [.notUTF8])
      #expect(found.first?.suggestion?.english.contains("save it as CSV UTF-8") == true)
    }
  }

  @Test func `GBK and UTF-16 are recognised by name`() throws {
    let gbk = Data("city: ".utf8) + Data([0xB1, 0xF5, 0xBA, 0xA3, 0x0A])  // 滨海
    let found = try #require(try faults(gbk).first)
    #expect(found.code == .notUTF8)
    #expect(found.message.english.contains("GBK"))
    #expect(found.suggestion?.chinese.contains("UTF-8") == true)
    let wide = try #require("a: 1\n".data(using: .utf16))
    #expect(try faults(wide).first?.message.english.contains("UTF-16") == true)
    let bare = try #require("a: 1\n".data(using: .utf16LittleEndian))
    #expect(try faults(bare).map(\.code) == [.controlCharacter])
  }

  @Test func `a byte that is no UTF-8 is told at its place`() throws {
    let broken = Data("a: 1\n城: ".utf8) + Data([0xFF, 0x0A])
    #expect(try faults(broken).map(\.summary) == ["2:4 not-utf-8"])
  }

  @Test(arguments: ["\0", "\u{1B}", "\u{8}", "\u{7F}", "\u{9B}"])
  func `a control character is told at its place`(control: String) throws {
    let text = "a: 1\n城: x\(control)y\n"
    #expect(try faults(Data(text.utf8)).map(\.summary) == ["2:5 control-character"])
  }

  @Test(arguments: ["Output/x.png", "a/[b]*"])
  func `names of a folder are listed even where its own name looks like a pattern`(
    name: String
  ) throws {
    let folder = try TemporaryFolder(["\(name)/城市.yaml": "", "\(name)/b.yaml": ""])
    #expect(names(inFolder: folder / name) == ["b.yaml", "城市.yaml"])
    #expect(names(inFolder: folder / "none").isEmpty)
  }
}

@Suite struct `Path names` {
  @Test(arguments: [
    ("a/b.yaml", "a", "b.yaml"), ("b.yaml", ".", "b.yaml"), ("/b", "/", "b"), ("a/", "a", ""),
  ])
  func `a path has a folder and a name`(path: String, parent: String, name: String) {
    #expect(folder(of: path) == parent)
    #expect(lastComponent(of: path) == name)
  }

  @Test(arguments: [
    ("a/./b", "a/b"), ("a/../b", "b"), ("../b", "../b"), ("../../b", "../../b"),
    ("/a/../b", "/b"), ("a//b", "a/b"), ("a/b/../../../c", "../c"),
  ])
  func `a path is tidied by its text`(path: String, tidy: String) {
    #expect(tidyPath(path) == tidy)
  }

  @Test func `a folder with a longer name is not under the shorter one`() {
    #expect(isPath("/a/b/c", under: "/a/b"))
    #expect(isPath("/a/b", under: "/a/b"))
    #expect(!isPath("/a/bc", under: "/a/b"))
    #expect(isPath("/a", under: "/"))
  }
}

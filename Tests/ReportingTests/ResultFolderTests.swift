import Foundation
import Reporting
import TestSupport
import Testing

@Suite struct `Result folder` {
  private let folder: TemporaryFolder
  private var root: String { folder.path }

  init() throws { folder = try TemporaryFolder() }

  private func content(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  private func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  private func file(_ name: String, _ text: String) -> ResultFile {
    ResultFile(name: name, bytes: Array(text.utf8))
  }

  @Test func `makes the folders and writes every file whole`() throws {
    let path = root + "/深圳/reference"
    let large = String(repeating: "0123456789", count: 200_000)
    let written = try ResultFolder(path).write([file("a.csv", "1\n"), file("b.csv", large)])
    #expect(written == [path + "/a.csv", path + "/b.csv"])
    #expect(content(path + "/a.csv") == "1\n")
    #expect(content(path + "/b.csv") == large)
    #expect(try names(path) == ["a.csv", "b.csv"])
  }

  @Test func `what may hold edits is not written over, and nothing else is written`() throws {
    let folder = ResultFolder(root)
    #expect(try folder.create([file("a.csv", "mine")]) == [root + "/a.csv"])
    let error = #expect(throws: WriteError.self) {
      try folder.create([file("b.csv", "new"), file("a.csv", "new")])
    }
    #expect(error?.isTaken == true)
    #expect(error?.path == root + "/a.csv")
    #expect(content(root + "/a.csv") == "mine")
    #expect(try names(root) == ["a.csv"])
  }

  @Test func `a file that cannot be replaced leaves all earlier results, and no temporaries`()
    throws
  {
    try ResultFolder(root).write([file("a.csv", "old")])
    try FileManager.default.createDirectory(
      atPath: root + "/b.csv", withIntermediateDirectories: false)
    let error = #expect(throws: WriteError.self) {
      try ResultFolder(root).write([file("a.csv", "new"), file("b.csv", "new")])
    }
    #expect(error?.path == root + "/b.csv")
    #expect(error?.reason.english == "Is a directory")
    #expect(content(root + "/a.csv") == "old")
    #expect(try names(root) == ["a.csv", "b.csv"])
  }

  @Test func `a file in the way of the folder is named with the reason`() throws {
    try ResultFolder(root).write([file("city", "x")])
    let error = #expect(throws: WriteError.self) {
      try ResultFolder(root + "/city/reference").write([file("a.csv", "1")])
    }
    #expect(error?.text.english == "cannot write '\(root)/city': File exists")
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `a read-only folder is named with the reason`() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: root)
    let error = #expect(throws: WriteError.self) {
      try ResultFolder(root).write([file("a.csv", "1")])
    }
    #expect(error?.path == root + "/a.csv")
    #expect(error?.reason.english == "Permission denied")
  }

  @Test func `a kernel file system that takes no files is named with the reason`() throws {
    let error = #expect(throws: WriteError.self) {
      try ResultFolder("/proc/self").write([file("a.csv", "1")])
    }
    #expect(error?.path == "/proc/self/a.csv")
    #expect(error?.reason.english.isEmpty == false)
  }

  @Test func `a replaced file keeps its permissions`() throws {
    try ResultFolder(root).write([file("a.csv", "old")])
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: root + "/a.csv")
    try ResultFolder(root).write([file("a.csv", "new")])
    let attributes = try FileManager.default.attributesOfItem(atPath: root + "/a.csv")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(content(root + "/a.csv") == "new")
  }

  @Test func `a symbolic link stays one, and its file is written`() throws {
    try ResultFolder(root + "/elsewhere").write([file("real.csv", "old")])
    try FileManager.default.createSymbolicLink(
      atPath: root + "/a.csv", withDestinationPath: "elsewhere/real.csv")
    try ResultFolder(root).write([file("a.csv", "new")])
    #expect(content(root + "/elsewhere/real.csv") == "new")
    let destination = try FileManager.default.destinationOfSymbolicLink(atPath: root + "/a.csv")
    #expect(destination == "elsewhere/real.csv")
    #expect(try names(root + "/elsewhere") == ["real.csv"])
  }
}

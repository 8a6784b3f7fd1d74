import ArgumentParser
import Diagnostics
import TestSupport
import Testing

@testable import CommandLine

/// Help and usage errors in Chinese, whose frames the argument parser has in English alone.
@Suite struct `Help in Chinese` {
  private func run(_ arguments: String...) throws -> Command.Outcome {
    try Program.run(arguments, environment: ["LANG": "zh_CN.UTF-8", "COLUMNS": "80"])
  }

  /// Words of the parser that must not be left.
  private static let frames = [
    "OVERVIEW", "USAGE", "Usage:", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "Error:", "Help:",
    "See '",
    "default", "values:", "Show ", "information", "Missing", "Unknown", "invalid", "unexpected",
  ]

  private func judge(_ text: String) {
    for frame in Self.frames { #expect(!text.contains(frame), "\(frame): \(text)") }
  }

  @Test(
    arguments: [[]]
      + CarbonpeakCommand.configuration.subcommands.map { [$0.configuration.commandName ?? ""] })
  func `has no English frame and keeps to the terminal`(command: [String]) throws {
    let outcome = try Program.run(
      command + ["--help"], environment: ["LANG": "zh_CN.UTF-8", "COLUMNS": "80"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("概述：") && outcome.output.contains("\n选项：\n"))
    judge(outcome.output)
    let lines = outcome.output.split(separator: "\n").filter { !$0.hasPrefix("用法：") }
    let long = lines.filter { displayWidth($0) > 80 }
    #expect(long == [], "\(command)")
  }

  @Test(arguments: [
    (["run"], "缺少参数 <files>"), (["run", "a.yaml", "--lango", "zh"], "没有选项 --lango；是否想用 --lang？"),
    (["run", "a.yaml", "--nothing-like-it"], "没有选项 --nothing-like-it"),
    (["sweep", "a.yaml", "--design", "foo"], "foo 不是 --design <design> 的有效取值；可选：grid、sobol"),
    (["run", "a.yaml", "--set"], "--set <set> 缺少取值"),
    (["check", "a.yaml", "--quiet=1"], "选项 --quiet 不带取值"), (["schema", "x"], "多余的参数 x"),
    (["schema", "x", "y"], "多余的参数 x、y"), (["compare", "a.yaml"], "compare 至少需要两个情景文件。"),
    (["runn"], "没有命令“runn”；是否想用“run”？"),
  ])
  func `says what is wrong with a command line`(arguments: [String], words: String) throws {
    let outcome = try Program.run(arguments, environment: ["LANG": "zh_CN.UTF-8"])
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    judge(outcome.errors)
  }

  @Test func `leaves the version and what machines read as they are`() throws {
    #expect(try run("--version").output == Version.current + "\n")
    let script = try run("--generate-completion-script", "bash")
    #expect(script.status == 0 && !script.output.contains("概述"))
    #expect(try run("--experimental-dump-help").output.hasPrefix("{"))
  }
}

/// Help is written from what the parser knows of a command; the parser's own screen says the same.
@Suite struct `Help in English` {
  @Test(arguments: CarbonpeakCommand.configuration.subcommands.indices)
  func `has the words of the parser's screen, in its order`(index: Int) throws {
    let type = CarbonpeakCommand.configuration.subcommands[index]
    let program = CommandDescription.program()
    let command = try #require(
      program.subcommands?.first { $0.commandName == type.configuration.commandName })
    let screen = HelpScreen(of: program, command: command, .english).text(width: 80)
    #expect(words(screen) == words(CarbonpeakCommand.helpMessage(for: type)))
  }

  @Test func `of the program lists the commands`() {
    let screen = HelpScreen(askedBy: [], .english).text(width: 80)
    #expect(words(screen) == words(CarbonpeakCommand.helpMessage()))
  }

  @Test(arguments: [["run", "--help"], ["help", "run"]])
  func `is that of the command that was named`(arguments: [String]) throws {
    let outcome = try Program.run(arguments, environment: ["LANG": "C", "COLUMNS": "80"])
    #expect(outcome.status == 0 && outcome.output.contains("USAGE: carbonpeak run "))
  }

  /// A text without the spaces and line breaks between its words.
  private func words(_ text: String) -> String { text.filter { $0 != " " && $0 != "\n" } }
}

@Suite struct `The line of a search` {
  @Test func `tells what was tried and promises an end only where parts are counted`() {
    let text = SearchLine.text(12_345, after: 10)
    #expect(text.english == "searching · 12,345 runs · 1235/s · 10 s so far")
    #expect(text.chinese == "搜索中 · 已运行 12,345 次 · 每秒 1235 次 · 已用 10 秒")
    let parts = SearchLine.text(12_345, after: 30, (done: 2, all: 8, seconds: 20))
    #expect(parts.english.contains("2 of 8 budgets · 60 s left · "))
    #expect(parts.chinese.contains("2 / 8 个预算 · 还需 60 秒 · "))
    let none = SearchLine.text(0, after: 0, (done: 0, all: 8, seconds: 1))
    #expect(none.english == "searching · 0 of 8 budgets · – left · 0 runs · 0/s · 0 s so far")
  }
}

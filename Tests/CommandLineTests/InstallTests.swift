import Foundation
import TestSupport
import Testing

/// What `make install` puts beside the program: completions and the manual page.
@Suite struct `Installed beside the program` {
  private static let places = [
    "bin/carbonpeak", "share/man/man1/carbonpeak.1", "share/man/zh_CN/man1/carbonpeak.1",
    "share/bash-completion/completions/carbonpeak", "share/zsh/site-functions/_carbonpeak",
    "share/fish/vendor_completions.d/carbonpeak.fish",
    "share/carbonpeak/Scenarios/shenzhen/peak.yaml",
    "share/carbonpeak/Handbook/zh/first-hour.md",
  ]

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func make(_ goal: String) throws {
    let outcome = try Shell.run(
      "make", goal, "DESTDIR=\(folder.url.path)", "PREFIX=/usr", "binary=\(Program.path)")
    try #require(outcome.status == 0, "\(outcome.said)")
  }

  private func installed(_ place: String) -> String {
    folder.url.appending(path: "usr/" + place).path
  }

  @Test func `is put in its places and taken out again whole`() throws {
    try make("install")
    for place in Self.places {
      #expect(FileManager.default.fileExists(atPath: installed(place)), "\(place)")
    }
    try make("uninstall")
    #expect(folder.contents.filter { $0.contains("carbonpeak") } == [])
  }

  @Test(arguments: [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")])
  func `completions are a script that the shell understands`(shell: String, check: String) throws {
    let script = try Program.run(["--generate-completion-script", shell]).output
    #expect(script.contains("peak-levers"))
    guard Shell.has(shell) else { return }
    let outcome = try Shell.run(shell, check, try folder.write(script, to: "completion"))
    #expect(outcome.status == 0)
    #expect(outcome.said == "")
  }

  @Test(.enabled(if: Shell.has("man"), "man is not installed"), arguments: ["C", "zh_CN"])
  func `the manual page is set without a warning and holds every command and option`(
    locale: String
  ) throws {
    let page = try Program.run(["man-page"], environment: ["LC_ALL": locale]).output
    let file = try folder.write(page, to: "carbonpeak.1")
    let set = try Shell.run("man", "--warnings", "-E", "UTF-8", "-l", file)
    #expect(set.status == 0)
    #expect(!set.said.contains("troff:"), "\(set.said)")
    let words = Set(set.said.split { " \n,.()".contains($0) }.map(String.init))
    let help = try Program.run(["--experimental-dump-help"]).output
    let root = try JSONDecoder().decode(DumpedHelp.self, from: Data(help.utf8)).command
    let shown = (root.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    #expect(shown.count > 15)
    for command in shown {
      #expect(words.contains(command.commandName))
      for name in command.options { #expect(words.contains(name), "\(command.commandName)") }
    }
    for status in ["0", "1", "64", "65", "66", "69", "70", "73", "74", "75", "130"] {
      #expect(words.contains(status))
    }
    #expect(!words.contains("man-page"))
    #expect(!set.said.contains("‐\n"), "names are not hyphenated")
  }
}

/// What `--experimental-dump-help` tells of the program.
private struct DumpedHelp: Decodable {
  struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        let kind: String
        let name: String
      }
      let names: [Name]?
      let shouldDisplay: Bool
    }
    let commandName: String
    let shouldDisplay: Bool
    let subcommands: [Command]?
    let arguments: [Argument]?

    /// The options as they are typed.
    var options: [String] {
      (arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }
        .map { ($0.kind == "long" ? "--" : "-") + $0.name }
    }
  }
  let command: Command
}

import Foundation
import TestSupport
import Testing

/// Sweeps that break off: by a signal, a full disk, a second sweep.
@Suite struct `Sweeps that break off` {
  private let folder: SweepFolder

  init() throws { folder = try SweepFolder() }

  private func sweep(_ options: [String] = [], into name: String) throws -> Command.Outcome {
    try folder.sweep(options, into: name, varying: SweepFolder.long)
  }

  @Test(arguments: [[], ["--trajectories"], ["--top", "50", "--by", "peak_value"]])
  func `killed at any moment and resumed they write the same bytes`(options: [String]) throws {
    #expect(try sweep(options, into: "whole").status == 0)
    var kills = 0
    for attempt in 0..<6 {
      let before = folder.size("sweep.journal", in: "killed")
      let status = try folder.interrupt(
        options + ["--resume"], into: "killed", with: SIGKILL,
        once: {
          // Each attempt gets a little further: past its first line, its second, …
          folder.size("sweep.journal", in: "killed") > before + (attempt % 3) * 90
        })
      if status == nil { kills += 1 }
      if folder.size("sweep.csv", in: "killed") > 0 { break }
    }
    #expect(kills > 0)
    let last = try sweep(options + ["--resume"], into: "killed")
    #expect(last.status == 0, "\(last.errors)")
    #expect(try folder.bytes(in: "killed") == folder.bytes(in: "whole"))
    #expect(try folder.files(in: "killed") == folder.files(in: "whole"))
    if options == ["--trajectories"] {
      let series = "sweep-trajectories.csv"
      #expect(try folder.bytes(series, in: "killed") == folder.bytes(series, in: "whole"))
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `asked to end they keep what is done and say how to go on`(signal: Int32) throws {
    #expect(try sweep(into: "whole").status == 0)
    let status = try folder.interrupt(
      [], into: "a", with: signal, once: { folder.size("sweep.journal", in: "a") > 100 })
    #expect(status == 130)
    #expect(try folder.files(in: "a") == ["sweep.csv.part", "sweep.journal"])
    let whole = try folder.bytes(in: "whole")
    let done = try folder.bytes("sweep.csv.part", in: "a")
    #expect(whole.starts(with: done) && done.last == 10)

    let again = try sweep(into: "a")
    #expect(again.status == 73)
    #expect(again.errors.contains("go on with --resume"))
    let other = try sweep(["--resume", "--keep", "variant<5"], into: "a")
    #expect(other.status == 73)
    #expect(other.errors.contains("other inputs or options"))
    let resumed = try sweep(["--resume"], into: "a")
    #expect(resumed.status == 0 && resumed.errors.contains("going on after"))
    #expect(try folder.bytes(in: "a") == whole)
    let finished = try sweep(["--resume"], into: "a")
    #expect(finished.status == 0 && finished.errors.contains("complete already"))
  }

  @Test func `where there is no more room the error says so, and what is done is kept`() throws {
    #expect(try sweep(into: "whole").status == 0)
    let arguments = folder.arguments([], into: "a", varying: SweepFolder.long)
    let quoted = ([Program.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    // 64 blocks of 512 or 1024 bytes, as the shell counts.
    let full = try shell("ulimit -f 64; exec \(quoted)")
    #expect(full.status == 74)
    #expect(full.errors.contains("cannot write") && full.errors.contains("--resume"))
    #expect(folder.size("sweep.csv", in: "a") == 0)
    #expect(try sweep(["--resume"], into: "a").status == 0)
    #expect(try folder.bytes(in: "a") == folder.bytes(in: "whole"))
  }

  @Test(arguments: ["sweep.csv", "sweep.json"])
  func `where a folder is in the way of a result nothing is begun`(name: String) throws {
    let obstacle = folder.folder("a").appending(path: name)
    try FileManager.default.createDirectory(at: obstacle, withIntermediateDirectories: true)
    let outcome = try folder.sweep(into: "a")
    #expect(outcome.status == 73 && outcome.errors.contains(name), "\(outcome.errors)")
    #expect(try folder.files(in: "a") == [name])
    try FileManager.default.removeItem(at: obstacle)
    #expect(try folder.sweep(["--resume"], into: "a").status == 0)
  }

  private func shell(_ command: String) throws -> Command.Outcome {
    try Command("sh", ["-c", command]).run()
  }

  @Test func `a second sweep into the same folder is refused`() throws {
    var second: Command.Outcome?
    let status = try folder.interrupt(
      [], into: "a", with: SIGTERM, once: { folder.size("sweep.journal", in: "a") > 0 },
      whileHeld: { second = try sweep(into: "a") })
    #expect(second?.status == 73 && second?.errors.contains("another sweep is writing") == true)
    #expect(status == 130)
  }

  @Test func `an earlier result stays until the new one is whole`() throws {
    #expect(try sweep(["--keep", "variant<3"], into: "a").status == 0)
    let earlier = try folder.bytes(in: "a")
    _ = try folder.interrupt(
      [], into: "a", with: SIGKILL, once: { folder.size("sweep.journal", in: "a") > 200 })
    #expect(try folder.bytes(in: "a") == earlier)
  }
}

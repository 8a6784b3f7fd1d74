import Foundation
import TestSupport
import Testing

/// Numbers of samples beyond what can be counted, run or kept, through the real binary.
@Suite struct `Too many samples` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let uncertain = ["uncertain.yaml"]
  private static let varied = ["small.yaml", "--vary", "levers.electric-cars.level=0:1"]

  @Test(arguments: [
    ["sensitivity"] + uncertain, ["sensitivity"] + uncertain + ["--design", "lhs"],
    ["sensitivity"] + uncertain + ["--design", "random"],
    ["sensitivity"] + uncertain + ["--method", "morris"],
    ["uncertainty"] + uncertain, ["uncertainty"] + uncertain + ["--design", "lhs"],
    ["uncertainty"] + uncertain + ["--design", "random"],
    ["sweep"] + varied + ["--design", "sobol"], ["sweep"] + varied + ["--design", "lhs"],
    ["sweep"] + varied + ["--design", "random"],
  ])
  func `are refused with the number there is room for`(command: [String]) throws {
    let file = Repository.root.appending(path: "Tests/CommandLineTests/Inputs/\(command[1])").path
    for (count, lang, words) in [
      (Int.max, "en", "at most"), (Int.max, "zh", "最多"), (100_000_000_000_000_000, "en", "at most"),
      (99_999_999_999_999, "zh", "最多"),
    ] {
      let outcome = try Program.run(
        [command[0], file, "--output", folder.url.path, "--samples", "\(count)", "--lang", lang]
          + command.dropFirst(2))
      #expect(outcome.status == 64, "\(outcome.errors)")
      // A sweep names its limit alone.
      let named = command[0] == "sweep" ? "1,000,000,000,000" : "\(count)"
      #expect(outcome.errors.contains(words) && outcome.errors.contains(named))
    }
    #expect(folder.contents.isEmpty)
  }

  /// 16 replicates of 2³⁰ − 15 points, the last with what remains.
  @Test(arguments: ["sobol", "lhs"])
  func `beyond what a sequence has are refused with what was typed`(design: String) throws {
    let file = Repository.root.appending(path: "Tests/CommandLineTests/Inputs/uncertain.yaml").path
    let outcome = try Program.run([
      "uncertainty", file, "--output", folder.url.path, "--samples", "99999999999", "--design",
      design,
    ])
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.contains("at most 17179868944 samples can be drawn, not 99999999999"),
      "\(outcome.errors)")
  }

  @Test func `that would have to be kept for their correlation are refused before they are drawn`()
    throws
  {
    let file = Repository.root.appending(path: "Tests/CommandLineTests/Inputs/uncertain.yaml").path
    let outcome = try Program.run([
      "uncertainty", file, "--output", folder.url.path, "--samples", "1000000000", "--design",
      "random",
    ])
    #expect(outcome.status == 64)
    // Two inputs are correlated: 2²⁸ / 2 samples.
    #expect(outcome.errors.contains("at most 134217728 samples"))
  }
}

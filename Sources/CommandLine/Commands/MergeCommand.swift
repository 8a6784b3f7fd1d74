import ArgumentParser
import Diagnostics
import Reporting

/// `carbonpeak merge PART…`: the parts of a sweep, joined.
struct MergeCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "merge",
      abstract: say(
        "Join the shards of a sweep: the same bytes as the unsharded run.",
        "合并 sweep 的分片：与不分片的结果逐字节相同。"),
      discussion: say(
        "Takes the tables that 'sweep --shard i/n' wrote, each with its record (.json) beside it, checks that they belong together and are complete, and writes sweep.csv and sweep.json under Output/<city>/<scenario>/.",
        "读取 sweep --shard i/n 写出的各表（旁边须有其 .json 记录），检查它们属于同一 sweep 且完整，在 Output/<城市>/<情景>/ 下写出 sweep.csv 与 sweep.json。"
      ))
  }

  @Argument(
    help: help("The parts' tables.", "各分片的表。"), completion: .file(extensions: ["csv", "json"]))
  var parts: [String]

  @OptionGroup var place: OutputOption

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let merge = try SweepMerge(parts)
    let merged = try merge.write(
      to: ResultFolder("\(place.output)/\(merge.place)"), time: Console.time)
    let context = RunContext(
      version: Version.current, time: Console.time, options: givenOptions(of: self),
      inputs: merge.inputs)
    common.tell([
      StudyAnswer.Written(
        study: StudyAnswer(answer: mergeAnswer(rows: merged.rows)), context: context,
        paths: merged.paths)
    ])
  }
}

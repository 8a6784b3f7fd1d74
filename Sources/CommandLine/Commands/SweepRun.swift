import Analysis
import ArgumentParser
import Diagnostics
import Reporting

/// Runs a sweep to its end, or as far as it is let.
struct SweepRun {
  private let order: SweepOrder
  private let folder: ResultFolder
  private let common: CommonOptions
  private let jobs: Int
  private let resumes: Bool

  /// Prepares a run; see the options of the command.
  init(
    _ order: SweepOrder, _ folder: ResultFolder, _ common: CommonOptions, jobs: Int, resumes: Bool
  ) {
    (self.order, self.folder, self.common) = (order, folder, common)
    (self.jobs, self.resumes) = (jobs, resumes)
  }

  /// Runs what is left and writes it.
  ///
  /// - Throws: `SweepFault`, or an exit status where it was interrupted.
  nonisolated(nonsending) func run() async throws {
    if resumes, SweepWriter.isFinished(order, in: folder) {
      return tell("the sweep is complete already", "该 sweep 已经完成")
    }
    if resumes, SweepWriter.replaces(order, in: folder) {
      Console.complain(
        Text(
          "carbonpeak: warning: the sweep in '\(folder.path)' had other inputs or options; there is nothing to go on with, and this one takes its place",
          "carbonpeak：警告：“\(folder.path)”中的 sweep 输入或选项不同，无可续跑，将由本次结果替换")(
            common.language))
    }
    let writer = try SweepWriter(order, in: folder, resumes: resumes)
    let first = order.variants.lowerBound
    let start = writer.progress.next - first
    var line = ProgressLine(
      of: order.variants.count, from: start, isWanted: !common.quiet, common.language)
    defer { line.end() }
    if start > 0 {
      tell(
        "going on after \(grouped(start)) of \(grouped(order.variants.count)) variants",
        "从第 \(grouped(start)) / \(grouped(order.variants.count)) 个方案之后继续")
    }
    do {
      try await order.study.run(writer.remaining, jobs: jobs, render: order.render) {
        variants, rendered in
        try writer.append(variants, rendered)
        line.update(variants.upperBound - first)
      }
    } catch is CancellationError {
      line.end()
      throw interrupted(after: writer.progress.next - first)
    }
    line.end()
    show(try writer.finish(), writer.progress)
  }

  private func interrupted(after done: Int) -> ExitCode {
    Console.complain(
      Text(
        "carbonpeak: interrupted after \(grouped(done)) of \(grouped(order.variants.count)) variants; go on with --resume",
        "carbonpeak：完成 \(grouped(done)) / \(grouped(order.variants.count)) 个方案后中断；用 --resume 继续"
      )(common.language))
    return ExitStatus.interrupted.code
  }

  private func tell(_ english: EnglishWords, _ chinese: ChineseWords) {
    guard !common.quiet else { return }
    Console.complain(Text(english, chinese)(common.language), common.language)
  }

  private func show(_ paths: [String], _ progress: SweepProgress) {
    guard !common.quiet else { return }
    Console.say(
      common.json
        ? sweepSummaryRecord(order, progress, files: paths)
        : sweepSummary(order, progress, files: paths, common.language))
  }
}

import Analysis
import Diagnostics
import Reporting

/// Runs a sweep to its end, or as far as it is let.
struct SweepRun {
  private let order: SweepOrder
  private let folder: ResultFolder
  private let study: StudyRun
  private let jobs: Int
  private let resumes: Bool

  /// Prepares a run; see the options of the command.
  init(
    _ order: SweepOrder, _ folder: ResultFolder, _ study: StudyRun, jobs: Int, resumes: Bool
  ) {
    self.order = order
    self.folder = folder
    self.study = study
    self.jobs = jobs
    self.resumes = resumes
  }

  /// Runs what is left and writes it.
  ///
  /// - Returns: What it came to; nothing where it was complete already.
  /// - Throws: `SweepFault`, or a refusal where it was interrupted.
  nonisolated(nonsending) func answers() async throws -> [StudyAnswer] {
    if resumes, SweepWriter.isFinished(order, in: folder) {
      tell("the sweep is complete already", "该 sweep 已经完成")
      return []
    }
    if resumes, SweepWriter.replaces(order, in: folder) {
      Console.complain(
        Text(
          "carbonpeak: warning: the sweep in '\(folder.path)' had other inputs or options; there is nothing to go on with, and this one takes its place",
          "carbonpeak：警告：“\(folder.path)”中的 sweep 输入或选项不同，无可续跑，将由本次结果替换")(
            study.language))
    }
    let writer = try SweepWriter(order, in: folder, resumes: resumes)
    let first = order.variants.lowerBound
    let start = writer.progress.next - first
    var line = study.progress(of: order.variants.count, from: start)
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
    return [answer(try writer.finish(), writer.progress)]
  }

  private func interrupted(after done: Int) -> Refusal {
    Refusal(
      Text(
        "interrupted after \(grouped(done)) of \(grouped(order.variants.count)) variants; go on with --resume",
        "完成 \(grouped(done)) / \(grouped(order.variants.count)) 个方案后中断；用 --resume 继续"
      ), .interrupted)
  }

  private func tell(_ english: EnglishWords, _ chinese: ChineseWords) {
    guard !study.common.quiet else { return }
    Console.complain(Text(english, chinese)(study.language), study.language)
  }

  private func answer(_ paths: [String], _ progress: SweepProgress) -> StudyAnswer {
    StudyAnswer(answer: order.answer(progress), streamed: paths)
  }
}

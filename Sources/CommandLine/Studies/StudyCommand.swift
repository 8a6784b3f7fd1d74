import Analysis
import ArgumentParser
import Diagnostics

/// A command that asks one question and writes the answer into a folder.
///
/// It states what is read (``begin()``) and what that comes to (``answers(_:)``); all that happens before,
/// between and after is the same for all of them: diagnostics are shown and scenarios with a fault
/// refused, runs are checked against the laws, warnings are told and kept for the record, the answer is
/// written into its folder whole or not at all, and told as text or as JSON. What goes wrong is thrown, as
/// an error of the study or as a `Refusal`, and told in one place.
protocol StudyCommand: AsyncParsableCommand {
  /// How the command speaks.
  var common: CommonOptions { get }

  /// Reads what is asked about.
  func begin() throws -> StudyRun

  /// Answers the question; one answer, or one for each scenario.
  func answers(_ run: StudyRun) async throws -> [StudyAnswer]
}

extension StudyCommand {
  /// Asks, answers, writes and tells.
  func run() async throws {
    let run = try begin()
    do {
      try run.finish(try await answers(run))
    } catch let error as any StudyError {
      throw error.refusal(of: run.subject)
    }
  }
}

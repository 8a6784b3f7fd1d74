import Analysis
import CityModel
import Diagnostics
import Reporting

/// Finds what a report tells of a scenario beside its run.
struct ReportStudy {
  let wantsWedges: Bool
  let jobs: Int
  let seed: UInt64
  let run: StudyRun

  /// The samples of the band: enough for the eye.
  static let sampleCount = 1024
  /// The most levers all of whose combinations are run for wedges.
  static let mostExact = 12

  /// Gathers all that is told of a run.
  ///
  /// What cannot be found is said on standard error and on the page; it does not keep the rest from
  /// being told.
  func subject(_ outcome: RunOutcome, _ context: RunContext) async throws -> ReportSubject {
    let blueprint = outcome.trajectory.blueprint
    var subject = ReportSubject(outcome, context)
    if blueprint.scenario.levers.contains(where: { $0.level > 0 }) {
      subject.reference = outcome.trajectory.withoutLevers
    }
    subject.costs = LeverAbatement.all(of: blueprint)
    subject.hours = HourlyDetail(blueprint, year: blueprint.years.upperBound)
    do {
      subject.spread = try await spread(outcome)
      if let spread = subject.spread?.result {
        let warning = StudyWarning.impossible(
          spread.faults, of: Self.sampleCount, spread.firstFault, in: blueprint.scenario)
        run.warn(warning)
        subject.context.warnings += [warning].compactMap { $0?.line(run.language) }
      }
    } catch let error as UncertaintyError {
      Console.complain(error.refusal(of: StudySubject(blueprint.scenario)), run.language)
      let remark = Text(
        "No uncertainty band: the inputs under 'uncertainty:' could not be studied together.",
        "没有不确定性带：uncertainty: 下的输入无法一并抽样。")
      subject.remarks.append(remark)
    }
    if wantsWedges {
      do {
        subject.wedges = try await wedges(blueprint.scenario)
      } catch {
        guard let remark = Self.remark(on: error) else { throw error }
        let warning = StudyWarning(
          subject: blueprint.scenario.fullId, text: remark,
          code: StudyWarningKind.withoutWedges.id)
        run.warn(warning)
        subject.context.warnings.append(warning.line(run.language))
        subject.remarks.append(remark)
      }
    }
    return subject
  }

  private func spread(_ outcome: RunOutcome) async throws -> UncertaintyOutcome? {
    let blueprint = outcome.trajectory.blueprint
    guard !blueprint.scenario.uncertainties.values.isEmpty else { return nil }
    let sample = try UncertainSample(
      blueprint, count: Self.sampleCount, seed: seed, replicates: 16)
    let study = UncertaintyStudy(sample)
    var line = run.progress(of: Self.sampleCount)
    defer { line.end() }
    let result = try await study.run(jobs: jobs) { draws in
      if let last = draws.last { line.update(last.index + 1) }
    }
    line.end()
    return UncertaintyOutcome(study: study, result: result, central: outcome, seed: seed)
  }

  private func wedges(_ scenario: Scenario) async throws -> LeverAttribution {
    let game = try LeverGame(scenario)
    let method: AttributionMethod =
      game.players.count <= Self.mostExact
      ? .exact : .sampled(mostPairs: 500, seed: seed)
    var line = run.progress(of: game.mostVariants(method))
    defer { line.end() }
    return try await game.attribution(method, jobs: jobs) { line.update($0) }
  }

  /// Why there are no wedges; nothing for an error that no page can tell of.
  private static func remark(on error: any Error) -> Text? {
    switch error {
    case is LeverGameFault:
      return Text("No wedges: no lever is pulled.", "没有减排楔形：没有实施任何措施。")
    case let fault as ImpossibleCombination:
      let reason = fault.fault.text
      let levers = fault.pulled.joined(separator: ", ")
      return Text(
        "No wedges: some levers have no results without others (\(levers): \(reason)).",
        "没有减排楔形：部分措施缺少其他措施时没有结果（\(levers)：\(reason)）。")
    default: return nil
    }
  }
}

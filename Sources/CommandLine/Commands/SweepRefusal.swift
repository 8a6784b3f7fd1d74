import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Reporting

/// Tells why a sweep cannot be run, or its parts not be joined.
struct SweepRefusal {
  /// A column that the table does not have.
  struct NoSuchColumn: Error {
    let name: String
    let known: [String]
  }

  /// A choice by cost where none is counted.
  struct NoCosts: Error {
    let option: String
  }

  private let language: Language
  private let filter: SourceText?

  /// Prepares to speak a language.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - filter: The text of the filter, where there is one, to show faults in.
  init(_ language: Language, filter: SourceText? = nil) {
    (self.language, self.filter) = (language, filter)
  }

  /// Tells an error on standard error and gives the exit status that says the same.
  ///
  /// - Parameter error: What went wrong.
  /// - Returns: An exit status; the error itself if it is none of ours to tell.
  func told(_ error: any Error) -> any Error {
    switch error {
    case let error as Diagnostic:
      var found = DiagnosticCollection()
      found.add(error)
      Console.complain(of: found, in: filter.map { [$0] } ?? [], language)
      return ExitStatus.usage.code
    case let error as SweepDesignError: return complain(words(of: error), .usage)
    case let error as NoSuchColumn: return complain(words(of: error), .usage)
    case let error as NoCosts:
      return complain(
        Text(
          "\(error.option): the scenario counts no costs, and the column 'cost' is empty; write 'costs:' in it or extend library/costs.yaml",
          "\(error.option)：情景未核算成本，cost 列为空；请在情景中写 costs: 或 extends library/costs.yaml"),
        .badScenario)
    case let error as SweepFault: return complain(error.text, status(of: error))
    default: return error
    }
  }

  private func complain(_ text: Text, _ status: ExitStatus) -> ExitCode {
    Console.complain(text(language), language)
    return status.code
  }

  private func status(of fault: SweepFault) -> ExitStatus {
    switch fault {
    case .cannotBegin, .inUse, .unfinished, .another: .cannotWrite
    case .cannotGoOn, .cannotJoin: .readWriteError
    case .cannotRead(let error) where error.isMissing: .noSuchFile
    case .cannotRead(let error) where error.isOfFolder: .badScenario
    case .cannotRead: .readWriteError
    case .notAPart, .differentSweeps, .partTwice, .partsMissing, .damaged: .badScenario
    }
  }

  private func words(of error: NoSuchColumn) -> Text {
    guard let near = closestName(to: error.name, among: error.known) else {
      let list = error.known.joined(separator: ", ")
      return Text(
        "--by: no column '\(error.name)'; there are: \(list)", "--by：没有列“\(error.name)”；现有：\(list)")
    }
    return Text(
      "--by: no column '\(error.name)'; did you mean '\(near)'?",
      "--by：没有列“\(error.name)”；是否想用“\(near)”？")
  }

  private func words(of error: SweepDesignError) -> Text {
    switch error {
    case .noAxes: Text("nothing is varied", "没有要改变的量")
    case .rangeInGrid(let path):
      Text(
        "a grid needs steps: write '\(path)=start:end:step', or give --design sobol --samples N",
        "网格需要步长：请写 '\(path)=起点:终点:步长'，或使用 --design sobol --samples N")
    case .tooManyVariants:
      Text(
        "the grid has more than \(grouped(SweepDesign.mostVariants)) variants; draw some with --design sobol --samples N",
        "网格的方案超过 \(grouped(SweepDesign.mostVariants)) 个；请用 --design sobol --samples N 抽取一部分")
    case .tooManySamples:
      Text(
        "--samples allows at most \(grouped(SweepDesign.mostVariants)) variants",
        "--samples 最多 \(grouped(SweepDesign.mostVariants)) 个方案")
    case .sampling(let error): Refusal.text(of: error)
    }
  }
}

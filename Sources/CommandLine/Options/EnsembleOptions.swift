public import ArgumentParser
import Diagnostics
public import Solvers

/// Options of commands that run many variants.
struct EnsembleOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: help(
      "Workers that compute at the same time (default: one per processor).", "并行计算的任务数（默认每个处理器一个）。")
  )
  var jobs: Int?

  @Option(
    help: help("The seed of chance: the same seed, the same bytes.", "随机种子：种子相同则结果逐字节相同。"))
  var seed: UInt64 = 1

  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError(say("--jobs needs at least 1.", "--jobs 至少为 1。"))
    }
  }

  /// The number of workers.
  var workers: Int { jobs ?? Console.cores }
}

extension SampleDesign.Kind: ExpressibleByArgument {}

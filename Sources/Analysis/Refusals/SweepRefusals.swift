public import Diagnostics

extension SweepDesignError: Refused {
  /// Why variants cannot be chosen.
  public var refusal: Refusal { Refusal(words, .usage) }

  private var words: Text {
    switch self {
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
    case .sampling(let error): error.text
    }
  }
}

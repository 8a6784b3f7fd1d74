import Diagnostics

/// What must not be overlooked of a fit.
extension StudyWarningKind {
  package static let lockedBase = Self(
    "base-year-locked",
    meaning: Text("the base year was brought to its inventory", "基准年已锁定到清单值"),
    cure: Text(
      "Nothing; say so where figures are shown, with the factor.", "无需处理；展示结果时请注明及其倍数。"))

  package static let lockedFarFromOne = Self(
    "lock-far-from-one",
    meaning: Text(
      "the base year was brought to its inventory by a factor more than 5 % from 1",
      "锁定到清单值所用倍数偏离 1 超过 5%"),
    cure: Text(
      "Find out why the scenario and the inventory do not describe the same city or scope before you use it.",
      "使用前请查明情景与清单的范围或口径为何不一致。"))

  package static let hardlyTellsApart = Self(
    "fit-correlated",
    meaning: Text("two fitted numbers that the data hardly tell apart", "数据难以区分的两个拟合数"),
    cure: Text(
      "Fit one of the two and give the other, or take only both together for meant.",
      "只拟合其一而给定另一个，或仅将二者合在一起解读。"))

  package static let atBound = Self(
    "fit-at-bound",
    meaning: Text("a fitted number ended at its bound", "拟合数停在边界上"),
    cure: Text(
      "Look for what else is wrong; widen the bounds only where the number can really lie beyond.",
      "查找其他问题；仅当该数确有可能超出时才放宽边界。"))

  package static let noObservationsLeft = Self(
    "fit-without-error",
    meaning: Text("as many numbers were fitted as there are observations", "拟合数与观测值一样多"),
    cure: Text(
      "Fit fewer numbers or give more observations: else nothing tells how sure they are.",
      "减少拟合数或增加观测值，否则无法判断其可靠程度。"))

  package static let noCauses = Self(
    "elasticities-no-causes",
    meaning: Text(
      "elasticities of what happened together, which are no causes", "弹性系数反映同步变化，而非因果"),
    cure: Text(
      "Describe the past with them; do not plan by them.", "用于描述过去，不宜据此制定规划。"))

  package static let moveAsOne = Self(
    "drivers-collinear",
    meaning: Text(
      "population, affluence and technology move nearly as one", "人口、富裕程度与技术几乎同步变化"),
    cure: Text(
      "Use the sum of what they explain, not single coefficients; more years may tell them apart.",
      "使用它们合计的解释，而非单个系数；更多年份或可区分。"))

  package static let potentialFarBeyondData = Self(
    "potential-beyond-data",
    meaning: Text(
      "a potential more than three times what was ever observed", "潜力超过观测最大值的三倍"),
    cure: Text(
      "Give the potential by `--saturation` from another source, and try others beside it.",
      "据其他来源用 `--saturation` 指定潜力，并试算其他取值。"))
}

public import Diagnostics

/// A kind of note, whole: its name, whether it warns, what it means and what to do about it.
public struct NoteKind: Sendable {
  /// The name for programs, in lower-case words joined by `-`: the same in every version.
  public let id: String
  /// Whether it goes to standard error: a figure would mislead without it.
  public let isWarning: Bool
  /// What it tells, in one line.
  public let meaning: Text
  /// What to do about it.
  public let cure: Text

  private init(_ id: String, isWarning: Bool, meaning: Text, cure: Text) {
    self.id = id
    self.isWarning = isWarning
    self.meaning = meaning
    self.cure = cure
  }
}

extension NoteKind: CaseIterable {
  /// All of them, in the order of the manual.
  public static let allCases: [Self] = [
    .gridHydrogen, .captureRefused, .electricityShort, .observedAbovePeak, .peakInBaseYear,
    .peakBeforeLevers, .priceNearZero, .boughtForNothing, .biogenicCapture, .relocation,
    .pollutantsMissing, .embodiedMissing,
  ]
}

extension RunNote {
  /// What kind of note it is.
  public var kind: NoteKind {
    switch self {
    case .gridHydrogen: .gridHydrogen
    case .captureRefused: .captureRefused
    case .observedAbovePeak: .observedAbovePeak
    case .peakInBaseYear: .peakInBaseYear
    case .peakBeforeLevers: .peakBeforeLevers
    case .electricityShort: .electricityShort
    case .biogenicCapture: .biogenicCapture
    case .priceNearZero: .priceNearZero
    case .boughtForNothing: .boughtForNothing
    case .relocation: .relocation
    case .pollutantsMissing: .pollutantsMissing
    case .embodiedMissing: .embodiedMissing
    }
  }
}

// MARK: - The kinds

extension NoteKind {
  static let gridHydrogen = Self(
    "grid-hydrogen-dirtier-than-coal", isWarning: true,
    meaning: Text(
      "hydrogen from grid electricity emits more than hydrogen from coal would",
      "电网电解制氢的排放高于煤制氢"),
    cure: Text(
      "Let hydrogen grow as the grid gets cleaner: later, or beside wind and solar.",
      "使氢能随电网清洁化而增长：推迟，或与风电、光伏配套。"))

  static let captureRefused = Self(
    "capture-refused", isWarning: true,
    meaning: Text(
      "CO2 that was to be captured was not, since the storage is full",
      "因封存能力不足，应捕集的 CO2 未捕集"),
    cure: Text(
      "Raise `energy.carbon-storage.injection-limit`, or capture less.",
      "提高 `energy.carbon-storage.injection-limit`，或减少捕集。"))

  static let electricityShort = Self(
    "electricity-short", isWarning: true,
    meaning: Text("electricity that is asked for is not delivered", "电力需求未能满足"),
    cure: Text(
      "Give more capacity, storage or import where the plan adds demand.",
      "在需求增加之处增加装机、储能或外来电。"))

  static let observedAbovePeak = Self(
    "observed-above-peak", isWarning: true,
    meaning: Text(
      "a year was observed to emit more than any year of the run",
      "某年观测排放高于情景中的任何一年"),
    cure: Text(
      "Begin from a later base year, or fit the drivers to what was observed: `carbonpeak calibrate`.",
      "改用较晚的基年，或按观测值校准驱动因素：`carbonpeak calibrate`。"))

  static let peakInBaseYear = Self(
    "peak-in-base-year", isWarning: true,
    meaning: Text("emissions are highest in the base year", "排放在基年最高"),
    cure: Text(
      "The real peak may lie before it: give the years before as `history`.",
      "实际峰值可能更早：请以 `history` 给出此前各年。"))

  static let peakBeforeLevers = Self(
    "peak-before-levers", isWarning: true,
    meaning: Text(
      "emissions are highest before the first year in which a lever acts", "排放在任何措施起作用之前已最高"),
    cure: Text(
      "Do not call the peak a work of the levers; check the drivers if it surprises.",
      "不要把该峰值说成措施的效果；若出乎意料，请核对驱动因素。"))

  static let priceNearZero = Self(
    "price-near-zero", isWarning: true,
    meaning: Text(
      "the price that users pay for a carrier is below a tenth of the base year's",
      "用户所付的能源价格低于基年的十分之一"),
    cure: Text(
      "Check capacity against demand: where something is in plenty, what answers to its price grows.",
      "核对装机与需求：供给过剩时，响应价格的部分会增长。"))

  static let boughtForNothing = Self(
    "bought-for-nothing", isWarning: true,
    meaning: Text(
      "energy is bought from outside without a price, though costs are counted",
      "计算费用而外购能源没有价格"),
    cure: Text("Give the prices that the note names.", "给出说明所列的价格。"))

  static let biogenicCapture = Self(
    "biogenic-capture", isWarning: false,
    meaning: Text(
      "captured carbon of living matter, and whether the totals count it as removed",
      "捕集的生物质碳，以及是否计为移除量"),
    cure: Text(
      "Nothing; `accounting: {biogenic-capture: not-credited}` leaves it out of the totals.",
      "不必处理；`accounting: {biogenic-capture: not-credited}` 可使其不计入总量。"))

  static let relocation = Self(
    "relocation", isWarning: false,
    meaning: Text(
      "industry moved out of the city, and what it would have emitted here",
      "外迁产业及其若留在本市的排放"),
    cure: Text(
      "Nothing; say beside the figures that this is moved, not abated.",
      "不必处理；引用数值时请注明这是转移而非减排。"))

  static let pollutantsMissing = Self(
    "pollutants-missing", isWarning: false,
    meaning: Text(
      "carriers that are burnt without factors of air pollutants are not counted",
      "缺少大气污染物因子的能源未计入"),
    cure: Text(
      "Give the factors that the note names.",
      "给出说明所列的因子。"))

  static let embodiedMissing = Self(
    "embodied-missing", isWarning: false,
    meaning: Text(
      "buildings without factors of embodied carbon are not counted", "缺少隐含碳因子的建筑未计入"),
    cure: Text("Give the factors that the note names.", "给出说明所列的因子。"))
}

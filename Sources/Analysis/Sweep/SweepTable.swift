public import CityModel

/// The columns of a sweep's table, and the units their numbers are in.
public struct SweepColumns: Hashable, Sendable {
  /// One column.
  public struct Column: Hashable, Sendable {
    /// Its name: the path of an axis, or a metric.
    public let name: String
    /// The unit of its numbers; empty for plain numbers and years.
    public let unit: String
  }

  /// The columns, in order.
  public let all: [Column]
  /// The place of the column `status`, the only one that holds words.
  public let status: Int
  /// The total that the status is of, and that names of a peak without one mean.
  package let peakAccount: EmissionTotal

  /// The columns of a sweep.
  ///
  /// - Parameters:
  ///   - axes: What is varied.
  ///   - years: The years whose emissions are metrics.
  ///   - peakAccount: The total that the scenario tells peaks of.
  public init(axes: [AxisValues], years: [Int], peakAccount: EmissionTotal) {
    self.peakAccount = peakAccount
    let peaks = EmissionTotal.allCases.flatMap {
      [Metric.peakYear($0), .peakYearEstimate($0), .peakValue($0)]
    }
    let metrics = peaks + [.cumulative] + years.map { .emissions(year: $0) } + [.cost]
    all =
      [Column(name: "variant", unit: "")]
      + axes.map { Column(name: $0.axis.path, unit: $0.unit) }
      + [Column(name: "status", unit: "")]
      + metrics.map { Column(name: $0.id, unit: $0.unit == "year" ? "" : $0.unit) }
    status = axes.count + 1
  }

  /// All names of columns, and those of a peak without its total.
  package var names: [String] {
    let ending = "_\(peakAccount.rawValue)"
    return all.map(\.name)
      + all.map(\.name).filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
  }

  /// The place of a column, if there is one of this name; `peak_year` is that of ``peakAccount``.
  public func place(of name: String) -> Int? {
    all.firstIndex { $0.name == name }
      ?? all.firstIndex { $0.name == "\(name)_\(peakAccount.rawValue)" }
  }
}

/// One row of a sweep's table.
public struct SweepRow: Sendable {
  /// What can be said of the variant's peak, or why it has none.
  public let status: SweepStatus
  /// The number of each column; one that is not a number stands for an empty cell.
  public let numbers: [Double]

  /// Makes a row; see the properties of the same names.
  package init(status: SweepStatus, numbers: [Double]) {
    self.status = status
    self.numbers = numbers
  }

  /// What a variant comes to.
  ///
  /// - Parameters:
  ///   - variant: Its number.
  ///   - point: Its values as they are written.
  ///   - metrics: What it comes to, or why to nothing.
  ///   - years: How many years' emissions are metrics.
  package init(
    _ variant: Int, point: [Double], _ metrics: Result<Metrics, VariantFault>, years: Int
  ) {
    let head = [Double(variant)] + point + [.nan]
    switch metrics {
    case .success(let metrics):
      status = SweepStatus(metrics.peak.status)
      let peaks = EmissionTotal.allCases.flatMap { account in
        let peak = metrics.peaks[account]
        let exists = peak.status != .noEmissions
        return [exists ? Double(peak.year) : .nan, exists ? peak.estimate : .nan, peak.value]
      }
      numbers =
        head + peaks + [metrics.cumulative] + metrics.emissions + [metrics.cost ?? .nan]
    case .failure(let fault):
      status = SweepStatus(fault)
      numbers = head + [Double](repeating: .nan, count: years + 8)
    }
  }
}

/// What can be said of a variant in one word.
public enum SweepStatus: String, CaseIterable, Sendable {
  case peakedBeforeBaseYear = "peaked-before-base-year"
  case peakedByBaseYear = "peaked-by-base-year"
  case peaks = "peaks"
  case plateau = "plateau"
  case notPeaked = "not-peaked"
  case rebound = "rebound"
  case noEmissions = "no-emissions"
  /// Its levers and values together are impossible, or lead to a price below zero.
  case impossible = "impossible"
  /// A year's market has no solution.
  case unsolved = "unsolved"
  /// Its emissions are no number: they overflow.
  case noNumber = "no-number"

  /// The word of a peak.
  init(_ status: PeakStatus) {
    self =
      switch status {
      case .peakedBeforeBaseYear: .peakedBeforeBaseYear
      case .peakedByBaseYear: .peakedByBaseYear
      case .peaks: .peaks
      case .plateau: .plateau
      case .notPeaked: .notPeaked
      case .rebound: .rebound
      case .noEmissions: .noEmissions
      }
  }

  /// The word of a fault.
  init(_ fault: VariantFault) {
    self =
      switch fault {
      case .impossible, .negativePrice: .impossible
      case .unsolved: .unsolved
      case .noNumber: .noNumber
      }
  }

  /// Whether a variant of this status has results.
  public var hasResults: Bool {
    switch self {
    case .impossible, .unsolved, .noNumber: false
    default: true
    }
  }
}

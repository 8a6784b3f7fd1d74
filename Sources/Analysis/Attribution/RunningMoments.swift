import Glibc

/// Means and standard errors of samples that come one after the other, by row and metric.
///
/// Source: Welford (1962), Technometrics 4:419.
struct RunningMoments: Sendable {
  /// How many samples each row has.
  private(set) var counts: [Int]
  /// The mean of each row's samples.
  private(set) var means: [[Double]]
  private var squares: [[Double]]

  init(rows: Int, metrics: Int) {
    counts = Array(repeating: 0, count: rows)
    means = Array(repeating: Array(repeating: 0, count: metrics), count: rows)
    squares = means
  }

  /// Takes a sample of one row.
  mutating func add(_ sample: [Double], to row: Int) {
    counts[row] += 1
    let count = Double(counts[row])
    for metric in means[row].indices {
      let distance = sample[metric] - means[row][metric]
      means[row][metric] += distance / count
      squares[row][metric] += distance * (sample[metric] - means[row][metric])
    }
  }

  /// The standard errors of the means; infinite for fewer than two samples.
  var errors: [[Double]] {
    zip(counts, squares).map { count, squares in
      count > 1
        ? squares.map { sqrt($0 / (Double(count) * Double(count - 1))) }
        : squares.map { _ in .infinity }
    }
  }
}

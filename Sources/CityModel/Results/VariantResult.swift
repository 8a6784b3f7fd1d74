import Diagnostics

/// The recorded rows of one variant; valid only while the closure runs that it is given to.
public struct VariantResult {
  /// The number of the variant.
  public let index: Int
  /// The value of each axis.
  public let values: [Double]
  /// Why it has no results, if it has none; its numbers then mean nothing.
  public let fault: VariantFault?
  private let record: LaneBuffer
  private let yearCount: Int
  private let lane: Int

  init(
    index: Int, values: [Double], fault: VariantFault?, record: LaneBuffer, yearCount: Int,
    lane: Int
  ) {
    self.index = index
    self.values = values
    self.fault = fault
    self.record = record
    self.yearCount = yearCount
    self.lane = lane
  }

  /// The yearly values of a recorded row, by its place among those that are recorded.
  public func series(_ place: Int) -> [Double] {
    defect(
      unless: place >= 0 && (place + 1) * yearCount <= record.count, "a row that was not recorded")
    return (0..<yearCount).map { record[place * yearCount + $0][lane] }
  }

  /// The value of a recorded row in one year, counted from the base year.
  package subscript(place: Int, year: Int) -> Double {
    let index = place * yearCount + year
    defect(
      unless: index >= 0 && index < record.count && year < yearCount,
      "a row or year that was not recorded")
    return record[index][lane]
  }
}

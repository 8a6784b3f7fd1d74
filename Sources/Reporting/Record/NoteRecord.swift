public import Analysis
import Diagnostics

/// The notes of a run, each by its code with its text in both languages and its years.
func noteRecord(_ notes: [RunNote]) -> JSONValue {
  .array(
    notes.map { note in
      .object([
        ("code", .string(note.code)), ("text", .string(note.text.english)),
        ("text_zh", .string(note.text.chinese)),
        ("years", .array(note.years.map(JSONValue.integer))),
      ])
    })
}

extension RunNote {
  /// A word for programs, the same in every version.
  public var code: String {
    switch self {
    case .gridHydrogen: "grid-hydrogen-dirtier-than-coal"
    case .captureRefused: "capture-refused"
    case .observedAbovePeak: "observed-above-peak"
    case .peakInBaseYear: "peak-in-base-year"
    case .peakBeforeLevers: "peak-before-levers"
    case .electricityShort: "electricity-short"
    case .biogenicCapture: "biogenic-capture"
    case .priceNearZero: "price-near-zero"
    case .boughtForNothing: "bought-for-nothing"
    case .relocation: "relocation"
    case .pollutantsMissing: "pollutants-missing"
    case .embodiedMissing: "embodied-missing"
    }
  }

  /// The years it speaks of; none if it holds for all.
  var years: [Int] {
    switch self {
    case .gridHydrogen(let years): years.map(\.year)
    case .captureRefused(let years), .relocation(let years), .electricityShort(let years),
      .biogenicCapture(let years, _), .priceNearZero(_, let years, _),
      .boughtForNothing(_, let years):
      years.map(\.year)
    case .peakInBaseYear(let year, _), .peakBeforeLevers(let year, _, _, _): [year]
    case .observedAbovePeak(let observed, _): [observed.year]
    case .pollutantsMissing, .embodiedMissing: []
    }
  }
}

import Analysis
import Diagnostics

/// The notes of a run, each by its code with its text in both languages and its years.
func noteRecord(_ notes: [RunNote]) -> JSONValue {
  .array(
    notes.map { note in
      .object([
        ("code", .string(note.kind.id)), ("text", .string(note.text.english)),
        ("text_zh", .string(note.text.chinese)),
        ("years", .array(note.years.map(JSONValue.integer))),
      ])
    })
}

extension RunNote {
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

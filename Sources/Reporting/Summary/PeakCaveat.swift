import Analysis
import Diagnostics

extension RunNote {
  /// What keeps a peak from being the work of the levers, in a few words beside its year.
  var peakCaveat: Text? {
    switch self {
    case .peakInBaseYear: Text("where the run begins", "即情景起始年")
    case .peakBeforeLevers(let year, let first, let without, _) where year == without:
      Text("before any lever acts (the first in \(first))", "早于任何措施生效（最早\(first)年）")
    case .peakBeforeLevers(_, let first, let without, _):
      Text(
        "before any lever acts (the first in \(first); without levers in \(without))",
        "早于任何措施生效（最早\(first)年；不采取措施则为\(without)年）")
    default: nil
    }
  }
}

extension RunOutcome {
  /// What keeps the peak from being the work of the scenario; nothing where nothing does.
  var peakCaveat: Text? { notes.compactMap(\.peakCaveat).first }
}

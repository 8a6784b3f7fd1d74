import Analysis
import Diagnostics

extension RunNote {
  /// What keeps a peak from being the work of the levers, in a few words beside its year.
  var peakCaveat: Text? {
    guard case .peakBeforeLevers(_, let first) = self else { return nil }
    guard let first else { return Text("where the run begins", "即情景起始年") }
    return Text("before any lever acts (the first in \(first))", "早于任何措施生效（最早\(first)年）")
  }
}

extension RunOutcome {
  /// What keeps the peak of the net total from being the work of the scenario; nothing where nothing does.
  var peakCaveat: Text? { notes.compactMap(\.peakCaveat).first }
}

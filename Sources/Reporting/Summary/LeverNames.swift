import CityModel
import Diagnostics

extension Scenario {
  /// Levers by their names for people, in a row.
  ///
  /// - Parameter ids: The ids of the levers.
  /// - Returns: Their names; the id where a lever has none.
  func leverNames(_ ids: [String]) -> Text {
    let names = ids.map { id in
      levers.first { $0.identity.id == id }?.identity.name ?? Text(same: id)
    }
    return Text(
      english: names.map { terminalSafe($0.english) }.joined(separator: ", "),
      chinese: names.map { terminalSafe($0.chinese) }.joined(separator: "、"))
  }
}

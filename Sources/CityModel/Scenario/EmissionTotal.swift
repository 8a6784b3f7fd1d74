public import Diagnostics

/// Which of the two totals of a city a figure is of; figures of one are never held against the other.
public enum EmissionTotal: String, CaseIterable, Sendable {
  /// The five sectors, without what sinks take up: as inventories, 碳达峰 and 碳强度 count.
  case gross
  /// The five sectors less what sinks take up: as carbon neutrality counts.
  case net

  /// Its line among the totals of a run.
  package var item: TotalItem {
    switch self {
    case .gross: .gross
    case .net: .net
    }
  }

  /// Its name for people, as beside a chart and in brackets.
  public var name: Text {
    switch self {
    case .gross: Text("gross", "总排放")
    case .net: Text("net", "净排放")
    }
  }

  /// The emissions it counts, for people.
  public var emissions: Text {
    switch self {
    case .gross: Text("gross emissions", "总排放")
    case .net: Text("net emissions", "净排放")
    }
  }
}

/// A value of each of the two totals.
public struct ByTotal<Value> {
  /// Without sinks.
  public var gross: Value
  /// Less what sinks take up.
  public var net: Value

  /// Pairs two values.
  public init(gross: Value, net: Value) { (self.gross, self.net) = (gross, net) }

  /// The value of one of them.
  public subscript(total: EmissionTotal) -> Value {
    switch total {
    case .gross: gross
    case .net: net
    }
  }
}

extension ByTotal: Sendable where Value: Sendable {}
extension ByTotal: Equatable where Value: Equatable {}
extension ByTotal: Hashable where Value: Hashable {}

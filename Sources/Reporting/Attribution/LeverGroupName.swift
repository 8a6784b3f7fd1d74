import CityModel
import Diagnostics

extension Lever.Group {
  /// The group's name for people.
  var name: Text {
    switch self {
    case .grid: Text("clean grid", "清洁电网")
    case .electrification: Text("electrification", "终端电气化")
    case .hydrogen: Text("hydrogen", "氢能")
    case .ccs: Text("capture", "碳捕集")
    case .efficiency: Text("efficiency", "能效")
    case .structure: Text("structure", "结构调整")
    case .behaviour: Text("behaviour", "行为")
    case .circular: Text("circular economy", "循环经济")
    case .sinks: Text("sinks", "碳汇")
    case .price: Text("prices", "价格")
    }
  }
}

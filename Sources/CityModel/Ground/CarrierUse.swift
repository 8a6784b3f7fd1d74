/// Where a fuel is burnt, as far as its oxidation, methane and nitrous oxide depend on it.
enum CarrierUse: String, CaseIterable {
  case power, industry, buildings, transport

  /// The use's place among all.
  var index: Int {
    switch self {
    case .power: 0
    case .industry: 1
    case .buildings: 2
    case .transport: 3
    }
  }
}

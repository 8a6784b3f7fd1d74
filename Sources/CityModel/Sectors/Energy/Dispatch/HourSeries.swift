/// What a series of a year's hours holds.
///
/// Powers are in GW; the ids are those of the scenario.
public enum HourlyQuantity: Hashable, Sendable {
  /// What a load draws, with its part of the grid's loss, before anything is moved.
  case load(String)
  /// What a demand response moves into the hour; negative out of it.
  case shifted(String)
  /// What a power plant delivers, after curtailment.
  case generation(String)
  /// What heat plants deliver.
  case heatPlants
  /// What comes under a contract, after curtailment, or by the import that balances.
  case imported(String)
  /// What a storage takes in.
  case charge(String)
  /// What a storage gives back.
  case discharge(String)
  /// What a storage could give back at the end of the hour [GWh]; the lowest of a day is zero.
  case level(String)
  /// What could have been made and was not taken.
  case curtailed
  /// What was asked for and not delivered.
  case unserved
}

/// The series that a record of a year's hours holds, in their order.
struct HourSeries: Sendable {
  /// What the series are, in order.
  let all: [HourlyQuantity]
  private let responses: Int
  private let plants: Int
  private let contracts: Int
  private let storages: Int

  init(
    loads: [String], responses: [String], plants: [String], contracts: [String], storages: [String]
  ) {
    var all: [HourlyQuantity] = loads.map { .load($0) }
    self.responses = all.count
    all += responses.map { .shifted($0) }
    self.plants = all.count
    all += plants.map { .generation($0) } + [.heatPlants]
    self.contracts = all.count
    all += contracts.map { .imported($0) }
    self.storages = all.count
    all += storages.flatMap { [.charge($0), .discharge($0), .level($0)] }
    self.all = all + [.curtailed, .unserved]
  }

  func load(_ place: Int) -> Int { place }
  func response(_ place: Int) -> Int { responses + place }
  func plant(_ place: Int) -> Int { plants + place }
  var heatPlants: Int { contracts - 1 }
  func contract(_ place: Int) -> Int { contracts + place }
  /// What runs by itself, and what is not yet called when it is cut back.
  var unsteered: Range<Int> { plants..<storages }
  func storage(_ place: Int) -> Int { storages + 3 * place }
  var curtailed: Int { all.count - 2 }
  var unserved: Int { all.count - 1 }
}

extension HourRecorder {
  /// Takes a part of what runs by itself away again.
  func cut(_ part: Lanes, _ surplus: Lanes, at hour: Int, _ series: HourSeries) {
    self[series.curtailed, hour] = surplus
    for place in series.unsteered { self[place, hour] *= 1 - part }
  }
}

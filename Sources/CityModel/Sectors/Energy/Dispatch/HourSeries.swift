/// The series that a record of a year's hours holds, in their order.
struct HourSeries: Sendable {
  /// What the series are, in order.
  let all: [HourlyDetail.Quantity]
  private let responses: Int
  private let plants: Int
  private let contracts: Int
  private let storages: Int

  init(
    loads: [String], responses: [String], plants: [String], contracts: [String], storages: [String]
  ) {
    var all: [HourlyDetail.Quantity] = loads.map { .load($0) }
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

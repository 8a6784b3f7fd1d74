/// What an inventory counts: the part of a run that it can be held against.
public struct InventoryScope: Hashable, Sendable {
  /// What an inventory leaves out of its scopes.
  public enum Gap: Hashable, Sendable {
    /// A sector, where its emissions arise.
    case sector(Sector)
    /// A gas.
    case gas(Gas)
    /// Emissions of industrial processes, as of cement and lime.
    case processes

    /// All that there are.
    public static let all: [Gap] =
      Sector.emitting.map(Gap.sector) + Gas.allCases.map(Gap.gas) + [.processes]

    /// Its word in scenario files.
    public var word: String {
      switch self {
      case .sector(let sector): sector.rawValue
      case .gas(let gas): gas.rawValue
      case .processes: "processes"
      }
    }
  }

  /// The total it is of.
  public var account: EmissionTotal
  /// Whether it counts scope 2 beside scope 1; nothing where it counts what the run counts.
  public var countsScope2: Bool?
  /// What it leaves out, in the order of the file.
  public var excludes: [Gap]

  /// Says what an inventory counts: by default the gross total, with the scopes of the run.
  public init(
    account: EmissionTotal = .gross, countsScope2: Bool? = nil, excludes: [Gap] = []
  ) {
    self.account = account
    self.countsScope2 = countsScope2
    self.excludes = excludes
  }

  /// Whether it counts all that a total of the run counts.
  public func isWhole(of accounting: Accounting) -> Bool {
    excludes.isEmpty && (countsScope2 ?? accounting.countsScope2) == accounting.countsScope2
  }
}

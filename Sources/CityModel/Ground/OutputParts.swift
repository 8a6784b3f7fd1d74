/// A line of the energy balance of a carrier.
public enum BalanceItem: String, CaseIterable, Sendable {
  /// Made in the city.
  case production
  /// Bought from outside.
  case imports
  /// Delivered outside.
  case exports
  /// Taken in by plants that make another carrier.
  case transformation
  /// Lost between supply and user.
  case losses
  /// Taken in by storage and not given back.
  case storage
  /// Used by buildings, industry and transport.
  case final
  /// Asked for and not delivered.
  case unserved
  /// production + imports + unserved − exports − transformation − losses − storage − final; zero
  /// but for rounding.
  case residual
}

/// A power whose greatest value of the year is kept.
public enum PeakItem: String, CaseIterable, Sendable {
  /// What users and exports ask for, with the grid's loss, before anything is moved.
  case load
  /// What is left of it for plants that can be called and for the import, after storage.
  case netLoad = "net-load"
  /// The import that balances.
  case imports
}

/// A part of a building's life in which materials and works emit.
package enum EmbodiedStage: String, CaseIterable, Sendable {
  /// New floor area, by standard: the row's part is `construction.<standard>`.
  case construction
  /// Existing floor area retrofitted.
  case retrofit
  /// Floor area torn down.
  case demolition
}

/// Where waste goes.
public enum WasteTreatment: String, CaseIterable, Sendable {
  /// Into the ground.
  case landfill
  /// Burnt.
  case incineration
  /// Composted.
  case composting
  /// Made into something again.
  case recycling
}

/// What relocated industry would have emitted here.
public enum RelocatedPart: String, CaseIterable, Sendable {
  /// By burning and by processes, less what would have been captured.
  case direct
  /// By the electricity, heat and hydrogen it would have used.
  case energy
}

/// A line of the totals.
public enum TotalItem: String, CaseIterable, Sendable {
  /// The five sectors, as the accounting choice counts them.
  case gross
  /// Gross plus sinks.
  case net
  /// Captured carbon of living matter that gross and net count as taken out of the air, at most 0; zero
  /// where the accounting does not credit it.
  case removals
  /// Direct emissions in the city, before sinks.
  case scope1
  /// Imported electricity and heat, location-based.
  case scope2Location
  /// Imported electricity and heat, market-based.
  case scope2Market
}

/// A conservation law that every run checks.
public enum Law: String, CaseIterable, Sendable {
  /// The two views of the total agree.
  case views
  /// Every carrier's balance closes.
  case energyBalance
  /// stock(t) = stock(t − 1) + additions − retirements.
  case stocks
  /// A year of electricity is the sum of its hours.
  case hours
}

/// What money is spent on.
public enum CostKind: String, CaseIterable, Sendable {
  /// Annuities of what was added since the base year.
  case capital
  /// Operation and maintenance per thing and year.
  case fixedOperation = "fixed-om"
  /// Operation and maintenance per output, without energy.
  case variableOperation = "variable-om"
  /// Fuels, before any price on carbon.
  case fuel
  /// Electricity, heat and hydrogen from outside.
  case imports
  /// The price on carbon: a transfer.
  case carbon
  /// Capturing CO₂ and storing it.
  case captureAndStorage = "capture-and-storage"
  /// What levers cost beyond what the stocks do.
  case measures

  static let count = allCases.count

  /// The kind's place among all.
  var index: Int {
    switch self {
    case .capital: 0
    case .fixedOperation: 1
    case .variableOperation: 2
    case .fuel: 3
    case .imports: 4
    case .carbon: 5
    case .captureAndStorage: 6
    case .measures: 7
    }
  }
}

/// Who invests.
public enum Investor: String, CaseIterable, Sendable {
  /// The public, by the shares the scenario gives.
  case `public`
  /// Everyone else.
  case `private`
  /// The scenario gives no share.
  case unassigned

  static let count = allCases.count

  /// The investor's place among all.
  var index: Int {
    switch self {
    case .public: 0
    case .private: 1
    case .unassigned: 2
    }
  }
}

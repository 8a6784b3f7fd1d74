public import Diagnostics

/// Something the scenario must reach.
public struct Target: Hashable, Sendable {
  /// Its id: the key of the file under `targets`.
  public let id: String
  /// What is aimed at.
  public let aim: Aim
  /// Where the file says so.
  public let location: SourceLocation?

  /// Makes a target; without an id it has the name of its aim.
  public init(id: String? = nil, aim: Aim, location: SourceLocation?) {
    self.id = id ?? aim.name
    self.aim = aim
    self.location = location
  }
}

extension Target {
  /// What is aimed at: something that is counted, and what must hold of it.
  public struct Aim: Hashable, Sendable {
    /// What is counted.
    public let subject: Subject
    /// What must hold of it.
    public let condition: Condition

    /// Says what must hold of something.
    public init(_ subject: Subject, _ condition: Condition) {
      self.subject = subject
      self.condition = condition
    }
  }

  /// What a target counts.
  public enum Subject: Hashable, Sendable {
    /// A total of emissions [Mt CO₂e].
    case total(EmissionTotal)
    /// Emissions of a sector [Mt CO₂e].
    case sector(Sector, SectorView)
    /// A total of emissions per GDP.
    case totalPerProduct(EmissionTotal)
    /// An indicator, in its own unit.
    case indicator(Indicator)
  }

  /// Where emissions of a sector are counted.
  public enum SectorView: String, CaseIterable, Sendable {
    /// Where the energy is used that causes them.
    case byEndUse = "end-use"
    /// Where they arise.
    case bySource = "source"
  }

  /// What must hold.
  public enum Condition: Hashable, Sendable {
    /// It peaks in this year or before.
    case peak(by: Int)
    /// It is at most or at least so much in a year.
    case value(Bound, Double, year: Int)
    /// It changes by at most or at least so much from a year to another.
    case change(Bound, Change, year: Int, against: Int)
    /// The sum over the years is at most so much.
    case sum(atMost: Double, years: ClosedRange<Int>)
  }

  /// On which side of a limit it must be.
  public enum Bound: String, CaseIterable, Sendable {
    /// Not above it.
    case atMost = "at-most"
    /// Not below it.
    case atLeast = "at-least"
  }

  /// How far something changes.
  public enum Change: Hashable, Sendable {
    /// By a fraction of what it was: −0.17 is 17 % less.
    case relative(Double)
    /// By an amount in its unit; of a share in fractions of 1.
    case absolute(Double)

    /// The number of it.
    public var amount: Double {
      switch self {
      case .relative(let amount), .absolute(let amount): amount
      }
    }
  }
}

extension Target.Aim {
  /// A total peaks in this year or before.
  public static func peakBy(_ year: Int, account: EmissionTotal) -> Self {
    Self(.total(account), .peak(by: year))
  }

  /// Emissions per GDP change by at most this fraction against the reference year, in `year`.
  public static func carbonIntensity(
    year: Int, change: Double, against: Int, account: EmissionTotal
  ) -> Self {
    Self(
      .totalPerProduct(account), .change(.atMost, .relative(change), year: year, against: against))
  }

  /// Energy consumption per GDP changes by at most this fraction against the reference year.
  public static func energyIntensity(year: Int, change: Double, against: Int) -> Self {
    Self(
      .indicator(.energyIntensity),
      .change(.atMost, .relative(change), year: year, against: against))
  }

  /// The share of non-fossil energy in consumption is at least this, in `year`.
  public static func nonFossilShare(year: Int, share: Double) -> Self {
    Self(.indicator(.nonFossilShare), .value(.atLeast, share, year: year))
  }

  /// A total is at most this many Mt CO₂e, in `year`.
  public static func emissions(year: Int, limit: Double, account: EmissionTotal) -> Self {
    Self(.total(account), .value(.atMost, limit, year: year))
  }

  /// A total summed over the years is at most this many Mt CO₂e.
  public static func budget(
    years: ClosedRange<Int>, limit: Double, account: EmissionTotal
  ) -> Self {
    Self(.total(account), .sum(atMost: limit, years: years))
  }

  /// The total of emissions it is of; nothing for an aim that counts no total.
  public var account: EmissionTotal? {
    switch subject {
    case .total(let account), .totalPerProduct(let account): account
    case .sector, .indicator: nil
    }
  }

  /// The indicator it is of, if it is of one.
  public var indicator: Indicator? {
    if case .indicator(let indicator) = subject { indicator } else { nil }
  }

  /// Whether it is of an amount per GDP, so that a year before the run needs GDP as well.
  public var isPerProduct: Bool {
    switch subject {
    case .totalPerProduct: true
    case .indicator(let indicator): [.energyIntensity, .carbonIntensity].contains(indicator)
    case .total, .sector: false
    }
  }

  /// Whether it asks for a peak.
  public var isPeak: Bool { if case .peak = condition { true } else { false } }

  /// The year it is judged in: of a peak the latest allowed, of a sum the last.
  public var year: Int {
    switch condition {
    case .peak(let year), .value(_, _, let year), .change(_, _, let year, _): year
    case .sum(_, let years): years.upperBound
    }
  }

  /// The year that a change is held against.
  public var reference: Int? {
    if case .change(_, _, _, let reference) = condition { reference } else { nil }
  }

  /// What is required, as a number: a year, an amount, or a change.
  public var required: Double {
    switch condition {
    case .peak(let year): Double(year)
    case .value(_, let amount, _), .sum(let amount, _): amount
    case .change(_, let change, _, _): change.amount
    }
  }

  /// A word for tables: `peak`, `emissions`, `budget`, `carbon-intensity`, the id of an indicator, or a
  /// sector; of the last two `coal-peak`, `industry-budget` and the like where more than a value is asked.
  public var name: String {
    let part =
      switch condition {
      case .peak: "peak"
      case .sum: "budget"
      case .value, .change: "emissions"
      }
    switch subject {
    case .total: return part
    case .totalPerProduct: return "carbon-intensity"
    case .indicator(let indicator): return isPeak ? "\(indicator.id)-\(part)" : indicator.id
    case .sector(let sector, _): return "\(sector.rawValue)-\(part)"
    }
  }

  /// The same aim with another number required.
  public func requiring(_ number: Double) -> Self {
    switch condition {
    case .peak: Self(subject, .peak(by: Int(number)))
    case .value(let bound, _, let year): Self(subject, .value(bound, number, year: year))
    case .sum(_, let years): Self(subject, .sum(atMost: number, years: years))
    case .change(let bound, .relative, let year, let reference):
      Self(subject, .change(bound, .relative(number), year: year, against: reference))
    case .change(let bound, .absolute, let year, let reference):
      Self(subject, .change(bound, .absolute(number), year: year, against: reference))
    }
  }
}

import Diagnostics

/// The keys of `history`: what was observed.
public enum HistorySection {
  /// The section.
  public static let section = SectionKey(
    "history",
    .map([emissions, product, energy, sectors, population] + observable.map(indicator)),
    Text("what was observed", "历史观测"), Text("Gaps are kept as gaps", "缺测保持为空"))

  /// Observed emissions, with what they count.
  public static let emissions = SectionKey(
    "emissions", .observations(mass, besides: [account, scopes, excludes]),
    Text("observed emissions", "观测排放"))

  /// Observed gross domestic product.
  public static let product = SectionKey(
    "gdp", .observations(Reading("GCNY", 0...1e9, synonyms: ["GCNY/yr"]), besides: []),
    Text("GDP at prices of the base year", "GDP（基年不变价）"))

  /// Observed energy consumption.
  public static let energy = SectionKey(
    "energy", .observations(Reading("PJ", 0...1e9, synonyms: ["PJ/yr"]), besides: []),
    Text("energy consumption", "能源消费量"))

  /// Observed population.
  public static let population = SectionKey(
    "population", .observations(Reading("million people", 0...1e9), besides: []),
    Text("people", "人口"))

  /// Observed emissions by sector.
  public static let sectors = SectionKey(
    "sectors", .map(Sector.emitting.map(sector)), Text("observed emissions by sector", "分部门观测排放"))

  /// Observed emissions of a sector.
  public static func sector(_ sector: Sector) -> SectionKey {
    SectionKey(
      sector.rawValue, .observations(mass, besides: []),
      Text("observed emissions of \(sector.rawValue)", "\(sector.rawValue) 部门观测排放"))
  }

  /// The indicators that can be observed under their ids; total energy consumption has ``energy``.
  public static let observable = Indicator.allCases.filter { ![.energy, .budgetUsed].contains($0) }

  /// An observed indicator.
  public static func indicator(_ indicator: Indicator) -> SectionKey {
    SectionKey(
      indicator.id, .observations(indicator.reading, besides: []),
      Text("observed: \(indicator.name)", "观测：\(indicator.name)"))
  }

  /// The total that was observed.
  public static let account = SectionKey(
    "account", .word(EmissionTotal.allCases.map(\.rawValue)),
    Text("the total that was observed", "观测值的口径"), EmissionTotal.explained,
    absence: .means(Text(same: EmissionTotal.gross.rawValue)))

  /// The scopes that the observed emissions count.
  public static let scopes = SectionKey(
    "scopes", .words(InventoryScope.scopes), Text("the scopes it counts", "所含范围"),
    absence: .means(Text("those of the run", "与本情景相同")))

  /// What the observed emissions leave out.
  public static let excludes = SectionKey(
    "excludes", .words(InventoryScope.Gap.all.map(\.word)),
    Text("sectors, gases and processes that it leaves out", "未包含的部门、气体与工业过程"))

  private static let mass = Reading.emissions(0...1e9)
}

extension Reading {
  /// Emissions of a year, or summed over years [Mt CO₂e], where nothing else can be meant.
  static func emissions(_ bounds: ClosedRange<Double>) -> Self {
    Self("MtCO2", bounds, synonyms: ["Mt", "Mt/yr", "MtCO2/yr"])
  }
}

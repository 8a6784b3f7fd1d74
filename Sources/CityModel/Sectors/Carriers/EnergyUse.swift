/// Where the emissions of one source are written, gas by gas.
struct EmissionSource: Sendable {
  let item: Int
  let carbonDioxide: OutputIndex
  let biogenicCarbonDioxide: OutputIndex
  let fossilMethane: OutputIndex
  let biogenicMethane: OutputIndex
  let nitrousOxide: OutputIndex

  init(_ compiler: inout BlueprintCompiler, item: Int) {
    self.item = item
    carbonDioxide = compiler.output(.carbonDioxide, item)
    biogenicCarbonDioxide = compiler.output(.biogenicCarbonDioxide, item)
    fossilMethane = compiler.output(.fossilMethane, item)
    biogenicMethane = compiler.output(.biogenicMethane, item)
    nitrousOxide = compiler.output(.nitrousOxide, item)
    compiler.register(self)
  }
}

/// The use of one carrier by one consumer or plant.
struct EnergyUse: Sendable {
  /// What the carrier is to the model.
  enum Carrier: Sendable {
    /// A fuel or free energy of the file, by its place among the carriers, burnt in a use.
    case declared(Int, Carriers.Use)
    /// Electricity, heat or hydrogen, asked for by someone.
    case secondary(SecondaryDemand.Carrier, Purpose)
  }

  let carrier: Carrier
  let energy: OutputIndex
  let source: EmissionSource
  /// The load it belongs to, if it draws electricity and dispatch is hourly.
  private(set) var load: Int?

  /// Registers the use of a carrier by the owner of `source`.
  ///
  /// A plant's use is an input of transformation; everyone else's is final energy.
  init(
    _ compiler: inout BlueprintCompiler, carrier id: String, source: EmissionSource,
    use: Carriers.Use, purpose: Purpose?, kind: OutputKind = .finalEnergy
  ) {
    self.source = source
    energy = compiler.output(kind, source.item, id)
    if let place = compiler.members("carriers").firstIndex(of: id) {
      carrier = .declared(place, use)
    } else if let place = ParameterTable.secondaryCarriers.firstIndex(of: id),
      let secondary = SecondaryDemand.Carrier(rawValue: place), let purpose
    {
      carrier = .secondary(secondary, purpose)
      if secondary == .electricity {
        let path = compiler.items[source.item].path
        load = compiler.loads?.place(of: path, or: Load(purpose))
      }
    } else {
      preconditionFailure("the reader let the unknown carrier '\(id)' pass")
    }
  }

  /// The same use, drawn as another load.
  ///
  /// - Parameters:
  ///   - load: The load where no id of the path has one of its own.
  ///   - path: Where the consumer stands, and in it what draws the electricity.
  ///   - compiler: Knows the loads.
  /// - Returns: The use; the same if it draws no electricity or dispatch is annual.
  func drawn(as load: Load, at path: ParameterPath, _ compiler: BlueprintCompiler) -> Self {
    guard self.load != nil else { return self }
    var use = self
    use.load = compiler.loads?.place(of: path, or: load)
    return use
  }
}

extension YearContext {
  /// Uses an amount of a carrier [PJ], with what burning it emits, and gives the CO₂ formed,
  /// fossil and biogenic [Mt].
  ///
  /// ```text
  /// CO₂ = E · φ_CO2 · (1 − stored) · 10⁻³          E [PJ], φ [kg/GJ] → Mt
  /// CH₄ = E · φ_CH4 · (1 − stored) · 10⁻³,  N₂O likewise           φ [kg/TJ] → kt
  /// ```
  ///
  /// Electricity, heat and hydrogen emit nothing here: their plants do (MODEL §6, §8).
  @discardableResult
  func use(_ use: EnergyUse, _ amount: Lanes, stored: Lanes = .zero) -> Lanes {
    self[use.energy] += amount
    switch use.carrier {
    case .secondary(let carrier, let purpose):
      secondary[carrier, purpose] += amount
      if let load = use.load { hours?.loads[load] += amount }
      return .zero
    case .declared(let place, let burnt):
      consumption[place] += amount
      let factors = factors[place, burnt]
      let burnt = amount * (1 - stored)
      let formed = burnt * factors.carbonDioxide * 1e-3
      let fossil = formed * factors.fossilShare
      self[use.source.carbonDioxide] += fossil
      self[use.source.biogenicCarbonDioxide] += formed - fossil
      let methane = burnt * factors.methane * 1e-3
      self[use.source.fossilMethane] += methane * factors.fossilShare
      self[use.source.biogenicMethane] += methane - methane * factors.fossilShare
      self[use.source.nitrousOxide] += burnt * factors.nitrousOxide * 1e-3
      return formed
    }
  }
}

import Diagnostics

/// The use of one carrier by one consumer or plant.
struct EnergyUse: Sendable {
  /// What the carrier is to the model.
  enum Carrier: Sendable {
    /// A fuel or free energy of the file, by its place among the carriers, burnt in a use.
    case declared(Int, CarrierUse)
    /// Electricity, heat or hydrogen.
    case secondary(SecondaryCarrier)
  }

  let carrier: Carrier
  /// Who asks for it.
  let purpose: Purpose
  let energy: OutputIndex
  let source: EmissionSource
  /// The load it belongs to, if it draws electricity and dispatch is hourly.
  private(set) var load: Int?
  /// The air pollutants that burning it emits, by their place among those of the scenario.
  let pollutants: [(number: Int, output: OutputIndex)]

  /// Registers the use of a carrier by the owner of `source`.
  ///
  /// A plant's use is an input of transformation; everyone else's is final energy.
  init(
    _ compiler: inout BlueprintCompiler, carrier id: String, source: EmissionSource,
    use: CarrierUse, purpose: Purpose, kind: OutputKind = .finalEnergy
  ) {
    self.source = source
    self.purpose = purpose
    energy = compiler.output(kind, source.item, id)
    if let place = compiler.members(ParameterPath(.carriers)).firstIndex(of: id) {
      carrier = .declared(place, use)
      pollutants = compiler.pollutants.enumerated().compactMap { number, pollutant in
        guard compiler.pollutantFactor(pollutant, of: id, in: use) != nil else { return nil }
        return (number, compiler.pollutantOutput(pollutant, source.item))
      }
    } else if let secondary = SecondaryCarrier(rawValue: id), let general = Load(purpose) {
      carrier = .secondary(secondary)
      if secondary == .electricity {
        let path = compiler.items[source.item].path
        load = compiler.loads?.place(of: path, or: general)
      }
      pollutants = []
    } else {
      defect("the reader let the unknown carrier '\(id)' pass")
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

/// What burning an amount of a carrier emits.
///
/// ```text
/// CO₂ = E · φ_CO2 · 10⁻³                         E [PJ], φ [kg/GJ] → Mt
/// CH₄ = E · φ_CH4 · 10⁻³,  N₂O likewise           φ [kg/TJ] → kt
/// ```
struct Combustion {
  /// CO₂, fossil and biogenic [Mt].
  let carbonDioxide: Lanes
  /// CO₂ of fossil carbon [Mt].
  let fossilCarbonDioxide: Lanes
  /// Methane from fossil carbon [kt].
  let fossilMethane: Lanes
  /// Methane from living matter [kt].
  let biogenicMethane: Lanes
  /// Nitrous oxide [kt].
  let nitrousOxide: Lanes

  /// Burns an amount [PJ].
  init(of amount: Lanes, _ factors: FactorTable.Factors) {
    carbonDioxide = amount * factors.carbonDioxide * 1e-3
    fossilCarbonDioxide = carbonDioxide * factors.fossilShare
    let methane = amount * factors.methane * 1e-3
    fossilMethane = methane * factors.fossilShare
    biogenicMethane = methane - methane * factors.fossilShare
    nitrousOxide = amount * factors.nitrousOxide * 1e-3
  }
}

extension YearContext {
  /// Uses an amount of a carrier [PJ], with what burning it emits, and gives the CO₂ formed,
  /// fossil and biogenic [Mt].
  ///
  /// What is stored is not burnt: it is feedstock whose carbon stays in the product. Air pollutants
  /// are `E · φ · 10⁻³` [kt], φ in kg/TJ after what filters take; capture of CO₂ changes them not.
  ///
  /// Electricity, heat and hydrogen emit nothing here: their plants do (MODEL §6, §8).
  @discardableResult
  func use(_ use: EnergyUse, _ amount: Lanes, stored: Lanes = .zero) -> Lanes {
    self[use.energy] += amount
    switch use.carrier {
    case .secondary(let carrier):
      demand[carrier, use.purpose] += amount
      if let load = use.load { demand[load: load, use.purpose] += amount }
      return .zero
    case .declared(let place, let burner):
      demand[fuel: place, use.purpose] += amount
      let burnt = amount * (1 - stored)
      let combustion = Combustion(of: burnt, factors[place, burner])
      emit(combustion, from: use.source)
      for pollutant in use.pollutants {
        let factor = factors.pollutant(pollutant.number, place, burner)
        self[pollutant.output] += burnt * factor * 1e-3
      }
      return combustion.carbonDioxide
    }
  }

  private func emit(_ combustion: Combustion, from source: EmissionSource) {
    self[source.carbonDioxide] += combustion.fossilCarbonDioxide
    self[source.biogenicCarbonDioxide] +=
      combustion.carbonDioxide - combustion.fossilCarbonDioxide
    self[source.fossilMethane] += combustion.fossilMethane
    self[source.biogenicMethane] += combustion.biogenicMethane
    self[source.nitrousOxide] += combustion.nitrousOxide
  }
}

/// Where the emissions of one source are written, gas by gas.
struct EmissionSource: Sendable {
  let item: Int
  let carbonDioxide: OutputIndex
  let biogenicCarbonDioxide: OutputIndex
  let fossilMethane: OutputIndex
  let biogenicMethane: OutputIndex
  let nitrousOxide: OutputIndex
  /// Fluorinated gases, in sources that have them.
  let fluorinatedGases: OutputIndex?

  /// Enters a source of an item; `hasFluorinatedGases` if it emits such gases.
  init(_ compiler: inout BlueprintCompiler, item: Int, hasFluorinatedGases: Bool = false) {
    self.item = item
    carbonDioxide = compiler.output(.carbonDioxide, item)
    biogenicCarbonDioxide = compiler.output(.biogenicCarbonDioxide, item)
    fossilMethane = compiler.output(.fossilMethane, item)
    biogenicMethane = compiler.output(.biogenicMethane, item)
    nitrousOxide = compiler.output(.nitrousOxide, item)
    fluorinatedGases = hasFluorinatedGases ? compiler.output(.fluorinatedGases, item) : nil
    compiler.register(self)
  }
}

import CityModel
import Diagnostics

/// The steps from a merged map to a scenario, in their order.
extension Resolver {
  /// The whole scenario, with stand-ins for what could not be read: then there are errors.
  mutating func resolve() -> Scenario {
    let header = resolveHeader()
    resolveParameters()
    let adjustments = resolveAdjustments()
    checkSectors()
    let history = resolveHistory(header.accounting)
    resolvePlanYear(history: history)
    let levers = resolveLevers()
    checkWaste(movedBy: levers)
    checkCoalBases()
    tellEarlySeries()
    tellReplaced()
    let uncertainties = resolveUncertainties(levers: levers, history: history.values)
    let targets = resolveTargets(
      history: history, peakAccount: header.accounting.peakAccount)
    var scenario = Scenario(
      city: header.city, identity: header.scenario, years: years, accounting: header.accounting,
      parameters: found.all, members: members, choices: choices, tables: tables,
      names: names, levers: levers,
      targets: targets, history: history.values, uncertainties: uncertainties,
      adjustments: adjustments)
    scenario.area = resolveArea()
    scenario.district = resolveDistrict()
    checkCombination(of: scenario)
    return scenario
  }

  private mutating func resolveParameters() {
    let place = Place(
      path: ParameterPath(""), span: .topOfFile(scenarioPath), inherited: Inherited())
    resolveGroup(ParameterTable.root, root, at: place, besides: ScenarioSections.all.words)
  }
}

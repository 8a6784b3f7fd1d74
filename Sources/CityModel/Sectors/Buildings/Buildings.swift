/// Buildings of every type (MODEL §3).
struct Buildings: Sendable {
  private let types: [BuildingType]

  init(_ compiler: inout BlueprintCompiler, _ drivers: DriverSet) {
    types = compiler.members(ParameterPath(.buildings)).map {
      BuildingType(&compiler, id: $0, drivers)
    }
  }

  /// Computes the year's stock and energy, and gives the worst stock residual.
  func compute(_ context: YearContext) -> Lanes {
    types.reduce(.zero) { $0.orWorse($1.compute(context)) }
  }
}

/// One building type: a stock of floor area in classes, and the end uses it serves.
///
/// A class, so that the year loop passes a reference and copies none of the arrays in it.
private final class BuildingType: Sendable {
  private let floorArea: ParameterIndex
  private let basis: ActivityBasis
  private let stock: CohortStock
  private let classes: [(area: OutputIndex, built: OutputIndex)]
  private let construction: [ParameterIndex]
  private let retrofit: ParameterIndex
  private let retrofitted: OutputIndex
  private let demolished: OutputIndex
  private let embodied: Embodied
  private let green: GreenConstruction?
  private let uses: [EndUse]

  init(_ compiler: inout BlueprintCompiler, id: String, _ drivers: DriverSet) {
    let path = ParameterPath(.buildings) / id
    let isResidential = compiler.choice(path / .class) == "residential"
    let standards = compiler.members(path / .construction)
    let classIds = ["existing", "retrofitted"] + standards
    floorArea = compiler.parameter(path / .floorArea)
    basis =
      switch compiler.reading(path / .floorArea) {
      case .amount: .absolute
      case .perPerson: .per(drivers.population, scale: 1)
      default:
        .per(
          compiler.parameter(ParameterPath(.drivers) / (compiler.choice(path / .driver) ?? "")),
          scale: 1e-6)
      }
    construction = standards.map { compiler.parameter(path / .construction / $0) }
    stock = Self.stock(&compiler, path, construction)
    let item = compiler.item(path, .buildings, .buildingType(isResidential: isResidential))
    classes = classIds.map {
      (compiler.output(.floorArea, item, $0), compiler.output(.construction, item, $0))
    }
    retrofitted = compiler.output(.retrofitted, item)
    retrofit = compiler.parameter(path / .retrofit)
    demolished = compiler.output(.demolition, item)
    embodied = Embodied(&compiler, path, standards: standards, item: item)
    green = GreenConstruction(
      &compiler, path, built: Array(zip(standards, classes.dropFirst(2).map(\.built))), item: item)
    uses = compiler.members(path / .uses).map {
      EndUse(
        &compiler, path / .uses / $0, type: id, isResidential: isResidential, classIds: classIds)
    }
  }

  func compute(_ context: YearContext) -> Lanes {
    let area = basis.activity(context[floorArea], context)
    let change = stock.turnOver(needed: area, conversion: context[retrofit], context)
    for (index, outputs) in classes.enumerated() {
      context[outputs.area] = stock.total(of: index, context)
      context[outputs.built] = stock.amount(index, age: 0, context)
    }
    context[retrofitted] = change.converted
    context[demolished] = change.retirements
    embodied.compute(change, construction, context)
    green?.compute(context)
    for use in uses { use.compute(stock, context) }
    return change.residual
  }

  /// Classes 0 existing, 1 retrofitted, 2… the standards.
  private static func stock(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath, _ construction: [ParameterIndex]
  ) -> CohortStock {
    let demolition = compiler.parameter(path / .earlyDemolition)
    let growth = compiler.parameter(path / .pastGrowth)
    func member(
      _ ofStock: CohortStock.Part, _ ofAdditions: CohortStock.Part, _ leaving: ParameterIndex?
    ) -> CohortStock.Class {
      CohortStock.Class(
        ofStock: ofStock, ofAdditions: ofAdditions, earlyRetirement: leaving, pastGrowth: growth)
    }
    let standards = construction.map { member(.none, .share($0), nil) }
    return CohortStock(
      &compiler, Lifetime(&compiler, path),
      classes: [member(.all, .none, demolition), member(.none, .none, nil)] + standards)
  }
}

/// What of a type's new floor area is built as green buildings (绿色建筑).
///
/// ```text
/// A_green = Σ_s A_new(s) · green(s)      [million m²]
/// ```
///
/// A standard without a share has none. There is nothing of it in the base year, whose floor area stands
/// already.
private struct GreenConstruction: Sendable {
  private let parts: [(built: OutputIndex, share: ParameterIndex)]
  private let output: OutputIndex

  /// Reads the shares; nothing for a type that gives none.
  init?(
    _ compiler: inout BlueprintCompiler, _ type: ParameterPath,
    built: [(standard: String, output: OutputIndex)], item: Int
  ) {
    let known = built.compactMap { standard, output in
      compiler.optionalParameter(type / .green / standard).map { (built: output, share: $0) }
    }
    guard !known.isEmpty else { return nil }
    parts = known
    output = compiler.output(.greenConstruction, item)
  }

  /// Adds up what of the year's new floor area is green [million m²].
  func compute(_ context: YearContext) {
    context[output] = parts.reduce(.zero) { $0 + context[$1.built] * context[$1.share] }
  }
}

/// An end use of a building type.
///
/// ```text
/// U = service · Σ_class area · need(class)          [million m² · GJ/m² = PJ]
/// E(k) = U · share(k) / efficiency(k)
/// ```
///
/// A class, so that the year loop passes a reference and copies none of the arrays in it.
private final class EndUse: Sendable {
  private struct Supply: Sendable {
    let share: ParameterIndex
    let efficiency: ParameterIndex
    let use: EnergyUse
    /// What it delivers, where costs are counted.
    let useful: OutputIndex?
  }
  private let needs: [ParameterIndex]
  private let service: ParameterIndex
  private let equipment: [Supply]

  init(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath, type: String, isResidential: Bool,
    classIds: [String]
  ) {
    needs = classIds.map { compiler.parameter(path / .need / $0) }
    service = compiler.parameter(path / .service)
    let item = compiler.item(
      path, .buildings, .buildingUse(type: type, isResidential: isResidential))
    let source = EmissionSource(&compiler, item: item)
    var uses: [String: EnergyUse] = [:]
    let countsCosts = compiler.discountRate() != nil
    equipment = compiler.members(path / .equipment).map { id in
      let device = ParameterPath(.equipment) / id
      let carrier = compiler.choice(device / .carrier) ?? ""
      let use =
        uses[carrier]
        ?? EnergyUse(
          &compiler, carrier: carrier, source: source, use: .buildings, purpose: .buildings)
      uses[carrier] = use
      return Supply(
        share: compiler.parameter(path / .equipment / id),
        efficiency: compiler.parameter(device / .efficiency),
        use: use.drawn(as: .buildings, at: path / id, compiler),
        useful: countsCosts ? compiler.output(.usefulEnergy, item, id) : nil)
    }
  }

  func compute(_ stock: CohortStock, _ context: YearContext) {
    var useful = Lanes.zero
    for (kind, need) in needs.enumerated() {
      useful += stock.total(of: kind, context) * context[need]
    }
    useful *= context[service]
    for supply in equipment {
      let delivered = useful * context[supply.share]
      context.use(supply.use, delivered / context[supply.efficiency])
      if let output = supply.useful { context[output] = delivered }
    }
  }
}

/// Carbon taken up by land (MODEL §7).
///
/// ```text
/// standing: area · uptake
/// planting: Σ_v area(v) · (B(t−v) − B(t−v−1)),   B(a) = max · (1 − e^(−k·a))^p
/// ```
///
/// Source of the growth curve: Richards (1959), Chapman (1961).
struct Sinks: Sendable {
  private let sinks: [Sink]

  init(_ compiler: inout BlueprintCompiler) {
    sinks = compiler.members(ParameterPath(.sinks)).map {
      Sink(&compiler, ParameterPath(.sinks) / $0)
    }
  }

  /// Takes up the year's carbon.
  func compute(_ context: YearContext) {
    for sink in sinks { sink.compute(context) }
  }
}

private struct Sink: Sendable {
  private let standing: (area: ParameterIndex, uptake: ParameterIndex)?
  private let planting: Planting?
  private let source: EmissionSource

  init(_ compiler: inout BlueprintCompiler, _ path: ParameterPath) {
    if let area = compiler.optionalParameter(path / .standing / .area) {
      standing = (area, compiler.parameter(path / .standing / .uptake))
    } else {
      standing = nil
    }
    planting = Planting(&compiler, path / .planting)
    source = EmissionSource(&compiler, item: compiler.item(path, .sinks, .sink))
  }

  func compute(_ context: YearContext) {
    var uptake = planting?.uptake(context) ?? .zero
    if let standing { uptake += context[standing.area] * context[standing.uptake] }
    context[source.carbonDioxide] -= uptake * 1e-3
  }
}

private struct Planting: Sendable {
  private let area: ParameterIndex
  private let atMaturity: ParameterIndex
  private let rate: ParameterIndex
  private let shape: ParameterIndex
  private let planted: Int
  /// Where B(a) stands in the state.
  private let held: Int

  init?(_ compiler: inout BlueprintCompiler, _ path: ParameterPath) {
    guard compiler.has(path / .area) else { return nil }
    area = compiler.parameter(path / .area)
    atMaturity = compiler.parameter(path / .carbonAtMaturity)
    rate = compiler.parameter(path / .growthRate)
    shape = compiler.parameter(path / .growthShape)
    planted = compiler.state(compiler.scenario.years.count)
    held = compiler.state(compiler.scenario.years.count)
  }

  /// What all plantings since the base year take up in the year [kt].
  func uptake(_ context: YearContext) -> Lanes {
    let state = context.state
    let year = context.year
    state[planted + year] = context[area]
    state[held + year] = heldAt(age: year, context)
    var total = Lanes.zero
    for age in (0...year).dropFirst() {
      total += state[planted + year - age] * (state[held + age] - state[held + age - 1])
    }
    return total
  }

  /// B(a) [kt/km²]; its parameters are the same in all years.
  private func heldAt(age: Int, _ context: YearContext) -> Lanes {
    let grown = 1 - exp(-context[rate] * Double(age))
    return context[atMaturity] * pow(grown, context[shape])
  }
}

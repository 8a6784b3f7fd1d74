/// Measures in the order in which money is best spent: the curve of marginal abatement costs.
///
/// Measures that cost come by their cost per tonne. Measures that save money stand before them, by
/// what they save in all: for these a ratio ranks wrongly, since less abatement at the same saving
/// gives a more negative cost per tonne.
///
/// Source: Taylor (2012), Energy Policy 48:430; Ward (2014), Energy Policy 73:820.
public struct AbatementCurve: Hashable, Sendable {
  /// A measure.
  public struct Measure: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// What it costs per tonne avoided [yuan/t].
    public let costPerTonne: Double
    /// What it avoids [Mt].
    public let abatement: Double
    /// What it costs in all [10⁶ yuan].
    package var cost: Double { costPerTonne * abatement }

    /// Makes a measure.
    public init(name: String, costPerTonne: Double, abatement: Double) {
      self.name = name
      self.costPerTonne = costPerTonne
      self.abatement = abatement
    }
  }

  /// A measure with what all up to it avoid.
  public struct Step: Hashable, Sendable {
    /// The measure.
    public let measure: Measure
    /// What it and all before it avoid [Mt].
    public let cumulativeAbatement: Double
  }

  /// The measures in order.
  public let steps: [Step]

  /// Orders measures; of equals the order given is kept.
  public init(_ measures: [Measure]) {
    let saving = measures.filter { $0.cost < 0 }
    let costing = measures.filter { $0.cost >= 0 }
    var total = 0.0
    let ordered = saving.stablySorted(by: \.cost) + costing.stablySorted(by: \.costPerTonne)
    steps = ordered.map { measure in
      total += measure.abatement
      return Step(measure: measure, cumulativeAbatement: total)
    }
  }

  /// What is avoided where every tonne is worth a price [yuan/t].
  package func abatement(atPrice price: Double) -> Double {
    steps.filter { $0.measure.costPerTonne <= price }.reduce(0) { $0 + $1.measure.abatement }
  }
}

extension Array {
  /// The elements by a key, equals in the order they had.
  fileprivate func stablySorted(by key: (Element) -> Double) -> [Element] {
    enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
      .map(\.element)
  }
}

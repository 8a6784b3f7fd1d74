import CityModel
import Diagnostics
import Solvers

extension Resolver {
  /// Reads the pairs that are not independent, and checks that they can hold together.
  ///
  /// - Parameters:
  ///   - entry: The list.
  ///   - values: The uncertain values that could be read.
  ///   - isComplete: Whether these are all that the file has.
  /// - Returns: The pairs that could be read.
  mutating func resolveCorrelations(
    _ entry: Entry, of values: [Uncertainties.Value], isComplete: Bool
  ) -> [Uncertainties.Correlation] {
    guard let nodes = entry.value.sequence else {
      let expected = Text(
        "a list such as [{between: [a, b], rank: 0.5}]", "列表，例如 [{between: [a, b], rank: 0.5}]")
      report(
        .wrongType(entry.key, expected: expected, found: entry.value.kind), at: entry.value.span)
      return []
    }
    var read: [Uncertainties.Correlation] = []
    for node in nodes {
      guard let pair = resolveCorrelation(node, of: values, isComplete: isComplete) else {
        continue
      }
      let twin = read.contains { Set([$0.first, $0.second]) == [pair.first, pair.second] }
      if twin { report(.correlatedTwice(values[pair.first], values[pair.second]), at: node.span) }
      if !twin { read.append(pair) }
    }
    guard isComplete, read.count == nodes.count else { return read }
    let all = Uncertainties(values: values, correlations: read)
    do {
      try requireCorrelations(all.correlationMatrix, of: values.count)
    } catch {
      report(.correlationsClash, at: entry.span)
    }
    return read
  }

  private mutating func resolveCorrelation(
    _ node: Node, of values: [Uncertainties.Value], isComplete: Bool
  ) -> Uncertainties.Correlation? {
    let entry = Entry(
      key: UncertaintySection.correlations.word, location: node.location, length: node.length,
      value: node)
    guard let mapping = readMap(entry, of: UncertaintySection.correlations.members),
      let between = mapping[UncertaintySection.between],
      let rank = mapping[UncertaintySection.rank]
    else { return nil }
    guard let names = between.value.sequence, names.count == 2 else {
      let expected = Text("a list of two paths", "两个路径的列表")
      report(
        .wrongType(between.key, expected: expected, found: between.value.kind),
        at: between.value.span)
      return nil
    }
    let places = names.map { place(of: $0, among: values, isComplete: isComplete) }
    guard let quantity = readQuantity(rank.value, called: rank.key),
      let match = match([quantity], with: [.fraction])
    else { return nil }
    let correlation = match.value(of: quantity)
    guard abs(correlation) < 1 else {
      report(.notACorrelation(quantity.description), at: rank.value.span)
      return nil
    }
    guard let first = places[0], let second = places[1] else { return nil }
    guard first != second else {
      report(.correlatedWithItself(values[first]), at: names[1].span)
      return nil
    }
    return Uncertainties.Correlation(first: first, second: second, rank: correlation)
  }

  private mutating func place(
    of node: Node, among values: [Uncertainties.Value], isComplete: Bool
  ) -> Int? {
    let paths = values.map(\.axis.path)
    if let place = node.text.flatMap({ paths.firstIndex(of: $0) }) { return place }
    if isComplete {
      report(.notUncertain(node.text ?? "", among: paths), at: node.span)
    }
    return nil
  }
}

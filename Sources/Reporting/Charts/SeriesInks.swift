/// The colours of things that several charts show, the same in all of them.
///
/// Those that are greatest in any chart have colours of their own, all others that of the rest.
struct SeriesInks {
  private let numbers: [String: Int]

  /// Gives the colours away.
  ///
  /// - Parameter charts: The layers of each chart; a thing is known by its name. How great it is
  ///   counts relative to the greatest of the chart, whose units may differ.
  init(_ charts: [[TimeChart.Layer]]) {
    var (names, sizes): ([String], [String: Double]) = ([], [:])
    for layers in charts {
      let greatest = layers.map(\.size).max() ?? 0
      for layer in layers where layer.size > 0 {
        if sizes[layer.name] == nil { names.append(layer.name) }
        sizes[layer.name] = max(sizes[layer.name] ?? 0, layer.size / greatest)
      }
    }
    let ranked = names.indices.sorted {
      (sizes[names[$0]] ?? 0, $1) > (sizes[names[$1]] ?? 0, $0)
    }
    let most = names.count <= Ink.seriesCount ? Ink.seriesCount : Ink.seriesCount - 1
    let leading = ranked.prefix(most).sorted().map { names[$0] }
    numbers = Dictionary(uniqueKeysWithValues: leading.enumerated().map { ($1, $0) })
  }

  /// The layers of a chart that have something to show, with their colours.
  ///
  /// - Parameters:
  ///   - layers: All layers; their inks are given here.
  ///   - rest: What those without a colour of their own are called together.
  /// - Returns: Layers in the order given, the rest on top.
  func paint(_ layers: [TimeChart.Layer], rest: String) -> [TimeChart.Layer] {
    var (found, others): ([TimeChart.Layer], [TimeChart.Layer]) = ([], [])
    for var layer in layers where layer.size > 0 {
      layer.ink = numbers[layer.name].map { .series($0) } ?? .rest
      if layer.ink == .rest { others.append(layer) } else { found.append(layer) }
    }
    guard let first = others.first else { return found }
    guard others.count > 1 else { return found + others }
    let sum = others.dropFirst().reduce(first.values) { zip($0, $1.values).map(+) }
    return found + [TimeChart.Layer(name: rest, ink: .rest, values: sum)]
  }
}

extension TimeChart.Layer {
  /// Its greatest value, whatever the sign.
  fileprivate var size: Double { values.reduce(0) { max($0, abs($1)) } }
}

extension TimeChart {
  /// The layers of a chart whose things no other chart shows; see ``SeriesInks``.
  static func leading(_ layers: [Layer], rest: String) -> [Layer] {
    SeriesInks([layers]).paint(layers, rest: rest)
  }
}

import CityModel
import Diagnostics
import Glibc
import Quantities

extension Resolver {
  /// Reads `adjustments:` and changes the parameters found so far.
  ///
  /// ```yaml
  /// adjustments:
  ///   industry.steel.activity: {multiply: 1.034, grow: 1.002, note: fitted to 2020–2024}
  ///   carriers.*.carbon-content: {multiply: 0.98}
  /// ```
  mutating func resolveAdjustments() -> [Adjustment] {
    guard let entry = root[AdjustmentSection.section], let mapping = requireMap(entry) else {
      return []
    }
    knownPaths = PathIndex(found.paths)
    let written = mapping.entries.filter { !FileKeys.annotations.contains($0.key) }
    // What names many parameters comes before what names one.
    let ordered = written.filter { $0.key.contains("*") } + written.filter { !$0.key.contains("*") }
    let before = found.all
    let read = ordered.compactMap { adjust($0) }
    balanceShares(before: before)
    checkAdjusted(read, before: before)
    return read
  }

  private mutating func adjust(_ entry: Entry) -> Adjustment? {
    typealias Keys = AdjustmentSection
    let keys = Keys.adjustment.members
    guard let mapping = readMap(entry, of: keys) else { return nil }
    let pattern = ParameterPath(entry.key)
    if keys.allSatisfy({ mapping[$0] == nil }) {
      report(.missingKey(Keys.multiply.word, in: entry.key), at: entry.span)
      return nil
    }
    let multiply = factor(mapping[Keys.multiply])
    let grow = factor(mapping[Keys.grow])
    guard let targets = adjustedParameters(entry), let multiply, let grow else { return nil }
    for target in targets {
      guard let values = replaced(target, by: mapping[Keys.replace]) else { return nil }
      if grow != 1, target.declaration.time != .yearly {
        report(.movesConstant(target.path, target.declaration.time), at: entry.span)
        return nil
      }
      found.setValues(
        values.enumerated().map { $1 * multiply * pow(grow, Double($0)) }, at: target.path)
    }
    return Adjustment(
      pattern: pattern, isReplaced: mapping[Keys.replace] != nil, multiply: multiply, grow: grow,
      note: mapping[CommonKeys.note]?.value.text, location: entry.location)
  }

  /// A factor above 0; 1 where none is given.
  private mutating func factor(_ entry: Entry?) -> Double? {
    guard let entry else { return 1 }
    guard let quantity = readQuantity(entry.value, called: entry.key),
      let match = match([quantity], with: [.fraction])
    else { return nil }
    let value = match.value(of: quantity)
    guard value > 0, value.isFinite else {
      report(.notAFactor(entry.key, quantity.description), at: entry.value.span)
      return nil
    }
    return value
  }

  /// The values of a parameter before factors act on them.
  private mutating func replaced(_ parameter: Parameter, by entry: Entry?) -> [Double]? {
    guard let entry else { return parameter.values }
    guard
      let candidates = expectations(
        for: parameter.declaration, at: parameter.path, reading: parameter.reading.name)
    else { return nil }
    return resolveSeries(
      entry.value, of: parameter.declaration, at: parameter.path, with: candidates)?.values
  }

  private mutating func adjustedParameters(_ entry: Entry) -> [Parameter]? {
    let pattern = ParameterPath(entry.key)
    if isHidden(pattern) { return nil }
    let isPattern = entry.key.contains("*")
    let targets = (isPattern ? knownPaths.matching(pattern) : [pattern]).compactMap { found[$0] }
    guard targets.isEmpty else { return targets }
    report(
      isPattern
        ? .nothingMatches(entry.key)
        : .unknownParameterPath(
          entry.key, among: found.paths.map(\.description),
          absent: SettablePaths(root: root).all.contains(pattern)),
      at: entry.span)
    return nil
  }

  /// Lets the shares beside adjusted ones keep their proportions and sum to what they did.
  private mutating func balanceShares(before: [Parameter]) {
    let pairs = zip(before, found.all).map { (before: $0, after: $1) }
    let groups = Dictionary(grouping: pairs.filter { $0.before.shareGroup != nil }) {
      $0.before.shareGroup
    }
    for members in groups.values {
      let moved = members.filter { $0.before.values != $0.after.values }
      guard !moved.isEmpty else { continue }
      let others = members.filter { $0.before.values == $0.after.values }
      for other in others {
        let values = other.before.values.indices.map { year -> Double in
          let rest = others.reduce(0) { $0 + $1.before.values[year] }
          let change = moved.reduce(0) { $0 + $1.before.values[year] - $1.after.values[year] }
          return rest > 0 ? other.before.values[year] * (1 + change / rest) : 0
        }
        found.setValues(values, at: other.before.path)
      }
    }
  }

  /// Whether everything is still possible: values within their bounds, shares that sum to 1.
  private mutating func checkAdjusted(_ adjustments: [Adjustment], before: [Parameter]) {
    func span(_ parameter: Parameter) -> Span {
      let own = adjustments.last { parameter.path.matches($0.pattern) } ?? adjustments.last
      let place = own?.location ?? SourceLocation(wholeFile: scenarioPath)
      return Span(location: place, length: own?.pattern.description.count ?? 1)
    }
    for (old, new) in zip(before, found.all) where old.values != new.values {
      let bounds = new.bounds
      let slack = 1e-9 * max(1, abs(bounds.upperBound))
      guard
        let year = new.values.firstIndex(where: {
          !($0 >= bounds.lowerBound - slack && $0 <= bounds.upperBound + slack)
        })
      else { continue }
      let limits = [bounds.lowerBound, bounds.upperBound].map { shortNumber($0) }
      report(
        .outOfBounds(
          new.path, value: shortNumber(new.values[year]), year: years.lowerBound + year,
          bounds: Text(
            "between \(limits[0]) and \(limits[1])", "\(limits[0]) 到 \(limits[1]) 之间"),
          hint: nil), at: span(new))
      return
    }
    let moved = Set(zip(before, found.all).filter { $0.values != $1.values }.map(\.1.shareGroup))
    for (group, members) in Dictionary(grouping: found.all, by: \.shareGroup) {
      guard let group, moved.contains(group), let first = members.first else { continue }
      for year in first.values.indices {
        let sum = members.reduce(0) { $0 + $1.values[year] }
        guard abs(sum - 1) > 1e-6 else { continue }
        report(.adjustedShares(group, sum: sum), at: span(first))
        return
      }
    }
  }
}

extension Fault {
  fileprivate static func notAFactor(_ key: String, _ value: String) -> Fault {
    Fault(
      .outOfBounds, "'\(key)' is \(value); a factor is above 0", "'\(key)' 为 \(value)；倍数应大于 0",
      help: Text("1.03 adds 3 %", "1.03 表示增加 3%"))
  }

  fileprivate static func adjustedShares(_ group: ParameterPath, sum: Double) -> Fault {
    Fault(
      .sharesDoNotSum, "the adjusted shares '\(group)' sum to \(shortNumber(100 * sum)) %",
      "调整后的份额 '\(group)' 合计 \(shortNumber(100 * sum))%", help: nil)
  }
}

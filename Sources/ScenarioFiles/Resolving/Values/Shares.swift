import CityModel
import Diagnostics

/// Shares that must sum to 1 in every year.
private struct ShareSet {
  /// The map whose values sum to 1.
  let path: ParameterPath
  /// The parameters that are the shares.
  let shares: [ParameterPath]
}

extension Resolver {
  /// Checks the sets of shares of a map, fills in `rest` and scales the others to exactly 1.
  mutating func checkShares(of group: GroupDeclaration, at place: Place) {
    let path = place.path
    var shares: [ParameterPath] = []
    var hasUnknownMember = false
    if group.fieldsSumToOne {
      shares = group.fields.map { path / $0.key }
    } else if let declaration = group.members {
      let ids = members[path] ?? []
      hasUnknownMember = ids.contains { found.failed.contains(path / $0) }
      switch declaration.sum {
      case .none: return
      case .members: shares = ids.map { path / $0 }
      case .field(let key):
        shares = ids.map { path / $0 / key }
        if ids.count > 1 { requireShares(key.word, of: ids, at: path) }
      }
    }
    let set = ShareSet(path: path, shares: shares.filter { found.holds($0) })
    guard !set.shares.isEmpty else { return }
    let isComplete = !hasUnknownMember && found.unknownKeys[path] == nil
    for share in set.shares { found.setShareGroup(path, of: share) }
    guard isComplete, !set.shares.contains(where: { found.failed.contains($0) }) else {
      return fail(set)
    }
    balance(set, at: place)
  }

  /// Of several members each must give its share: what stands in for a forgotten one fits one alone.
  private mutating func requireShares(_ key: String, of ids: [String], at path: ParameterPath) {
    for id in ids {
      let share = path / id / key
      guard let parameter = found[share], parameter.location == nil else { continue }
      found.fail(share)
      let isMisspelt = (found.unknownKeys[path / id] ?? []).contains {
        closestName(to: $0, among: [key]) != nil
      }
      guard !isMisspelt, let entry = entry(at: path / id) else { continue }
      report(.shareForgotten(key, in: path / id), at: entry.span)
    }
  }

  /// Of a set that does not sum to 1 no share is known.
  private mutating func fail(_ set: ShareSet) {
    for share in set.shares { found.fail(share) }
  }

  private mutating func balance(_ set: ShareSet, at place: Place) {
    let rests = set.shares.filter { found.rests[$0] != nil }
    if rests.count > 1, let second = rests.last, let span = found.rests[second] {
      report(.severalRests(set.path), at: span)
      return fail(set)
    }
    let rows = set.shares.compactMap { found[$0]?.values }
    let sums = years.indices.map { index in
      rows.reduce(0) { $0 + $1[years.distance(from: years.startIndex, to: index)] }
    }
    if let rest = rests.first {
      return fill(rest, sums: sums, in: set)
    }
    for (year, sum) in zip(years, sums) where abs(sum - 1) > Self.shareTolerance {
      report(.sharesDoNotSum(set.path, sum: shortNumber(sum), year: year), at: place.span)
      return fail(set)
    }
    for share in set.shares {
      guard let values = found[share]?.values else { continue }
      found.setValues(zip(values, sums).map { $0 / $1 }, at: share)
    }
  }

  /// Gives a share what the others leave.
  private mutating func fill(_ rest: ParameterPath, sums: [Double], in set: ShareSet) {
    for (year, sum) in zip(years, sums) where sum > 1 + Self.shareTolerance {
      if let span = found.rests[rest] {
        report(.nothingLeft(set.path, sum: shortNumber(sum), year: year), at: span)
      }
      return fail(set)
    }
    for share in set.shares where share != rest {
      guard let values = found[share]?.values else { continue }
      found.setValues(zip(values, sums).map { $0 / max($1, 1) }, at: share)
    }
    found.setValues(sums.map { max(0, 1 - $0) }, at: rest)
  }

  /// How far a sum of shares may be from 1.
  static let shareTolerance = 0.001
}

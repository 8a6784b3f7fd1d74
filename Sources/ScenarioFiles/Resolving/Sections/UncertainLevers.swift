import CityModel
import Diagnostics

extension Resolver {
  /// The level or a date of a lever, or by `levers.*.by` or `levers.GROUP.*.by` of several.
  mutating func uncertainLevers(
    _ entry: Entry, apply: Entry?, _ change: Axis.Change, _ context: SpreadContext
  ) -> ReadSubject {
    guard let part = LeverPart(entry.key) else {
      return unknownLever(entry, context.levers)
    }
    if let apply, !part.key.changes.contains(change) {
      report(.leverTakes(entry.key, part.key.changes), at: apply.value.span)
      return .fault
    }
    if case .one(let id) = part.whose {
      guard let lever = context.levers.first(where: { $0.identity.id == id }) else {
        return unknownLever(entry, context.levers)
      }
      return .subject(
        UncertainSubject(
          axis: part.key.axis(id, change), name: entry.key, expectations: [.fraction],
          levers: [lever]))
    }
    guard change != .replace else {
      report(.leverTakes(entry.key, Array(part.key.changes.dropFirst())), at: entry.span)
      return .fault
    }
    let finer = context.keys.filter { $0 != entry.key }.compactMap(LeverPart.init)
      .filter { $0.key == part.key && $0.whose.rank < part.whose.rank }
    let members = context.levers.filter { lever in
      part.whose.covers(lever) && !finer.contains { $0.whose.covers(lever) }
        && (part.key != .by || lever.ramp.hasEnd)
    }
    guard !members.isEmpty else { return hasUnknownLever ? .fault : .nothing }
    return .subject(
      UncertainSubject(
        axis: .together(entry.key, members.map { part.key.axis($0.identity.id, change) }),
        name: entry.key, expectations: [.fraction], levers: members))
  }

  private mutating func unknownLever(_ entry: Entry, _ levers: [Lever]) -> ReadSubject {
    if !hasUnknownLever {
      report(
        .unknownParameterPath(entry.key, among: leverPaths(levers), absent: false),
        at: entry.span)
    }
    return .fault
  }

  /// What may be named of levers.
  func leverPaths(_ levers: [Lever]) -> [String] {
    levers.flatMap { lever in
      LeverPart.Key.allCases.map { "levers.\(lever.identity.id).\($0.rawValue)" }
    }
  }
}

/// The level or a date of levers, named by a path.
private struct LeverPart {
  /// Which of the numbers of a lever.
  enum Key: String, CaseIterable {
    case level, from, by

    /// What a draw may do to it.
    var changes: [Axis.Change] { self == .level ? [.replace, .multiply] : [.replace, .add] }

    func axis(_ lever: String, _ change: Axis.Change) -> Axis {
      switch (self, change) {
      case (.level, .replace): .level(lever: lever)
      case (.level, _): .levelTimes(lever: lever)
      case (.from, .replace): .from(lever: lever)
      case (.from, _): .fromPlus(lever: lever)
      case (.by, .replace): .by(lever: lever)
      case (.by, _): .byPlus(lever: lever)
      }
    }
  }

  /// Whose number it is.
  enum Whose {
    case one(String)
    case group(Lever.Group)
    case all

    /// How many it may cover: what covers fewer holds.
    var rank: Int {
      switch self {
      case .one: 0
      case .group: 1
      case .all: 2
      }
    }

    func covers(_ lever: Lever) -> Bool {
      switch self {
      case .one(let id): lever.identity.id == id
      case .group(let group): lever.group == group
      case .all: true
      }
    }
  }

  let whose: Whose
  let key: Key

  /// Reads `levers.ID.key`, `levers.*.key` or `levers.GROUP.*.key`; nothing if it is none of them.
  init?(_ path: String) {
    let segments = ParameterPath(path).segments
    guard segments.first == "levers", (3...4).contains(segments.count),
      let key = segments.last.flatMap({ Key(rawValue: String($0)) })
    else { return nil }
    self.key = key
    if segments.count == 3 {
      whose = segments[1] == "*" ? .all : .one(String(segments[1]))
    } else {
      guard segments[2] == "*", let group = Lever.Group(rawValue: String(segments[1])) else {
        return nil
      }
      whose = .group(group)
    }
  }
}

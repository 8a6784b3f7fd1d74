import Analysis
import CityModel
import Diagnostics
import Foundation
import ScenarioFiles
import Solvers
import Testing

/// A thousand single wrong numbers in the files that come with carbonpeak, five hundred of each of two seeds, and
/// how many are told at their place, of those that give a run and move a total by half a percent and of those that
/// give none.
///
/// With the checks before levers were held against their directions it was 153 of 203 that give a run and matter on
/// seed 12 (75.4 %), and 512 of 571 with those that give no run (89.7 %, which flatters, since nobody knows whether
/// those would have mattered). The bounds below are still those: what the two seeds give now has yet to be measured.
/// The aim is 95 % of those that matter. Swapped digits give plausible numbers that no range can tell.
@Suite struct `Slips in the bundled scenarios` {
  @Test func `with those that give no run nine in ten are told at their place`()
    throws
  {
    let ground = try SlipGround()
    var tally: [SlipKind: SlipTally] = [:]
    var silent: [String] = []
    for place in 0..<SlipGround.count * SlipGround.seeds.count {
      let (index, seed) = (place / SlipGround.seeds.count, place % SlipGround.seeds.count)
      guard let (slip, outcome) = try ground.outcome(of: index, seed: SlipGround.seeds[seed])
      else { continue }
      tally[slip.kind, default: SlipTally()].add(outcome)
      if outcome == .silent || outcome == .elsewhere {
        silent.append(
          "\(outcome) \(slip.kind.rawValue) \(slip.site.file):\(slip.site.line + 1) \(slip.site.path.joined(separator: ".")): \(slip.before[slip.site.number])\(slip.before[slip.site.unit]) \(slip.written)"
        )
      }
    }
    let all = tally.values.reduce(SlipTally(), +)
    print(SlipTally.table(tally))
    if ProcessInfo.processInfo.environment["SLIPS_SILENT"] != nil {
      print(silent.joined(separator: "\n"))
    }
    #expect(all.share >= 0.75, "\(silent.joined(separator: "\n"))")
    #expect(all.shareWithRefused >= 0.89, "\(silent.joined(separator: "\n"))")
  }
}

/// What became of a slip.
enum SlipOutcome {
  /// It moves neither the base year nor the sum by half a percent.
  case small
  /// No run comes of it: an error says where it is, or only that something is wrong.
  case refused, refusedElsewhere
  /// It is told at its place, only at another, or not at all.
  case told, elsewhere, silent
}

/// How many slips of a kind came to what.
struct SlipTally {
  private var counts: [SlipOutcome: Int] = [:]

  mutating func add(_ outcome: SlipOutcome) { counts[outcome, default: 0] += 1 }

  subscript(_ outcomes: SlipOutcome...) -> Int { outcomes.reduce(0) { $0 + (counts[$1] ?? 0) } }

  /// Of those that give a run and matter, the share told at their place.
  var share: Double { Double(self[.told]) / Double(max(1, self[.told, .elsewhere, .silent])) }

  /// The same with those that are refused.
  var shareWithRefused: Double {
    Double(self[.told, .refused])
      / Double(max(1, self[.told, .elsewhere, .silent, .refused, .refusedElsewhere]))
  }

  static func + (lhs: SlipTally, rhs: SlipTally) -> SlipTally {
    var sum = lhs
    for (outcome, count) in rhs.counts { sum.counts[outcome, default: 0] += count }
    return sum
  }

  static func table(_ tally: [SlipKind: SlipTally]) -> String {
    let rows =
      SlipKind.allCases.map { ($0.rawValue, tally[$0] ?? SlipTally()) }
      + [("all", tally.values.reduce(SlipTally(), +))]
    return "kind: refused (elsewhere) | matter: told, elsewhere, silent | share, with refused\n"
      + rows.map { name, row in
        let (share, whole) = (
          String(format: "%.1f", 100 * row.share),
          String(format: "%.1f", 100 * row.shareWithRefused)
        )
        return
          "\(name): small \(row[.small]) refused \(row[.refused]) (\(row[.refusedElsewhere])) | \(row[.told]), \(row[.elsewhere]), \(row[.silent]) | \(share) %, \(whole) %"
      }.joined(separator: "\n")
  }
}

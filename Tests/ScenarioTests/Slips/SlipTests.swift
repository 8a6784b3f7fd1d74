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
/// Measured in November 2026: of those that give a run and matter 174 of 199 on seeds 12 and 2060 (87.4 %), and 68 of 75
/// on seed 77, which nobody had looked at (90.7 %, 400 slips); with those that give no run 552 of 586 and 208 of 216
/// (94.2 and 96.3 %, which flatters, since nobody knows whether those would have mattered). The aim is 95 % of those that
/// matter. What is silent are above all swapped digits and shares beside `rest`, which give plausible numbers that no
/// range can tell; without swapped digits it is 165 of 180 (91.7 %).
@Suite struct `Slips in the bundled scenarios` {
  @Test func `with those that give no run nine in ten are told at their place`()
    throws
  {
    let ground = try SlipGround()
    var tally: [SlipKind: SlipTally] = [:]
    var silent: [String] = []
    for place in 0..<SlipGround.count * SlipGround.seeds.count {
      let index = place / SlipGround.seeds.count
      let seed = place % SlipGround.seeds.count
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
    #expect(all.share >= 0.86, "\(silent.joined(separator: "\n"))")
    #expect(all.shareWithRefused >= 0.93, "\(silent.joined(separator: "\n"))")
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
        let share = String(format: "%.1f", 100 * row.share)
        let whole = String(format: "%.1f", 100 * row.shareWithRefused)
        return
          "\(name): small \(row[.small]) refused \(row[.refused]) (\(row[.refusedElsewhere])) | \(row[.told]), \(row[.elsewhere]), \(row[.silent]) | \(share) %, \(whole) %"
      }.joined(separator: "\n")
  }
}

import Foundation
import Solvers

/// A way to get a number wrong.
enum SlipKind: String, CaseIterable, Sendable {
  case tenfold, tenth, hundredfold, hundredth, thousandfold, thousandth
  case swappedDigits = "swapped digits"
  case percentOfPercent = "percent of percent"
  case wrongUnit = "wrong unit"
  case wrongSign = "wrong sign"
  case wrongYear = "wrong year"
}

/// One wrong number in one file.
struct Slip: Sendable {
  let kind: SlipKind
  let site: Site
  /// The line as it should be, and as it is written.
  let (before, after): (String, String)
  /// What is written in place of the number, the unit or the year.
  let written: String

  /// Makes a slip of a kind; none if it cannot be made here or would change nothing.
  init?(_ kind: SlipKind, at site: Site, of line: String, choice: Int) {
    self.kind = kind
    self.site = site
    before = line
    let number = String(line[site.number])
    let unit = String(line[site.unit])
    let range: Range<String.Index>
    var written: String?
    switch kind {
    case .wrongUnit: (range, written) = (site.unit, Self.otherUnit(unit, choice))
    case .wrongYear: (range, written) = (site.key, Self.otherYear(String(line[site.key]), choice))
    default: (range, written) = (site.number, Self.otherNumber(number, unit, kind, choice))
    }
    guard let written else { return nil }
    self.written = written
    after = line.replacingCharacters(in: range, with: written)
  }

  private static func otherNumber(
    _ number: String, _ unit: String, _ kind: SlipKind, _ choice: Int
  ) -> String? {
    let written =
      switch kind {
      case .tenfold: scaled(number, by: 1)
      case .tenth: scaled(number, by: -1)
      case .hundredfold: scaled(number, by: 2)
      case .hundredth: scaled(number, by: -2)
      case .thousandfold: scaled(number, by: 3)
      case .thousandth: scaled(number, by: -3)
      case .swappedDigits: swapped(number, choice)
      case .percentOfPercent: unit.hasPrefix("%") ? scaled(number, by: -2) : nil
      case .wrongSign: number.hasPrefix("-") ? String(number.dropFirst()) : "-" + number
      case .wrongUnit, .wrongYear: nil as String?
      }
    return written.flatMap { Double($0) == Double(number) ? nil : $0 }
  }

  /// The number with its decimal point moved; none for zero.
  private static func scaled(_ number: String, by power: Int) -> String? {
    guard let value = Decimal(string: number), value != 0 else { return nil }
    return "\(value * pow(10, power))"
  }

  /// The number with two neighbouring digits changed about.
  private static func swapped(_ number: String, _ choice: Int) -> String? {
    var characters = Array(number)
    let places = characters.indices.dropLast().filter {
      characters[$0].isNumber && characters[$0 + 1].isNumber
        && characters[$0] != characters[$0 + 1]
    }
    guard !places.isEmpty else { return nil }
    let place = places[choice % places.count]
    characters.swapAt(place, place + 1)
    return String(characters)
  }

  /// Units that are taken for each other.
  private static let units: [(String, String)] = [
    ("kWh", "MWh"), ("kWh", "MJ"), ("MWh", "kWh"), ("TWh", "GWh"), ("GWh", "TWh"), ("GJ", "MJ"),
    ("MJ", "GJ"),
    ("MJ", "kWh"), ("GJ", "kWh"), ("GW", "MW"), ("MW", "GW"), ("Mt", "kt"), ("Mt", "万吨"),
    ("Mt", "t"),
    ("万吨", "吨"), ("万吨", "Mt"), ("kg", "t"), ("t", "kg"), ("亿元", "万元"), ("万元", "元"), ("万人", "人"),
    ("亿元", "元"), ("km", "m"), ("km2", "m2"), ("km2", "ha"), ("m2", "km2"), ("万m2", "m2"),
    ("亿千瓦时", "万千瓦时"),
    ("tCO2", "kgCO2"), ("kgCO2", "tCO2"), ("g", "kg"),
  ]

  private static func otherUnit(_ unit: String, _ choice: Int) -> String? {
    let parts = unit.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var possible: [String] = []
    for (place, part) in parts.enumerated() {
      let word = part.trimmingCharacters(in: .whitespaces)
      for (right, wrong) in units where right == word {
        var changed = parts
        changed[place] = part.replacingOccurrences(of: right, with: wrong)
        possible.append(changed.joined(separator: "/"))
      }
    }
    return possible.isEmpty ? nil : possible[choice % possible.count]
  }

  /// Another century, or the last digits changed about.
  private static func otherYear(_ year: String, _ choice: Int) -> String? {
    guard Site.isYear(year), let number = Int(year) else { return nil }
    let digits = Array(year)
    let others = [
      "\(number - 100)", String([digits[0], digits[1], digits[3], digits[2]]),
      String([digits[0], digits[2], digits[1], digits[3]]),
    ].filter { $0 != year }
    return others[choice % others.count]
  }
}

import ArgumentParser
import CityModel
import Diagnostics
import Quantities

/// A condition as the command line gives it: years, `=`, a quantity.
struct ConditionArgument {
  private let option: String
  private let text: String

  init(_ option: String, _ text: String) { (self.option, self.text) = (option, text) }

  /// Emissions of a year at most so much: `2030=30 Mt`.
  func cap() throws(ValidationError) -> Target.Aim {
    let (years, amount) = try parts(example: "2030=30 Mt")
    guard let year = Self.year(years) else { throw fault(Self.noYear(years)) }
    return .emissions(year: year, limit: try mass(amount), account: .net)
  }

  /// Emissions of years together at most so much: `2021-2060=1.2 Gt`.
  func budget() throws(ValidationError) -> Target.Aim {
    let (years, amount) = try parts(example: "2021-2060=1.2 Gt")
    return .budget(years: try self.years(of: years), limit: try mass(amount), account: .net)
  }

  /// A non-fossil share of a year at least so large: `2030=25%`.
  func share() throws(ValidationError) -> Target.Aim {
    let (years, amount) = try parts(example: "2030=25%")
    guard let year = Self.year(years) else { throw fault(Self.noYear(years)) }
    guard let value = try parsed(amount).share else {
      throw fault(Text("a share is a number or %, such as 25%", "占比应为数或 %，例如 25%"))
    }
    guard 0...1 ~= value else {
      throw fault(
        Text("a share lies between 0 % and 100 %, such as 25%", "占比应在 0% 到 100% 之间，例如 25%"))
    }
    return .nonFossilShare(year: year, share: value)
  }

  /// A mass of CO₂ of a year or of years together [Mt]: `2030=30 Mt`, `2026-2030=150 Mt`.
  func amount() throws(ValidationError) -> (years: ClosedRange<Int>, limit: Double) {
    let (span, amount) = try parts(example: "2030=30 Mt")
    let years = try span.contains("-") ? years(of: span) : Self.year(span).map { $0...$0 }
    guard let years else { throw fault(Self.noYear(span)) }
    let limit = try mass(amount)
    guard limit > 0 else {
      throw fault(Text("an amount to share is above 0", "所分解的量应大于 0"))
    }
    return (years, limit)
  }

  /// A year, or years: `2030`, `2026-2030`.
  func years() throws(ValidationError) -> ClosedRange<Int> {
    if text.contains("-") { return try years(of: text) }
    guard let year = Self.year(text) else { throw fault(Self.noYear(text)) }
    return year...year
  }

  private func years(of span: String) throws(ValidationError) -> ClosedRange<Int> {
    let ends = span.split(separator: "-", omittingEmptySubsequences: false).map {
      Self.year(String($0))
    }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last else {
      throw fault(
        Text(
          "'\(span)' is no span of years such as 2021-2060", "“\(span)”不是年份区间，应如 2021-2060"))
    }
    return first...last
  }

  private func parts(example: String) throws(ValidationError) -> (String, String) {
    let parts = text.split(separator: "=", maxSplits: 1).map {
      String($0.drop(while: \.isWhitespace))
    }
    guard parts.count == 2 else {
      throw fault(Text("write it like '\(example)'", "请写成 '\(example)'"))
    }
    return (parts[0], parts[1])
  }

  private static func year(_ text: String) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), year > 0 else { return nil }
    return year
  }

  private static func noYear(_ text: String) -> Text {
    Text("'\(text)' is no year", "“\(text)”不是年份")
  }

  private func parsed(_ amount: String) throws(ValidationError) -> ParsedQuantity {
    do throws(QuantityError) {
      return try ParsedQuantity.parse(amount)
    } catch {
      let message = error.message
      let help = error.suggestion ?? Text("", "")
      let separator = error.suggestion == nil ? "" : "; "
      throw fault(
        Text(
          english: message.english + separator + help.english,
          chinese: message.chinese + (separator.isEmpty ? "" : "；") + help.chinese))
    }
  }

  /// The greatest mass that a target of a scenario takes [Mt].
  static let greatestMass = 1e6

  /// A mass of CO₂ in Mt; a mass alone, and either of them a year, means the same here.
  private func mass(_ amount: String) throws(ValidationError) -> Double {
    let quantity = try parsed(amount)
    for name in ["MtCO2", "Mt", "Mt/yr", "MtCO2/yr"] {
      guard let unit = try? Unit.parse(name), unit.dimension == quantity.unit.dimension else {
        continue
      }
      guard let value = try? quantity.value(in: unit) else { continue }
      guard abs(value) <= Self.greatestMass else {
        throw fault(Text("at most 1,000,000 Mt can be asked for", "最多可要求 1000000 Mt"))
      }
      return value
    }
    throw fault(
      Text("expected a mass of CO2 such as 30 Mt or 1.2 Gt", "应为二氧化碳质量，例如 3000 万吨或 30 Mt"))
  }

  private func fault(_ reason: Text) -> ValidationError {
    ValidationError(
      say("\(option) '\(text)': \(reason)", "\(option) '\(text)'：\(reason)"))
  }
}

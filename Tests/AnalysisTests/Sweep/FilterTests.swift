import CityModel
import Diagnostics
import Testing

@testable import Analysis

@Suite struct `Filters of a sweep` {
  private let columns = SweepColumns(
    axes: [
      AxisValues(.level(lever: "electric-cars"), .list([0, 1]), unit: "") { $0 },
      AxisValues(
        .parameter(ParameterPath("energy.electricity.technologies.solar.capacity"), .replace),
        .list([1, 2]), unit: "GW"
      ) { $0 },
    ], years: [2030, 2060], peakAccount: .gross)

  // The variant, two axes, the status, year, estimate and value of each total, cumulative, two years,
  // the cost.
  private let row = SweepRow(
    status: .peaks,
    numbers: [7, 0.5, 2, .nan, 2028, 2027.8, 50, 2026, 2026.1, 45, 1150, 48, 20, 900])
  private let impossible = SweepRow(
    status: .impossible, numbers: [8, 0.5, 2] + [Double](repeating: .nan, count: 11))

  private func parse(_ text: String) throws -> Filter {
    try Filter.parse(SourceText(path: "--keep", text: text), columns: columns)
  }

  private func fault(of text: String) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try Filter.parse(SourceText(path: "--keep", text: text), columns: columns)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("peak_year_gross<=2028 && peak_year_net<=2026", true), ("peak_year_net<2026", false),
    ("peak_value_net<=45 Mt", true), ("peak_value_net<45 Mt", false),
    ("peak_year<=2028", true), ("peak_year<2028", false), ("peak_year >= 2028", true),
    ("peak_year>2028", false), ("peak_year==2028", true), ("peak_year!=2028", false),
    ("peak_year<=2030 && cumulative<1.2Gt", true), ("peak_year<=2030&&cumulative<1.1Gt", false),
    ("cumulative < 11.6 亿吨", true), ("cumulative < 1151 MtCO2e", true),
    ("cumulative<1149Mt", false),
    ("emissions_2060<=20 Mt", true), ("cost<9001亿元", true), ("cost<8999 亿元", false),
    ("status=='peaks'", true), ("status==peaks", true), ("status!=\"peaks\"", false),
    ("levers.electric-cars.level==50%", true), ("levers.electric-cars.level<0.5", false),
    ("energy.electricity.technologies.solar.capacity<=2000 MW", true),
    ("peak_value > -5 Mt", true), ("!(peak_year<2028)", true), ("!!(peak_year<2028)", false),
  ])
  func `compare columns with numbers in any unit`(text: String, keeps: Bool) throws {
    #expect(try parse(text).keeps(row) == keeps)
  }

  @Test(arguments: [
    // false || true && false, with && before ||
    ("peak_value>60Mt || peak_value>40Mt && cost<1亿元", false),
    ("(peak_value>60Mt || peak_value>40Mt) && cost<1亿元", false),
    ("peak_value>40Mt || peak_value>60Mt && cost<1亿元", true),
    ("(peak_value>40Mt || peak_value>60Mt) && cost<1亿元", false),
    ("!peak_value>60Mt && peak_value>40Mt", true),
  ])
  func `bind && before ||, and ! before both`(text: String, keeps: Bool) throws {
    #expect(try parse(text).keeps(row) == keeps)
  }

  @Test(arguments: [
    ("peak_year<=2030", false), ("!(peak_year<=2030)", false), ("peak_year!=2030", false),
    ("status=='impossible'", true), ("status=='impossible' || peak_year<=2030", true),
    ("status=='impossible' && peak_year<=2030", false), ("variant==8", true),
    ("!(status=='peaks' && peak_year<=2030)", true),
  ])
  func `leave open what an empty cell would decide`(text: String, keeps: Bool) throws {
    #expect(try parse(text).keeps(impossible) == keeps)
  }

  @Test(arguments: [
    ("peak_yaer<=2030", 1, 9, "no column 'peak_yaer'", "did you mean 'peak_year'?"),
    ("peak_year=2030", 10, 1, "expected ==, !=, <, <=, > or >=", "write =="),
    ("peak_year", 10, 1, "expected ==, !=, <, <=, > or >=", nil),
    ("status=='paeks'", 9, 7, "no status 'paeks'", "did you mean 'peaks'?"),
    ("status<peaks", 7, 1, "a status can only be == or != to another", nil),
    ("cumulative<1.2GW", 15, 2, "'cumulative': expected", nil),
    ("cumulative<1.2Gtt", 15, 3, "unknown unit 'Gtt'", nil),
    ("cumulative<1.2", 12, 3, "'cumulative': the number has no unit; expected a unit of CO2", nil),
    ("cost>1e3", 6, 3, "'cost': the number has no unit; expected a unit of money", nil),
    ("cumulative<", 12, 1, "a number is missing", nil),
    ("cumulative<1,200", 12, 5, "'1,200' can be read in two ways", "write 1200"),
    ("(cumulative<5Mt", 1, 1, "'(' is never closed", nil),
    ("cumulative<5Mt)", 15, 1, "expected && or ||", nil),
    ("2020<peak_year<2030", 1, 4, "no column '2020'", nil),
    ("peak_year<2030<2040", 15, 5, "expected && or ||", nil), ("", 1, 1, "expected a column", nil),
    ("cost<1亿元 && ", 13, 1, "expected a column", nil),
  ])
  func `tell what is wrong and where`(
    text: String, column: Int, length: Int, message: String, help: String?
  ) throws {
    let fault = try #require(self.fault(of: text))
    #expect(fault.location.column == column && fault.length == length, "\(fault)")
    #expect(fault.message.english.hasPrefix(message), "\(fault.message.english)")
    if let help { #expect(fault.suggestion?.english.hasPrefix(help) == true) }
    #expect(fault.message.chinese != fault.message.english)
  }

  @Test func `brackets without end are told, not followed`() {
    #expect(fault(of: String(repeating: "(", count: 100_000))?.code == .tooDeep)
    #expect(fault(of: String(repeating: "!", count: 100_000))?.code == .tooDeep)
  }

  @Test func `any text is a filter or a fault`() {
    let pieces = [
      "peak_year", "<=", "2030", "&&", "||", "(", ")", "!", " ", "亿吨", "'", "status", "=",
    ]
    for seed in 0..<2000 {
      var number = seed
      var text = ""
      for _ in 0..<6 {
        text += pieces[number % pieces.count]
        number = number / pieces.count &+ seed &* 7
      }
      if let fault = self.fault(of: text) {
        #expect((1...text.count + 1).contains(fault.location.column), "\(text)")
      }
    }
  }
}

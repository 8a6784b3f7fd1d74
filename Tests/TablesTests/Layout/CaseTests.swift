import Diagnostics
import Testing

@testable import Tables

/// The inputs that earlier readers failed on, each with what is right.
@Suite struct `Tables that planners sent` {
  private static let eight = "2014 10, 2015 11, 2016 12, 2017 11, 2018 10, 2019 9, 2020 8, 2021 7"
  private static let wideTotal = "Total: \(eight)"

  @Test(arguments: [
    ("change-col", ["Total: \(eight)"]), ("fy-header", [wideTotal]), ("x-header", [wideTotal]),
    ("year-float-header", ["Binhai: \(eight)"]),
    (
      "nian-header",
      ["合计: \(eight)", "工业: 2014 5, 2015 6, 2016 7, 2017 6, 2018 5, 2019 5, 2020 4, 2021 4"]
    ), ("hdr-blank", ["value: \(eight)"]), ("hdr-sepcomma", ["value: \(eight)"]),
    (
      "hdr-yearword",
      ["CO2: 2014 10, 2015 11, 2016 12, 2017 11, 2018 10, 2019 9, 2020 8, 2021 17"]
    ),
    (
      "hdr-merged",
      [
        "Total · CO2: 2018 10, 2019 11, 2020 12, 2021 13",
        "Total · CH4: 2018 1, 2019 2, 2020 3, 2021 4",
      ]
    ),
    (
      "title-row",
      [
        "排放量: \(eight)",
        "GDP: 2014 1, 2015 2, 2016 3, 2017 4, 2018 5, 2019 6, 2020 7, 2021 8",
      ]
    ),
    (
      "unit-row",
      [
        "排放量 [万吨]: \(eight)",
        "GDP [亿元]: 2014 1, 2015 2, 2016 3, 2017 4, 2018 5, 2019 6, 2020 7, 2021 8",
      ]
    ), ("tr-wide-nian", ["emissions [Mt] [Mt]: 2021 44.5, 2022 45.1, 2023 60"]),
    (
      "five-yearly",
      ["emissions [Mt] [Mt]: 2000 19, 2005 21, 2010 22.4, 2015 21.2, 2020 20.4, 2025 19.9"]
    ),
    (
      "prelim-header",
      ["Total: 2014 10, 2015 11, 2016 12, 2017 11, 2018 10, 2019 9, 2020 8, 2021 17p"]
    ),
    ("star-header", ["Total: \(eight)p"]),
    ("flag-zh", ["碳排放总量: 2016 30, 2017 31, 2018 32, 2019 31, 2020 30, 2021 36p"]),
    ("missing-signs", ["value: 2014 10, 2016 12, 2018 10, 2020 8"]),
    (
      "num-paren",
      ["value: 2014 10, 2015 11, 2016 12, 2017 -11, 2018 10, 2019 9, 2020 8, 2021 7"]
    ),
    (
      "num-uminus",
      ["value: 2014 10, 2015 11, 2016 12, 2017 -3, 2018 10, 2019 9, 2020 8, 2021 7"]
    ),
    (
      "num-neg",
      ["value: 2014 10, 2015 11, 2016 12, 2017 -3, 2018 10, 2019 9, 2020 8, 2021 7"]
    ),
    (
      "num-deccomma",
      ["value: 2014 10, 2015 11, 2016 12, 2017 11.5, 2018 10, 2019 9, 2020 8, 2021 7"]
    ),
    (
      "id-before-city",
      [
        "岚浦: 2015 31.2, 2016 32.5, 2017 33.1, 2018 32.4, 2019 31.9",
        "云汀: 2015 12.1, 2016 12.4, 2017 12.9, 2018 13.3, 2019 13.1",
      ]
    ),
    (
      "two-cities-disjoint",
      [
        "Lanpu [Mt]: 2013 20.1, 2014 20.8, 2015 21.2, 2016 20.9",
        "Yunting [Mt]: 2017 13.1, 2018 12.9, 2019 12.8, 2020 12.6, 2021 12.2, 2022 12",
      ]
    ),
    (
      "scope-changes",
      [
        "Scope 1 [Mt]: 2013 20.1, 2014 20.8, 2015 21.2",
        "Scope 1+2 [Mt]: 2016 29.5, 2017 29.9, 2018 29.1, 2019 28.8, 2020 28, 2021 27.2, 2022 26.5",
      ]
    ),
    ("ties-gaps", ["value: 2012 10, 2014 12, 2015 12, 2016 11, 2017 11, 2019 11, 2020 10, 2022 9"]),
    ("zero-tail", ["value: 2014 10, 2015 11, 2016 12, 2017 11, 2018 10, 2019 9, 2020 0, 2021 0"]),
    (
      "zeros-last",
      [
        "emissions [Mt] [Mt]: 2010 19, 2011 19.4, 2012 20.1, 2013 20.8, 2014 21.2, 2015 21, 2016 21.1, 2017 20.9, 2018 21.1, 2019 21, 2020 20.6, 2021 0, 2022 0, 2023 0"
      ]
    ),
    ("tr-future", ["emissions [Mt] [Mt]: 2021 44.5"]),
    ("future-as-observed", ["emissions [Mt] [Mt]: 2021 45, 2022 45.2, 2023 45.5, 2025 45"]),
  ])
  func `come out as they are meant`(name: String, lines: [String]) throws {
    let text = try SeriesText(case: name, pick: TablePick(thisYear: 2026))
    #expect(text.lines == lines)
    #expect(!text.diagnostics.hasErrors)
  }

  @Test(arguments: [
    (
      "change-col",
      [
        "change-col.csv:1:48 warning: column '2021 vs 2014 %' holds rates of growth or shares and is left out"
      ]
    ),
    (
      "fy-header",
      [
        "fy-header.csv:1:8 warning: '2014/15' spans two calendar years and counts as 2014, like all written so"
      ]
    ),
    (
      "prelim-header",
      [
        "prelim-header.csv:1:43 warning: 2021 ('prelim.') is provisional, or noted, by the mark: the value may still change"
      ]
    ),
    (
      "missing-signs",
      ["missing-signs.csv:3:6 warning: '…', '-', 'n/a', 'NE' taken for no value (4 cells)"]
    ),
    (
      "num-paren",
      [
        "num-paren.csv:5:6 warning: numbers in brackets, as (11), are taken for numbers below 0 (1 cell)"
      ]
    ),
    (
      "num-uminus",
      [
        "num-uminus.csv:5:6 warning: a minus sign or a dash is taken for the sign of a number (1 cell)"
      ]
    ),
    (
      "num-deccomma",
      [
        "num-deccomma.csv:5:6 warning: commas are taken for decimal ones, as in 11,5: no number of the column speaks against it (1 cell)"
      ]
    ),
    (
      "id-before-city",
      ["id-before-city.csv:1:1 warning: column 'ID' holds running numbers and is left out"]
    ),
    (
      "two-cities-disjoint",
      [
        "two-cities-disjoint.csv:6:1 warning: 'region' changes in 2017 from 'Lanpu' to 'Yunting': two series, not one"
      ]
    ),
    (
      "scope-changes",
      [
        "scope-changes.csv:5:12 warning: 'scope' changes in 2016 from 'Scope 1' to 'Scope 1+2': two series, not one"
      ]
    ),
    (
      "tr-future",
      [
        "tr-future.csv:3:1 warning: 'emissions [Mt]' has values for 2059–2061, which nobody can have observed: they are left out"
      ]
    ),
    (
      "unit-changes",
      [
        "unit-changes.csv:5:12 error: the unit changes within the series in 2018: from 'Mtoe' to 'Mtce'"
      ]
    ),
    (
      "gpc-duplicate-wide",
      [
        "gpc-duplicate-wide.csv:3:1 error: this row is called 'I.1.1 · 1' like that at gpc-duplicate-wide.csv:2:1"
      ]
    ),
    ("hdr-blank", []), ("nian-header", []), ("unit-row", []), ("title-row", []), ("uk-long", []),
  ])
  func `say what was decided, and what is wrong`(name: String, said: [String]) throws {
    #expect(try SeriesText(case: name, pick: TablePick(thisYear: 2026)).said == said)
  }

  @Test func `of local authorities need no option for their years`() throws {
    let text = try SeriesText(
      case: "uk-la", pick: TablePick(values: ["Territorial emissions (kt CO2e)"]))
    #expect(text.table?.years == .column(4))
    #expect(text.reading?.series.count == 6)
    #expect(text.lines[0].hasPrefix("Industry · CO2 [kt CO2e]: 2014 50, 2015 48.5"))
  }

  @Test func `of several areas are told apart by words, not by codes`() throws {
    let text = try SeriesText(case: "uk-long")
    #expect(text.reading?.series.map(\.name) == ["Anwick", "Bexby"])
    #expect(text.reading?.series[0].labels.map(\.word) == ["X01", "Anwick", "Territorial CO2"])
  }

  @Test(arguments: [
    ("uk-long", "MtCO2e", "kilotonnes (kt CO2e)"), ("five-yearly", "kt", "Mt"),
  ])
  func `contradict a unit that is not theirs`(name: String, unit: String, stated: String) throws {
    let text = try SeriesText(case: name, pick: TablePick(unit: unit))
    #expect(
      text.said.contains { $0.hasSuffix("error: the table states '\(stated)', not '\(unit)'") })
  }

  @Test func `hold amounts, amounts per person and rates, each told from the others`() throws {
    let text = try SeriesText(
      case: "per-capita", pick: TablePick(values: ["碳排放量（万吨）"], unit: "Mt"))
    #expect(text.said == ["per-capita.csv:1:4 error: the table states '万吨', not 'Mt'"])
    #expect(text.table?.columns.map(\.role) == [.year, .value, .value, .rate])
  }

  @Test(arguments: ["curve1", "curve-given"])
  func `of shares are read where shares are wanted`(name: String) throws {
    let text = try SeriesText(case: name, pick: TablePick(leavesOutRates: false))
    #expect(text.lines.first?.hasPrefix("share: 2015 0.1, 2016 0.5") == true)
  }

  @Test func `of several countries give a series each`() throws {
    let text = try SeriesText(case: "curve-panel", pick: TablePick(values: ["coal"]))
    #expect(text.lines.map { $0.prefix { $0 != ":" } } == ["Lanpu", "Yunting"])
  }
}

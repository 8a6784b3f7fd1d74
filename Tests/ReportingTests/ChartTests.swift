import Foundation
import FoundationXML
import Testing

@testable import Reporting

@Suite struct `Charts` {
  @Test(arguments: [
    ([0.0, 46.1], ["0", "10", "20", "30", "40"], 47.944),
    ([0.0, 1.9], ["0.0", "0.5", "1.0", "1.5"], 1.976),
    ([-3.0, 100.0], ["0", "50", "100"], 100.0),
    ([-0.4, 0.4], ["−0.4", "−0.2", "0.0", "0.2", "0.4"], 0.4),
    ([0.0, 0.0], ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"], 1.0),
    ([7.0, 7.0], ["0", "2", "4", "6"], 7.28),
    ([0.0, 12_345_678.0], ["0", "5000000", "10000000"], 12_839_505.12),
  ])
  func `scales are marked at round numbers and hold every value`(
    values: [Double], labels: [String], top: Double
  ) {
    let scale = LinearScale(holding: values, from: 100, to: 0)
    #expect(scale.ticks.map(scale.label) == labels)
    // Straight: halfway between two marks is halfway between their places.
    let first = scale.ticks[0]
    let second = scale.ticks[1]
    #expect(abs(scale((first + second) / 2) - (scale(first) + scale(second)) / 2) < 1e-9)
    #expect(scale(top * 2) == 0)
    #expect(abs(scale(top)) < 0.2)
    for value in values { #expect((0...100).contains(scale(value))) }
  }

  @Test func `what is no number or beyond all measure does not break a scale`() {
    let scale = LinearScale(holding: [.nan, .infinity, 1e300, 5], from: 0, to: 10)
    #expect(scale.ticks.allSatisfy(\.isFinite) && scale.ticks.count < 12)
  }

  @Test(arguments: [
    (2020...2060, 10, [2020, 2025, 2030, 2035, 2040, 2045, 2050, 2055, 2060]),
    (2023...2023, 10, [2023]), (1900...2100, 10, [1900, 1950, 2000, 2050, 2100]),
    (2021...2024, 6, [2021, 2022, 2023, 2024]),
  ])
  func `years are named at round steps`(places: ClosedRange<Int>, most: Int, named: [Int]) {
    #expect(axisPlaces(places, most: most) == named)
  }

  @Test func `positive layers stand on each other and negative ones hang`() {
    var chart = TimeChart(places: 2020...2021, unit: "t")
    chart.layers = [layer("a", [3, 2]), layer("b", [1, -4]), layer("c", [-2, -1])]
    let edges = chart.edges
    #expect(edges[0].parts.map(\.high) == [[3, 2]])
    #expect(edges[1].parts.map(\.low) == [[3, 2], [0, -4]])
    #expect(edges[1].parts.map(\.high) == [[4, 2], [0, 0]])
    #expect(edges[2].parts.map(\.low) == [[-2, -5]] && edges[2].parts.map(\.high) == [[0, -4]])
    chart.floor = [10, 20]
    #expect(chart.edges[1].parts.map(\.high) == [[14, 22], [10, 20]])
    #expect(chart.edges[2].parts.map(\.low) == [[8, 15]])
  }

  @Test func `many layers keep their sum: the small ones stand together`() {
    let layers = (1...12).map { layer("\($0)", [Double($0), $0 == 3 ? -1 : 1]) }
    let shown = TimeChart.leading(layers + [layer("none", [0, 0])], rest: "others")
    #expect(shown.count == Ink.seriesCount)
    #expect(shown.last?.name == "others" && shown.last?.ink == .rest)
    #expect(shown.dropLast().map(\.name) == ["7", "8", "9", "10", "11", "12"])
    for year in 0...1 {
      let sums = [shown, layers].map { $0.reduce(0) { $0 + $1.values[year] } }
      #expect(sums[0] == sums[1])
    }
    #expect(Set(shown.map(\.ink)).count == shown.count)
  }

  @Test func `a thing has one colour in all charts, however great it is in each`() {
    let charts = [
      [layer("coal", [9, 8]), layer("power", [3, 4]), layer("gas", [1, 1])],
      [layer("heat", [1, 1]), layer("gas", [5, 9]), layer("power", [30, 40])],
    ]
    let inks = SeriesInks(charts)
    let painted = charts.flatMap { inks.paint($0, rest: "others") }
    #expect(painted.count == 6)
    let colours = Dictionary(grouping: painted, by: \.name).mapValues { Set($0.map(\.ink)) }
    #expect(colours.count == 4 && colours.values.allSatisfy { $0.count == 1 })
    #expect(Set(colours.values).count == 4)
  }

  @Test func `names beside a chart never lie upon each other`() {
    let places = ChartKey.beside(
      [300, 300, 299, 40, 301, 300], x: 5, from: 34, to: 310, step: 18
    ).map(\.y)
    let sorted = places.sorted()
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= 18 - 1e-9 })
    #expect(sorted.allSatisfy { (34...310).contains($0) })
    #expect(places[3] == 40)
  }

  @Test(arguments: [2023...2023, 2020...2060, 1900...2099], ChartSize.allCases)
  func `charts of any span are well-formed and keep to their frame`(
    places: ClosedRange<Int>, size: ChartSize
  ) throws {
    let name = "新能源汽车替代与公共交通优先发展及慢行系统建设综合推进措施 <b>&\"'"
    for amount in [1.0, 0, -1] {
      var chart = TimeChart(places: places, unit: "Mt")
      let values = places.map { amount * Double($0 % 7) }
      chart.layers = [layer(name, values), layer("b", values.map { -$0 / 2 })]
      chart.lines = [.init(name: name, ink: .text, isDashed: true, values: values)]
      chart.band = .init(name: "band", low: values.map { $0 - 1 }, high: values.map { $0 + 1 })
      chart.dots = .init(name: "dots", values: [(places.lowerBound, 2), (1000, 3)])
      chart.mark = .init(
        place: places.upperBound, span: places.upperBound...places.upperBound, value: 1,
        label: "peaks in \(places.upperBound)")
      let figure = Figure(name: "f", title: name, owner: "o", description: "d", chart: chart)
      let shapes = try Shapes(figure.inline(size).rendered)
      #expect(shapes.texts.contains { $0.contains("…") })
      #expect(!shapes.coordinates.isEmpty)
      let frame = -1...(max(size.width, shapes.height) + 1)
      #expect(shapes.coordinates.allSatisfy { frame.contains($0) })
      #expect(!(try Shapes(String(decoding: figure.file.bytes, as: UTF8.self))).texts.isEmpty)
    }
  }

  @Test func `a text from outside is never markup`() throws {
    let text = "<script>alert('1')</script> & \"quotes\" \u{1}\u{FFFE}\u{202E}"
    let markup = Markup.tag("p", ["title": text], text).rendered
    #expect(
      !markup.contains("<script") && !markup.contains("\u{1}") && !markup.contains("\u{202E}"))
    let shapes = try Shapes(markup)
    #expect(shapes.texts.joined().hasPrefix("<script>alert('1')</script> & \"quotes\" "))
  }

  private func layer(_ name: String, _ values: [Double]) -> TimeChart.Layer {
    TimeChart.Layer(name: name, ink: .rest, values: values)
  }
}

/// What a strict reader of XML finds in a document.
final class Shapes: NSObject, XMLParserDelegate {
  private(set) var texts: [String] = []
  private(set) var coordinates: [Double] = []
  private(set) var height = 0.0
  private(set) var headings: [Int] = []
  private(set) var languages: [String] = []
  private(set) var elements: Set<String> = []
  private(set) var attributes: [(name: String, value: String)] = []

  struct Malformed: Error { let line: Int }

  init(_ document: String) throws {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    guard parser.parse() else { throw Malformed(line: parser.lineNumber) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { texts.append(string) }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(name)
    self.attributes += attributes.map { ($0.key, $0.value) }
    for key in ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy"] {
      coordinates += attributes[key].flatMap(Double.init).map { [$0] } ?? []
    }
    if let box = attributes["viewBox"]?.split(separator: " ").last { height = Double(box) ?? 0 }
    if let path = attributes["d"] {
      coordinates += path.split { "MLZ ".contains($0) }.compactMap { Double($0) }
    }
    if let lang = attributes["lang"] { languages.append(lang) }
    if name.count == 2, name.first == "h", let level = Int(name.dropFirst()) {
      headings.append(level)
    }
  }
}

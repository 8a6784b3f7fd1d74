import Diagnostics

/// A table of a page, whose numbers are rounded for show and whole in `data-value`.
struct PageTable {
  /// What it shows.
  let caption: String
  /// The names of the columns for people.
  let headers: [String]
  /// The names of the columns in the file that holds the same numbers; empty where there is none.
  var columns: [String] = []
  /// The file, without its folder.
  var file = ""
  let rows: [[Cell]]

  var markup: Markup {
    var attributes: [(name: String, value: String)] = []
    if !file.isEmpty { attributes.append(("data-file", file)) }
    let head = headers.enumerated().map { place, header in
      Markup.element(
        "th",
        [("scope", "col")] + (isNumeric(place) ? [("class", "n")] : [])
          + (columns.indices.contains(place) ? [("data-column", columns[place])] : []),
        [.text(header)])
    }
    let body = rows.map { row in
      Markup.tag(
        "tr", [:],
        row.enumerated().map { place, cell in
          place == 0
            ? .element("th", [("scope", "row")] + cell.attributes, [.text(cell.shown)])
            : .element("td", cell.attributes, [.text(cell.shown)])
        })
    }
    let table = Markup.element(
      "table", attributes,
      [
        .tag("caption", caption), .tag("thead", [:], [.tag("tr", [:], head)]),
        .tag("tbody", [:], body),
      ])
    return .tag("div", ["class": "scroll", "tabindex": "0"], [table])
  }
}

extension PageTable {
  /// Whether a column holds numbers alone.
  private func isNumeric(_ column: Int) -> Bool {
    rows.allSatisfy { row in
      switch row[column] {
      case .text, .word, .sentence, .flag: false
      case .number, .integer, .empty: true
      }
    }
  }
}

extension Cell {
  /// The cell for people: numbers with three digits that mean something.
  var shown: String {
    switch self {
    case .text(let text), .word(let text, _): text
    case .sentence(let sentence): sentence.english
    case .number(let value): readableText(value)
    case .integer(let value): value < 0 ? "−\(value.magnitude)" : "\(value)"
    case .flag(let isTrue): isTrue ? "yes" : "no"
    case .empty: "–"
    }
  }

  /// The class of the cell, and the whole number.
  var attributes: [(name: String, value: String)] {
    switch self {
    case .text, .word, .sentence, .flag: []
    case .number(let value) where value.isFinite:
      [("class", "n"), ("data-value", shortestText(value))]
    case .number, .integer, .empty: [("class", "n")]
    }
  }
}

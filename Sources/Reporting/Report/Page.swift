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

/// The style sheet of a report: for screens of any width, on light and dark ground, and for paper.
///
/// Colours are variables of the root, set by the system's choice, by the switch in the header, or by
/// `data-theme` on the root.
func reportStyle() -> String {
  """
  :root{\(variables(.light));color-scheme:light}
  @media (prefers-color-scheme:dark){
  :root:not([data-theme=light]):not(:has(#theme-light:checked)){\(variables(.dark));color-scheme:dark}
  }
  :root[data-theme=dark]:not(:has(#theme-light:checked)),:root:has(#theme-dark:checked){\(variables(.dark));color-scheme:dark}
  @media print{:root:root:root:root{\(variables(.light));color-scheme:light}}
  \(chartRules(text: "var(--text)", faint: "var(--faint)", rule: "var(--rule)", surface: "var(--surface)"))
  \(layout)
  \(tables)
  \(paper)
  """
}

/// The colours of a theme as variables.
private func variables(_ theme: Theme) -> String {
  [
    ("surface", theme.surface), ("raised", theme.raised), ("text", theme.text),
    ("faint", theme.faint), ("rule", theme.rule), ("link", theme.link), ("good", theme.good),
    ("bad", theme.bad), ("caution", theme.caution),
  ].map { "--\($0.0):\($0.1.hex)" }.joined(separator: ";")
}

private let layout = """
  *{box-sizing:border-box}
  html{background:var(--surface);color:var(--text);font:16px/1.55 \(fontFamily)}
  body{max-width:54rem;margin:0 auto;padding:1.5rem 1rem 3rem;overflow-wrap:anywhere}
  h1{font-size:1.75rem;line-height:1.25;margin:.2em 0 .4em}
  h2{font-size:1.3rem;margin:2.2em 0 .5em;padding-top:.6em;border-top:1px solid var(--rule)}
  h3{font-size:1.1rem;margin:1.8em 0 .4em}
  a{color:var(--link)}
  .skip{position:absolute;left:-99rem}.skip:focus{position:static}
  .accounting,.note,figcaption,footer,.record{color:var(--faint);font-size:.875rem}
  .lead{font-size:1.2rem;line-height:1.5}ul.lead{font-size:1.05rem;padding-left:1.2em}
  .theme{border:0;padding:0;margin:.5em 0;font-size:.875rem;color:var(--faint);display:flex;flex-wrap:wrap;gap:.2em 1em}
  .theme legend{float:left;padding:0;margin-right:1em}
  .theme input{margin:0 .35em 0 0;vertical-align:-.1em}
  nav ul{display:flex;flex-wrap:wrap;gap:.3em 1.2em;list-style:none;padding:0}
  .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.6rem;margin:1.2em 0}
  .tiles div{background:var(--raised);border-radius:6px;padding:.6rem .8rem}
  .tiles dt{color:var(--faint);font-size:.8125rem}.tiles dd{margin:0;font-size:1.1rem;font-weight:600}
  figure{margin:1em 0 1.6em}figure .title{font-weight:600;margin:0 0 .4em}figcaption p{margin:.35em 0}
  svg.chart{display:block;width:100%;height:auto;font-size:13px}
  svg.narrow{display:none;font-size:12px}
  .column:hover{fill:var(--faint);fill-opacity:.16}
  details{margin:.6em 0}summary{cursor:pointer;color:var(--link);font-size:.9375rem}
  @media (max-width:40rem){svg.wide{display:none}svg.narrow{display:block}h1{font-size:1.4rem}.lead{font-size:1.08rem}}
  """

private let tables = """
  .scroll{overflow-x:auto;margin:.6em 0}
  code,td,th{word-break:normal}table{border-collapse:collapse;font-size:.8125rem;line-height:1.4;min-width:100%}
  caption{text-align:left;color:var(--faint);padding:.3em 0}
  th,td{padding:.3em .6em;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top;overflow-wrap:normal}
  thead th{background:var(--raised);border-bottom:2px solid var(--rule);vertical-align:bottom}
  tbody th{font-weight:400;min-width:4em}.targets th[scope=row]{min-width:11em}th[scope=rowgroup]{font-weight:600;background:var(--raised)}
  th.n,td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
  thead th.n{white-space:normal}
  .light{font-weight:600;white-space:nowrap}
  .good{color:var(--good)}.bad{color:var(--bad)}.caution{color:var(--caution)}
  """

private let paper = """
  @page{margin:16mm}
  @media print{
  html{font-size:11pt}body{max-width:none;padding:0}
  .theme,nav,.skip,details:not([open]),summary{display:none}
  svg.wide{display:block}svg.narrow{display:none}
  figure,.tiles div,tr{break-inside:avoid}h2,h3{break-after:avoid}
  .scroll{overflow:visible}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
  }
  """

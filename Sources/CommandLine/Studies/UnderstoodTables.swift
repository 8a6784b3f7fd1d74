import Diagnostics
import Reporting
import Tables

/// What is understood of the tables on sheets, for people and as a record.
///
/// - Parameter readings: The sheets, read.
/// - Returns: The answer; it has no files.
func understood(_ readings: [SeriesReading]) -> Answer {
  Answer(
    nil,
    figures: [
      ("tables", .array(readings.flatMap(\.tables).map(\.record))),
      ("series", .array(readings.flatMap(\.series).map(\.record))),
    ],
    story: { language, width in
      let parts = readings.flatMap { reading in
        reading.tables.map { $0.lines(language) } + [seriesLines(reading.series, language)]
      }
      return paragraphs(parts.map { $0.flatMap { wrapped($0, to: width) } })
    })
}

private func seriesLines(_ series: [TableSeries], _ language: Language) -> [String] {
  let head = Text("\(series.count) series:", "共 \(series.count) 个序列：")(language)
  let rows = series.map { series in
    let years = series.points.map(\.year)
    let span = "\(years.min() ?? 0)–\(years.max() ?? 0) (\(years.count))"
    let marked = series.points.filter(\.isProvisional).map { String($0.year) }
    let note =
      marked.isEmpty ? "" : Text("provisional: ", "初步：")(language) + marked.joined(separator: ", ")
    let first = series.points.min { $0.year < $1.year }
    let last = series.points.max { $0.year < $1.year }
    let ends = [first, last].compactMap { $0.map { readableText($0.value, digits: 6) } }
    return [
      "  " + terminalSafe(series.name), series.unit ?? "–", span, ends.joined(separator: " → "),
      note,
    ]
  }
  return [head] + aligned(rows)
}

extension UnderstoodTable {
  /// The table for people: title, unit, where the years stand, columns and rows.
  fileprivate func lines(_ language: Language) -> [String] {
    let place = grid.sheet.map { "\(grid.path)!\($0)" } ?? grid.path
    let head = [terminalSafe(place)] + titles.map { "  " + terminalSafe($0) }
    let facts = [
      unit.map { Text("  unit: \($0)", "  单位：\($0)")(language) },
      Text("  years: \(yearsPlace)", "  年份：\(yearsPlace)")(language),
    ].compactMap(\.self)
    let columns = columns.filter { $0.role != .empty }.map { column in
      [
        "  " + columnLetters(column.index), column.role.word(language),
        terminalSafe(column.name), column.unit ?? "",
        column.year.map(String.init) ?? "",
      ]
    }
    return head + facts + columns.map { $0.filter { !$0.isEmpty }.joined(separator: " · ") } + [
      rowLine(language)
    ]
  }

  private var yearsPlace: Text {
    switch years {
    case .heading: Text("in the headings", "表头")
    case .column(let index):
      Text("in column \(columnLetters(index))", "第 \(columnLetters(index)) 列")
    case .section: Text("in rows of their own", "单独成行")
    case .title(let year): Text("\(year), from the title", "\(year)（标题）")
    case .none: Text("none", "无")
    }
  }

  /// How many rows there are of each kind, and where they begin.
  private func rowLine(_ language: Language) -> String {
    var order: [TableRow.Role] = []
    for row in rows where !order.contains(row.role) { order.append(row.role) }
    let parts = order.map { role -> String in
      let members = rows.filter { $0.role == role }
      let first = members.first.map { grid.rows[$0.index].number } ?? 0
      return "\(role.word(language)) \(members.count) (\(first)…)"
    }
    return Text("  rows: ", "  行：")(language) + parts.joined(separator: ", ")
  }

  fileprivate var record: JSONValue {
    .object([
      ("file", .string(grid.path)), ("sheet", grid.sheet.map { .string($0) } ?? .null),
      ("titles", .array(titles.map { .string($0) })),
      ("unit", unit.map { .string($0) } ?? .null), ("years", .string(yearsPlace.english)),
      (
        "columns",
        .array(
          columns.filter { $0.role != .empty }.map { column in
            .object([
              ("column", .string(columnLetters(column.index))),
              ("role", .string(column.role.word(.english))), ("name", .string(column.name)),
              ("unit", column.unit.map { .string($0) } ?? .null),
              ("year", column.year.map { .integer($0) } ?? .null),
            ])
          })
      ),
    ])
  }
}

extension TableSeries {
  fileprivate var record: JSONValue {
    .object([
      ("name", .string(name)), ("unit", unit.map { .string($0) } ?? .null),
      (
        "values",
        .object(points.map { (String($0.year), .number($0.value)) })
      ),
      ("provisional", .array(points.filter(\.isProvisional).map { .integer($0.year) })),
    ])
  }
}

extension TableColumn.Role {
  /// What it is for, in a word.
  fileprivate func word(_ language: Language) -> String {
    let text: Text =
      switch self {
      case .label: Text("labels", "名称")
      case .unit: Text("units", "单位")
      case .remark: Text("remarks", "备注")
      case .code: Text("codes", "代码")
      case .year: Text("years", "年份")
      case .value: Text("values", "数值")
      case .rate: Text("rates", "增速或比重")
      case .other: Text("left out", "未用")
      case .empty: Text("empty", "空")
      }
    return text(language)
  }
}

extension TableRow.Role {
  /// What it is for, in a word.
  fileprivate func word(_ language: Language) -> String {
    let text: Text =
      switch self {
      case .title: Text("titles", "标题")
      case .heading: Text("headings", "表头")
      case .units: Text("units", "单位")
      case .numbering: Text("numbering", "编号")
      case .values: Text("values", "数值")
      case .section: Text("sections", "分组")
      case .note: Text("notes", "注")
      case .repeated: Text("headings again", "续表头")
      }
    return text(language)
  }
}

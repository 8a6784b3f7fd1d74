import Diagnostics

/// What is wrong with series, and told of them.
final class SeriesFaults {
  private let table: UnderstoodTable
  private let pick: TablePick
  private var signs: [String] = []
  private var missingCount = 0
  private var firstMissing: Span?
  private var unclearCells: [Diagnostic] = []

  init(_ table: UnderstoodTable, _ pick: TablePick) {
    self.table = table
    self.pick = pick
  }

  private static func fault(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: Text, _ place: Span,
    _ suggestion: Text? = nil
  ) -> Diagnostic {
    Diagnostic(severity, code: code, message: message, at: place, suggestion: suggestion)
  }

  // MARK: - Values

  /// Counts a sign for no value.
  func noteMissing(_ sign: String, _ place: Span) {
    missingCount += 1
    firstMissing = firstMissing ?? place
    if !signs.contains(sign), signs.count < 6 { signs.append(sign) }
  }

  /// That signs for no value are taken for gaps, once all values are seen; nothing where there are none.
  var missingSigns: Diagnostic? {
    guard let firstMissing else { return nil }
    let list = quotedList(signs)
    return Self.fault(
      .warning, .csvNoValue,
      Text(
        "\(list) taken for no value (\(missingCount) cell\(missingCount == 1 ? "" : "s"))",
        "\(list) 视为没有数值（\(missingCount) 个单元格）"), firstMissing,
      Text(
        "leave such cells empty; write 0 only where nothing was emitted",
        "此类单元格请留空；只有确实为零才写 0"))
  }

  /// Takes up a cell that cannot be read.
  func note(_ fault: Diagnostic) { unclearCells.append(fault) }

  /// The cells that cannot be read; of those that can be read in two ways only the first, with their number.
  var unclear: [Diagnostic] {
    let open = unclearCells.filter { $0.code == .numberForm }
    let others = unclearCells.filter { $0.code != .numberForm }
    guard let first = open.first else { return others }
    let more = open.count - 1
    guard more > 0 else { return others + [first] }
    let count = Text(
      " (and \(more) more cell\(more == 1 ? "" : "s") like it)", "（另有 \(more) 个同类单元格）")
    return others + [
      Self.fault(
        first.severity, first.code, first.message + count,
        Span(location: first.location, length: first.length), first.suggestion)
    ]
  }

  /// That a value has no year.
  func noYear(_ cell: GridCell?, at place: Span) -> Diagnostic {
    let digits = cell.map { folded($0.text).filter(\.isDigit) } ?? ""
    let found = excerpt(cell?.text ?? "")
    return Self.fault(
      .error, .csvBadYear,
      found.isEmpty
        ? Text("this value has no year", "此数值没有年份")
        : Text("expected a year, found '\(found)'", "此处应为年份，实为 '\(found)'"), place,
      digits.count == 4 ? Text("write \(digits)", "请写 \(digits)") : nil)
  }

  /// That a table names no year at all.
  func noYears(_ place: Span) -> Diagnostic {
    Self.fault(
      .error, .tableYear, Text("the table names no year", "表格没有注明年份"), place,
      Text(
        "write it in the title, in a heading or in a column of years", "请在标题、表头或年份列中写明年份"))
  }

  /// That a row of numbers has no name.
  func noName(_ place: Span) -> Diagnostic {
    Self.fault(
      .error, .rowLabel, Text("this row of numbers has no name", "此行为数值但没有名称"), place,
      Text("write in a column before the years what it counts", "请在年份之前的列写明该行的项目名称"))
  }

  // MARK: - Years

  /// What is told of years: marks, years that span two, those of projections.
  func years(_ cells: [(GridCell, Span)]) -> [Diagnostic] {
    let years = cells.compactMap { cell, span in WrittenYear(cell).map { (cell, $0, span) } }
    var seen: Set<Int> = []
    let marked = years.filter { $0.1.isProvisional && seen.insert($0.1.year).inserted }
    let projected = years.filter { $0.1.isProjected }
    let dates = years.filter { $0.0.kind == .date }
    return [
      marked.first.map { provisional(marked.map(\.1), at: $0.2) },
      years.first { $0.1.isSplit }.map { spansTwo($0.0, $0.1.year, at: $0.2) },
      projected.first.map { noObservation($0.0, projected.count == 1, at: $0.2) },
      dates.first.map { dateAsYear($0.0, $0.1.year, at: $0.2) },
    ].compactMap(\.self)
  }

  private func provisional(_ marked: [WrittenYear], at place: Span) -> Diagnostic {
    let list = marked.prefix(6).map { "\($0.year) ('\(excerpt($0.mark ?? ""))')" }
      .joined(separator: ", ")
    let isOne = marked.count == 1
    return Self.fault(
      .warning, .provisionalValue,
      Text(
        "\(list) \(isOne ? "is" : "are") provisional, or noted, by the mark: the value may still change",
        "\(list) 带有标记：可能为初步数或附有注释，日后或有修订"), place,
      Text(
        "they count like other years; judge again when they are final",
        "按普通年份计入；定稿后请重新判断"))
  }

  private func spansTwo(_ cell: GridCell, _ year: Int, at place: Span) -> Diagnostic {
    Self.fault(
      .warning, .provisionalValue,
      Text(
        "'\(excerpt(cell.text))' spans two calendar years and counts as \(year), like all written so",
        "'\(excerpt(cell.text))' 跨两个日历年，按 \(year) 年计，同类年份亦然"), place)
  }

  private func noObservation(_ cell: GridCell, _ isOne: Bool, at place: Span) -> Diagnostic {
    Self.fault(
      .warning, .yearOutOfRange,
      Text(
        "'\(excerpt(cell.text))' is no year of observations: \(isOne ? "it is" : "such years are") left out",
        "'\(excerpt(cell.text))' 不是观测年份，未予采用"), place)
  }

  private func dateAsYear(_ cell: GridCell, _ year: Int, at place: Span) -> Diagnostic {
    Self.fault(
      .warning, .cellDate,
      Text(
        "the date \(excerpt(cell.text)) is taken for the year \(year), like all dates there",
        "日期 \(excerpt(cell.text)) 按 \(year) 年计，同处日期亦然"), place)
  }

  /// That a year stands twice.
  func yearTwice(
    _ point: TableSeries.Point, _ before: TableSeries.Point, _ series: TableSeries
  ) -> Diagnostic {
    let name = excerpt(series.name)
    let first = series.span(of: before).location
    return Self.fault(
      .error, .decreasingYears,
      Text(
        "the year \(point.year) stands twice in '\(name)', first at \(first)",
        "'\(name)' 中年份 \(point.year) 重复出现，首次在 \(first)"), series.yearSpan(of: point),
      Text(
        "write each year once, or add a column that names the series",
        "每个年份只写一次，或增加一列注明所属序列"))
  }

  /// The series without years that are not over, and what is told of them.
  func observed(_ series: TableSeries) -> (TableSeries, Diagnostic?) {
    guard let thisYear = pick.thisYear else { return (series, nil) }
    let later = series.points.filter { $0.year >= thisYear }.sorted { $0.year < $1.year }
    guard let first = later.first, let last = later.last else { return (series, nil) }
    let years = first.year == last.year ? "\(last.year)" : "\(first.year)–\(last.year)"
    let name = excerpt(series.name)
    let fault = Self.fault(
      .warning, .yearOutOfRange,
      Text(
        "'\(name)' has values for \(years), which nobody can have observed: they are left out",
        "'\(name)' 含 \(years) 年的数值，尚不可能是全年观测值；未予采用"), series.yearSpan(of: first),
      Text(
        "a table of observations ends with the last full year; when a scenario peaks is told by 'carbonpeak run'",
        "观测表只写到最近一个完整年份；情景的达峰判断请用 carbonpeak run"))
    return (series.with(points: series.points.filter { $0.year < thisYear }), fault)
  }
}

extension SeriesFaults {
  // MARK: - Names, units and sources

  /// That two series have one name.
  func sameName(_ series: TableSeries, _ before: TableSeries) -> Diagnostic {
    let name = excerpt(series.name)
    return Self.fault(
      .error, .duplicateSeries,
      Text(
        "this row is called '\(name)' like that at \(before.place.location)",
        "此行与 \(before.place.location) 处同名：'\(name)'"), series.place,
      Text(
        "add them up in one row, or give each a name of its own", "请合并为一行，或各自写明不同名称"))
  }

  /// That a unit changes within a series.
  func unitChanges(
    _ old: String, _ new: String, _ value: TableValue, _ name: String, at place: Span
  ) -> Diagnostic {
    let year = value.year.map { "\($0)" } ?? "?"
    let first = excerpt(old)
    let second = excerpt(new)
    return Self.fault(
      .error, .unitConflict,
      Text(
        "the unit changes within the series in \(year): from '\(first)' to '\(second)'",
        "序列的单位在 \(year) 年由 '\(first)' 变为 '\(second)'"), place,
      Text("convert all values to one unit", "请把全部数值换算成同一单位"))
  }

  /// That the source changes within a series.
  func sourceChanges(
    _ name: String, _ old: String, _ new: String, _ year: Int?, at place: Span
  ) -> Diagnostic {
    let column = excerpt(name)
    let first = excerpt(old)
    let second = excerpt(new)
    let when = year.map { "\($0)" } ?? "?"
    return Self.fault(
      .warning, .seriesChanges,
      Text(
        "'\(column)' changes within the series in \(when): from '\(first)' to '\(second)'",
        "'\(column)' 在 \(when) 年由 '\(first)' 变为 '\(second)'，同属一个序列"), place,
      Text("make sure that both count the same", "请确认前后口径一致"))
  }

  /// That one series ends where another begins that differs in one label.
  func labelChanges(
    _ name: String, _ old: String, _ new: String, _ year: Int, at place: Span
  ) -> Diagnostic {
    let column = excerpt(name)
    let first = excerpt(old)
    let second = excerpt(new)
    return Self.fault(
      .warning, .rowLabel,
      Text(
        "'\(column)' changes in \(year) from '\(first)' to '\(second)': two series, not one",
        "'\(column)' 在 \(year) 年由 '\(first)' 变为 '\(second)'：按两个序列读取，不相连"), place,
      Text(
        "if both count the same, give them one word in all years", "若口径一致，请在各年写同一名称"))
  }

  /// That a column differs in every row.
  static func ownColumn(_ name: String, at place: Span) -> Diagnostic {
    let column = excerpt(name)
    return fault(
      .warning, .csvUnknownColumn,
      Text(
        "column '\(column)' differs in every row: it is taken for a remark and names no series",
        "列 '\(column)' 各行均不相同：视为备注，不用于区分序列"), place)
  }

  /// That rows of rates are left out.
  func ratesLeftOut(_ names: [String], at place: Span) -> Diagnostic {
    let list = quotedList(names)
    return Self.fault(
      .warning, .leftOut,
      Text(
        "\(list): rates of growth or shares are left out (\(names.count) series)",
        "\(list) 为增速或占比，未予采用（\(names.count) 个序列）"), place, nameIt)
  }

  /// That a column of rates is left out.
  func rate(_ column: TableColumn, _ place: Span) -> Diagnostic {
    let name = excerpt(column.name)
    return Self.fault(
      .warning, .leftOut,
      Text(
        "column '\(name)' holds rates of growth or shares and is left out",
        "列 '\(name)' 为增速或占比，未予采用"), place, nameIt)
  }

  /// That a column of numbers beside years is of no year.
  func noYearColumn(_ column: TableColumn, _ place: Span) -> Diagnostic {
    let name = excerpt(column.name)
    return Self.fault(
      .warning, .leftOut,
      Text(
        "column '\(name)' holds numbers and is no year: it is left out",
        "列 '\(name)' 为数值但不是年份，未予采用"), place)
  }

  /// That a column holds running numbers.
  func running(_ column: TableColumn, _ place: Span) -> Diagnostic {
    let name = column.name.isEmpty ? "\(column.index + 1)" : excerpt(column.name)
    return Self.fault(
      .warning, .leftOut,
      Text(
        "column '\(name)' holds running numbers and is left out", "列 '\(name)' 为序号，未予采用"), place)
  }

  private var nameIt: Text? {
    pick.options.contains("--value")
      ? Text("name it with --value if it is wanted", "如需采用请用 --value 指定") : nil
  }

  /// That the table states another unit for a series than a person does.
  func contradiction(_ series: TableSeries, of unit: String) -> Diagnostic? {
    guard let stated = series.unit else { return nil }
    let agrees = StatedUnit.agree(stated, unit)
    if agrees == true { return nil }
    let own = excerpt(stated)
    let given = excerpt(unit)
    return Self.fault(
      agrees == nil ? .warning : .error, .unitConflict,
      agrees == nil
        ? Text(
          "the table calls the unit '\(own)', which cannot be compared with '\(given)'",
          "表格注明的单位为 '\(own)'，无法与 '\(given)' 比较")
        : Text(
          "the table states '\(own)', not '\(given)'", "表格注明的单位是 '\(own)'，不是 '\(given)'"),
      series.place,
      Text(
        "leave the unit out or write '\(own)'; values are never converted",
        "请不写单位或写 '\(own)'；数值不作换算"))
  }
}

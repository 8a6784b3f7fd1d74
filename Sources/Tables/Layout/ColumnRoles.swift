import Diagnostics

/// What each column of a table is for.
struct ColumnRoles {
  /// The roles, column by column.
  private(set) var all: [TableColumn.Role]
  /// Where the years stand, as far as columns say it.
  private(set) var years: UnderstoodTable.Years = .none
  private let grid: Grid
  private let headings: [ColumnHeadings.Heading]
  private let body: [Int]
  private let pick: TablePick

  /// Finds the roles.
  ///
  /// - Parameters:
  ///   - grid: The cells.
  ///   - headings: The headings of the columns.
  ///   - body: The rows below them, without those that repeat headings.
  ///   - pick: What a person named.
  init(_ grid: Grid, _ headings: [ColumnHeadings.Heading], _ body: [Int], _ pick: TablePick) {
    self.grid = grid
    self.headings = headings
    self.body = body
    self.pick = pick
    all = headings.map { _ in .label }
    let census = headings.map { ColumnCensus(grid, body, $0.index, pick) }
    let withYear = headings.indices.filter {
      headings[$0].year != nil && !MeasuredName(headings[$0].path.last ?? "").isOfGrowth
    }
    if let named = pick.year.flatMap({ name in headings.firstIndex { $0.isCalled(name) } }) {
      years = .column(named)
    } else if let column = yearColumn(census, besides: withYear) {
      years = .column(column)
    } else if !withYear.isEmpty {
      years = .heading
    }
    for place in headings.indices { all[place] = role(place, census) }
  }

  /// The column of the years, if there is one.
  private func yearColumn(_ census: [ColumnCensus], besides withYear: [Int]) -> Int? {
    if withYear.count > 1, !headings.indices.contains(where: { isNamedYear($0, census) }) {
      return nil
    }
    if let named = headings.indices.first(where: { isNamedYear($0, census) }) { return named }
    if !withYear.isEmpty { return nil }
    if headings.indices.contains(0), census[0].isOfYears { return 0 }
    let found = headings.indices.filter { census[$0].isOfYears }
    let speaking = found.first { place in
      let name = headings[place].name.lowercased()
      return ["year", "年", "period", "时间", "date", "jahr"].contains { name.contains($0) }
    }
    if let speaking { return speaking }
    return found.count == 1 ? found[0] : nil
  }

  private func isNamedYear(_ place: Int, _ census: [ColumnCensus]) -> Bool {
    isNameOfYears(headings[place].name) && census[place].isOfYearsWhereFilled
  }

  private func role(_ place: Int, _ census: [ColumnCensus]) -> TableColumn.Role {
    let heading = headings[place]
    let own = census[place]
    if years == .column(place) { return .year }
    if pick.values.contains(where: { heading.isCalled($0) }) { return .value }
    let name = heading.name
    if StatedUnit.isWordForUnit(name) { return .unit }
    if own.isEmpty { return heading.year != nil && years == .heading ? .value : .empty }
    if ColumnNames.isOfRemarks(name) { return .remark }
    if ColumnNames.isOfRunningNumbers(name) || own.isRunning { return .code }
    let measured = MeasuredName(heading.path.last ?? name, unit: heading.unit)
    if heading.year != nil, years == .heading {
      return measured.isOfGrowth || heading.unit == "%" && measured.isOfRateOrShare ? .rate : .value
    }
    guard own.isNumeric(isOfEmissions: measured.isOfEmissions) else { return .label }
    if ColumnNames.isOfCodes(name), own.isWhole { return .label }
    if isCode(place, own) { return .label }
    let firstYear = headings.indices.first { headings[$0].year != nil } ?? 0
    if years == .heading {
      if place < firstYear { return .label }
      return measured.isOfRateOrShare ? .rate : .other
    }
    return measured.isOfRateOrShare || own.isOfPercentages ? .rate : .value
  }

  /// Whether whole numbers before the years, none of which stands in one row only, are codes.
  private func isCode(_ place: Int, _ own: ColumnCensus) -> Bool {
    guard case .column(let year) = years, place < year, body.count > 3, own.isWhole else {
      return false
    }
    return own.repeatsEach
  }
}

extension ColumnHeadings.Heading {
  /// Whether a person means this column by a name.
  func isCalled(_ wanted: String) -> Bool {
    isColumn(name, path, calledBy: wanted)
  }
}

/// Whether a person means a column by a name: its whole heading, its last words, or those without unit.
func isColumn(_ name: String, _ path: [String], calledBy wanted: String) -> Bool {
  let bare = bareName(wanted)
  return bareName(name) == bare || path.last.map { bareName($0) == bare } == true
    || bareName(StatedUnit.bracketed(name).name) == bare
}

/// What names of columns say.
enum ColumnNames {
  /// Whether a column under this name holds running numbers.
  static func isOfRunningNumbers(_ name: String) -> Bool {
    [
      "序号", "编号", "行号", "行次", "id", "no", "no.", "nr", "nr.", "#", "index", "number", "row",
      "row_id",
    ].contains(bareName(name))
  }

  /// Whether a column under this name tells of a row and not of a series.
  static func isOfRemarks(_ name: String) -> Bool {
    [
      "source", "sources", "datasource", "来源", "数据来源", "资料来源", "note", "notes", "remark", "remarks",
      "comment", "comments", "备注", "数据备注", "说明", "flag", "flags", "status", "状态", "quality", "等级",
      "grade", "reference", "url", "link", "doi", "confidence", "可信度",
    ].contains(bareName(name))
  }

  /// Whether a column under this name says where values come from.
  static func isOfSources(_ name: String) -> Bool {
    ["source", "sources", "datasource", "来源", "数据来源", "资料来源"].contains(bareName(name))
  }

  /// Whether a column under this name holds codes, even if they are numbers.
  static func isOfCodes(_ name: String) -> Bool {
    let plain = folded(name).lowercased()
    return ["scope", "范围", "gpc ref", "账号", "account", "account number"].contains(plain)
      || ["code", "代码", "编码", "区划", "fips", "nuts", "zip", "邮编"].contains { plain.contains($0) }
      || plain.hasSuffix("_id") || plain.hasSuffix(" id") || plain.hasSuffix("_no")
  }
}

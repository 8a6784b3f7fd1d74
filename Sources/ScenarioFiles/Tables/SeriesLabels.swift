import Diagnostics

/// The columns of words of a table, by which series are told apart and named.
struct Labels {
  /// The columns that tell of which series a row is, in the order of the table.
  let columns: [Int]
  /// The column of the units, if there is one.
  let unitColumn: Int?
  /// Remarks, sources and flags, which tell of a row and not of a series.
  let remarks: [Int]
  private let table: CSVTable
  /// The words of each column, names on the first row of a block filled in.
  private let words: [Int: [String]]

  /// Sorts columns of words by what they are.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - columns: The columns that hold no values.
  ///   - first: The first column of values: names of blocks stand before it.
  init(_ table: CSVTable, _ columns: [Int], before first: Int) {
    self.table = table
    unitColumn = columns.first { table.header[$0].isNameOfUnits }
    remarks = columns.filter { table.header[$0].isNameOfRemarks }
    let rest = columns.filter {
      !table.header[$0].isNameOfRunningNumber && !table.header[$0].isNameOfRemarks
        && !table.header[$0].isNameOfUnits
    }
    var words: [Int: [String]] = [:]
    for column in columns { words[column] = table.rows.map { $0[column].text } }
    let blocks = rest.filter { $0 < first && words[$0]?.first?.isEmpty == false }
    for (place, column) in blocks.enumerated() {
      for row in table.rows.indices.dropFirst() where words[column]?[row].isEmpty == true {
        let continues = blocks[..<place].allSatisfy { table.rows[row][$0].text.isEmpty }
        if continues, let above = words[column]?[row - 1] { words[column]?[row] = above }
      }
    }
    self.words = words
    self.columns = rest
  }

  /// The words of a column.
  func word(_ column: Int, _ row: Int) -> String { words[column]?[row] ?? "" }

  /// The unit of a row, if a column says it.
  func unit(_ row: Int) -> String? {
    unitColumn.map { word($0, row) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether one of the words of a row, or all together, is this.
  func has(_ text: String, _ row: Int) -> Bool {
    words.keys.contains { word($0, row) == text }
  }

  /// Where the name of a row stands.
  func place(_ row: Int) -> CSVTable.Cell {
    columns.lazy.map { table.rows[row][$0] }.first { !$0.text.isEmpty } ?? table.rows[row][0]
  }

  /// The shortest names that tell rows, each the first of its series, apart: words before codes, in the
  /// order of the table; the words of all columns where none tells them apart.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - key: Columns beside ``columns`` that tell them apart too.
  /// - Returns: A name for each row, in their order.
  func names(of rows: [Int], key: [Int] = []) -> [String] {
    let isCode = { (column: Int) in table.header[column].isNameOfCode || table.isOfNumbers(column) }
    let all = columns + key.filter { !columns.contains($0) } + [unitColumn].compactMap(\.self)
    let order = all.filter { !isCode($0) } + all.filter(isCode)
    var chosen: [Int] = []
    var count = 1
    for column in order {
      let more = Set(rows.map { row in (chosen + [column]).map { word($0, row) } }).count
      if more > count {
        chosen.append(column)
        count = more
      }
    }
    if chosen.isEmpty { chosen = columns }
    chosen.sort()
    return rows.map { row in
      chosen.map { word($0, row) }.filter { !$0.isEmpty }.joined(separator: " · ")
    }
  }
}

extension CSVTable.Cell {
  /// Whether a column under this name is known to hold running numbers.
  var isNameOfRunningNumber: Bool {
    ["序号", "编号", "行号", "id", "no", "no.", "nr", "nr.", "#", "index", "number", "row"]
      .contains(text.lowercased())
  }

  /// Whether a column under this name holds units.
  var isNameOfUnits: Bool {
    ["unit", "units", "单位", "计量单位"].contains(text.lowercased())
  }

  /// Whether a column under this name tells of a row and not of a series.
  var isNameOfRemarks: Bool {
    [
      "source", "sources", "data source", "来源", "数据来源", "资料来源", "note", "notes", "remark",
      "remarks",
      "comment", "comments", "备注", "数据备注", "说明", "flag", "flags", "status", "状态", "quality", "等级",
      "grade", "reference", "url", "link", "doi",
    ].contains(text.lowercased())
  }

  /// Whether a column under this name holds codes, even if they are numbers.
  var isNameOfCode: Bool {
    let name = text.lowercased()
    return ["scope", "范围", "gpc ref", "账号", "account", "account number"].contains(name)
      || ["code", "代码", "编码", "区划", "fips", "nuts", "zip", "邮编"].contains { name.contains($0) }
      || name.hasSuffix("_id") || name.hasSuffix(" id") || name.hasSuffix("_no")
  }
}

extension DiagnosticCode {
  /// What is wrong with tables of values, and odd with observed ones.
  static let tables: [Self] = [
    .csvSeparator, .csvRaggedRow, .csvDuplicateHeader, .csvUnclosedQuote, .csvStrayQuote,
    .csvEmptyCell, .csvBadYear, .csvUnknownColumn, .csvMissingRow, .csvHeadingRows, .csvNoValue,
    .provisionalValue, .zeroValue, .unitConflict, .duplicateSeries, .seriesChanges,
  ]

  package static let csvSeparator = Self(
    "csv-separator",
    meaning: Text("a table whose columns are not separated by commas", "表格的列不是以逗号分隔"),
    cure: Text(
      "Save the table with commas; semicolons and tabs are not read.",
      "以逗号分隔保存；不读取分号或制表符分隔的表。"),
    example: nil)

  package static let csvRaggedRow = Self(
    "csv-ragged-row",
    meaning: Text("a row with more or fewer cells than the header", "该行的单元格数与表头不同"),
    cure: Text(
      "Look for a comma inside a number or a text: take it out or quote the cell.",
      "检查数字或文字中的逗号：去掉它，或给单元格加引号。"),
    example: nil)

  package static let csvDuplicateHeader = Self(
    "csv-duplicate-header",
    meaning: Text("two columns of the same name", "两列同名"),
    cure: Text("Rename one of the columns.", "给其中一列改名。"),
    example: nil)

  package static let csvUnclosedQuote = Self(
    "csv-unclosed-quote",
    meaning: Text("a quoted cell without its closing quote", "带引号的单元格没有右引号"),
    cure: Text("Close the quote at the end of the cell.", "在单元格末尾补上引号。"),
    example: nil)

  package static let csvStrayQuote = Self(
    "csv-stray-quote",
    meaning: Text("a quote inside or after a cell", "单元格内部或之后有多余的引号"),
    cure: Text(
      "Quote the whole cell and double the quotes inside it.",
      "给整个单元格加引号，其中的引号写两次。"),
    example: nil)

  package static let csvEmptyCell = Self(
    "csv-empty-cell",
    meaning: Text("an empty cell where a number is expected", "应有数值的单元格为空"),
    cure: Text(
      "Fill the cell or delete the row; only `history` and observed tables may have gaps.",
      "填上数值或删去该行；只有 `history` 与观测表可以有空缺。"),
    example: nil)

  package static let csvBadYear = Self(
    "csv-bad-year",
    meaning: Text("a cell of the year column that is not a year", "年份列的单元格不是年份"),
    cure: Text(
      "Write years as 2020 in the column of years, each once.",
      "在年份列中写年份，如 2020，不得重复。"),
    example: nil)

  package static let csvUnknownColumn = Self(
    "csv-unknown-column",
    meaning: Text("a column the table does not have", "表格没有这一列"),
    cure: Text(
      "Correct `column:`; the message lists the columns of the table.",
      "改正 `column:`；消息会列出表中的列。"),
    example: "drivers: {population: {column: people}}")

  package static let csvMissingRow = Self(
    "csv-missing-row",
    meaning: Text("a row the table must have and does not", "表格缺少必需的一行"),
    cure: Text(
      "Add the row: every combination of the key columns is needed.",
      "补上该行：各关键列的每种组合都要有。"),
    example: nil)

  package static let csvHeadingRows = Self(
    "csv-heading-rows",
    meaning: Text("headings in more than one row", "表头不止一行"),
    cure: Text(
      "Keep one row of headings above the values, with units in brackets: `emissions [Mt]`.",
      "数值之上只留一行表头，单位写在括号内：`排放 [万吨]`。"),
    example: nil)

  package static let csvNoValue = Self(
    "csv-no-value",
    meaning: Text("a sign for no value, taken for a gap", "表示没有数值的符号，按空缺处理"),
    cure: Text(
      "Leave cells without a value empty. `0` means that nothing was emitted.",
      "没有数值的单元格请留空；`0` 表示确实为零。"),
    example: nil)

  package static let provisionalValue = Self(
    "provisional-value",
    meaning: Text(
      "a year that is marked as provisional, or spans two calendar years", "年份带有初步数标记，或跨两个日历年"),
    cure: Text(
      "Nothing, if the year is meant to count; else take it out until its value is final.",
      "若该年应计入则不必理会；否则请在定稿前去掉。"),
    example: nil)

  package static let zeroValue = Self(
    "zero-value",
    meaning: Text(
      "an observed value of 0, or below it, beside values above 0", "观测值为 0 或小于 0，而其他年份大于 0"),
    cure: Text(
      "Check the cell: empty where there is no value, and the right sign. Zeros are left out of a judgement.",
      "核对该单元格：没有数值请留空，并检查正负号。判断达峰时不计零值。"),
    example: nil)

  package static let unitConflict = Self(
    "unit-conflict",
    meaning: Text(
      "a unit that contradicts the one a table states, or changes within a series",
      "单位与表格所注不符，或在序列中途改变"),
    cure: Text(
      "Write the unit that the table states, or convert the values; nothing is converted in silence.",
      "请写表格所注的单位，或换算数值；程序不会自行换算。"),
    example: nil)

  package static let duplicateSeries = Self(
    "duplicate-series",
    meaning: Text(
      "several series where one is expected, or two of one name", "应为一个序列而有多个，或两个序列同名"),
    cure: Text(
      "Keep the rows of one, add them up, or give each a name of its own.",
      "只保留其一，或合并，或各自写明不同名称。"),
    example: nil)

  package static let seriesChanges = Self(
    "series-changes",
    meaning: Text("a source that changes within a series", "序列的数据来源中途改变"),
    cure: Text(
      "Make sure that both sources count the same; else keep one of them.",
      "确认前后来源口径一致；否则只保留其一。"),
    example: nil)
}

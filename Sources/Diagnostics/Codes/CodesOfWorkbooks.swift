extension DiagnosticCode {
  /// What is wrong with files of tables, with their cells, and with how they are laid out.
  static let workbooks: [Self] = [
    .workbookKind, .workbookPassword, .workbookDamaged, .noSuchSheet, .hiddenCells, .tableEncoding,
    .formulaValue, .formulaWithoutValue, .cellError, .cellDate, .textNumber, .tableLayout,
    .numberForm, .tableYear, .rowLabel, .leftOut, .noSuchPick, .tableIdentity,
    .tableEditions,
  ]

  package static let workbookKind = Self(
    "workbook-kind",
    meaning: Text("a file of a kind from which no table is read", "不能读取表格的文件格式"),
    cure: Text(
      "Open it in Excel or WPS and save it as `.xlsx`, or as CSV UTF-8.",
      "用 Excel 或 WPS 打开，另存为 `.xlsx` 或“CSV UTF-8”。"),
    example: nil)

  package static let workbookPassword = Self(
    "workbook-password",
    meaning: Text("a workbook that needs a password to open", "工作簿设有打开密码"),
    cure: Text(
      "Open it with the password and save it without one, as `.xlsx`.",
      "用密码打开，去掉密码后另存为 `.xlsx`。"),
    example: nil)

  package static let workbookDamaged = Self(
    "workbook-damaged",
    meaning: Text("a workbook that is broken, or no workbook", "工作簿已损坏，或不是工作簿"),
    cure: Text(
      "Open it in a spreadsheet program and save it again as `.xlsx`.",
      "用电子表格程序打开，重新另存为 `.xlsx`。"),
    example: nil)

  package static let noSuchSheet = Self(
    "no-such-sheet",
    meaning: Text(
      "a sheet that the workbook does not have, or none named of several",
      "工作簿没有该工作表，或有多个而未指明"),
    cure: Text("Name a sheet as on its tab; the message lists them.", "按标签上的名称写明工作表；消息会列出。"),
    example: nil)

  package static let hiddenCells = Self(
    "hidden-cells",
    meaning: Text("sheets or rows that the workbook hides", "工作簿隐藏的工作表或行"),
    cure: Text(
      "Nothing, if they are meant to be as they are; else show them and look.",
      "若本应如此则不必理会；否则请取消隐藏并核对。"),
    example: nil)

  package static let tableEncoding = Self(
    "table-encoding",
    meaning: Text("a table whose text was read as GB18030", "表格文本按 GB18030 编码读取"),
    cure: Text(
      "Nothing, if its names look right; else save it as CSV UTF-8.",
      "名称显示正确则不必理会；否则请另存为“CSV UTF-8”。"),
    example: nil)

  package static let formulaValue = Self(
    "formula-value",
    meaning: Text(
      "cells that are formulas, taken by the values stored with them",
      "公式单元格，按其存储的结果读取"),
    cure: Text(
      "Nothing, if the workbook was saved by a spreadsheet program after its last change.",
      "工作簿最后一次修改后由电子表格程序保存过，则不必理会。"),
    example: nil)

  package static let formulaWithoutValue = Self(
    "formula-without-value",
    meaning: Text("a formula whose value was never stored", "公式没有存储结果"),
    cure: Text(
      "Open the workbook in a spreadsheet program and save it: that stores the values.",
      "用电子表格程序打开工作簿并保存，即可存储结果。"),
    example: nil)

  package static let cellError = Self(
    "cell-error",
    meaning: Text("a formula that gives an error, as `#DIV/0!`", "公式结果为错误值，如 `#DIV/0!`"),
    cure: Text("Mend the formula, or leave the cell empty.", "改正公式，或将单元格留空。"),
    example: nil)

  package static let cellDate = Self(
    "cell-date",
    meaning: Text(
      "a date, taken for its year or found where a number is expected",
      "日期：按年份读取，或出现在应为数值之处"),
    cure: Text(
      "Give the cell the format of a number, or write the year: 2021.",
      "把单元格设为数值格式，或只写年份：2021。"),
    example: nil)

  package static let textNumber = Self(
    "text-number",
    meaning: Text("numbers that the workbook keeps as text", "以文本形式存储的数字"),
    cure: Text(
      "Nothing, if they were read rightly; in Excel 'Convert to Number' turns them into numbers.",
      "读取无误则不必理会；在 Excel 中可用“转换为数字”。"),
    example: nil)

  package static let tableLayout = Self(
    "table-layout",
    meaning: Text("a table whose headings, units or rows cannot be told apart", "无法辨认表格的表头、单位或各行"),
    cure: Text(
      "Keep one table of headings and rows to a sheet, or name the rows and columns that are meant.",
      "每个工作表只留一张有表头和各行的表，或指明所需的行与列。"),
    example: nil)

  package static let numberForm = Self(
    "number-form",
    meaning: Text(
      "how a number is written: told where it was read, asked where it can mean two",
      "数值的写法：读取方式已说明，有歧义则请指明"),
    cure: Text(
      "Write numbers with digits and a decimal point alone: 16500.5, -11.",
      "数值只用数字和小数点书写：16500.5、-11。"),
    example: nil)

  package static let tableYear = Self(
    "table-year",
    meaning: Text("a year that was taken from a title, or that cannot be found", "年份取自标题，或无法找到"),
    cure: Text("Write the year in a heading or in a column of years.", "在表头或年份列中写明年份。"),
    example: nil)

  package static let rowLabel = Self(
    "row-label",
    meaning: Text(
      "a label that changes within a series, or a row of numbers without one",
      "标签在序列中途改变，或数值行没有名称"),
    cure: Text(
      "Make sure that all years count the same, and give each row its name.",
      "确认各年口径一致，并为每行写明名称。"),
    example: nil)

  package static let leftOut = Self(
    "left-out",
    meaning: Text("numbers of a table that are not read, and why", "表格中未读取的数值及其原因"),
    cure: Text("Nothing, if they are not wanted; else name the column.", "若不需要则不必理会；否则请指明该列。"),
    example: nil)

  package static let noSuchPick = Self(
    "no-such-pick",
    meaning: Text("a column, row or word to pick that the table does not have", "要选取的列、行或词在表中不存在"),
    cure: Text(
      "Write it as the table does; the message lists what there is.",
      "按表中写法书写；消息会列出现有内容。"),
    example: nil)

  package static let tableIdentity = Self(
    "table-identity",
    meaning: Text("a sum or a balance of a table that does not hold", "表中的合计或平衡关系不成立"),
    cure: Text(
      "Check the cell that is named against its source; the message says what would reconcile it.",
      "将所指单元格与原始资料核对；消息会说明改为何值则平衡。"),
    example: nil)

  package static let tableEditions = Self(
    "table-editions",
    meaning: Text(
      "two editions of a table that do not agree: standard coal is not physical amount times factor",
      "同一张表的实物量与标准量不一致"),
    cure: Text(
      "Check the unit and the digits of the cell that is named in both editions.",
      "核对所指单元格在两张表中的单位与数字。"),
    example: nil)
}

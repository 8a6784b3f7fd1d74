import Diagnostics

/// What is wrong with a file of tables as a whole.
struct FileFaults {
  private let path: String

  init(_ path: String) { self.path = path }

  private func fault(
    _ code: DiagnosticCode, _ message: Text, suggestion: Text? = nil, at place: Span? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, code: code, message: message, at: place ?? .wholeFile(path), suggestion: suggestion)
  }

  /// That the file is too large.
  func tooLarge(_ bytes: Int) -> Diagnostic {
    fault(
      .tooLarge, Text("the file has more than \(bytes) bytes", "文件超过 \(bytes) 字节"),
      suggestion: Text(
        "keep the sheets that are needed in a file of their own", "请把需要的工作表另存为单独的文件"))
  }

  /// That a workbook, or one of its parts, holds too much.
  func tooMuch(_ what: Text) -> Diagnostic {
    fault(
      .tooLarge, Text("the workbook holds \(what)", "工作簿含有\(what)"),
      suggestion: Text(
        "keep the sheets that are needed in a file of their own", "请把需要的工作表另存为单独的文件"))
  }

  /// That a workbook is broken.
  func damaged(_ why: Text) -> Diagnostic {
    fault(
      .workbookDamaged, Text("the workbook cannot be read: \(why)", "无法读取工作簿：\(why)"),
      suggestion: Text(
        "open it in a spreadsheet program and save it again as .xlsx",
        "请用电子表格程序打开，重新另存为 .xlsx"))
  }

  /// That the file is of a kind that is not read.
  func unread(_ kind: FileKind.Unread) -> Diagnostic {
    if kind == .protected {
      return fault(
        .workbookPassword, Text("the workbook is protected by a password", "工作簿设有打开密码"),
        suggestion: Text(
          "open it with the password and save it without one, as .xlsx",
          "请用密码打开，去掉密码后另存为 .xlsx"))
    }
    return fault(.workbookKind, kind.message, suggestion: kind.cure)
  }

  /// That a sheet has to be named.
  func chooseSheet(_ names: [String], at place: Span) -> Diagnostic {
    let list = quotedList(names)
    return names.isEmpty
      ? fault(.emptyFile, Text("the workbook holds no values", "工作簿中没有数值"))
      : fault(
        .noSuchSheet,
        Text("the workbook has several sheets: \(list)", "工作簿有多个工作表：\(list)"),
        suggestion: Text("name one of them", "请指明其中一个"), at: place)
  }

  /// That there is no such sheet.
  func noSheet(_ name: String, _ names: [String], at place: Span) -> Diagnostic {
    let list = quotedList(names)
    let meant = closestName(to: name, among: names)
    return fault(
      .noSuchSheet,
      Text(
        "'\(path)' has no sheet '\(excerpt(name))'; it has \(list)",
        "'\(path)' 没有名为 '\(excerpt(name))' 的工作表；现有：\(list)"),
      suggestion: meant.map { Text("did you mean '\($0)'?", "是否指 '\($0)'？") }, at: place)
  }
}

extension FileKind.Unread {
  /// What was found.
  fileprivate var message: Text {
    switch self {
    case .oldWorkbook, .protected:
      Text(
        "this is a workbook of the old kind (.xls or .et), which is not read",
        "这是旧格式的工作簿（.xls 或 .et），不能读取")
    case .binaryWorkbook:
      Text("this is a binary workbook (.xlsb), which is not read", "这是二进制工作簿（.xlsb），不能读取")
    case .openDocument:
      Text(
        "this is a workbook of OpenDocument (.ods), which is not read",
        "这是 OpenDocument 工作簿（.ods），不能读取")
    case .markup:
      Text(
        "this is a web page or an XML text, whatever its name says", "这是网页或 XML 文本，与文件名无关")
    case .pages: Text("this is a PDF, which holds no cells", "这是 PDF 文件，其中没有单元格")
    case .archive: Text("this is an archive without a workbook", "这是压缩文件，其中没有工作簿")
    }
  }

  /// What to do.
  fileprivate var cure: Text {
    switch self {
    case .pages:
      Text("copy the table into a sheet and save it as .xlsx", "请把表格复制到工作表中，另存为 .xlsx")
    case .archive: Text("unpack it and name the table in it", "请先解压，再指明其中的表格文件")
    default:
      Text(
        "open it in Excel or WPS and save it as .xlsx", "请用 Excel 或 WPS 打开，另存为 .xlsx")
    }
  }
}

/// Names in quotes, the first eight of them.
func quotedList(_ names: [String]) -> String {
  names.prefix(8).map { "'\(excerpt($0))'" }.joined(separator: ", ")
    + (names.count > 8 ? ", …" : "")
}

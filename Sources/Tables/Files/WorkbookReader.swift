import Diagnostics

/// Reads a workbook of Office Open XML.
///
/// Only its parts are looked at: relations that lead outside of the file are not followed, and macros,
/// pictures and links are not touched.
///
/// Source: ECMA-376-1, 18 (SpreadsheetML); ECMA-376-2 (packages).
struct WorkbookReader {
  private let archive: ZIPContents
  private let path: String
  private let limits: TableLimits
  private var faults: FileFaults { FileFaults(path) }

  /// Reads all sheets of a workbook.
  static func open(
    _ bytes: [UInt8], _ path: String, _ limits: TableLimits,
    _ diagnostics: inout DiagnosticCollection
  ) throws(Diagnostic) -> TableFile {
    let archive: ZIPContents
    do throws(ZIPContents.Fault) {
      archive = try ZIPContents(bytes, limits: limits)
    } catch {
      throw FileFaults(path).diagnostic(of: error, limits)
    }
    let reader = WorkbookReader(archive: archive, path: path, limits: limits)
    return try reader.read(into: &diagnostics)
  }

  private func read(into diagnostics: inout DiagnosticCollection) throws(Diagnostic) -> TableFile {
    let part = try workbookPart()
    let book = WorkbookList(limits)
    guard try follow(part, book) else {
      throw faults.damaged(Text("it has no list of sheets", "缺少工作表列表"))
    }
    let relations = try relations(of: part)
    let strings = SharedStrings(limits)
    if let name = relations.first(ofType: "sharedStrings") { _ = try follow(name, strings) }
    let formats = CellFormats(limits)
    if let name = relations.first(ofType: "styles") { _ = try follow(name, formats) }
    for fault in [book.fault, strings.fault, formats.fault] {
      if let fault { throw faults.tooMuch(fault) }
    }
    var budget = SheetBudget(cells: limits.cells, bytes: limits.textBytes)
    var grids: [Grid] = []
    for sheet in book.sheets {
      guard let relation = relations.all[sheet.relation], relation.type == "worksheet" else {
        continue
      }
      let reader = SheetReader(
        strings: strings.all, formats: formats, startsIn1904: book.startsIn1904, limits: limits,
        budget: budget)
      guard try follow(relation.part, reader) else {
        throw faults.damaged(Text("the sheet '\(sheet.name)' is missing", "缺少工作表 '\(sheet.name)'"))
      }
      if let fault = reader.fault { throw faults.tooMuch(fault) }
      budget = reader.budget
      let grid = reader.grid(path: path, sheet: sheet)
      WorkbookRemarks(grid, hiddenRows: reader.hiddenRows).tell(into: &diagnostics)
      if !grid.rows.isEmpty { grids.append(grid) }
    }
    WorkbookRemarks.tellHidden(book.sheets.filter(\.isHidden).map(\.name), path, &diagnostics)
    guard !grids.isEmpty else { throw faults.chooseSheet([], at: .wholeFile(path)) }
    return TableFile(path: path, format: .workbook, grids: grids, text: nil)
  }

  /// The part that lists the sheets.
  private func workbookPart() throws(Diagnostic) -> String {
    let top = try relations(of: "")
    if let part = top.first(ofType: "officeDocument"), archive.names.contains(part) {
      if part.hasSuffix(".bin") { throw faults.unread(.binaryWorkbook) }
      return part
    }
    if archive.names.contains("xl/workbook.xml") { return "xl/workbook.xml" }
    if archive.names.contains("xl/workbook.bin") { throw faults.unread(.binaryWorkbook) }
    if archive.names.contains("content.xml"), archive.names.contains("mimetype") {
      throw faults.unread(.openDocument)
    }
    throw faults.unread(.archive)
  }

  /// What a part refers to; the empty name stands for the package.
  private func relations(of part: String) throws(Diagnostic) -> PartRelations {
    let folder = part.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let name = part.split(separator: "/").last.map(String.init) ?? ""
    let relations = PartRelations(folder: folder.map(String.init))
    let place = (folder.map(String.init) + ["_rels", name + ".rels"]).joined(separator: "/")
    _ = try follow(place, relations)
    return relations
  }

  /// Goes through a part; `false` if there is none of the name.
  private func follow(_ part: String, _ handler: any XMLHandler) throws(Diagnostic) -> Bool {
    guard let events = XMLEvents(handler, limits: limits) else {
      throw faults.damaged(Text("memory is short", "内存不足"))
    }
    var xmlFault: XMLFault?
    var isWanted = true
    let exists: Bool
    do throws(ZIPContents.Fault) {
      exists = try archive.unpack(part) { piece in
        do throws(XMLFault) {
          isWanted = try events.take(piece)
        } catch {
          xmlFault = error
          return false
        }
        return isWanted
      }
    } catch {
      throw faults.diagnostic(of: error, limits)
    }
    do throws(XMLFault) {
      if let xmlFault { throw xmlFault }
      if exists, isWanted { _ = try events.take([], isLast: true) }
    } catch {
      throw faults.diagnostic(of: error, part)
    }
    return exists
  }
}

extension FileFaults {
  /// What is wrong with an archive, for people.
  fileprivate func diagnostic(of fault: ZIPContents.Fault, _ limits: TableLimits) -> Diagnostic {
    switch fault {
    case .damaged: damaged(Text("its archive is broken", "压缩包已损坏"))
    case .nameTwice(let name):
      damaged(Text("it holds '\(excerpt(name))' twice", "'\(excerpt(name))' 重复出现"))
    case .unknownPacking(let name):
      damaged(
        Text(
          "'\(excerpt(name))' is packed in a way that is not known",
          "'\(excerpt(name))' 的压缩方式无法识别"))
    case .encrypted: unread(.protected)
    case .tooMany(let count):
      tooMuch(Text("more than \(count) files", "超过 \(count) 个文件"))
    case .tooLarge:
      tooMuch(
        Text(
          "more than \(limits.unpackedBytes) bytes, unpacked", "解压后超过 \(limits.unpackedBytes) 字节的内容"
        ))
    case .tooDense(let name):
      tooMuch(
        Text(
          "a file that unpacks to more than \(limits.ratio) times its size, '\(excerpt(name))'",
          "解压后超过原大小 \(limits.ratio) 倍的文件 '\(excerpt(name))'"))
    }
  }

  /// What is wrong with an XML text in it, for people.
  fileprivate func diagnostic(of fault: XMLFault, _ part: String) -> Diagnostic {
    switch fault {
    case .malformed(let line):
      damaged(
        Text(
          "'\(excerpt(part))' is no XML in line \(line)", "'\(excerpt(part))' 第 \(line) 行不是有效的 XML")
      )
    case .documentType:
      damaged(
        Text(
          "'\(excerpt(part))' declares a document type, which no workbook does",
          "'\(excerpt(part))' 含有文档类型声明，工作簿中不应有"))
    case .tooDeep, .tooLong:
      tooMuch(
        Text(
          "too many elements in each other in '\(excerpt(part))'", "层次过深的内容 '\(excerpt(part))'"))
    }
  }
}

/// How much may still be read of the sheets of a workbook.
struct SheetBudget {
  /// The cells that hold something.
  var cells: Int
  /// The bytes of their texts.
  var bytes: Int
}

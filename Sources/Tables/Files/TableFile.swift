public import Diagnostics

/// A file of tables, opened by what it holds and not by its name.
public struct TableFile: Sendable {
  /// How the cells are kept.
  public enum Format: Hashable, Sendable {
    /// Office Open XML, `.xlsx`.
    case workbook
    /// A text with separators.
    case text(encoding: TextEncoding, separator: Character)
  }

  /// The path, as the user names it.
  public let path: String
  /// How the cells are kept.
  public let format: Format
  /// The sheets that hold something, hidden ones too; of a text one without a name.
  public let grids: [Grid]
  /// The text in lines, for showing those that diagnostics speak of; none of a workbook.
  public let text: SourceText?

  /// The grids that a person sees: all but those of hidden sheets.
  public var visible: [Grid] { grids.filter { !$0.isHidden } }

  /// Opens a file: a workbook, or a text in UTF-8, UTF-16 or GB18030 with commas, tabs or semicolons.
  ///
  /// Told are: another encoding than Unicode, sheets that are hidden, formulas (whose stored values are
  /// taken), numbers stored as text, dates. What cannot be read (`.xls`, `.et`, a workbook with a
  /// password, a damaged one) ends in one error with its cure.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - path: The path to show.
  ///   - limits: How much is read.
  ///   - diagnostics: Takes up what is wrong or told.
  /// - Returns: The file, or nothing if it cannot be read.
  public static func open(
    _ bytes: [UInt8], path: String, limits: TableLimits = TableLimits(),
    into diagnostics: inout DiagnosticCollection
  ) -> TableFile? {
    do throws(Diagnostic) {
      guard bytes.count <= limits.bytes else { throw FileFaults(path).tooLarge(limits.bytes) }
      switch FileKind(bytes) {
      case .archive: return try WorkbookReader.open(bytes, path, limits, &diagnostics)
      case .unread(let kind): throw FileFaults(path).unread(kind)
      case .text:
        let decoded = try DecodedText(bytes, path: path)
        decoded.tell(path, into: &diagnostics)
        return SeparatedText.read(decoded, path: path, limits: limits, into: &diagnostics)
      }
    } catch {
      diagnostics.add(error)
      return nil
    }
  }

  /// A sheet by its name; the only visible one where none is named.
  ///
  /// - Parameters:
  ///   - name: The name, as it stands on the sheet's tab.
  ///   - place: Where it is named.
  ///   - diagnostics: Takes up that there is no such sheet, or that one has to be named.
  /// - Returns: The sheet, or nothing.
  public func grid(
    named name: String?, at place: Span, into diagnostics: inout DiagnosticCollection
  ) -> Grid? {
    guard let name else {
      if visible.count == 1 { return visible[0] }
      diagnostics.add(FileFaults(path).chooseSheet(visible.compactMap(\.sheet), at: place))
      return nil
    }
    if let found = grids.first(where: { $0.sheet == name }) { return found }
    diagnostics.add(FileFaults(path).noSheet(name, grids.compactMap(\.sheet), at: place))
    return nil
  }
}

/// What a file holds, by its first bytes.
enum FileKind {
  /// A kind of file that is not read.
  enum Unread {
    /// `.xls` or `.et`, in the container of Office before 2007.
    case oldWorkbook
    /// A workbook with a password, in the same container.
    case protected
    /// `.xlsb`.
    case binaryWorkbook
    /// `.ods`.
    case openDocument
    /// A web page or an XML text, which some programs call `.xls`.
    case markup
    /// `.pdf`.
    case pages
    /// An archive that holds no workbook.
    case archive
  }

  /// A ZIP archive, as `.xlsx` is.
  case archive
  /// A text.
  case text
  /// What is not read.
  case unread(Unread)

  /// Looks at a file.
  ///
  /// Sources: PKWARE, .ZIP File Format Specification 6.3, 4.3; [MS-CFB] 2.2 (header), 2.6.1 (names in
  /// UTF-16); [MS-OFFCRYPTO] 2.3.4.1 (`EncryptedPackage`).
  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
      self = .archive
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      let name: [UInt8] = "EncryptedPackage".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), 0] }
      let isProtected = bytes.contains(name)
      self = .unread(isProtected ? .protected : .oldWorkbook)
    } else if bytes.starts(with: Array("%PDF".utf8)) {
      self = .unread(.pages)
    } else {
      let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      let start = body.drop { $0 <= 0x20 }.prefix(2)
      let isMarkup = start.first == UInt8(ascii: "<") && start.last.map(Self.opensMarkup) == true
      self = isMarkup ? .unread(.markup) : .text
    }
  }

  private static func opensMarkup(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      || Character(Unicode.Scalar(byte)).isLetter
  }
}

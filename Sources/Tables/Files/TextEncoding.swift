import Diagnostics

/// How a text is kept in bytes.
public enum TextEncoding: String, Sendable {
  /// UTF-8.
  case utf8 = "UTF-8"
  /// UTF-16, the lower byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, the higher byte first.
  case utf16BigEndian = "UTF-16BE"
  /// GB18030, as Chinese Excel writes.
  case gb18030 = "GB18030"
}

/// The text of a file, whatever its encoding.
struct DecodedText {
  let text: String
  let encoding: TextEncoding

  /// Decodes the bytes of a file.
  ///
  /// UTF-16 is known by its mark, or by zeros in every other byte. What is neither that nor UTF-8 is
  /// GB18030 where all of it fits and most of its characters are common ones of Chinese.
  init(_ bytes: [UInt8], path: String) throws(Diagnostic) {
    if let wide = Self.wideEncoding(of: bytes) {
      encoding = wide
      text = try Self.wideText(bytes, wide, path)
    } else {
      let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      if let plain = String(validating: body, as: UTF8.self) {
        encoding = .utf8
        text = plain
      } else if let chinese = GB18030.decode(body), 2 * chinese.common >= chinese.pairs {
        encoding = .gb18030
        text = chinese.text
      } else {
        throw Self.unknownEncoding(body, path)
      }
    }
    if let place = text.unicodeScalars.firstIndex(where: \.isForbidden) {
      throw Self.control(in: text, at: place, path)
    }
  }

  /// Tells which encoding was taken, unless it is one of Unicode, which says so itself.
  func tell(_ path: String, into diagnostics: inout DiagnosticCollection) {
    guard encoding == .gb18030 else { return }
    diagnostics.add(
      Diagnostic(
        .warning, code: .tableEncoding,
        message: Text("the text was read as GB18030 (GBK)", "文本按 GB18030（GBK）编码读取"),
        at: .wholeFile(path),
        suggestion: Text(
          "save it as 'CSV UTF-8' if names look wrong", "如名称显示有误，请另存为“CSV UTF-8”")))
  }

  private static func wideEncoding(of bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let sample = bytes.prefix(400)
    guard sample.count >= 4, sample.count % 2 == 0 || bytes.count > 400 else { return nil }
    let zeros = [0, 1].map { parity in
      sample.enumerated().count { $0.offset % 2 == parity && $0.element == 0 }
    }
    if zeros[0] == 0, 4 * zeros[1] >= sample.count { return .utf16LittleEndian }
    if zeros[1] == 0, 4 * zeros[0] >= sample.count { return .utf16BigEndian }
    return nil
  }

  private static func wideText(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ path: String
  ) throws(Diagnostic) -> String {
    let hasMark = [[0xFF, 0xFE], [0xFE, 0xFF]].contains(Array(bytes.prefix(2)))
    let body = hasMark ? bytes.dropFirst(2) : bytes[...]
    let isLittle = encoding == .utf16LittleEndian
    let units = stride(from: body.startIndex, to: body.endIndex - 1, by: 2).map { place in
      let first = UInt16(body[place])
      let second = UInt16(body[place + 1])
      return isLittle ? first | second << 8 : first << 8 | second
    }
    guard body.count % 2 == 0, let text = String(validating: units, as: UTF16.self) else {
      throw fault(
        .notUTF8, Text("the text is not whole UTF-16", "文本不是完整的 UTF-16"), .wholeFile(path))
    }
    return text
  }

  private static func unknownEncoding(_ body: ArraySlice<UInt8>, _ path: String) -> Diagnostic {
    let line = 1 + body.prefix { $0 < 0x80 }.count { $0 == UInt8(ascii: "\n") }
    return fault(
      .notUTF8,
      Text(
        "the text is neither UTF-8, UTF-16 nor Chinese (GB18030)",
        "文本编码不是 UTF-8、UTF-16 或 GB18030"),
      Span(location: SourceLocation(path: path, line: line, column: 1), length: 1))
  }

  private static func control(
    in text: String, at place: String.Index, _ path: String
  ) -> Diagnostic {
    let before = text[..<place]
    let value = text.unicodeScalars[place].value
    let hex = String(value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    let line = 1 + before.unicodeScalars.count { $0 == "\n" }
    let column = 1 + before.reversed().prefix { !$0.isNewline }.count
    return fault(
      .controlCharacter,
      Text("the file holds a control character, \(name)", "文件含有控制字符 \(name)"),
      Span(location: SourceLocation(path: path, line: line, column: column), length: 1))
  }

  private static func fault(_ code: DiagnosticCode, _ message: Text, _ place: Span) -> Diagnostic {
    Diagnostic(
      .error, code: code, message: message, at: place,
      suggestion: Text(
        "save it as UTF-8 (Excel: 'CSV UTF-8')", "请另存为 UTF-8（Excel 选“CSV UTF-8”）"))
  }
}

extension Unicode.Scalar {
  /// Whether this is a control character that no table holds: all but tabs and breaks of lines.
  fileprivate var isForbidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0x00...0x1F, 0x7F...0x9F: true
    default: false
    }
  }
}

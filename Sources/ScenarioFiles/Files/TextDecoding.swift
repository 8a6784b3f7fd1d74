import Diagnostics

/// The text of a file, once it is known to be UTF-8 without control characters or endless lines.
///
/// - Parameters:
///   - bytes: The bytes on the disk; a UTF-8 byte-order mark is dropped.
///   - path: The path to show.
///   - limits: How long a line may be.
/// - Returns: The text in lines.
/// - Throws: One diagnostic: the first thing found wrong.
func decode(
  _ bytes: [UInt8], path: String, limits: ReadingLimits
) throws(Diagnostic) -> SourceText {
  if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
    throw workbook(path)
  }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    throw notUTF8(named: "UTF-16", path: path)
  }
  let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  guard let string = String(validating: body, as: UTF8.self) else {
    if looksLikeGBK(body) { throw notUTF8(named: "GBK", path: path, line: firstOddLine(body)) }
    throw invalidByte(in: body, path: path)
  }
  let text = SourceText(path: path, text: string)
  for (index, line) in text.lines.enumerated() {
    if line.utf8.count > limits.lineBytes {
      throw tooLong(line: index + 1, path: path, limit: limits.lineBytes)
    }
    if let position = line.firstIndex(where: \.holdsControl) {
      throw controlCharacter(in: line, at: position, line: index + 1, path: path)
    }
  }
  return text
}

extension Unicode.Scalar {
  /// Whether this is a control character other than tab and line feed.
  var isControl: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    default: false
    }
  }
}

extension Character {
  fileprivate var holdsControl: Bool { unicodeScalars.contains(where: \.isControl) }
}

/// Whether all bytes beyond ASCII form pairs of GBK, as in files saved by Chinese Excel.
private func looksLikeGBK(_ bytes: ArraySlice<UInt8>) -> Bool {
  var iterator = bytes.makeIterator()
  while let lead = iterator.next() {
    if lead < 0x80 { continue }
    guard (0x81...0xFE).contains(lead), let trail = iterator.next(),
      (0x40...0xFE).contains(trail), trail != 0x7F
    else { return false }
  }
  return true
}

/// The line of the first byte beyond ASCII.
private func firstOddLine(_ bytes: ArraySlice<UInt8>) -> Int {
  1 + bytes.prefix { $0 < 0x80 }.count { $0 == UInt8(ascii: "\n") }
}

private func notUTF8(named encoding: String, path: String, line: Int = 1) -> Diagnostic {
  Diagnostic(
    .error, code: .notUTF8,
    message: Text(
      "the text looks like \(encoding), expected UTF-8", "文本编码疑似 \(encoding)，应为 UTF-8"),
    at: SourceLocation(path: path, line: line, column: 1),
    suggestion: Text(
      "save it as UTF-8 (Excel: 'CSV UTF-8'), or run: iconv -f \(encoding) -t UTF-8",
      "请另存为 UTF-8（Excel 选“CSV UTF-8”），或运行 iconv -f \(encoding) -t UTF-8"))
}

private func workbook(_ path: String) -> Diagnostic {
  Diagnostic(
    .error, code: .notUTF8,
    message: Text(
      "this is a workbook or an archive, not a text, whatever its name says",
      "这是工作簿或压缩文件，不是文本，与文件名无关"),
    at: SourceLocation(path: path, line: 1, column: 1),
    suggestion: Text(
      "open it in the spreadsheet program and save it as CSV UTF-8",
      "请用电子表格程序打开，另存为“CSV UTF-8”"))
}

private func invalidByte(in bytes: ArraySlice<UInt8>, path: String) -> Diagnostic {
  var iterator = bytes.makeIterator()
  var decoder = UTF8()
  var line = String.UnicodeScalarView()
  var lineNumber = 1
  while case .scalarValue(let scalar) = decoder.decode(&iterator) {
    line.append(scalar)
    guard scalar == "\n" else { continue }
    lineNumber += 1
    line.removeAll()
  }
  return Diagnostic(
    .error, code: .notUTF8,
    message: Text("a byte here is not UTF-8", "此处的字节不是 UTF-8"),
    at: SourceLocation(path: path, line: lineNumber, column: String(line).count + 1),
    suggestion: Text("save the file as UTF-8", "请把文件另存为 UTF-8"))
}

private func tooLong(line: Int, path: String, limit: Int) -> Diagnostic {
  Diagnostic(
    .error, code: .tooLarge,
    message: Text(
      "line \(line) is longer than \(limit) bytes", "第 \(line) 行超过 \(limit) 字节"),
    at: SourceLocation(path: path, line: line, column: 1))
}

private func controlCharacter(
  in line: String, at position: String.Index, line number: Int, path: String
) -> Diagnostic {
  let isNUL = line[position] == "\0"
  let code = line[position].unicodeScalars.first(where: \.isControl)?.value ?? 0
  let name = "U+" + String(repeating: "0", count: code < 16 ? 3 : 2) + String(code, radix: 16)
  return Diagnostic(
    .error, code: .controlCharacter,
    message: Text(
      "the file holds a control character, \(name.uppercased())",
      "文件含有控制字符 \(name.uppercased())"),
    at: SourceLocation(
      path: path, line: number,
      column: line.distance(from: line.startIndex, to: position) + 1),
    suggestion: isNUL
      ? Text(
        "is this a text file in UTF-8? UTF-16 and spreadsheets hold such bytes",
        "这是 UTF-8 文本文件吗？UTF-16 文本和电子表格文件会含有此类字节") : nil)
}

import Diagnostics

/// What people write inside braces and YAML takes for keys without values.
extension Entry {
  /// The entry with the next key as more digits of its number.
  ///
  /// `{2030: 9,000 t}` is a key `2030` with 9 and a key `000 t` to YAML. The commas stay, so that
  /// the reader of numbers tells of them.
  ///
  /// - Returns: Nothing if the key is no such rest of a number.
  func joining(digits key: String, before value: Node) -> Entry? {
    guard case .null(isWritten: false) = value.content, let text = self.value.text,
      key.prefix(while: { $0.isASCII && $0.isNumber }).count == 3,
      text.wholeMatch(of: /[+-]?[0-9]{1,3}(,[0-9]{3})*/) != nil
    else { return nil }
    let joined = "\(text),\(key)"
    return Entry(
      key: self.key, location: location, length: length,
      value: Node(
        location: self.value.location, length: joined.count,
        content: .scalar(joined, isQuoted: false)))
  }

  /// The key and value on both sides of a full-width colon, with the fault at it: `{to：85%}`.
  var splitAtWideColon: (meant: Entry, fault: Diagnostic)? {
    guard case .null(isWritten: false) = value.content, let colon = key.firstIndex(of: "：")
    else { return nil }
    let name = String(key[..<colon])
    let text = key[key.index(after: colon)...].drop(while: \.isWhitespace)
    guard !name.isEmpty, !text.isEmpty else { return nil }
    func place(_ index: String.Index) -> SourceLocation {
      let offset = key.distance(from: key.startIndex, to: index)
      return SourceLocation(
        path: location.path, line: location.line, column: location.column + offset)
    }
    let meant = Entry(
      key: name, location: location, length: name.count,
      value: Node(
        location: place(text.startIndex), length: text.count,
        content: .scalar(String(text), isQuoted: false)))
    let fault = Diagnostic(
      .error, code: .malformedYAML,
      message: Text(
        "'\(excerpt(key))' cannot be read as 'key: value'", "'\(excerpt(key))' 无法按 '键: 值' 读取"),
      at: place(colon), suggestion: letterSlip(in: "："))
    return (meant, fault)
  }
}

import Testing

/// A reader of RFC 4180 of the tests' own, for lines that end with `\n`.
func parseCSV(_ bytes: [UInt8]) -> [[String]] {
  var rows: [[String]] = [[]]
  var field = ""
  var isQuoted = false
  var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
  func endField() {
    rows[rows.count - 1].append(field)
    field = ""
  }
  while let scalar = scalars.popFirst() {
    switch (isQuoted, scalar) {
    case (true, "\"") where scalars.first == "\"":
      field.unicodeScalars.append(scalars.removeFirst())
    case (_, "\""): isQuoted.toggle()
    case (false, ","): endField()
    case (false, "\n"):
      endField()
      rows.append([])
    default: field.unicodeScalars.append(scalar)
    }
  }
  #expect(rows.last?.isEmpty == true && field.isEmpty, "the last line is ended")
  return rows.dropLast()
}

import Diagnostics

extension FileSet {
  /// The table in the file that a scenario names, relative to the file that names it.
  ///
  /// - Parameters:
  ///   - node: The value of `csv:`.
  ///   - diagnostics: Takes up what is wrong with the name, at `node`, or with the table.
  /// - Returns: The table, or nothing if there is none that can be read.
  mutating func readTable(
    namedBy node: Node, into diagnostics: inout DiagnosticCollection
  ) -> CSVTable? {
    guard let name = node.text, !name.isEmpty else {
      diagnostics.add(
        .error(
          .wrongType,
          Text(
            "expected the name of a CSV file, found \(node.kind)",
            "此处应为 CSV 文件名，实为\(node.kind)"), at: node))
      return nil
    }
    return readTable(at: FilePlace(naming: name, at: node), into: &diagnostics)
  }

  /// The table in a file, read once however many name it.
  ///
  /// - Parameters:
  ///   - place: The file and where it is named.
  ///   - diagnostics: Takes up what is wrong with the name or with the table.
  /// - Returns: The table, or nothing if there is none that can be read.
  mutating func readTable(
    at place: FilePlace, into diagnostics: inout DiagnosticCollection
  ) -> CSVTable? {
    do throws(Diagnostic) {
      let file = try readReference(place)
      if let known = tables[file.realPath] { return known }
      let table = CSVTable.read(file.text, into: &diagnostics)
      tables[file.realPath] = table
      return table
    } catch {
      diagnostics.add(error)
      return nil
    }
  }
}

/// The names of a sweep's files.
struct SweepFiles {
  /// Their folder.
  let folder: ResultFolder
  /// The names of the tables, without extensions; the first is that of the sweep.
  let tables: [String]

  /// Where it is noted how far the sweep has come.
  var journal: String { path(tables[0] + ".journal") }
  /// Where it is recorded what the sweep was.
  var record: String { path(tables[0] + ".json") }
  /// Where the rows grow.
  var parts: [String] { tables.map { path($0 + ".csv.part") } }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  /// Gives the tables their names, writes the record and ends the journal.
  ///
  /// - Parameters:
  ///   - written: The files of rows, whole.
  ///   - journal: The journal.
  ///   - record: Makes the record from the names and marks of the tables.
  /// - Returns: The paths of the results.
  /// - Throws: ``WriteError``.
  func finish(
    _ written: [AppendedFile], _ journal: SweepJournal,
    record: ([(name: String, mark: FileMark)]) -> JSONValue
  ) throws(WriteError) -> [String] {
    let names = tables.map { $0 + ".csv" }
    for file in written { try file.flush() }
    for (name, file) in zip(names, written) { try file.move(to: path(name)) }
    let document = record(Array(zip(names, written.map(\.mark)))).document
    let paths = try folder.write([ResultFile(name: tables[0] + ".json", bytes: document)])
    for part in parts { remove(part) }
    journal.close()
    return names.map(path) + paths
  }
}

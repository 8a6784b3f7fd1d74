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
  /// Where the tables are at the end.
  var places: [String] { tables.map { path($0 + ".csv") } }
  /// Where the rows grow.
  var parts: [String] { places.map { $0 + ".part" } }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  /// Checks that the results can take their places.
  ///
  /// - Throws: ``WriteError``, where a folder or a file that may not be written is in the way.
  func checkPlaces() throws(WriteError) {
    for place in places + [record] { _ = try permissions(of: place) }
  }

  /// Gives the tables and the record their names and ends the journal.
  ///
  /// The record is on the disk before the first table is named, and the journal stays until the
  /// last is: wherever this breaks off, the sweep goes on from its journal and ends the same.
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
    try checkPlaces()
    let staged = try AppendedFile(self.record + ".part")
    try staged.cut(to: FileMark())
    try staged.append(record(Array(zip(tables.map { $0 + ".csv" }, written.map(\.mark)))).document)
    let results = Array(zip(written + [staged], places + [self.record]))
    for (file, _) in results { try file.flush() }
    for (file, place) in results { try file.move(to: place) }
    try flushFolder(folder.path)
    journal.close()
    for part in parts { remove(part) }
    return results.map(\.1)
  }

  /// Removes what was begun.
  func discard(_ journal: SweepJournal) {
    for path in parts + [record + ".part"] { remove(path) }
    journal.close()
  }
}

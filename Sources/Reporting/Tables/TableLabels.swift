import Diagnostics

extension Table {
  /// The table for people: headings, and the words of ours in cells, in a language.
  ///
  /// Ids stay as the scenario has them, so that a row can be found there, and so does
  /// `trajectory.csv`, whose names are those of the IAMC format.
  ///
  /// - Parameters:
  ///   - name: The name of the file, without extension.
  ///   - language: The language; none leaves everything as machines read it.
  /// - Returns: The same numbers in the same places.
  func labelled(as name: String, _ language: Language?) -> Table {
    guard let language else { return self }
    let kind = columns.firstIndex(of: "kind")
    return Table(
      columns: columns.map { ColumnLabels.label(of: $0, in: name)?(language) ?? $0 },
      rows: rows.map { row in
        let isOfLever = kind.map { row[$0] == .text("lever") } ?? false
        return zip(columns, row).map { column, cell in
          isOfLever && ["id", "item"].contains(column) ? cell : cell.labelled(in: column, language)
        }
      })
  }

  /// The table as a file.
  ///
  /// - Parameters:
  ///   - name: The name of the file, without extension.
  ///   - style: For whom it is written.
  /// - Returns: The file, ready to be written.
  func file(_ name: String, _ style: CSVStyle) -> ResultFile {
    ResultFile(name: "\(name).csv", bytes: labelled(as: name, style.labels).csv(style))
  }
}

extension Cell {
  fileprivate func labelled(in column: String, _ language: Language) -> Cell {
    switch self {
    case .text(let word): CellWords.label(of: word, in: column).map { .text($0(language)) } ?? self
    case .sentence(let sentence): .text(sentence(language))
    case .number, .integer, .empty: self
    }
  }
}

/// A table in Markdown, with a line end after its last row.
func markdownTable(_ heading: [String], _ rows: [[String]]) -> String {
  let rule = heading.map { _ in "---" }
  return ([heading, rule] + rows).map(markdownRow).joined()
}

/// A bar inside a cell would end it.
private func markdownRow(_ cells: [String]) -> String {
  "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
}

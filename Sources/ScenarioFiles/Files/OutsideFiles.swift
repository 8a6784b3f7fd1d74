import Diagnostics

extension DiagnosticCollection {
  /// Whether a file was named that may not be.
  var nameOutsideFiles: Bool { all.contains { $0.code == .outsideRoot } }

  /// The same with one fault for all files that lie out of reach: they have one cause and one cure.
  var withOutsideFilesGathered: DiagnosticCollection {
    let outside = all.filter { $0.code == .outsideRoot }
    guard outside.count > 1, let first = outside.first else { return self }
    let others = outside.count - 1
    var gathered = DiagnosticCollection()
    for diagnostic in all where diagnostic.code != .outsideRoot || diagnostic == first {
      guard diagnostic == first else {
        gathered.add(diagnostic)
        continue
      }
      gathered.add(
        Diagnostic(
          first.severity, code: first.code,
          message: Text(
            "\(first.message), and \(others) more likewise",
            "\(first.message)，另有 \(others) 个文件也是"),
          at: first.location, length: first.length, suggestion: first.suggestion))
    }
    return gathered
  }

  /// The same without what is only the echo of the files that lie out of reach: that there is nothing to
  /// remove of what they hold.
  var ofOutsideFiles: DiagnosticCollection {
    var rest = DiagnosticCollection()
    for diagnostic in all where diagnostic.code != .removesNothing { rest.add(diagnostic) }
    return rest.withOutsideFilesGathered
  }
}

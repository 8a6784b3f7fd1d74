import Glibc

extension ResultFolder {
  /// The records that commands leave beside their results.
  private static let records = [
    "run.json", "attribution.json", "sensitivity.json", "uncertainty.json", "sweep.json",
    "compare.json", "optimise.json", "solve.json", "tracking.json", "calibration.json",
    "report.json",
  ]

  /// What a scenario is known by when two of one id want the same folder.
  public enum Claim: Sendable {
    /// Its file.
    case file
    /// The folder of its file: results are of several scenarios of it.
    case folder
  }

  /// The scenario file whose results lie in the folder, if it is another than that whose results will.
  ///
  /// Two cities of one id would write over each other's results without a word. The records in the
  /// folder name the files they are of. A file that is no longer there was moved, and one that is
  /// there with the same content is a copy; neither is another scenario.
  ///
  /// - Parameters:
  ///   - inputs: The files that the new results are of, the scenario's first.
  ///   - claim: Whether another file is another scenario, or only another folder.
  /// - Returns: The path in the record; nothing if the results are of the same scenario, or there are
  ///   none.
  public func otherScenario(
    than inputs: [RunContext.InputFile], by claim: Claim = .file
  ) -> String? {
    guard let own = inputs.first.flatMap({ place(of: $0.path, claim) }) else { return nil }
    let contents = inputs.map { fingerprint($0)["sha256"]?.text }
    for name in Self.records {
      guard let bytes = try? BlockReader.record("\(path)/\(name)"),
        let files = JSONParser.parse(bytes)?["inputs"]?.items,
        let earlier = files.first?["path"]?.text, let other = place(of: earlier, claim)
      else { continue }
      if other != own, files.map({ $0["sha256"]?.text }) != contents { return earlier }
    }
    return nil
  }

  /// The real path by which a file is claimed; nothing if it is not there.
  private func place(of file: String, _ claim: Claim) -> String? {
    guard let found = realpath(file, nil) else { return nil }
    defer { free(found) }
    let path = String(cString: found)
    switch claim {
    case .file: return path
    case .folder: return path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
  }
}

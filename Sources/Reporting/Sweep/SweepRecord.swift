import Analysis
import CityModel

extension SweepOrder {
  /// What tells this sweep from all others, the same for all its parts: a checksum of everything
  /// that decides a byte of the result.
  var fingerprint: String {
    sweepFingerprint([
      ("version", .string(context.version)),
      ("set", .array(context.changes.map(JSONValue.string))),
      ("options", context.optionRecord),
      ("inputs", .array(context.inputs.map(Reporting.fingerprint))),
      ("design", design),
      ("axes", axes),
      ("columns", columns),
    ])
  }

  /// The content of `sweep.json`: what was swept, from what, and what came of it.
  ///
  /// Two sweeps of the same input differ in `time` alone, whatever the number of jobs, parts and
  /// interruptions.
  ///
  /// - Parameters:
  ///   - progress: How far the sweep has come.
  ///   - files: The files of rows, with their marks.
  /// - Returns: The document.
  func record(_ progress: SweepProgress, files: [(name: String, mark: FileMark)]) -> JSONValue {
    .object(
      context.head(seed: seed) + [
        ("fingerprint", .string(fingerprint)),
        ("city", identity(scenario.city)),
        ("scenario", identity(scenario.identity)),
        ("years", years(scenario.years)),
        ("accounting", accounting(scenario.accounting)),
        ("design", design),
        ("axes", axes),
        ("columns", columns),
        ("variants", .integer(study.design.count)),
        ("shard", shard.map { .string("\($0.index)/\($0.count)") } ?? .null),
        ("rows", .integer(progress.rows)),
        ("statuses", statusRecord(progress)),
        ("files", fileRecord(files)),
      ])
  }

  private var design: JSONValue {
    .object([
      ("kind", .string(study.design.kind.rawValue)), ("variants", .integer(study.design.count)),
      ("seed", seed.map { .string(String($0)) } ?? .null),
    ])
  }

  private var axes: JSONValue {
    .array(
      study.design.axes.map { axis in
        let values: (String, JSONValue) =
          switch axis.choice {
          case .list(let values): ("values", .array(values.map(JSONValue.number)))
          case .range(let low, let high): ("range", .array([.number(low), .number(high)]))
          }
        return .object([
          ("path", .string(axis.axis.path)), ("unit", .string(axis.unit)), values,
        ])
      })
  }

  private var columns: JSONValue {
    .array(
      study.columns.all.map {
        .object([("name", .string($0.name)), ("unit", .string($0.unit))])
      })
  }
}

/// The checksum of what decides the bytes of a sweep.
///
/// - Parameter identity: What the record of the sweep says of ``sweepIdentity``, in that order. Of the
///   files only the content counts: parts may run where they have other paths.
/// - Returns: SHA-256 in hexadecimal digits.
func sweepFingerprint(_ identity: [(key: String, value: JSONValue)]) -> String {
  let members = identity.map { key, value in
    (key, key == "inputs" ? .array(checksums(value)) : value)
  }
  return sha256(JSONValue.object(members).document)
}

/// What of its record tells a sweep from all others.
let sweepIdentity = ["version", "set", "options", "inputs", "design", "axes", "columns"]

/// The checksums of files that a record lists.
func checksums(_ inputs: JSONValue) -> [JSONValue] {
  (inputs.items ?? []).map { $0["sha256"] ?? .null }
}

/// How many variants have which status.
func statusRecord(_ progress: SweepProgress) -> JSONValue {
  .object(
    SweepStatus.allCases.compactMap { status in
      progress.counts[status].map { (status.rawValue, .integer($0)) }
    })
}

/// The files of rows, with what tells that they are whole.
func fileRecord(_ files: [(name: String, mark: FileMark)]) -> JSONValue {
  .array(
    files.map { name, mark in
      .object([
        ("name", .string(name)), ("bytes", .integer(mark.length)),
        ("fnv1a", .string(String(mark.checksum, radix: 16))),
      ])
    })
}

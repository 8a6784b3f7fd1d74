import CMD

/// What a run was started with, as far as its record says it.
public struct RunContext: Sendable {
  /// A file that was read.
  public struct InputFile: Sendable {
    /// Its path as the user gave it.
    public let path: String
    /// What it held.
    package let bytes: [UInt8]

    /// Names a file and its content.
    public init(path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }
  }
  /// The version of the program.
  package var version: String
  /// When it ran, ISO 8601 in UTC.
  package var time: String
  /// The seed of randomness, where a run has any.
  public var seed: UInt64?
  /// The values set on the command line, `path=value`, in the order given.
  public var changes: [String]
  /// The sources that the files quote beside those of parameters, with what they stand for.
  public var quotedSources: [(path: String, source: String)]
  /// The other options given, with their values, in the order given.
  public var options: [(name: String, value: String)]
  /// The files read, in the order read.
  public var inputs: [InputFile]
  /// The warnings, as they were shown.
  public var warnings: [String]

  /// Describes how a run was started; see the properties of the same names.
  public init(
    version: String, time: String, seed: UInt64? = nil,
    changes: [String] = [], quotedSources: [(path: String, source: String)] = [],
    options: [(name: String, value: String)] = [], inputs: [InputFile] = [],
    warnings: [String] = []
  ) {
    self.version = version
    self.time = time
    self.seed = seed
    self.changes = changes
    self.quotedSources = quotedSources
    self.options = options
    self.inputs = inputs
    self.warnings = warnings
  }
}

/// A file that was read, with the SHA-256 of its bytes.
func fingerprint(_ file: RunContext.InputFile) -> JSONValue {
  .object([("path", .string(file.path)), ("sha256", .string(sha256(file.bytes)))])
}

/// The SHA-256 of bytes, as 64 hexadecimal digits: what tells one input file from another.
///
/// Source: NIST, *Secure Hash Standard*, FIPS PUB 180-4 (2015), computed by libmd. This is the one
/// place that calls it.
///
/// - Parameter bytes: What to digest; none is allowed.
/// - Returns: 64 lower-case hexadecimal digits.
func sha256(_ bytes: [UInt8]) -> String {
  var context = SHA2_CTX()
  SHA256Init(&context)
  SHA256Update(&context, bytes, bytes.count)
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
  SHA256Final(&digest, &context)
  return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// The version of carbonpeak.
enum Version {
  /// The version that `--version`, the run record and every trajectory name.
  static let current = "0.1.0"
}

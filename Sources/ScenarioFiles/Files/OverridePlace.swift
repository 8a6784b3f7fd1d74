/// How places in overrides are told from places in files: `--set years.end`.
enum OverridePlace {
  /// What stands before the text of an override.
  static let prefix = "--set "

  /// Whether a place is in an override and not in a file.
  static func isOverride(_ path: String) -> Bool { path.hasPrefix(prefix) }
}

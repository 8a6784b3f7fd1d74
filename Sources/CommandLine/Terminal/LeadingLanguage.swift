import ArgumentParser
import Diagnostics

/// `--lang` in front of the subcommand.
enum LeadingLanguage {
  /// The arguments with a leading `--lang` behind the subcommand, to which it belongs.
  ///
  /// - Parameter arguments: The arguments of the process, without its name.
  /// - Returns: The same words. Without the option where no subcommand follows, since
  ///   ``Console/language(arguments:)`` reads it from the process itself.
  /// - Throws: `ValidationError` for a language there is not.
  static func moved(
    behindCommandOf arguments: [String]
  ) throws(ValidationError) -> [String] {
    var rest = arguments[...]
    var options: [String] = []
    while let first = rest.first, first == flag || first.hasPrefix(flag + "=") {
      let count = first == flag ? 2 : 1
      let name = first == flag ? rest.dropFirst().first : String(first.dropFirst(flag.count + 1))
      guard name.flatMap(Language.init(rawValue:)) != nil else {
        throw ValidationError(say("--lang takes en or zh.", "--lang 只能是 en 或 zh。"))
      }
      options += rest.prefix(count)
      rest = rest.dropFirst(count)
    }
    guard let command = rest.first, command != "help", !command.hasPrefix("-") else {
      return Array(rest)
    }
    return [command] + options + rest.dropFirst()
  }

  private static let flag = "--lang"
}

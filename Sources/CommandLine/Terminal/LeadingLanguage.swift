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
    while let count = try length(ofOptionAt: rest.startIndex, of: arguments) {
      options += rest.prefix(count)
      rest = rest.dropFirst(count)
    }
    guard let command = rest.first, !command.hasPrefix("-") else { return Array(rest) }
    if command == "help" { return try withoutLanguage(Array(rest)) }
    return [command] + options + rest.dropFirst()
  }

  /// What is asked for help, which knows no options.
  private static func withoutLanguage(
    _ all: [String]
  ) throws(ValidationError) -> [String] {
    var kept: [String] = []
    var place = 0
    while place < all.count {
      if let count = try length(ofOptionAt: place, of: all) {
        place += count
      } else {
        kept.append(all[place])
        place += 1
      }
    }
    return kept
  }

  /// How many arguments the option is that begins at a place; nothing where none does.
  private static func length(
    ofOptionAt place: Int, of arguments: [String]
  ) throws(ValidationError) -> Int? {
    guard place < arguments.endIndex else { return nil }
    let first = arguments[place]
    let isApart = first == flag
    guard isApart || first.hasPrefix(flag + "=") else { return nil }
    let name =
      isApart
      ? arguments.dropFirst(place + 1).first : String(first.dropFirst(flag.count + 1))
    guard name.flatMap(Language.init(rawValue:)) != nil else {
      throw ValidationError(say("--lang takes en or zh.", "--lang 只能是 en 或 zh。"))
    }
    return isApart ? 2 : 1
  }

  private static let flag = "--lang"
}

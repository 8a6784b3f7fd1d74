import ArgumentParser
import Diagnostics

/// The options of a command that decide what is computed or written, as the parser took them: each by its
/// name, with the value that was given or stands where none was.
///
/// How many workers compute, where results go and how they are told decide no byte of a result; `--set`
/// and the seed stand in the record under keys of their own.
///
/// - Parameter command: The command, as it was parsed.
/// - Returns: Names and values in the order of the help; one that may be repeated comes as often as it was.
func givenOptions(of command: some ParsableCommand) -> [(name: String, value: String)] {
  members(of: command).flatMap { label, value -> [(name: String, value: String)] in
    let name = optionName(label)
    return withoutEffect.contains(name) ? [] : optionTexts(value).map { (name, $0) }
  }
}

private let withoutEffect: Set<String> = [
  "overrides", "seed", "output", "jobs", "quiet", "json", "lang", "list-files", "shard", "resume",
]

/// The options of a command and of the groups in it, by the names of their properties.
private func members(of arguments: Any) -> [(label: String, value: Any)] {
  Mirror(reflecting: arguments).children.flatMap { child -> [(label: String, value: Any)] in
    switch child.value {
    case let option as any OptionOfCommand:
      [(child.label ?? "", option.given)]
    case let group as any GroupOfOptions: members(of: group.members)
    default: []
    }
  }
}

/// An option or flag as the parser keeps it.
private protocol OptionOfCommand {
  var given: Any { get }
}

/// Options that several commands share, as the parser keeps them.
private protocol GroupOfOptions {
  var members: Any { get }
}

extension Option: OptionOfCommand {
  fileprivate var given: Any { wrappedValue }
}

extension Flag: OptionOfCommand {
  fileprivate var given: Any { wrappedValue }
}

extension OptionGroup: GroupOfOptions {
  fileprivate var members: Any { wrappedValue }
}

/// The name on the command line of a property: `_atMost` is `at-most`.
private func optionName(_ label: String) -> String {
  label.drop { $0 == "_" }.reduce(into: "") { name, letter in
    name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
  }
}

/// A value as it is written on the command line; none for an option that is not there.
private func optionTexts(_ value: Any) -> [String] {
  switch value {
  case let list as [String]: return list
  case let isSet as Bool: return isSet ? ["true"] : []
  case let word as any RawRepresentable<String>: return [word.rawValue]
  default: break
  }
  let mirror = Mirror(reflecting: value)
  guard mirror.displayStyle == .optional else { return ["\(value)"] }
  return mirror.children.first.map { optionTexts($0.value) } ?? []
}

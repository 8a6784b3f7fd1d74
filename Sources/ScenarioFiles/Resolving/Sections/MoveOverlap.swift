import CityModel
import Diagnostics

/// What happens where two lines of one lever's `moves` reach the same parameter.
extension Resolver {
  /// The moves of a lever, each parameter moved once: of two lines that reach it, the one with
  /// fewer `*` holds, so that a file can make an exception to a line of the file it extends.
  ///
  /// - Parameter lines: The lines of `moves` with the parameters each reaches.
  /// - Returns: The moves, or nothing where two lines are equally specific: that is reported.
  mutating func mostSpecific(
    _ lines: [(entry: Entry, moves: [Lever.Move])]
  ) -> [Lever.Move]? {
    var chosen: [ParameterPath: Int] = [:]
    var isSound = true
    for (index, line) in lines.enumerated() {
      for move in line.moves {
        guard let other = chosen[move.path] else {
          chosen[move.path] = index
          continue
        }
        let stars = lines[index].entry.stars
        let otherStars = lines[other].entry.stars
        if stars < otherStars { chosen[move.path] = index }
        guard stars == otherStars, isSound else { continue }
        isSound = false
        report(.movedTwice(move.path, by: lines[other].entry.key), at: line.entry.span)
      }
    }
    guard isSound else { return nil }
    return lines.enumerated().flatMap { index, line in
      line.moves.filter { chosen[$0.path] == index }
    }
  }
}

extension Entry {
  /// How many segments of a pattern stand for any id.
  fileprivate var stars: Int { key.split(separator: ".").count { $0 == "*" } }
}

extension Fault {
  fileprivate static func movedTwice(_ path: ParameterPath, by pattern: String) -> Self {
    Self(
      .conflictingKeys, "this and '\(pattern)' both move '\(path)'",
      "此行与 '\(pattern)' 都改变 '\(path)'",
      help: Text(
        "let one of them name it more exactly: the line with fewer '*' holds",
        "请让其中一行写得更具体：'*' 较少的一行有效"))
  }
}

/// The one path a value of a scenario has: ids joined by dots, as `transport.passenger.car.sales.bev`.
public struct ParameterPath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path as written in files and on the command line.
  public let description: String

  /// Wraps a path that is already joined by dots.
  public init(_ description: String) { self.description = description }

  /// The ids from the outside in.
  public var segments: [Substring] {
    description.utf8.split(separator: UInt8(ascii: ".")).map { Substring($0) }
  }

  /// The id of the value itself, the last segment.
  public var last: String {
    guard let dot = description.utf8.lastIndex(of: UInt8(ascii: ".")) else { return description }
    return String(description[description.utf8.index(after: dot)...])
  }

  /// The path one level down.
  public static func / (path: Self, segment: String) -> Self {
    path.description.isEmpty ? Self(segment) : Self("\(path.description).\(segment)")
  }

  /// The path some levels up; the empty path if there are not so many.
  public func ancestor(up levels: Int) -> ParameterPath {
    ParameterPath(segments.dropLast(levels).joined(separator: "."))
  }

  /// The path of the map that holds the value.
  public var parent: ParameterPath { ancestor(up: 1) }

  /// Orders by text.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.description < rhs.description }

  /// Whether the path fits a pattern in which `*` stands for any one segment.
  public func matches(_ pattern: ParameterPath) -> Bool {
    let own = description.utf8
    let wanted = pattern.description.utf8
    let dot = UInt8(ascii: ".")
    var place = own.startIndex
    var other = wanted.startIndex
    var isAtStart = true
    while other < wanted.endIndex {
      let next = wanted.index(after: other)
      let isAny =
        isAtStart && wanted[other] == UInt8(ascii: "*")
        && (next == wanted.endIndex || wanted[next] == dot)
      isAtStart = wanted[other] == dot
      if isAny {
        let start = place
        while place < own.endIndex, own[place] != dot { own.formIndex(after: &place) }
        guard place > start else { return false }
      } else {
        guard place < own.endIndex, own[place] == wanted[other] else { return false }
        own.formIndex(after: &place)
      }
      other = next
    }
    return place == own.endIndex
  }
}

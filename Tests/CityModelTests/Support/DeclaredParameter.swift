@testable import CityModel

/// A parameter of the table with the pattern of its path, `*` for an id of the file's choice.
struct DeclaredParameter {
  let pattern: ParameterPath
  let declaration: ParameterDeclaration
  /// The path and the declaration of what stands around it, from the outside in.
  let groups: [(path: ParameterPath, group: GroupDeclaration)]

  /// Every parameter there is.
  static let all = parameters(of: ParameterTable.root, at: ParameterPath(""), within: [])

  /// The parameter a path of a scenario is declared by.
  static func declaring(_ path: ParameterPath) -> DeclaredParameter? {
    all.filter { path.matches($0.pattern) }
      .min { stars($0.pattern) < stars($1.pattern) }
  }

  private static func stars(_ pattern: ParameterPath) -> Int {
    pattern.segments.count { $0 == "*" }
  }

  private static func parameters(
    of group: GroupDeclaration, at path: ParameterPath,
    within groups: [(path: ParameterPath, group: GroupDeclaration)]
  ) -> [DeclaredParameter] {
    let groups = groups + [(path, group)]
    var nodes = group.fields.map { (path / $0.key, $0.node) }
    if let members = group.members { nodes.append((path / "*", members.element)) }
    return nodes.flatMap { path, node -> [DeclaredParameter] in
      switch node {
      case .group(let group): parameters(of: group, at: path, within: groups)
      case .parameter(let declaration):
        [DeclaredParameter(pattern: path, declaration: declaration, groups: groups)]
      case .choice, .table: []
      }
    }
  }
}

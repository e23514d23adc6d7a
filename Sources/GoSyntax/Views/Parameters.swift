/// Parameters or results that share a type, as Go reads a list.
///
/// The grammar reads some lists otherwise: the first of many names that share a type may
/// stand as a type of its own, and the types `string, func(T)` may stand as two names, `string`
/// and `func`, of the type `(T)`.
public struct ParameterGroup: Sendable {
  /// The names; empty where the type stands alone.
  public var names: [NodeID]
  /// The type; of a variadic parameter that of one element.
  public var type: NodeID
  /// Whether it is `...T`.
  public var isVariadic = false
  /// Whether it is a function without results whose one parameter is `type`.
  public var isFunctionOfType = false

  /// The groups of a parameter list, in order.
  public static func groups(of list: NodeID, in tree: SyntaxTree) -> [ParameterGroup] {
    var groups: [ParameterGroup] = []
    for parameter in tree.children(list) {
      guard let view = ParameterSyntax(parameter, in: tree) else { continue }
      let names = view.names
      if let last = names.last, tree.text(last, equals: "func") {
        groups += names.dropLast().map { ParameterGroup(names: [], type: $0) }
        groups.append(ParameterGroup(names: [], type: view.type, isFunctionOfType: true))
      } else {
        groups.append(
          ParameterGroup(names: names, type: view.type, isVariadic: view.isVariadic))
      }
    }
    guard groups.contains(where: { !$0.names.isEmpty }) else { return groups }
    // Where one has a name, all have: a type alone is the name of one that shares a type.
    for index in groups.indices.reversed().dropFirst() where groups[index].names.isEmpty {
      guard tree.kind(groups[index].type) == .typeIdentifier else { continue }
      groups[index].names = [groups[index].type]
      groups[index].type = groups[index + 1].type
      groups[index].isVariadic = groups[index + 1].isVariadic
    }
    return groups
  }
}

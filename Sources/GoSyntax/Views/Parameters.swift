/// Parameters or results that share a type, as Go reads a list.
///
/// The grammar reads some lists otherwise: the first of many names that share a type may
/// stand as a type of its own, and the types `string, func(T)` may stand as two names, `string`
/// and `func`, of the type `(T)`; likewise `string, chan T`, and `string, map[K]V` as two names
/// of the array type `[K]V`.
public struct ParameterGroup: Sendable {
  /// What the grammar took for a name that the type belongs to.
  public enum Wrapping: Hashable, Sendable {
    /// Nothing: the type is whole.
    case none
    /// `func`: a function without results whose one parameter is the type.
    case function
    /// `chan`: a channel of the type.
    case channel
    /// `map`: a map whose values are of the type; the key is read as an expression.
    case map(key: NodeID)
  }

  /// The names; empty where the type stands alone.
  public var names: [NodeID]
  /// The type; of a variadic parameter that of one element.
  public var type: NodeID
  /// Whether it is `...T`.
  public var isVariadic = false
  /// What to make of the type.
  public var wrapping = Wrapping.none

  /// The groups of a parameter list, in order.
  public static func groups(of list: NodeID, in tree: SyntaxTree) -> [ParameterGroup] {
    var groups: [ParameterGroup] = []
    for parameter in tree.children(list) {
      guard let view = ParameterSyntax(parameter, in: tree) else { continue }
      let names = view.names
      if let last = names.last, let wrapped = wrapped(view.type, by: last, in: tree) {
        groups += names.dropLast().map { ParameterGroup(names: [], type: $0) }
        groups.append(wrapped)
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

  /// The type that a keyword in the place of a name makes of the one behind it, or nil.
  private static func wrapped(
    _ type: NodeID, by name: NodeID, in tree: SyntaxTree
  ) -> ParameterGroup? {
    if tree.text(name, equals: "func") {
      return ParameterGroup(names: [], type: type, wrapping: .function)
    }
    if tree.text(name, equals: "chan") {
      return ParameterGroup(names: [], type: type, wrapping: .channel)
    }
    guard tree.text(name, equals: "map"), tree.kind(type) == .arrayType else { return nil }
    return ParameterGroup(
      names: [], type: tree.child(type, .element),
      wrapping: .map(key: tree.child(type, .length)))
  }
}

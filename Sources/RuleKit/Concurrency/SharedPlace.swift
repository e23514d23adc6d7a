import Basics
import GoSyntax
import GoTypes

/// A variable with the selectors that lead on from it: `s.results[i]`, `*p`, `wg`.
///
/// Two readings of one expression. The exact one begins at a variable and compares within
/// one top-level declaration. The other begins at the last field whose owner is a declared
/// type and compares across functions, for any object of that type.
public struct SharedPlace: Hashable, Sendable {
  /// Where the exact reading begins.
  public enum Root: Hashable, Sendable {
    /// A variable of a function.
    case local(declaration: PackageNode, variable: VariableID)
    /// A variable of the package.
    case package(String)
  }

  /// A field of a declared type, and what is selected from it.
  public struct FieldPath: Hashable, Sendable {
    /// The type without its arguments, in the package's table.
    public var owner: TypeID
    /// The field's name, then further selectors; elements are "[]".
    public var path: [String]

    /// The field alone.
    public var base: FieldPath { FieldPath(owner: owner, path: Array(path.prefix(1))) }
  }

  /// Where it begins.
  public var root: Root
  /// Fields by name, embedded ones that the text leaves out too; elements as "[]", or as "[3]"
  /// where the index is a literal. Dereferences are implicit, as in Go's selectors.
  public var path: [String]
  /// The reading by type, where the types tell.
  public var field: FieldPath?
  /// Whether the last field is embedded and not named in the text.
  public var isPromoted = false
  /// The last name in it: of a field, or of the variable.
  public var lastName: String?
  /// The expression, as the source has it, without an address operator.
  public var text: String

  /// The object whose field it is: the root, and the selectors before the field.
  public var base: Base {
    Base(root: root, path: Array(path.dropLast(field?.path.count ?? 0)))
  }

  /// What a place is selected from.
  public struct Base: Hashable, Sendable {
    var root: Root
    var path: [String]
  }

  /// Whether the two may name one thing: the same variable and selectors, or the same field of
  /// objects of one type. All elements of a slice or map count as one.
  public func mayEqual(_ other: SharedPlace) -> Bool {
    if let same = sameRoot(other) { return same && Self.mayBeSame(path, other.path) }
    guard let field, let otherField = other.field else { return false }
    return field.owner == otherField.owner && Self.mayBeSame(field.path, otherField.path)
  }

  /// Whether one of the two holds the other: `s.m` and `s.m[k]`.
  public func mayOverlap(_ other: SharedPlace) -> Bool {
    if let same = sameRoot(other) { return same && Self.isPrefix(path, other.path) }
    guard let field, let otherField = other.field, field.owner == otherField.owner else {
      return false
    }
    return Self.isPrefix(field.path, otherField.path)
  }

  /// Whether the roots are one; nil where only the types can tell.
  private func sameRoot(_ other: SharedPlace) -> Bool? {
    switch (root, other.root) {
    case (.package(let name), .package(let otherName)):
      return name == otherName
    case (.local(let declaration, let variable), .local(let otherDeclaration, let otherVariable)):
      return declaration == otherDeclaration ? variable == otherVariable : nil
    default:
      return nil
    }
  }

  private static func isPrefix(_ left: [String], _ right: [String]) -> Bool {
    zip(left, right).allSatisfy { mayBeSame($0, $1) }
  }

  private static func mayBeSame(_ left: [String], _ right: [String]) -> Bool {
    left.count == right.count && isPrefix(left, right)
  }

  /// Whether two selectors may select the same: an element of an unknown index may be any.
  private static func mayBeSame(_ left: String, _ right: String) -> Bool {
    left == right || (left == "[]" && right.hasPrefix("["))
      || (right == "[]" && left.hasPrefix("["))
  }
}

extension PackageContext {
  /// The place that an expression names; nil for literals and other values. A call of a method
  /// that does nothing but give out one place, such as `s.Done()` for `s.done`, names that.
  public func sharedPlace(of expression: NodeID, in declaration: PackageNode) -> SharedPlace? {
    sharedPlace(of: expression, in: declaration, callDepth: 1)
  }

  private func sharedPlace(
    of expression: NodeID, in declaration: PackageNode, callDepth: Int
  ) -> SharedPlace? {
    let tree = tree(declaration.file)
    var path: [String] = []
    var field: (owner: TypeID, depth: Int)?
    var current = expression
    while true {
      switch tree.kind(current) {
      case .selectorExpression:
        let operand = tree.child(current, .operand)
        let name = tree.text(tree.child(current, .field))
        path.append(name)
        let way = fields(to: name, in: knownType(of: operand, in: declaration))
        if field == nil, let last = way.last, checker.declaredName(of: last.owner) != nil {
          field = (last.owner, path.count)
        }
        path += way.dropLast().reversed().map(\.name)
        current = operand
      case .indexExpression, .sliceExpression:
        if tree.kind(current) == .indexExpression { path.append(Self.element(current, tree)) }
        current = tree.child(current, .operand)
      case .parenthesizedExpression:
        current = tree.firstChild(current)
      case .unaryExpression:
        let sign = tree.kind(tree.child(current, .operator))
        guard sign == .star || sign == .ampersand else { return nil }
        current = tree.child(current, .operand)
      case .callExpression:
        guard callDepth > 0, let given = placeGivenOut(by: current, in: declaration) else {
          return nil
        }
        if field == nil, let inner = given.field {
          field = (inner.owner, path.count + inner.path.count)
        }
        path += given.path.reversed()
        current = tree.child(tree.child(current, .function), .operand)
      case .identifier:
        guard let root = root(current, in: declaration) else { return nil }
        let fieldPath = field.map {
          SharedPlace.FieldPath(owner: $0.owner, path: path.prefix($0.depth).reversed())
        }
        return SharedPlace(
          root: root, path: path.reversed(), field: fieldPath,
          lastName: tree.lastName(expression).map { tree.text($0) },
          text: String(tree.text(expression).drop { $0 == "&" }))
      default:
        return nil
      }
    }
  }

  /// The fields that a name selects in a type, those that Go puts in first.
  private func fields(to name: String, in type: TypeID) -> [SelectedField] {
    guard type != .unknown, let selection = checker.selection(name, in: type),
      case .field = selection.target
    else { return [] }
    return selection.fields
  }

  /// The selector of an index expression: "[3]" for a literal, "[]" for any other index.
  private static func element(_ expression: NodeID, _ tree: SyntaxTree) -> String {
    let index = tree.child(expression, .index)
    return tree.kind(index) == .intLiteral ? "[\(tree.text(index))]" : "[]"
  }

  /// What a method without parameters returns, if all its returns name the same place of its
  /// receiver.
  private func placeGivenOut(by call: NodeID, in declaration: PackageNode) -> SharedPlace? {
    let outer = tree(declaration.file)
    guard outer.firstChild(outer.child(call, .arguments)).isNone,
      outer.kind(outer.child(call, .function)) == .selectorExpression,
      let callee = function(calledBy: PackageNode(file: declaration.file, node: call))
    else { return nil }
    let tree = tree(callee.file)
    var common: SharedPlace?
    for node in tree.subtree(tree.child(callee.node, .body))
    where tree.kind(node) == .returnStatement {
      let values = Array(tree.children(tree.firstChild(node)))
      guard values.count == 1,
        let place = sharedPlace(of: values[0], in: callee, callDepth: 0),
        case .local(_, let id) = place.root,
        scopes(of: callee).variables[id].kind == .receiver,
        common.map({ $0.mayEqual(place) }) ?? true
      else { return nil }
      common = place
    }
    return common
  }

  private func root(_ identifier: NodeID, in declaration: PackageNode) -> SharedPlace.Root? {
    let variable = scopes(of: declaration).variable(identifier)
    if !variable.isNone {
      switch scopes(of: declaration).variables[variable].kind {
      case .constant, .type: return nil
      default: return .local(declaration: declaration, variable: variable)
      }
    }
    let name = tree(declaration.file).text(identifier)
    guard let known = syntax.declarations.variable(name),
      tree(known.name.file).kind(known.name.node) == .identifier
    else { return nil }
    return .package(name)
  }

  /// The longest selector expression that begins at an identifier: `s.a.b` at `s`.
  public func wholeExpression(_ identifier: NodeID, _ tree: SyntaxTree) -> NodeID {
    var current = identifier
    while current.rawValue > 0 {
      let parent = tree.parent(of: current)
      switch tree.kind(parent) {
      case .selectorExpression, .indexExpression:
        guard tree[current].field == .operand else { return current }
        current = parent
      case .parenthesizedExpression: current = parent
      default: return current
      }
    }
    return current
  }
}

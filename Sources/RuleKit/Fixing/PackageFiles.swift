import GoSyntax

/// The files of the package that some statements stand in, tests included.
///
/// Files are parsed for it, so those alone are looked at in whose text a name stands.
struct PackageFiles {
  private let program: ProgramContext
  /// In the order of their paths.
  private let files: [ProgramFile]

  /// Nil where the statements stand in several packages.
  init?(_ program: ProgramContext, of sites: [LockedSite]) {
    self.init(program, beside: Set(sites.map { $0.tree.source.path }))
  }

  /// Nil where files are those of several packages.
  init?(_ program: ProgramContext, beside files: Set<String>) {
    let packages = Set(files.map { program.files[$0]?.package })
    guard packages.count == 1, let package = packages.first ?? nil else { return nil }
    self.program = program
    self.files = program.files.values.filter { $0.package == package }
      .sorted { $0.text.path < $1.text.path }
  }

  /// The files in which a name may stand.
  func trees(with name: String) -> some Sequence<SyntaxTree> {
    files.lazy.filter { $0.text.contains(name) }.compactMap { program.tree($0.text.path) }
  }

  /// Whether a name stands anywhere, as that of a variable, function or field.
  func mentions(_ name: String) -> Bool {
    trees(with: name).contains { tree in
      tree.nodes.indices.contains { index in
        switch tree.nodes[index].kind {
        case .identifier, .fieldIdentifier: tree.text(NodeID(index)) == name
        default: false
        }
      }
    }
  }

  /// Whether some function has a variable of its own with a name.
  func declaresInFunctions(_ name: String) -> Bool {
    trees(with: name).contains { tree in
      tree.nodes.indices.contains { index in
        let node = NodeID(index)
        guard tree.kind(node) == .identifier, tree.text(node) == name else { return false }
        let (parent, child) = tree.place(of: node)
        switch tree.kind(parent) {
        case .shortVarDeclaration, .rangeClause: return tree.child(parent, .left) == child
        case .parameterDeclaration, .variadicParameterDeclaration: return true
        case .varSpec: return tree[node].field == .name && tree.function(around: node) != .root
        default: return false
        }
      }
    }
  }

  /// Whether one struct alone has a field of a name, so that whoever names it means this one.
  func isOneStruct(with field: String) -> Bool {
    guard let first = field.first, !first.isUppercase else { return false }
    let count = trees(with: field).reduce(0) { count, tree in
      count
        + tree.nodes.indices.count {
          tree.nodes[$0].kind == .fieldIdentifier && tree.nodes[$0].field == .name
            && tree.kind(tree.parent(of: NodeID($0))) == .fieldDeclaration
            && tree.text(NodeID($0)) == field
        }
    }
    return count == 1
  }

  /// Whether something is stored in a field of a name, or its address is taken, but in functions that
  /// make its object themselves.
  func reassigns(_ field: String) -> Bool {
    trees(with: field).contains { tree in
      tree.nodes.indices.contains { index in
        let node = NodeID(index)
        guard tree.kind(node) == .fieldIdentifier, tree.text(node) == field,
          case let selector = tree.parent(of: node), tree.kind(selector) == .selectorExpression
        else { return false }
        return (tree.isTarget(selector) || tree.isAddressed(selector))
          && !tree.isOfOwnObject(node)
      }
    }
  }

  /// The list of fields of the struct that a name of the package stands for; nil where it stands for
  /// none, or for several.
  func fields(of type: String) -> (SyntaxTree, NodeID)? {
    var found: (SyntaxTree, NodeID)?
    for tree in trees(with: type) {
      for node in mentions(of: type, in: tree) {
        let spec = tree.parent(of: node)
        guard tree.kind(spec) == .typeSpec, tree.child(spec, .name) == node else { continue }
        let structure = tree.child(spec, .type)
        let fields = tree.child(structure, ofKind: .fieldDeclarationList)
        guard found == nil, tree.kind(structure) == .structType, !fields.isNone else { return nil }
        found = (tree, fields)
      }
    }
    return found
  }

  /// Whether a struct may get another field, and a mutex at that: nothing copies it, has it as a part,
  /// or makes it without the names of its fields, as far as its package tells.
  func areFieldsFree(of type: String) -> Bool {
    trees(with: type).allSatisfy { tree in
      mentions(of: type, in: tree).allSatisfy { isByPointer($0, tree) }
        && !tree.nodes.indices.contains { isCopy(NodeID($0), of: type, tree) }
    }
  }

  private func mentions(of type: String, in tree: SyntaxTree) -> [NodeID] {
    tree.nodes.indices.lazy.filter { tree.nodes[$0].kind == .typeIdentifier }
      .map { NodeID($0) }.filter { tree.text($0) == type }
  }

  /// Whether a mention of a type makes or names no value of it but one behind a pointer.
  private func isByPointer(_ mention: NodeID, _ tree: SyntaxTree) -> Bool {
    var (node, parent) = (mention, tree.parent(of: mention))
    if tree.kind(parent) == .genericType { (node, parent) = (parent, tree.parent(of: parent)) }
    switch tree.kind(parent) {
    case .pointerType: return true
    case .typeSpec: return tree.child(parent, .name) == node
    case .argumentList:
      return tree.text(tree.child(tree.parent(of: parent), .function), equals: "new")
    case .compositeLiteral:
      let address = tree.parent(of: parent)
      return tree.kind(address) == .unaryExpression
        && tree.kind(tree.child(address, .operator)) == .ampersand
        && tree.children(tree.child(parent, .body)).allSatisfy { tree.kind($0) != .literalElement }
    default: return false
    }
  }

  /// Whether a node is `*p`, where p is a parameter or receiver of the type behind a pointer.
  private func isCopy(_ node: NodeID, of type: String, _ tree: SyntaxTree) -> Bool {
    guard tree.kind(node) == .unaryExpression, tree.kind(tree.child(node, .operator)) == .star,
      case let operand = tree.child(node, .operand), tree.kind(operand) == .identifier,
      case let path = tree.ancestors(of: node), path.count > 1
    else { return false }
    let name = tree.text(operand)
    return tree.subtree(path[1]).contains { parameter in
      tree.kind(parameter) == .parameterDeclaration
        && tree.text(tree.child(parameter, .name)) == name
        && tree.subtree(tree.child(parameter, .type)).contains {
          tree.kind($0) == .typeIdentifier && tree.text($0) == type
        }
    }
  }
}

import GoSyntax

/// What may run under a lock: it comes to its end without waiting and without calling functions of the
/// program.
struct CalmStatement {
  let tree: SyntaxTree
  private let shared: SharedName
  /// What is shared.
  var name: String { shared.name }
  private let calls: CalmCalls

  init(_ tree: SyntaxTree, sharing shared: SharedName) {
    self.tree = tree
    self.shared = shared
    calls = CalmCalls(tree)
  }

  /// Whether a statement is calm, what one of its nodes does left aside. It may return, or not end
  /// where others follow it, only if it is a return statement or `mayReturn` says so.
  func isCalm(
    _ statement: NodeID, but exception: NodeID = .none, mayReturn: Bool = false
  ) -> Bool {
    switch tree.kind(statement) {
    case .expressionStatement, .assignmentStatement, .shortVarDeclaration, .incStatement,
      .decStatement, .returnStatement, .varDeclaration, .ifStatement, .forStatement, .block,
      .expressionSwitchStatement, .typeSwitchStatement:
      break
    default: return false
    }
    var next = statement.rawValue
    while next < tree[statement].end {
      let node = NodeID(rawValue: next)
      next += 1
      if node == exception || tree.kind(node) == .funcLiteral { next = tree[node].end }
      if node == exception { continue }
      if tree.kind(node) == .returnStatement, node != statement, !mayReturn { return false }
      guard isCalm(node: node, in: statement) else { return false }
    }
    return true
  }

  /// Whether all of an expression is calm.
  func isCalm(condition: NodeID) -> Bool {
    tree.subtree(condition).allSatisfy { node in
      tree.kind(node) != .funcLiteral && isCalm(node: node, in: condition)
    }
  }

  private func isCalm(node: NodeID, in statement: NodeID) -> Bool {
    switch tree.kind(node) {
    case .error, .goStatement, .deferStatement, .selectStatement, .sendStatement,
      .labeledStatement, .gotoStatement:
      return false
    case .funcLiteral:
      // It is stored; whoever calls it does so later.
      let list = tree.parent(of: node)
      guard tree.kind(list) == .argumentList else { return tree.kind(list) != .callExpression }
      if tree.isCalledByLibrary(node) { return true }
      return tree.text(tree.child(tree.parent(of: list), .function), equals: "append")
    case .callExpression: return isCalmCall(node)
    case .unaryExpression: return tree.kind(tree.child(node, .operator)) != .arrow
    case .breakStatement, .continueStatement:
      return tree.firstChild(node).isNone
        && tree.ancestors(of: node).contains { around in
          guard tree.isInside(around, statement) else { return false }
          switch tree.kind(around) {
          case .forStatement: return true
          case .expressionSwitchStatement, .typeSwitchStatement:
            return tree.kind(node) == .breakStatement
          default: return false
          }
        }
    case .forStatement: return isFinite(node)
    default: return true
    }
  }

  /// Whether a loop goes through something that is there already, or counts.
  private func isFinite(_ loop: NodeID) -> Bool {
    guard let view = ForSyntax(loop, in: tree) else { return false }
    if !view.clause.isNone {
      return !tree.child(view.clause, .update).isNone
        && !tree.child(view.clause, .condition).isNone
    }
    guard let range = RangeSyntax(view.range, in: tree) else { return false }
    let source = tree.child(view.range, .right)
    if tree.isName(source, name) { return shared.isContainer }
    guard let view = SelectorSyntax(source, in: tree) else {
      // Nobody receives two things from a channel.
      return range.targets.count > 1 && tree.kind(source) == .identifier
    }
    return tree.isName(view.field, name)
      ? shared.isContainer : isContainer(field: tree.text(view.field))
  }

  /// Whether all fields of a name, of which the file declares one at least, are slices, maps or arrays.
  private func isContainer(field: String) -> Bool {
    let types = tree.subtree(.root).compactMap { node -> NodeKind? in
      guard tree.kind(node) == .fieldIdentifier, tree[node].field == .name,
        case let declaration = tree.parent(of: node), tree.kind(declaration) == .fieldDeclaration,
        tree.text(node) == field
      else { return nil }
      return tree.kind(tree.child(declaration, .type))
    }
    return !types.isEmpty && types.allSatisfy { [.sliceType, .mapType, .arrayType].contains($0) }
  }

  func isCalmCall(_ call: NodeID) -> Bool { calls.isCalm(call) || isCalmWithLiterals(call) }

  /// Whether a call does nothing but what the literals do that it is given, and these are calm.
  private func isCalmWithLiterals(_ call: NodeID) -> Bool {
    let literals = tree.children(tree.child(call, .arguments)).filter {
      tree.kind($0) == .funcLiteral
    }
    return !literals.isEmpty
      && literals.allSatisfy { literal in
        tree.isCalledByLibrary(literal)
          && tree.children(tree.child(literal, .body)).allSatisfy {
            tree.kind($0) == .comment || isCalm($0, mayReturn: true)
          }
      }
  }

  func isForeignCall(_ call: NodeID) -> Bool { calls.isForeign(call) }
}

/// The calls of a file that are known to neither wait nor call back.
struct CalmCalls {
  private let tree: SyntaxTree
  /// The names by which the file calls packages of which functions are calm, with their paths.
  private let packages: [String: String]

  init(_ tree: SyntaxTree) {
    self.tree = tree
    packages = tree.importedNames
  }

  /// Whether a call neither waits nor calls back.
  func isCalm(_ call: NodeID) -> Bool {
    let function = tree.child(call, .function)
    guard let view = SelectorSyntax(function, in: tree) else {
      return KnownLibrary.calmBuiltins.contains(tree.text(function))
    }
    guard tree.kind(view.operand) == .identifier,
      let package = packages[tree.text(view.operand)]
    else { return false }
    let name = tree.text(view.field)
    return KnownLibrary.isCalm(name, of: package)
      || KnownLibrary.isCalmWithoutMethods(name, of: package)
        && tree.children(tree.child(call, .arguments)).allSatisfy(isWithoutMethods)
  }

  /// Whether a value surely has no method: it is written down, or of a type of the language.
  private func isWithoutMethods(_ value: NodeID) -> Bool {
    switch tree.kind(value) {
    case .interpretedStringLiteral, .rawStringLiteral, .intLiteral, .floatLiteral, .runeLiteral,
      .comment:
      return true
    case .callExpression:
      return ["len", "cap", "string", "int"].contains(tree.text(tree.child(value, .function)))
    default: return false
    }
  }

  /// Whether a call is of a function that changes elements of what it is given.
  func changesElements(_ call: NodeID) -> Bool {
    isOfLibrary(call, KnownLibrary.changesElements)
  }

  /// Whether a call is of a function that calls what it is given before it returns.
  func callsBack(_ call: NodeID) -> Bool { isOfLibrary(call, KnownLibrary.isCalmButForCalls) }

  private func isOfLibrary(_ call: NodeID, _ isOne: (String, String) -> Bool) -> Bool {
    guard let view = SelectorSyntax(tree.child(call, .function), in: tree),
      tree.kind(view.operand) == .identifier,
      let package = packages[tree.text(view.operand)]
    else { return false }
    return isOne(tree.text(view.field), package)
  }

  /// Whether a call is of a function of another package, which has no way of its own to what is
  /// shared here.
  func isForeign(_ call: NodeID) -> Bool {
    guard let view = SelectorSyntax(tree.child(call, .function), in: tree),
      tree.kind(view.operand) == .identifier, packages[tree.text(view.operand)] != nil
    else { return false }
    return !tree.subtree(call).contains { tree.kind($0) == .funcLiteral }
  }
}

extension SyntaxTree {
  /// Whether a literal is given to a function of the library that calls it before it returns.
  func isCalledByLibrary(_ literal: NodeID) -> Bool {
    guard kind(literal) == .funcLiteral, case let list = parent(of: literal),
      kind(list) == .argumentList
    else { return false }
    return CalmCalls(self).callsBack(parent(of: list))
  }

  /// The literal or declaration whose body a node stands in, or the whole file.
  func function(around node: NodeID) -> NodeID {
    ancestors(of: node).last {
      switch kind($0) {
      case .funcLiteral, .functionDeclaration, .methodDeclaration: true
      default: false
      }
    } ?? .root
  }

  /// Whether a node is a name of a variable or field.
  func isName(_ node: NodeID, _ name: String) -> Bool {
    switch kind(node) {
    case .identifier, .fieldIdentifier: text(node) == name
    case .typeIdentifier: isIndexed(node) && text(node) == name
    default: false
    }
  }

  /// The names by which a file calls the packages that it imports, with their paths. Of those that it
  /// gives no name the last part of the path is taken for it.
  var importedNames: [String: String] {
    var names: [String: String] = [:]
    for declaration in children(.root) where kind(declaration) == .importDeclaration {
      for spec in subtree(declaration) where kind(spec) == .importSpec {
        let path = String(text(child(spec, .path)).dropFirst().dropLast())
        let name = child(spec, .name)
        let last = path.split(separator: "/").last.map(String.init) ?? path
        names[name.isNone ? last : text(name)] = path
      }
    }
    return names
  }
}

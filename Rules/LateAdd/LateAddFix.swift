import Basics
import Findings
import GoPackages
import GoSyntax
import GoTypes
import RuleKit

/// The edits that count a goroutine before it starts.
struct LateAddFix {
  private let late: LateAddition
  private let package: PackageContext
  private let tree: SyntaxTree
  private let edits: StatementEdits

  /// The version that brought `WaitGroup.Go`.
  private static let waitGroupGo = GoVersion(1, 25)

  init(_ late: LateAddition, _ package: PackageContext) {
    self.late = late
    self.package = package
    tree = package.tree(late.declaration.file)
    edits = StatementEdits(tree)
  }

  /// `Add` before the `go` statement, and `wg.Go` where the language has it.
  func fixes() -> [Fix] {
    guard late.countsItself, late.start.file == late.declaration.file, isUnconditional else {
      return []
    }
    return [moveBeforeStart(), waitGroupGo()].compactMap(\.self)
  }

  /// Whether the `Add` runs on every way through the body, and once: it is a statement of the
  /// body's own list, with a constant.
  private var isUnconditional: Bool {
    let body = package.scopes(of: late.declaration).functions[late.function].body
    let arguments = Array(tree.children(tree.child(late.call, .arguments)))
    guard arguments.count == 1, tree.kind(arguments[0]) == .intLiteral,
      tree.ancestors(of: statement).last == body
    else { return false }
    for sibling in tree.children(body) where sibling < statement {
      if tree.subtree(sibling).contains(where: { tree.kind($0) == .returnStatement }) {
        return false
      }
    }
    return true
  }

  private var statement: NodeID { tree.parent(of: late.call) }

  private func moveBeforeStart() -> Fix? {
    guard let operand = tree.operand(ofCall: late.call, "Add"),
      let subject = subjectAtStart(operand), isStartedOnlyHere
    else { return nil }
    let amount = tree.text(tree.firstChild(tree.child(late.call, .arguments)))
    guard
      let changes = edits.replace(
        statement, with: "\(subject).Add(\(amount))", before: late.start.node)
    else { return nil }
    return Fix(
      title: "Call `\(subject).Add(\(amount))` before the goroutine starts",
      safety: waitsBefore ? .unsafe : .safe, edits: edits.edits(changes))
  }

  /// Whether the goroutine may wait for something before the `Add`: counted from the start,
  /// it would be waited for all that time.
  private var waitsBefore: Bool {
    let body = package.scopes(of: late.declaration).functions[late.function].body
    return tree.children(body).contains {
      $0 < statement && tree.kind($0) != .deferStatement
        && (package.waiting(in: $0, of: late.declaration) > .never
          || package.mayLock($0, in: late.declaration))
    }
  }

  /// The wait group as it is spelled where the goroutine starts; nil where it cannot be: it
  /// begins with a receiver or parameter of the body, or with names known outside of it.
  private func subjectAtStart(_ operand: NodeID) -> String? {
    let scopes = package.scopes(of: late.declaration)
    guard let place = package.sharedPlace(of: operand, in: late.declaration) else { return nil }
    var own: LocalVariable?
    for name in tree.subtree(operand) where tree.kind(name) == .identifier {
      let id = scopes.variable(name)
      if isShadowed(name, id, scopes) { return nil }
      guard !id.isNone, scopes.isInside(scopes.variables[id].function, late.function) else {
        continue
      }
      guard place.root == .local(declaration: late.declaration, variable: id), own == nil else {
        return nil
      }
      own = scopes.variables[id]
    }
    guard let own else { return tree.text(operand) }
    let call = PackageNode(file: late.start.file, node: tree.firstChild(late.start.node))
    guard let argument = package.argument(for: own, of: call),
      !place.path.contains(where: { $0.hasPrefix("[") }),
      let text = plainText(argument)
    else { return nil }
    return ([text] + place.path).joined(separator: ".")
  }

  /// Whether a name means another variable where the goroutine starts.
  private func isShadowed(_ name: NodeID, _ id: VariableID, _ scopes: Scopes) -> Bool {
    guard late.function != .declaration else { return false }
    return scopes.variables.ids.contains { other in
      let variable = scopes.variables[other]
      return other != id && variable.name < late.start.node
        && tree.isInside(late.start.node, variable.scope)
        && tree.text(variable.name) == tree.text(name)
    }
  }

  /// The text of a variable or selection, an address taken off; nil for anything else, which
  /// may not be written down twice or not be selected from.
  private func plainText(_ expression: NodeID) -> String? {
    switch tree.kind(expression) {
    case .identifier: return tree.text(expression)
    case .selectorExpression:
      guard plainText(tree.child(expression, .operand)) != nil else { return nil }
      return tree.text(expression)
    case .unaryExpression:
      guard tree.kind(tree.child(expression, .operator)) == .ampersand else { return nil }
      return plainText(tree.child(expression, .operand))
    default: return nil
    }
  }

  /// Whether the `go` statement is the only thing that runs the body, as far as names tell:
  /// nothing else calls the function, and nothing takes it as a value.
  private var isStartedOnlyHere: Bool {
    guard late.function == .declaration else { return isLiteralStartedOnce }
    guard package.function(startedBy: late.start) == late.declaration,
      package.calls(of: late.declaration).count == 1
    else { return false }
    let name = tree.text(tree.child(late.declaration.node, .name))
    for file in package.syntax.files.ids {
      let tree = package.tree(file)
      for (index, node) in tree.nodes.enumerated()
      where node.kind == .identifier || node.kind == .fieldIdentifier {
        let id = NodeID(index)
        if tree.text(id) == name, mayBeValue(PackageNode(file: file, node: id)) { return false }
      }
    }
    return true
  }

  /// Whether the literal stands in the `go` statement, or in a variable that nothing else uses.
  private var isLiteralStartedOnce: Bool {
    let scopes = package.scopes(of: late.declaration)
    let literal = scopes.functions[late.function].node
    if tree.callRunning(literal) != nil { return true }
    guard
      let variable = scopes.variables.ids.first(where: { scopes.variables[$0].value == literal })
    else { return false }
    let mentions = tree.subtree(late.declaration.node).filter {
      tree.kind($0) == .identifier && scopes.variable($0) == variable
    }
    let isInLoop = tree.ancestors(of: late.start.node).contains {
      tree.kind($0) == .forStatement && !tree.isInside(literal, $0)
    }
    // Its declaration and the one call.
    return mentions.count == 2 && !isInLoop
  }

  /// Whether a mention of the function's name may be the function as a value, or a call whose
  /// receiver's type is not known.
  private func mayBeValue(_ mention: PackageNode) -> Bool {
    let tree = package.tree(mention.file)
    var expression = mention.node
    var parent = tree.parent(of: expression)
    if tree.kind(parent) == .selectorExpression, tree[expression].field == .field {
      expression = parent
      parent = tree.parent(of: expression)
    }
    switch tree.kind(expression) {
    case .selectorExpression, .identifier: break
    // The name of a declaration, of a field, or a key.
    default: return false
    }
    if tree[expression].field == .name { return false }
    let declaration = package.declaration(around: mention)
    if tree.kind(expression) == .identifier,
      !package.scopes(of: declaration).variable(expression).isNone
    {
      return false
    }
    if let named = package.function(named: expression, in: declaration) {
      return named == late.declaration && tree[expression].field != .function
    }
    // A method of a type that is not known may be this one.
    guard let view = SelectorSyntax(expression, in: tree) else { return false }
    let typer = package.typer(of: declaration)
    return typer.type(of: view.operand) == .unknown
      && typer.meaning(of: view.field, inPackage: view.operand) == nil
  }

  /// `go func() { wg.Add(1); defer wg.Done(); … }()` as `wg.Go(func() { … })`.
  private func waitGroupGo() -> Fix? {
    let version = package.syntax.files[late.declaration.file].file.languageVersion
    guard version >= Self.waitGroupGo, let done = late.done,
      tree.text(tree.child(late.call, .arguments)) == "(1)",
      let literal = startedLiteral, let operand = tree.operand(ofCall: late.call, "Add"),
      subjectAtStart(operand) == tree.text(operand),
      let addLines = edits.lines(of: statement),
      let doneLines = edits.lines(of: tree.parent(of: done)),
      tree.isDeferred(done)
    else { return nil }
    let start = tree.range(late.start.node)
    let changes: [ByteRange: String] = [
      ByteRange(start: start.start, end: tree.range(literal).start): tree.text(operand) + ".Go(",
      ByteRange(start: tree.range(literal).end, end: start.end): ")",
      addLines: "",
      doneLines: "",
    ]
    return Fix(
      title: "Start it with `\(tree.text(operand)).Go`", safety: .unsafe,
      edits: edits.edits(changes))
  }

  /// The literal that the `go` statement runs, if it takes nothing and gives nothing.
  private var startedLiteral: NodeID? {
    guard late.function != .declaration else { return nil }
    let literal = package.scopes(of: late.declaration).functions[late.function].node
    guard tree.callRunning(literal).map({ tree.isSpawned($0) }) ?? false,
      tree.firstChild(tree.child(literal, .parameters)).isNone,
      tree.child(literal, .result).isNone
    else { return nil }
    return literal
  }
}

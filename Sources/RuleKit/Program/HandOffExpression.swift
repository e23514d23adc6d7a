import Basics
import Findings
import GoFlow
import GoSyntax

extension ProgramContext {
  /// The expression that names memory where it is handed over; where none is found, the first line
  /// of what hands it over. Nil where its file is not at hand.
  public func expression(of handOff: HandOff) -> SourceLocation? {
    named(by: handOff) ?? firstLine(handOff.site)
  }

  /// The expression that names memory where it is handed over; nil where none is found.
  func named(by handOff: HandOff) -> SourceLocation? {
    guard let whole = location(handOff.site) else { return nil }
    if case .capture(let variable) = handOff.form {
      return use(of: variable, in: handOff.site.function, whole)
    }
    if !handOff.source.isNone,
      let own = location(FlowSite(function: handOff.site.function, value: handOff.source)),
      own.file == whole.file, own.range.start >= whole.range.start,
      own.range.end <= whole.range.end, own.range != whole.range
    {
      return own
    }
    guard let tree = tree(whole.file), let node = node(whole.range, in: tree) else { return nil }
    let found = operand(handOff, node, tree)
    return found.isNone ? nil : SourceLocation(file: whole.file, range: tree.range(found))
  }

  /// The slice that a call appends to: its first argument that is none of a package's name.
  public func appended(at site: FlowSite) -> SourceLocation? {
    guard let whole = location(site), let tree = tree(whole.file),
      let node = node(whole.range, in: tree), tree.kind(node) == .callExpression,
      let first = tree.children(tree.child(node, .arguments)).first(where: {
        tree.kind($0) != .comment
      })
    else { return firstLine(site) }
    return SourceLocation(file: whole.file, range: tree.range(first))
  }

  /// The first use of a variable in a place: that of a goroutine's literal.
  private func use(
    of variable: UInt32, in function: FunctionNumber, _ place: SourceLocation
  ) -> SourceLocation? {
    let variables = program.functions[program.declaration(of: function)].variables
    guard Int(variable) < variables.count, let tree = tree(place.file) else { return nil }
    let name = program.texts[variables[Int(variable)].name]
    for node in tree.subtree(.root)
    where tree.kind(node) == .identifier && place.range.start <= tree.range(node).start
      && tree.range(node).end <= place.range.end && tree.text(node) == name
    {
      return SourceLocation(file: place.file, range: tree.range(node))
    }
    return nil
  }

  /// The innermost node with just these bytes.
  public func node(_ range: ByteRange, in tree: SyntaxTree) -> NodeID? {
    var found: NodeID?
    for node in tree.subtree(.root) where tree.range(node) == range { found = node }
    return found
  }

  private func operand(_ handOff: HandOff, _ node: NodeID, _ tree: SyntaxTree) -> NodeID {
    switch tree.kind(node) {
    case .compositeLiteral:
      return element(handOff, tree.child(node, .body), tree)
    case .unaryExpression:
      let inner = tree.child(node, .operand)
      return tree.kind(inner) == .compositeLiteral ? operand(handOff, inner, tree) : inner
    case .literalValue: return element(handOff, node, tree)
    // A variable that is declared with it.
    case .identifier: return node
    case .sendStatement: return tree.child(node, .value)
    case .returnStatement:
      let values = Array(tree.children(tree.firstChild(node)))
      return handOff.operand < values.count ? values[handOff.operand] : .none
    case .callExpression: return argument(handOff, node, tree)
    case .goStatement, .deferStatement:
      let call = tree.firstChild(node)
      return tree.kind(call) == .callExpression ? argument(handOff, call, tree) : .none
    case .assignmentStatement, .shortVarDeclaration:
      let right = tree.child(node, .right)
      let values = Array(tree.children(right))
      return values.count == 1 ? values[0] : .none
    default: return .none
    }
  }

  private func argument(_ handOff: HandOff, _ call: NodeID, _ tree: SyntaxTree) -> NodeID {
    let arguments = tree.children(tree.child(call, .arguments)).filter {
      tree.kind($0) != .comment
    }
    let body = program.functions[handOff.site.function].body
    let instruction = body.instructions[handOff.site.value.index]
    // The receiver is an operand too, and so is the function value.
    var position = handOff.operand
    if instruction.flags.contains(.receiver) { position -= 1 }
    if handOff.form == .put, instruction.flags.contains(.functionValue) { position -= 1 }
    if position < 0 {
      let function = tree.child(call, .function)
      return tree.kind(function) == .selectorExpression ? tree.child(function, .operand) : .none
    }
    return position < arguments.count ? arguments[position] : arguments.last ?? .none
  }

  private func element(_ handOff: HandOff, _ literal: NodeID, _ tree: SyntaxTree) -> NodeID {
    let name = handOff.field.map { program.texts[program.fields[$0].name] }
    let elements = tree.children(literal).filter { tree.kind($0) != .comment }
    for element in elements where tree.kind(element) == .keyedElement {
      let key = tree.child(element, .key)
      if let name, tree.text(key) == name { return unwrapped(tree.child(element, .value), tree) }
    }
    let body = program.functions[handOff.site.function].body
    let isKeyed = body.instructions[handOff.site.value.index].flags.contains(.keyed)
    let position = isKeyed ? handOff.operand / 2 : handOff.operand
    guard position >= 0, position < elements.count else { return .none }
    let element = elements[position]
    return tree.kind(element) == .keyedElement
      ? unwrapped(tree.child(element, .value), tree) : unwrapped(element, tree)
  }

  private func unwrapped(_ element: NodeID, _ tree: SyntaxTree) -> NodeID {
    tree.kind(element) == .literalElement ? tree.firstChild(element) : element
  }
}

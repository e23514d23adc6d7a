import Basics
import GoSyntax
import GoTypes

extension PackageContext {
  /// The operand or argument that a call gives for a receiver or parameter of what it runs;
  /// nil for any other variable, and where the call has none in that position.
  public func argument(for variable: LocalVariable, of call: PackageNode) -> NodeID? {
    let tree = tree(call.file)
    guard let view = CallSyntax(call.node, in: tree) else { return nil }
    // `T.method(x, y)`: the first argument is the receiver.
    let isExpression =
      !view.operand.isNone
      && typer(of: declaration(around: call)).typeMeant(by: view.operand) != nil
    switch variable.kind {
    case .receiver:
      if isExpression { return view.arguments.first }
      return view.operand.isNone ? nil : view.operand
    case .parameter:
      let position = Int(variable.position) + (isExpression ? 1 : 0)
      guard position < view.arguments.count,
        tree.kind(view.arguments[position]) != .variadicArgument
      else { return nil }
      return view.arguments[position]
    default:
      return nil
    }
  }

  /// A place of a body in the names of the code that calls the body: what the body reaches
  /// through its receiver or a parameter, the caller reaches through the operand or argument.
  /// A place that begins outside of the body is the same for both. Nil where the caller has no
  /// name for it. The text stays the body's.
  public func place(
    _ place: SharedPlace, of function: FunctionID, in declaration: PackageNode,
    seenBy call: PackageNode
  ) -> SharedPlace? {
    guard case .local(let home, let id) = place.root, home == declaration else { return place }
    let variable = scopes(of: declaration).variables[id]
    guard variable.function == function else {
      return scopes(of: declaration).isInside(variable.function, function) ? nil : place
    }
    guard let argument = argument(for: variable, of: call),
      let base = sharedPlace(of: argument, in: self.declaration(around: call))
    else { return nil }
    var seen = place
    seen.root = base.root
    seen.path = base.path + place.path
    seen.lastName = place.path.isEmpty ? base.lastName : place.lastName
    if place.field == nil, let field = base.field {
      seen.field = SharedPlace.FieldPath(owner: field.owner, path: field.path + place.path)
    }
    return seen
  }

  /// The call of a `go` statement, if that runs the body itself: the literal in it, or the
  /// function that it names.
  public func call(of start: PackageNode, running function: FunctionID, in declaration: PackageNode)
    -> PackageNode?
  {
    let tree = tree(start.file)
    let call = tree.firstChild(start.node)
    if function == .declaration {
      guard self.function(startedBy: start) == declaration else { return nil }
    } else {
      let literal = scopes(of: declaration).functions[function].node
      guard start.file == declaration.file, tree.callRunning(literal) == call else { return nil }
    }
    return PackageNode(file: start.file, node: call)
  }
}

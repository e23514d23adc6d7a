import Basics
import GoSyntax
import GoTypes

extension FunctionLowering {
  /// A call of a builtin function.
  mutating func builtin(
    _ name: String, _ arguments: [NodeID], _ expression: NodeID
  ) -> ValueID {
    let type = typer.type(of: expression)
    switch name {
    case "append": return append(arguments, type, expression)
    case "make":
      var sizes: [ValueID] = []
      for argument in arguments.dropFirst() { sizes.append(value(argument)) }
      return graph.emit(.make, expression, sizes, type: type)
    case "new":
      guard let argument = arguments.first else { break }
      let held: ValueID
      if let target = typer.typeMeant(by: argument) {
        held = graph.emit(.zero, expression, type: target)
      } else {
        held = value(argument)
      }
      return graph.emit(.new, expression, [held], type: type)
    case "panic":
      var operands: [ValueID] = []
      if let argument = arguments.first {
        operands.append(value(argument, as: checker.emptyInterface))
      }
      // It gives no value, and nothing that follows it here can ask for one.
      let panic = graph.emit(.startPanic, expression, operands)
      leave(after: .panic, expression)
      return panic
    case "recover": return graph.emit(.recover, expression, type: type)
    case "copy": return graph.emit(.copy, expression, values(arguments), type: type)
    case "delete":
      var operands = values(Array(arguments.prefix(1)))
      if arguments.count > 1 { operands.append(value(arguments[1], as: keyType(arguments[0]))) }
      return graph.emit(.delete, expression, operands)
    case "clear": return graph.emit(.clear, expression, values(arguments))
    case "close": return graph.emit(.close, expression, values(arguments))
    default: break
    }
    guard let builtin = Builtin(named: name) else {
      return graph.emit(.unknown, expression, values(arguments), type: type)
    }
    // The argument of unsafe.Sizeof and its like is not evaluated.
    let given =
      [.unsafeSizeof, .unsafeAlignof, .unsafeOffsetof].contains(builtin) ? [] : values(arguments)
    return graph.emit(.builtin, expression, given, payload: builtin.rawValue, type: type)
  }

  private mutating func values(_ expressions: [NodeID]) -> [ValueID] {
    var values: [ValueID] = []
    for expression in expressions { values.append(value(expression)) }
    return values
  }

  private func keyType(_ map: NodeID) -> TypeID {
    if case .map(let key, _) = checker.coreNode(typer.type(of: map)) { return key }
    return .unknown
  }

  private mutating func append(
    _ arguments: [NodeID], _ type: TypeID, _ expression: NodeID
  ) -> ValueID {
    var element = TypeID.unknown
    if case .slice(let part) = checker.coreNode(type) { element = part }
    var operands = values(Array(arguments.prefix(1)))
    var flags: InstructionFlags = []
    for argument in arguments.dropFirst() {
      if tree.kind(argument) == .variadicArgument {
        flags = .spread
        operands.append(value(argument))
      } else {
        operands.append(value(argument, as: element))
      }
    }
    return graph.emit(.append, expression, operands, type: type, flags: flags)
  }

  /// `defer close(ch)`, `go println(x)`: the arguments are evaluated now.
  mutating func deferBuiltin(
    _ name: String, _ arguments: [NodeID], _ opcode: Opcode, _ node: NodeID
  ) -> ValueID {
    let operands = values(arguments)
    let symbol = symbols.id(of: CalleeSymbol(callee: .builtin(name), name: name))
    if opcode == .defer { graph.deferred.append(ValueID(graph.instructions.count)) }
    return graph.emit(opcode, node, operands, payload: symbol.rawValue)
  }
}

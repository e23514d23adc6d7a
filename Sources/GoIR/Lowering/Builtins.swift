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
        held = value(argument, as: checker.defaulted(typer.type(of: argument)))
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
    case "delete": return graph.emit(.delete, expression, deleteOperands(arguments))
    case "clear": return graph.emit(.clear, expression, values(arguments))
    case "close": return graph.emit(.close, expression, values(arguments))
    default: break
    }
    guard let builtin = Builtin(named: name) else {
      return graph.emit(.unknown, expression, values(arguments), type: type)
    }
    if builtin == .len || builtin == .cap, let argument = arguments.first,
      let length = constantLength(argument)
    {
      return constant(length, expression)
    }
    // The argument of unsafe.Sizeof and its like is not evaluated.
    let given =
      [.unsafeSizeof, .unsafeAlignof, .unsafeOffsetof].contains(builtin) ? [] : values(arguments)
    return graph.emit(.builtin, expression, given, payload: builtin.rawValue, type: type)
  }

  private mutating func values(_ expressions: [NodeID]) -> [ValueID] {
    argumentValues(expressions).map(\.value)
  }

  /// Map and key, the key as the map takes it.
  private mutating func deleteOperands(_ arguments: [NodeID]) -> [ValueID] {
    let given = argumentValues(arguments)
    guard given.count == 2, case .map(let key, _) = checker.coreNode(given[0].type) else {
      return given.map(\.value)
    }
    return [
      given[0].value,
      converted(given[1].value, from: given[1].type, to: key, arguments.last ?? .none),
    ]
  }

  /// The length of an array, or of what a pointer to one points at, where Go does not evaluate
  /// the expression: it has no call and no receive in it (see "Length and capacity").
  func constantLength(_ expression: NodeID) -> Int64? {
    var node = checker.coreNode(typer.type(of: expression))
    if case .pointer(let target) = node { node = checker.coreNode(target) }
    guard case .array(_, let length) = node, length >= 0 else { return nil }
    let isEvaluated = tree.subtree(expression).contains { part in
      switch tree.kind(part) {
      case .callExpression: typer.callee(of: part) != .conversion
      case .typeConversionExpression: typer.callee(of: part) != .conversion
      case .unaryExpression: UnarySyntax(part, in: tree)?.operatorKind == .arrow
      default: false
      }
    }
    return isEvaluated ? nil : length
  }

  private mutating func constant(_ number: Int64, _ expression: NodeID) -> ValueID {
    guard let short = Int32(exactly: number) else {
      return graph.emit(.constant, expression, type: .basic(.int))
    }
    return graph.emit(
      .constant, expression, payload: UInt32(bitPattern: short), type: .basic(.int),
      flags: .integer)
  }

  private mutating func append(
    _ arguments: [NodeID], _ type: TypeID, _ expression: NodeID
  ) -> ValueID {
    var element = TypeID.unknown
    if case .slice(let part) = checker.coreNode(type) { element = part }
    let given = argumentValues(arguments)
    let isSpread = arguments.last.map { tree.kind($0) == .variadicArgument } ?? false
    var operands: [ValueID] = []
    for (position, argument) in given.enumerated() {
      let wanted = position == 0 ? type : isSpread ? .unknown : element
      let place = position < arguments.count ? arguments[position] : expression
      operands.append(converted(argument.value, from: argument.type, to: wanted, place))
    }
    let flags: InstructionFlags = isSpread ? .spread : []
    return graph.emit(.append, expression, operands, type: type, flags: flags)
  }

  /// `defer close(ch)`, `go println(x)`: the arguments are evaluated now.
  mutating func deferBuiltin(
    _ name: String, _ arguments: [NodeID], _ opcode: Opcode, _ node: NodeID
  ) -> ValueID {
    let operands: [ValueID]
    switch name {
    case "delete": operands = deleteOperands(arguments)
    case "panic":
      operands = arguments.isEmpty ? [] : [value(arguments[0], as: checker.emptyInterface)]
    default: operands = values(arguments)
    }
    let symbol = symbols.id(of: CalleeSymbol(callee: .builtin(name), name: name))
    return graph.emit(opcode, node, operands, payload: symbol.rawValue)
  }
}

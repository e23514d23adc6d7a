import Basics
import GoSyntax
import GoTypes

extension FunctionLowering {
  /// A call, `go` or `defer` statement; `node` is what the instruction stands for.
  mutating func call(_ expression: NodeID, _ opcode: Opcode, at node: NodeID) -> ValueID {
    let isConversionForm = tree.kind(expression) == .typeConversionExpression
    let callee = typer.callee(of: expression)
    let arguments: [NodeID]
    let function: NodeID
    if isConversionForm {
      arguments = [tree.child(expression, .operand)]
      function = tree.child(expression, .type)
    } else if let view = CallSyntax(expression, in: tree) {
      arguments = view.arguments
      function = view.function
    } else {
      return value(expression)
    }
    switch callee {
    case .conversion:
      guard let argument = arguments.first else { break }
      return graph.emit(
        .convert, expression, [value(argument)], type: typer.type(of: expression))
    case .builtin(let name):
      if opcode == .call { return builtin(name, arguments, expression) }
      return deferBuiltin(name, arguments, opcode, node)
    default: break
    }
    return call(function, callee, arguments, expression, opcode, node)
  }

  /// What the operands of a call are.
  private struct CallOperands {
    var callee: Callee
    var name = ""
    var flags: InstructionFlags = []
    var operands: [ValueID] = []
    /// Of a method expression what it selects in the first argument, and that one's type.
    var selection: (method: Selection, type: TypeID)?
  }

  private mutating func call(
    _ function: NodeID, _ callee: Callee, _ arguments: [NodeID], _ expression: NodeID,
    _ opcode: Opcode, _ node: NodeID
  ) -> ValueID {
    var call = CallOperands(callee: callee)
    prepare(&call, function, expression)
    var signature = typer.instance(of: expression)
    if signature == .unknown { signature = typer.type(of: function) }
    call.operands += self.arguments(arguments, signature, &call.flags)
    if let (selection, type) = call.selection, let first = call.operands.first {
      var place = Operand(place: .value(first), type: type)
      for field in selection.fields { place = select(field, from: place, function) }
      call.operands[0] = receiver(selection, place, function)
    }
    let symbol = symbols.id(of: CalleeSymbol(callee: call.callee, name: call.name))
    let end = bodies.end(ofCalls: symbol)
    if end != .returns { call.flags.insert(.neverReturns) }
    let result = graph.emit(
      opcode, node, call.operands, payload: symbol.rawValue, type: typer.type(of: expression),
      flags: call.flags)
    if opcode == .call { leave(after: end, node) }
    return result
  }

  // MARK: What is called

  /// Evaluates the function or the receiver.
  private mutating func prepare(
    _ call: inout CallOperands, _ function: NodeID, _ expression: NodeID
  ) {
    if call.callee == .value, let index = elementIndex(of: expression) {
      let handler = element(function, index, type: typer.instance(of: expression), function)
      call.flags.insert(.functionValue)
      call.operands.append(read(handler, function))
      return
    }
    switch tree.kind(function) {
    case .parenthesizedExpression:
      prepare(&call, tree.firstChild(function), expression)
    case .selectorExpression:
      prepare(
        &call, selected: tree.child(function, .field), from: tree.child(function, .operand),
        function)
    case .qualifiedType:
      prepare(
        &call, selected: tree.child(function, .name), from: tree.child(function, .package),
        function)
    case .indexExpression, .typeInstantiationExpression, .genericType:
      let base = tree.firstChild(function)
      if typer.isGenericFunction(base) { return prepare(&call, base, expression) }
      useValue(function, &call)
    case .identifier, .typeIdentifier:
      call.name = tree.text(function)
      if case .function = call.callee { return }
      useValue(function, &call)
    default:
      useValue(function, &call)
    }
  }

  /// The index of `handlers[i](x, y)`, which the grammar takes for a type argument.
  private func elementIndex(of call: NodeID) -> NodeID? {
    guard tree.kind(call) == .callExpression else { return nil }
    let list = tree.child(call, .typeArguments)
    if list.isNone { return nil }
    let index = tree.firstChild(list)
    return tree.kind(index) == .typeElem ? tree.firstChild(index) : index
  }

  private mutating func useValue(_ function: NodeID, _ call: inout CallOperands) {
    call.flags.insert(.functionValue)
    call.operands.append(value(function))
  }

  private mutating func prepare(
    _ call: inout CallOperands, selected name: NodeID, from operand: NodeID, _ function: NodeID
  ) {
    call.name = tree.text(name)
    if let meaning = typer.meaning(of: name, inPackage: operand) {
      switch meaning {
      case .function, .unknown: return
      default: return useValue(function, &call)
      }
    }
    if let receiver = typer.typeMeant(by: operand) {
      // A method expression that is called: the first argument is the receiver, or has it as an
      // embedded field.
      if let selection = checker.selection(call.name, in: receiver) {
        call.flags.insert(.receiver)
        call.selection = (selection, receiver)
      } else {
        call.callee = .value
        useValue(function, &call)
      }
      return
    }
    let type = typer.type(of: operand)
    guard let selection = checker.selection(call.name, in: type) else {
      call.flags.insert(.receiver)
      call.operands.append(value(operand))
      return
    }
    if case .field = selection.target { return useValue(function, &call) }
    var place = self.operand(operand)
    for field in selection.fields { place = select(field, from: place, operand) }
    call.flags.insert(.receiver)
    call.operands.append(receiver(selection, place, operand))
  }

  /// The receiver as the method takes it: Go takes its address or follows it where it has to.
  private mutating func receiver(
    _ selection: Selection, _ place: Operand, _ node: NodeID
  ) -> ValueID {
    guard case .method(let name) = selection.target else { return read(place, node) }
    guard case .pointer(let target) = checker.coreNode(selection.receiver) else {
      return name.hasPointerReceiver ? address(of: place, node) : read(place, node)
    }
    let pointer = read(place, node)
    if name.hasPointerReceiver { return pointer }
    let pointee = graph.pointee(of: pointer)
    return graph.emit(
      .load, node, payload: pointee.rawValue, type: target, flags: .implicit)
  }

  /// `x.Method` that is not called: the receiver is evaluated now.
  mutating func methodValue(
    _ name: String, _ selection: Selection, on place: Operand, _ node: NodeID
  ) -> ValueID {
    let callee: Callee
    switch selection.target {
    case .method(let function): callee = .function(function)
    case .interfaceMethod(let interface): callee = .interfaceMethod(name, interface: interface)
    case .field: callee = .unknown
    }
    let bound = receiver(selection, place, node)
    let symbol = symbols.id(of: CalleeSymbol(callee: callee, name: name))
    return graph.emit(
      .methodValue, node, [bound], payload: symbol.rawValue, type: selection.type)
  }

  /// `T.Method` as a value.
  mutating func methodExpression(
    _ name: NodeID, of type: NodeID, _ expression: NodeID
  ) -> ValueID {
    let text = tree.text(name)
    var callee = Callee.unknown
    if let receiver = typer.typeMeant(by: type),
      let selection = checker.selection(text, in: receiver), selection.fields.isEmpty
    {
      switch selection.target {
      case .method(let function): callee = .function(function)
      case .interfaceMethod(let interface): callee = .interfaceMethod(text, interface: interface)
      case .field: break
      }
    }
    let symbol = symbols.id(of: CalleeSymbol(callee: callee, name: text))
    return graph.emit(
      .function, expression, payload: symbol.rawValue, type: typer.type(of: expression))
  }

  // MARK: Arguments

  /// The arguments as the parameters take them, those of a variadic one in a slice.
  private mutating func arguments(
    _ given: [NodeID], _ signatureType: TypeID, _ flags: inout InstructionFlags
  ) -> [ValueID] {
    let values = argumentValues(given)
    let isSpread = given.last.map { tree.kind($0) == .variadicArgument } ?? false
    if isSpread { flags.insert(.spread) }
    guard case .function(let signature) = checker.coreNode(signatureType) else {
      return values.map(\.value)
    }
    let place = given.last ?? node
    let isVariadic = signature.isVariadic && !isSpread
    let fixed = isVariadic ? signature.parameters.count - 1 : signature.parameters.count
    var operands: [ValueID] = []
    for (position, value) in values.prefix(fixed).enumerated() {
      operands.append(
        converted(
          value.value, from: value.type, to: signature.parameters[position],
          position < given.count ? given[position] : place))
    }
    guard isVariadic, values.count >= fixed, let last = signature.parameters.last else {
      return operands + values.dropFirst(fixed).map(\.value)
    }
    operands.append(pack(Array(values.dropFirst(fixed)), last, place))
    return operands
  }

  /// The values of arguments: one for each, or the results of one call that has several.
  mutating func argumentValues(_ given: [NodeID]) -> [(value: ValueID, type: TypeID)] {
    var values: [(value: ValueID, type: TypeID)] = []
    if given.count == 1, case .tuple(let parts) = checker.node(typer.type(of: given[0])),
      !parts.isEmpty
    {
      let whole = value(given[0])
      for (position, type) in parts.enumerated() {
        let part = graph.emit(
          .extract, given[0], [whole], payload: UInt32(position), type: type)
        values.append((part, type))
      }
    } else {
      for argument in given { values.append((value(argument), typer.type(of: argument))) }
    }
    return values
  }

  /// The slice that a variadic parameter gets; nil where no argument is left for it.
  private mutating func pack(
    _ values: [(value: ValueID, type: TypeID)], _ slice: TypeID, _ node: NodeID
  ) -> ValueID {
    if values.isEmpty { return graph.emit(.zero, node, type: slice, flags: .implicit) }
    var element = TypeID.unknown
    if case .slice(let type) = checker.coreNode(slice) { element = type }
    var elements: [ValueID] = []
    for value in values {
      elements.append(converted(value.value, from: value.type, to: element, node))
    }
    return graph.emit(.composite, node, elements, type: slice, flags: .implicit)
  }
}

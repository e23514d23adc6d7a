import Basics
import GoSyntax
import GoTypes

extension FunctionLowering {
  /// The value of an expression.
  mutating func value(_ expression: NodeID) -> ValueID {
    switch tree.kind(expression) {
    case let kind where kind.mayBeName:
      // `nil` and its like are only predeclared: they may stand for something else.
      return read(operand(expression), expression)
    case .intLiteral, .floatLiteral, .imaginaryLiteral, .runeLiteral, .interpretedStringLiteral,
      .rawStringLiteral:
      return constant(expression)
    case .parenthesizedExpression, .expressionStatement, .literalElement, .variadicArgument:
      return value(tree.firstChild(expression))
    case .selectorExpression, .qualifiedType, .parenthesizedType:
      return read(operand(expression), expression)
    case .indexExpression, .typeInstantiationExpression, .genericType:
      if typer.isGenericFunction(tree.firstChild(expression)) {
        return value(tree.firstChild(expression))
      }
      if tree.kind(expression) != .indexExpression, indexed(expression) == nil { break }
      return read(operand(expression), expression)
    case .pointerType where typer.typeMeant(by: expression) == nil:
      return read(operand(expression), expression)
    case .sliceExpression: return slice(expression)
    case .unaryExpression: return unary(expression)
    case .binaryExpression: return binary(expression)
    case .callExpression: return result(of: call(expression, .call, at: expression), expression)
    case .typeConversionExpression: return conversion(expression)
    case .typeAssertionExpression:
      return assertion(expression, flags: [])
    case .compositeLiteral, .literalValue: return composite(expression)
    case .funcLiteral:
      guard let function = facts.literals[expression] else { break }
      return graph.emit(
        .closure, expression, payload: function.rawValue, type: typer.type(of: expression))
    default: break
    }
    return graph.emit(.unknown, expression, type: typer.type(of: expression))
  }

  /// What a call gives; in broken Go it may be a builtin function that gives nothing.
  private mutating func result(of call: ValueID, _ expression: NodeID) -> ValueID {
    if graph.instructions[call.index].opcode.givesValue { return call }
    return graph.emit(.unknown, expression)
  }

  /// The value of an expression where a type is wanted: what is no interface is put into one.
  mutating func value(_ expression: NodeID, as wanted: TypeID) -> ValueID {
    converted(value(expression), from: typer.type(of: expression), to: wanted, expression)
  }

  /// A value where another type is wanted. Only the step into an interface is an instruction;
  /// an untyped value gets its type here.
  mutating func converted(
    _ value: ValueID, from type: TypeID, to wanted: TypeID, _ node: NodeID
  ) -> ValueID {
    guard wanted != type, wanted != .unknown, type != .unknown else { return value }
    let isInterface = checker.isInterface(wanted)
    if type == .basic(.untypedNil) {
      graph.settle(value, as: wanted)
      return value
    }
    if type.isUntyped { graph.settle(value, as: isInterface ? checker.defaulted(type) : wanted) }
    guard isInterface else { return value }
    if checker.isInterface(type) {
      symbols.add(InterfaceWidening(source: type, target: wanted))
      return value
    }
    return graph.emit(.convert, node, [value], type: wanted, flags: .implicit)
  }

  /// The value of an expression that has two or more parts.
  mutating func severalValues(_ expression: NodeID) -> ValueID {
    switch tree.kind(expression) {
    case .parenthesizedExpression, .expressionStatement:
      return severalValues(tree.firstChild(expression))
    case .typeAssertionExpression:
      return assertion(expression, flags: .commaOk)
    case .unaryExpression where tree.kind(tree.child(expression, .operator)) == .arrow:
      let channel = value(tree.child(expression, .operand))
      return graph.emit(
        .receive, expression, [channel], type: typer.type(of: expression), flags: .commaOk)
    case .indexExpression, .typeInstantiationExpression, .genericType:
      let operand = operand(expression)
      guard case .memory(let address) = operand.place else { return read(operand, expression) }
      return graph.emit(
        .load, expression, payload: address.rawValue, type: operand.type, flags: .commaOk)
    default:
      return value(expression)
    }
  }

  // MARK: Names and constants

  private mutating func constant(_ expression: NodeID) -> ValueID {
    let type = typer.type(of: expression)
    // `017` is octal.
    guard tree.kind(expression) == .intLiteral, tree.range(expression).count < 10,
      case let text = tree.text(expression), text == "0" || !text.hasPrefix("0"),
      let number = Int32(text)
    else { return graph.emit(.constant, expression, type: type) }
    return graph.emit(
      .constant, expression, payload: UInt32(bitPattern: number), type: type, flags: .integer)
  }

  /// What a name stands for that is no variable.
  mutating func packageMember(_ meaning: NameMeaning, _ expression: NodeID) -> ValueID {
    let type = typer.type(of: expression)
    switch meaning {
    case .constant:
      let payload: UInt32 =
        tree.text(expression, equals: "true") ? 1 : tree.text(expression, equals: "false") ? 2 : 0
      if payload == 0,
        let number = typer.constantInteger(expression).flatMap({ Int32(exactly: $0) })
      {
        return graph.emit(
          .constant, expression, payload: UInt32(bitPattern: number), type: type, flags: .integer)
      }
      return graph.emit(.constant, expression, payload: payload, type: type)
    case .function(let name):
      let callee = symbols.id(of: CalleeSymbol(callee: .function(name), name: name.name))
      return graph.emit(.function, expression, payload: callee.rawValue, type: type)
    default:
      return graph.emit(.unknown, expression, type: type)
    }
  }

  // MARK: Operators

  private mutating func unary(_ expression: NodeID) -> ValueID {
    guard let view = UnarySyntax(expression, in: tree) else { return .none }
    let type = typer.type(of: expression)
    switch view.operatorKind {
    case .star: return read(operand(expression), expression)
    case .ampersand: return addressOf(view.operand, expression)
    case .arrow:
      return graph.emit(.receive, expression, [value(view.operand)], type: type)
    default:
      return graph.emit(
        .unary, expression, [value(view.operand)], payload: UInt32(view.operatorKind.rawValue),
        type: type)
    }
  }

  /// `&x`, and `&T{…}`, which makes a new variable.
  private mutating func addressOf(_ operand: NodeID, _ expression: NodeID) -> ValueID {
    var inner = operand
    while tree.kind(inner) == .parenthesizedExpression { inner = tree.firstChild(inner) }
    let type = typer.type(of: expression)
    guard tree.kind(inner) == .compositeLiteral else {
      return address(of: self.operand(inner), expression)
    }
    return graph.emit(.new, expression, [value(inner)], type: type)
  }

  private mutating func binary(_ expression: NodeID) -> ValueID {
    guard let view = BinarySyntax(expression, in: tree) else { return .none }
    let operatorKind = view.operatorKind
    if operatorKind == .logicalAnd || operatorKind == .logicalOr {
      return shortCircuit(view, expression)
    }
    let left = value(view.left)
    let right = value(view.right)
    var type = typer.type(of: expression)
    if type.isUntyped, operatorKind == .shiftLeft || operatorKind == .shiftRight,
      graph.instructions[right.index].opcode != .constant
    {
      // `1 << n` has the type that its place gives it (see "Operators").
      type = typer.finalType(of: expression)
    }
    return graph.emit(
      .binary, expression, [left, right], payload: UInt32(operatorKind.rawValue), type: type)
  }

  /// The right operand of `&&` and `||` is evaluated on one path only.
  private mutating func shortCircuit(_ view: BinarySyntax, _ expression: NodeID) -> ValueID {
    let left = value(view.left)
    let start = graph.current
    let more = graph.addBlock()
    let done = graph.addBlock()
    let isAnd = view.operatorKind == .logicalAnd
    graph.terminate(.branch, view.left, [left], to: isAnd ? [more, done] : [done, more])
    graph.enter(more)
    let right = value(view.right)
    let end = graph.current
    graph.jump(expression, to: done)
    graph.enter(done)
    return graph.join(
      (start, left), (end, right), at: expression, type: typer.type(of: expression))
  }

  private mutating func slice(_ expression: NodeID) -> ValueID {
    guard let view = SliceSyntax(expression, in: tree) else { return .none }
    let whole: ValueID
    if case .array = checker.coreNode(typer.type(of: view.operand)) {
      whole = address(of: operand(view.operand), view.operand)
    } else {
      whole = value(view.operand)
    }
    var operands = [whole]
    for bound in [view.start, view.end, view.capacity] {
      operands.append(bound.isNone ? .none : value(bound))
    }
    return graph.emit(.slice, expression, operands, type: typer.type(of: expression))
  }

  private mutating func assertion(_ expression: NodeID, flags: InstructionFlags) -> ValueID {
    let subject = value(tree.child(expression, .operand))
    return graph.emit(
      .assert, expression, [subject], type: typer.type(of: expression), flags: flags)
  }

  // MARK: Conversions

  private mutating func conversion(_ expression: NodeID) -> ValueID {
    guard typer.callee(of: expression) == .conversion else {
      return call(expression, .call, at: expression)
    }
    let type = tree.child(expression, .type)
    let operand = value(tree.child(expression, .operand))
    return convert(operand, to: type, expression)
  }

  /// `*T(x)` is `*(T(x))`: the grammar has the star in the type.
  private mutating func convert(
    _ operand: ValueID, to type: NodeID, _ expression: NodeID
  ) -> ValueID {
    let target = typer.typeOfConversion(to: type)
    guard tree.kind(type) == .pointerType else {
      return graph.emit(.convert, expression, [operand], type: target)
    }
    let pointer = convert(operand, to: tree.firstChild(type), expression)
    let address = graph.pointee(of: pointer)
    return graph.emit(.load, expression, payload: address.rawValue, type: target)
  }
}

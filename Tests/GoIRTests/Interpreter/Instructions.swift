import Basics
import GoSyntax
import GoTypes

@testable import GoIR

/// One instruction.
extension Machine {
  func execute(
    _ frame: Frame, _ value: ValueID, _ instruction: Instruction
  ) throws -> Effect {
    func operand(_ index: Int) -> Value {
      let operands = frame.function.operands(of: value)
      let id = operands[operands.startIndex + index]
      return id.isNone ? .null : frame.registers[id.index]
    }
    switch instruction.opcode {
    case .parameter: return .value(frame.arguments[Int(instruction.payload)])
    case .constant: return .value(try constant(frame, value, instruction))
    case .zero: return .value(zero(resolve(instruction.type, frame)))
    case .declare:
      frame.variables[VariableID(rawValue: instruction.payload)] = Storage(operand(0))
      return .value(.null)
    case .load:
      let (found, isThere) = try load(AddressID(rawValue: instruction.payload), frame)
      let isPair = instruction.flags.contains(.commaOk)
      return .value(isPair ? .tuple([found, .bool(isThere)]) : found)
    case .store:
      try store(operand(0), AddressID(rawValue: instruction.payload), frame)
      return .value(.null)
    case .address:
      guard case .place(let place) = try locate(AddressID(rawValue: instruction.payload), frame)
      else { throw InterpreterError("the address of no place") }
      return .value(.pointer(place))
    case .new: return .value(.pointer(Pointer(storage: Storage(operand(0)))))
    case .field, .element, .updateField, .updateElement:
      return .value(try part(instruction, operand))
    case .composite: return .value(try composite(frame, value, instruction))
    case .make, .append, .slice, .copy, .delete, .clear, .close, .builtin:
      return .value(try builtin(frame, value, instruction))
    case .convert:
      let from = frame.function.instructions[frame.function.operand(of: value)].type
      return .value(
        try convert(operand(0), from: resolve(from, frame), to: resolve(instruction.type, frame)))
    case .assert: return .value(try assert(operand(0), instruction, frame))
    case .binary:
      let types = frame.function.operands(of: value).map {
        resolve(frame.function.instructions[$0].type, frame)
      }
      return .value(
        try binary(
          NodeKind(rawValue: UInt8(instruction.payload)) ?? .error,
          try mixed(operand(0), types[0], with: types[1]),
          try mixed(operand(1), types[1], with: types[0]), resolve(instruction.type, frame)))
    case .unary:
      return .value(
        try unary(
          NodeKind(rawValue: UInt8(instruction.payload)) ?? .error, operand(0),
          resolve(instruction.type, frame)))
    case .extract:
      guard case .tuple(let parts) = operand(0), parts.count > Int(instruction.payload) else {
        throw InterpreterError("part \(instruction.payload) of \(operand(0))")
      }
      return .value(parts[Int(instruction.payload)])
    default: return try executeCall(frame, value, instruction)
    }
  }

  private func executeCall(
    _ frame: Frame, _ value: ValueID, _ instruction: Instruction
  ) throws -> Effect {
    let operands = frame.function.operands(of: value).map { frame.registers[$0.index] }
    switch instruction.opcode {
    case .closure: return .value(closure(frame, FunctionID(rawValue: instruction.payload)))
    case .function, .methodValue:
      return .value(.function(try functionValue(frame, value, instruction, operands)))
    case .call:
      let (function, arguments) = try callee(frame, value, instruction, operands)
      return try invoke(function, arguments, .register(value)) ? .called : .waits
    case .go:
      let (function, arguments) = try callee(frame, value, instruction, operands)
      try spawn(function, arguments)
      return .value(.null)
    case .defer:
      let (function, arguments) = try callee(frame, value, instruction, operands)
      guard let id = frame.function.deferred.elements.firstIndex(of: value) else {
        throw InterpreterError("a defer statement without a number")
      }
      frame.deferred.append(
        Frame.Deferred(id: DeferID(id), function: function, arguments: arguments))
      return .value(.null)
    case .runDeferred: return try runDeferred(frame, value)
    case .recover: return .value(recover(frame))
    case .startPanic:
      guard frame.iterators.isEmpty else { throw RuntimePanic(operands[0]) }
      frame.panic = Panic(operands[0])
      return .value(.null)
    case .send: return try send(operands[0], operands[1])
    case .receive: return try receive(frame, operands[0], instruction)
    case .next: return try advance(frame, value, operands)
    default: throw InterpreterError("cannot run \(instruction.opcode)")
    }
  }

  /// An operand of a comparison with an interface.
  private func mixed(_ value: Value, _ type: TypeID, with other: TypeID) throws -> Value {
    checker.isInterface(other) ? try convert(value, from: type, to: other) : value
  }

  // MARK: Values

  private func part(_ instruction: Instruction, _ operand: (Int) -> Value) throws -> Value {
    switch instruction.opcode {
    case .field:
      let field = bodies.symbols.fields[FieldID(rawValue: instruction.payload)]
      guard case .structure = operand(0) else {
        throw InterpreterError("field \(field.name) of \(operand(0))")
      }
      return operand(0).part(Int(field.position))
    case .updateField:
      let field = bodies.symbols.fields[FieldID(rawValue: instruction.payload)]
      return operand(0).replacing([Int(field.position)], with: operand(1))
    default: break
    }
    let index = try int(operand(1))
    switch operand(0) {
    case .array(let parts): try check(index, parts.count)
    case .string(let bytes): try check(index, bytes.count)
    default: throw InterpreterError("an element of \(operand(0))")
    }
    return instruction.opcode == .element
      ? operand(0).part(index) : operand(0).replacing([index], with: operand(2))
  }

  private func composite(
    _ frame: Frame, _ value: ValueID, _ instruction: Instruction
  ) throws -> Value {
    let operands = frame.function.operands(of: value).map {
      $0.isNone ? nil : frame.registers[$0.index]
    }
    let type = resolve(instruction.type, frame)
    switch checker.coreNode(type) {
    case .structure:
      var whole = zero(type)
      for (label, operand) in zip(frame.function.labels(of: value), operands) {
        let position = Int(bodies.symbols.fields[label].position)
        whole = whole.replacing([position], with: operand ?? .null)
      }
      return whole
    case .map:
      let map = MapObject()
      for index in stride(from: 0, to: operands.count, by: 2) {
        map[operands[index] ?? .null] = operands[index + 1]
      }
      return .map(map)
    case .slice(let element):
      let parts = try list(operands, instruction, zero(element), count: 0)
      let storage = Pointer(storage: Storage(.array(parts)))
      return .slice(Slice(array: storage, offset: 0, count: parts.count, capacity: parts.count))
    case .array(let element, let length):
      return .array(try list(operands, instruction, zero(element), count: Int(length)))
    default: throw InterpreterError("a literal of no known type")
    }
  }

  private func list(
    _ operands: [Value?], _ instruction: Instruction, _ zero: Value, count: Int
  ) throws -> [Value] {
    var parts = Array(repeating: zero, count: count)
    func put(_ value: Value, _ index: Int) {
      while parts.count <= index { parts.append(zero) }
      parts[index] = value
    }
    guard instruction.flags.contains(.keyed) else {
      for (index, operand) in operands.enumerated() { put(operand ?? .null, index) }
      return parts
    }
    var next = 0
    for index in stride(from: 0, to: operands.count, by: 2) {
      if let key = operands[index] { next = try int(key) }
      put(operands[index + 1] ?? .null, next)
      next += 1
    }
    return parts
  }

  // MARK: Functions

  private func closure(_ frame: Frame, _ id: FunctionID) -> Value {
    var captured: [VariableID: Storage] = [:]
    if let body = bodies.body(of: frame.declaration) {
      for variable in body.functions[id].captures { captured[variable] = frame.variables[variable] }
    }
    return .function(
      FunctionObject(.closure(frame.declaration, id, captured), frame.bindings))
  }

  private func functionValue(
    _ frame: Frame, _ value: ValueID, _ instruction: Instruction, _ operands: [Value]
  ) throws -> FunctionObject {
    let symbol = bodies.symbols.callees[CalleeID(rawValue: instruction.payload)]
    if instruction.opcode == .methodValue {
      let receiver = frame.function.instructions[frame.function.operand(of: value)].type
      if case .interfaceMethod = symbol.callee, operands[0].isNull {
        throw RuntimePanic("nil pointer dereference")
      }
      return FunctionObject(
        .bound(symbol.callee, symbol.name, operands[0]),
        [.unknown: resolve(receiver, frame)])
    }
    if case .function(let name) = symbol.callee, name.receiver.isEmpty {
      return FunctionObject(
        .declared(name), bindings(of: name, as: resolve(instruction.type, frame)))
    }
    guard case .function(let signature) = checker.coreNode(instruction.type),
      let receiver = signature.parameters.first
    else { throw InterpreterError("a method expression without a type") }
    return FunctionObject(.method(symbol.name, resolve(receiver, frame)))
  }

  /// What a call, `go` or `defer` runs, and with what; a receiver is the first argument.
  private func callee(
    _ frame: Frame, _ value: ValueID, _ instruction: Instruction, _ operands: [Value]
  ) throws -> (FunctionObject, [Value]) {
    var operands = operands
    let symbol = bodies.symbols.callees[CalleeID(rawValue: instruction.payload)]
    if instruction.flags.contains(.functionValue) {
      guard case .function(let function) = operands.removeFirst() else {
        // A nil function that is deferred panics when it is run.
        if instruction.opcode == .defer { return (FunctionObject(.builtin("nil")), []) }
        throw RuntimePanic("nil pointer dereference")
      }
      return (function, operands)
    }
    if case .builtin(let name) = symbol.callee { return (FunctionObject(.builtin(name)), operands) }
    if instruction.flags.contains(.receiver) {
      let receiver = frame.function.instructions[frame.function.operand(of: value)].type
      let bound = operands.removeFirst()
      return (
        FunctionObject(
          .bound(symbol.callee, symbol.name, bound), [.unknown: resolve(receiver, frame)]),
        operands
      )
    }
    guard case .function(let name) = symbol.callee else {
      throw InterpreterError("a call of \(symbol)")
    }
    let instance = instance(ofCall: frame.function.nodes[value.index], frame)
    return (FunctionObject(.declared(name), bindings(of: name, as: instance)), operands)
  }
}

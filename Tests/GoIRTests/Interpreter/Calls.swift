import Basics
import GoSyntax

@testable import GoIR
@testable import GoTypes

/// Calls: what runs, with what types, and with what receiver.
extension Machine {
  /// Calls a function; false where a builtin has to wait. A builtin gives its results at once.
  @discardableResult
  func invoke(
    _ function: FunctionObject, _ arguments: [Value], _ result: Frame.Return
  ) throws -> Bool {
    switch function.kind {
    case .declared(let name): try push(name, arguments, function.bindings, result)
    case .closure(let declaration, let id, let captured):
      guard let body = bodies.body(of: declaration) else { return true }
      current.frames.append(
        Frame(
          declaration, body.functions[id], checker.body(of: declaration), arguments, captured,
          function.bindings, result))
    case .bound(let callee, let name, let receiver):
      let type = function.bindings[.unknown] ?? .unknown
      switch callee {
      case .function(let method):
        try push(method, [receiver] + arguments, bindings(of: method, receiver: type), result)
      default: try dispatch(name, receiver, type, arguments, result)
      }
    case .method(let name, let type):
      try dispatch(name, arguments[0], type, Array(arguments.dropFirst()), result)
    case .builtin(let name): try deferredBuiltin(name, arguments)
    case .yield(let iteration): try yield(iteration, arguments, result)
    }
    return true
  }

  private func push(
    _ name: FunctionName, _ arguments: [Value], _ bindings: [TypeID: TypeID],
    _ result: Frame.Return
  ) throws {
    guard let declaration = bodies.declaration(of: name), let body = bodies.body(of: declaration)
    else { throw InterpreterError("no body of \(name.name)") }
    current.frames.append(
      Frame(
        declaration, body.functions[.declaration], checker.body(of: declaration), arguments, [:],
        bindings, result))
  }

  func spawn(_ function: FunctionObject, _ arguments: [Value]) throws {
    let goroutine = Goroutine()
    let own = current
    goroutines.append(goroutine)
    current = goroutine
    try invoke(function, arguments, .discard)
    current = own
  }

  /// Calls the method that a value of a type has by a name, by way of embedded fields.
  func dispatch(
    _ name: String, _ value: Value, _ type: TypeID, _ arguments: [Value], _ result: Frame.Return
  ) throws {
    if checker.isInterface(type) {
      guard case .interface(let dynamic, let held) = value else {
        throw RuntimePanic("nil pointer dereference")
      }
      return try dispatch(name, held, dynamic, arguments, result)
    }
    guard let selection = checker.selection(name, in: type) else {
      throw InterpreterError("no method \(name)")
    }
    var place = Pointer(storage: Storage(value))
    for field in selection.fields {
      if field.isThroughPointer { place = try pointer(place.load()) }
      place = place.at(Int(field.position))
    }
    switch selection.target {
    case .interfaceMethod:
      if selection.receiver == type {
        throw InterpreterError("a type parameter that stands for no type")
      }
      try dispatch(name, place.load(), selection.receiver, arguments, result)
    case .field:
      guard case .function(let function) = place.load() else {
        throw RuntimePanic("nil pointer dereference")
      }
      try invoke(function, arguments, result)
    case .method(let method):
      var receiver = place.load()
      var receiverType = selection.receiver
      if case .pointer(let target) = checker.node(receiverType) {
        if !method.hasPointerReceiver {
          receiver = try pointer(receiver).load()
          receiverType = target
        }
      } else if method.hasPointerReceiver {
        receiver = .pointer(place)
      }
      try push(
        method, [receiver] + arguments, bindings(of: method, receiver: receiverType), result)
    }
  }

  // MARK: Type arguments

  /// The type of the function that a call calls, with its type arguments.
  func instance(ofCall node: NodeID, _ frame: Frame) -> TypeID {
    let tree = frame.typer.tree
    var call = node
    if [.goStatement, .deferStatement].contains(tree.kind(node)) { call = tree.firstChild(node) }
    let written = frame.typer.instance(of: call)
    if written != .unknown { return resolve(written, frame) }
    guard let view = CallSyntax(call, in: tree) else { return .unknown }
    return resolve(frame.typer.type(of: view.function), frame)
  }

  /// What the type parameters of a function stand for where it has a type.
  func bindings(of name: FunctionName, as instance: TypeID) -> [TypeID: TypeID] {
    guard let declaration = bodies.declaration(of: name),
      let signature = checker.body(of: declaration).signature(of: declaration.node)
    else { return [:] }
    var pattern = signature
    pattern.typeParameters = []
    var bindings: [TypeID: TypeID] = [:]
    unify(checker.id(of: .function(pattern)), instance, &bindings)
    // What the signature does not mention follows from its constraint, as P of `interface{ *T }`.
    guard case .function(let type, _)? = checker.object(named: name.name),
      case .function(let generic) = checker.node(type)
    else { return bindings }
    for parameter in generic.typeParameters where bindings[parameter] == nil {
      let core = checker.core(parameter)
      if core != parameter { bindings[parameter] = checker.substitute(core, bindings) }
    }
    return bindings
  }

  private func bindings(of name: FunctionName, receiver: TypeID) -> [TypeID: TypeID] {
    guard let declaration = bodies.declaration(of: name), let body = bodies.body(of: declaration),
      let entry = body.functions[.declaration].receiver
    else { return [:] }
    var bindings: [TypeID: TypeID] = [:]
    unify(entry.type, receiver, &bindings)
    return bindings
  }

  private func unify(_ pattern: TypeID, _ type: TypeID, _ bindings: inout [TypeID: TypeID]) {
    if pattern == type { return }
    switch (checker.node(pattern), checker.node(type)) {
    case (.typeParameter, _): if bindings[pattern] == nil { bindings[pattern] = type }
    case (.pointer(let left), .pointer(let right)), (.slice(let left), .slice(let right)),
      (.array(let left, _), .array(let right, _)),
      (.channel(let left, _), .channel(let right, _)):
      unify(left, right, &bindings)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      unify(key, otherKey, &bindings)
      unify(value, otherValue, &bindings)
    case (.function(let left), .function(let right)):
      for (one, other) in zip(left.parameters, right.parameters) { unify(one, other, &bindings) }
      for (one, other) in zip(left.results, right.results) { unify(one, other, &bindings) }
    case (.named(let left), .named(let right)):
      for (one, other) in zip(left.arguments, right.arguments) { unify(one, other, &bindings) }
    case (_, .named): unify(pattern, checker.underlying(type), &bindings)
    default: break
    }
  }

  /// A type with the frame's type arguments put in.
  func resolve(_ type: TypeID, _ frame: Frame) -> TypeID {
    frame.bindings.isEmpty ? type : checker.substitute(type, frame.bindings)
  }

  // MARK: Types

  func zero(_ type: TypeID) -> Value {
    switch checker.node(checker.underlying(type)) {
    case .basic(.bool), .basic(.untypedBool): return .bool(false)
    case .basic(.string), .basic(.untypedString): return .string([])
    case .basic(.float32): return .float(0, .float32)
    case .basic(.float64), .basic(.untypedFloat): return .float(0, .float64)
    case .basic(.complex64), .basic(.complex128): return .complex(0, 0)
    case .basic(let kind) where kind.isInteger: return .integer(0, kind)
    case .structure(let fields): return .structure(fields.map { zero($0.type) })
    case .array(let element, let length):
      return .array(Array(repeating: zero(element), count: max(0, Int(length))))
    default: return .null
    }
  }

  /// `x.(T)`.
  func assert(_ subject: Value, _ instruction: Instruction, _ frame: Frame) throws -> Value {
    let wanted = resolve(instruction.type, frame)
    var found: Value?
    if case .interface(let dynamic, let held) = subject {
      if checker.isInterface(wanted) {
        if implements(dynamic, wanted) { found = subject }
      } else if dynamic == wanted {
        found = held
      }
    }
    if instruction.flags.contains(.commaOk) {
      return .tuple([found ?? zero(wanted), .bool(found != nil)])
    }
    guard let found else { throw RuntimePanic("interface conversion") }
    return found
  }

  private func implements(_ type: TypeID, _ interface: TypeID) -> Bool {
    checker.methodSet(of: interface).allSatisfy { method in
      guard let selection = checker.selection(method.name, in: type) else { return false }
      switch selection.target {
      case .field: return false
      case .interfaceMethod: return true
      case .method(let name):
        if !name.hasPointerReceiver { return true }
        if selection.fields.contains(where: \.isThroughPointer) { return true }
        if case .pointer = checker.node(type) { return true }
        if case .pointer = checker.node(selection.receiver) { return true }
        return false
      }
    }
  }
}

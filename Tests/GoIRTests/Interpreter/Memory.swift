import Basics

@testable import GoIR
@testable import GoTypes

/// Addresses and what lies there.
extension Machine {
  /// Where an address leads.
  enum Location {
    /// What a value leads to, with the value's type.
    case root(Value, TypeID)
    case place(Pointer)
    /// A part of an element of a map; the element's type.
    case mapElement(MapObject?, key: Value, path: [Int], type: TypeID)
    case byte(Value)
  }

  func locate(_ id: AddressID, _ frame: Frame) throws -> Location {
    let address = frame.function.addresses[id]
    switch address.step {
    case .value:
      let value = ValueID(rawValue: address.payload)
      return .root(
        frame.registers[value.index], resolve(frame.function.instructions[value].type, frame))
    case .variable:
      let variable = VariableID(rawValue: address.payload)
      guard let storage = frame.variables[variable] else {
        throw InterpreterError("variable \(variable.rawValue) was not declared")
      }
      return .place(Pointer(storage: storage))
    case .global:
      return .place(Pointer(storage: try global(GlobalID(rawValue: address.payload))))
    case .nowhere: throw InterpreterError("an address that leads nowhere")
    case .pointee:
      guard case .root(let value, _) = try locate(address.base, frame) else {
        throw InterpreterError("a pointee of no value")
      }
      return .place(try pointer(value))
    case .field:
      let field = bodies.symbols.fields[FieldID(rawValue: address.payload)]
      return try part(Int(field.position), of: try locate(address.base, frame))
    case .element:
      let index = frame.registers[Int(address.payload)]
      return try element(index, of: try locate(address.base, frame))
    case .mapElement:
      guard case .root(let map, let type) = try locate(address.base, frame),
        case .map(_, let element) = checker.coreNode(type)
      else { throw InterpreterError("a map element of no map") }
      var object: MapObject?
      if case .map(let given) = map { object = given }
      let key = frame.registers[Int(address.payload)]
      return .mapElement(object, key: key, path: [], type: element)
    }
  }

  func pointer(_ value: Value) throws -> Pointer {
    guard case .pointer(let pointer) = value else {
      if value.isNull { throw RuntimePanic("nil pointer dereference") }
      throw InterpreterError("no pointer: \(value)")
    }
    return pointer
  }

  private func global(_ id: GlobalID) throws -> Storage {
    if let known = globals[id] { return known }
    let symbol = bodies.symbols.globals[id]
    guard case .variable(let type)? = checker.object(named: symbol.name) else {
      throw InterpreterError("no variable \(symbol.name)")
    }
    let storage = Storage(zero(type))
    globals[id] = storage
    return storage
  }

  private func part(_ index: Int, of location: Location) throws -> Location {
    switch location {
    case .place(let pointer): return .place(pointer.at(index))
    case .mapElement(let map, let key, let path, let type):
      return .mapElement(map, key: key, path: path + [index], type: type)
    default: throw InterpreterError("a part of \(location)")
    }
  }

  private func element(_ value: Value, of location: Location) throws -> Location {
    let index = try int(value)
    switch location {
    case .root(.slice(let slice), _):
      try check(index, slice.count)
      return .place(slice.element(index))
    case .root(.null, _): throw RuntimePanic("index out of range")
    case .root(.string(let bytes), _):
      try check(index, bytes.count)
      return .byte(.integer(Int128(bytes[index]), .uint8))
    case .root(.pointer(let pointer), _):
      // A type parameter of pointers to arrays.
      return try element(value, of: .place(pointer))
    case .root(.array(let parts), _):
      try check(index, parts.count)
      return .place(Pointer(storage: Storage(.array(parts)), path: [index]))
    case .place(let pointer):
      guard case .array(let parts) = pointer.load() else {
        throw InterpreterError("an element of \(pointer.load())")
      }
      try check(index, parts.count)
      return .place(pointer.at(index))
    case .mapElement:
      return try part(index, of: location)
    default: throw InterpreterError("an element of \(location)")
    }
  }

  func int(_ value: Value) throws -> Int {
    switch value {
    case .integer(let number, _): return Int(clamping: number)
    case .float(let number, _): return Int(number)
    default: throw InterpreterError("no integer: \(value)")
    }
  }

  func check(_ index: Int, _ count: Int) throws {
    if index < 0 || index >= count { throw RuntimePanic("index out of range") }
  }

  /// What lies at an address, and whether a map has it.
  func load(_ id: AddressID, _ frame: Frame) throws -> (value: Value, isThere: Bool) {
    switch try locate(id, frame) {
    case .place(let pointer): return (pointer.load(), true)
    case .byte(let value): return (value, true)
    case .mapElement(let map, let key, let path, let type):
      let found = map?[key]
      let whole = found ?? zero(type)
      return (path.reduce(whole) { $0.part($1) }, found != nil)
    case .root: throw InterpreterError("a load of a root")
    }
  }

  func store(_ value: Value, _ id: AddressID, _ frame: Frame) throws {
    switch try locate(id, frame) {
    case .place(let pointer): pointer.store(value)
    case .mapElement(let map, let key, let path, let type):
      guard let map else { throw RuntimePanic("assignment to entry in nil map") }
      map[key] = (map[key] ?? zero(type)).replacing(path[...], with: value)
    default: throw InterpreterError("a store that leads nowhere")
    }
  }
}

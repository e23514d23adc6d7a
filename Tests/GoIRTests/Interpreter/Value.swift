import Basics
import GoTypes

@testable import GoIR

/// What a program of the interpreter computes with. Structs, arrays and strings are values;
/// pointers, slices, maps, channels and functions refer to objects.
indirect enum Value {
  /// The nil of every type that has one.
  case null
  /// An integer; untyped ones are wider than Go's types.
  case integer(Int128, BasicKind)
  case float(Double, BasicKind)
  case complex(Double, Double)
  case bool(Bool)
  case string([UInt8])
  case structure([Value])
  case array([Value])
  case pointer(Pointer)
  case slice(Slice)
  case map(MapObject)
  case channel(Channel)
  case function(FunctionObject)
  /// What an interface holds, with its dynamic type.
  case interface(TypeID, Value)
  /// The parts of an instruction that gives several.
  case tuple([Value])

  var isNull: Bool {
    if case .null = self { return true }
    return false
  }

  static func int(_ value: Int) -> Value { .integer(Int128(value), .int) }
}

/// A variable of the program.
final class Storage {
  var value: Value
  init(_ value: Value) { self.value = value }
}

/// A place in a variable: the fields and elements on the way to it.
struct Pointer {
  var storage: Storage
  var path: [Int] = []

  func at(_ index: Int) -> Pointer { Pointer(storage: storage, path: path + [index]) }

  func load() -> Value {
    path.reduce(storage.value) { whole, index in
      switch whole {
      case .structure(let parts), .array(let parts): parts[index]
      default: whole
      }
    }
  }

  func store(_ value: Value) { storage.value = storage.value.replacing(path[...], with: value) }

  func isSame(as other: Pointer) -> Bool { storage === other.storage && path == other.path }
}

extension Value {
  /// The value with a part replaced.
  func replacing(_ path: ArraySlice<Int>, with new: Value) -> Value {
    guard let first = path.first else { return new }
    switch self {
    case .structure(var parts):
      parts[first] = parts[first].replacing(path.dropFirst(), with: new)
      return .structure(parts)
    case .array(var parts):
      parts[first] = parts[first].replacing(path.dropFirst(), with: new)
      return .array(parts)
    default: return self
    }
  }

  func part(_ index: Int) -> Value {
    switch self {
    case .structure(let parts), .array(let parts), .tuple(let parts): parts[index]
    case .string(let bytes): .integer(Int128(bytes[index]), .uint8)
    default: .null
    }
  }
}

/// A part of an array in memory.
struct Slice {
  var array: Pointer
  var offset: Int
  var count: Int
  var capacity: Int

  func element(_ index: Int) -> Pointer { array.at(offset + index) }

  var elements: [Value] {
    guard case .array(let parts) = array.load() else { return [] }
    return Array(parts[offset..<offset + count])
  }
}

/// A map; it is gone over in the order of insertion.
final class MapObject {
  private var places: [String: Int] = [:]
  private(set) var entries: [(key: Value, value: Value)?] = []

  var count: Int { places.count }

  subscript(key: Value) -> Value? {
    get { places[key.mapKey].flatMap { entries[$0]?.value } }
    set {
      let name = key.mapKey
      if let place = places[name] {
        if let newValue {
          entries[place]?.value = newValue
        } else {
          entries[place] = nil
          places[name] = nil
        }
      } else if let newValue {
        places[name] = entries.count
        entries.append((key, newValue))
      }
    }
  }

  func removeAll() {
    places = [:]
    entries = entries.map { _ in nil }
  }
}

extension Value {
  /// A text that equal keys share.
  var mapKey: String {
    switch self {
    case .null: "nil"
    case .integer(let value, _): "i\(value)"
    case .float(let value, _): "f\(value)"
    case .complex(let real, let imaginary): "c\(real),\(imaginary)"
    case .bool(let value): "b\(value)"
    case .string(let bytes): "s\(bytes.count):\(bytes)"
    case .structure(let parts), .array(let parts), .tuple(let parts):
      "(\(parts.map(\.mapKey).joined(separator: ",")))"
    case .pointer(let pointer): "p\(ObjectIdentifier(pointer.storage).hashValue)\(pointer.path)"
    case .map(let object): "m\(ObjectIdentifier(object).hashValue)"
    case .channel(let object): "h\(ObjectIdentifier(object).hashValue)"
    case .function(let object): "F\(ObjectIdentifier(object).hashValue)"
    case .slice(let slice): "S\(ObjectIdentifier(slice.array.storage).hashValue)"
    case .interface(let type, let value): "I\(type.rawValue):\(value.mapKey)"
    }
  }
}

/// A channel. Goroutines that wait look again each time they are run.
final class Channel {
  let capacity: Int
  var buffer: [Value] = []
  var isClosed = false
  /// The senders that wait, with what they send; those of a select are asked anew.
  var senders: [(goroutine: Goroutine, value: Value)] = []
  /// The senders whose value was taken while they waited.
  var taken: [Goroutine] = []
  /// The goroutines that wait to receive.
  var receivers: [Goroutine] = []

  init(capacity: Int) { self.capacity = capacity }
}

/// A function as a value.
final class FunctionObject {
  enum Kind {
    case declared(FunctionName)
    case closure(PackageNode, FunctionID, [VariableID: Storage])
    /// A method with its receiver as the method takes it, or an interface method.
    case bound(Callee, String, Value)
    /// A method whose receiver is the first argument, by its name and the receiver's type.
    case method(String, TypeID)
    case builtin(String)
    /// The yield function of a range loop.
    case yield(Iteration)
  }

  let kind: Kind
  /// What type parameters stand for in it.
  let bindings: [TypeID: TypeID]

  init(_ kind: Kind, _ bindings: [TypeID: TypeID] = [:]) {
    self.kind = kind
    self.bindings = bindings
  }
}

/// A range loop that is under way.
final class Iteration {
  /// How many steps were taken, and of what.
  var position = 0
  var over: Value
  /// The frames of the iterator function while the loop's body runs, the outermost first.
  var parked: [Frame] = []
  /// The call of the yield function that waits for the body.
  var waiting: (frame: Frame, result: ValueID)?
  /// Whether the loop was left, so that what the function does further is no step.
  var isStopping = false

  init(_ over: Value) { self.over = over }
}

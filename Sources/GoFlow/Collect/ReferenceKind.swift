import Basics
import GoTypes

/// How values of a type lead to other memory.
public enum ReferenceKind: UInt8, Sendable {
  /// They do not: numbers, strings, structs and arrays of such.
  case none
  case pointer, slice, map, channel, function, interface
  /// Structs and arrays that hold such values.
  case aggregate
  /// Nothing is known of the type: it may be anything.
  case unknown

  /// Whether copying a value shares memory.
  public var isReference: Bool { self != .none && self != .aggregate }
}

/// The kinds of the types of one package's table, each found when it is first asked for. Used by
/// one thread.
public final class ReferenceKinds {
  private let checker: TypeChecker
  /// By type; nil where nobody asked.
  private var kinds: [ReferenceKind?] = []

  public init(_ checker: TypeChecker) { self.checker = checker }

  /// The kind of a type.
  public subscript(type: TypeID) -> ReferenceKind {
    if type.index < kinds.count, let known = kinds[type.index] { return known }
    // A struct that contains itself is no Go.
    note(.none, of: type)
    let kind = work(out: type)
    note(kind, of: type)
    return kind
  }

  private func note(_ kind: ReferenceKind, of type: TypeID) {
    if type.index >= kinds.count {
      let count = max(checker.typeCount, type.index + 1)
      kinds += Array(repeating: nil, count: count - kinds.count)
    }
    kinds[type.index] = kind
  }

  private func work(out type: TypeID) -> ReferenceKind {
    switch checker.coreNode(type) {
    case .unknown, .typeParameter, .named: return .unknown
    case .basic(let kind):
      return kind == .unsafePointer || kind == .untypedNil ? .pointer : .none
    case .pointer: return .pointer
    case .slice: return .slice
    case .map: return .map
    case .channel: return .channel
    case .function: return .function
    case .interface: return .interface
    case .array(let element, _):
      return self[element] == .none ? .none : .aggregate
    case .structure(let fields):
      for field in fields where self[field.type] != .none { return .aggregate }
      return .none
    case .tuple(let types):
      for part in types where self[part] != .none { return .aggregate }
      return .none
    }
  }
}

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

/// The kinds of all types of one package's table.
public struct ReferenceKinds: Sendable {
  private var kinds: [ReferenceKind]

  /// Reads the table as it is now; types that are added later are unknown.
  public init(_ checker: TypeChecker) {
    var reader = Reader(checker)
    kinds = (0..<checker.typeCount).map { reader.kind(of: TypeID($0)) }
  }

  /// The kind of a type.
  public subscript(type: TypeID) -> ReferenceKind {
    type.index < kinds.count ? kinds[type.index] : .unknown
  }

  private struct Reader {
    let checker: TypeChecker
    private var known: [TypeID: ReferenceKind] = [:]

    init(_ checker: TypeChecker) { self.checker = checker }

    mutating func kind(of type: TypeID) -> ReferenceKind {
      if let known = known[type] { return known }
      // A struct that contains itself is no Go.
      known[type] = ReferenceKind.none
      let kind = work(out: type)
      known[type] = kind
      return kind
    }

    private mutating func work(out type: TypeID) -> ReferenceKind {
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
        return kind(of: element) == .none ? .none : .aggregate
      case .structure(let fields):
        for field in fields where kind(of: field.type) != .none { return .aggregate }
        return .none
      case .tuple(let types):
        for part in types where kind(of: part) != .none { return .aggregate }
        return .none
      }
    }
  }
}

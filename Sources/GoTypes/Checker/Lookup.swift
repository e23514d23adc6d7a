import Basics
import GoSyntax

/// What a selector finds in a type.
enum Member {
  case field(TypeID)
  /// A declared method: its function type without receiver, and its full name.
  case method(TypeID, FunctionName)
  /// A method of an interface.
  case interfaceMethod(TypeID, interface: TypeID)
}

/// A declared function or method by name.
public struct FunctionName: Hashable, Sendable {
  /// The package that declares it.
  public var unit: UnitID
  /// The receiver's type, or "".
  public var receiver: String
  /// Whether the receiver is a pointer.
  public var hasPointerReceiver: Bool
  public var name: String
}

extension TypeChecker {
  /// The field or method that a name selects in a type, the shallowest first.
  func member(_ name: String, of type: TypeID) -> Member? {
    if name == "_" { return nil }
    // Most members are the type's own: they need no way.
    if let own = ownMember(name, of: pointerTarget(type).type) { return own }
    guard let selection = selection(name, in: type) else { return nil }
    switch selection.target {
    case .field: return .field(selection.type)
    case .method(let function): return .method(selection.type, function)
    case .interfaceMethod(let interface):
      return .interfaceMethod(selection.type, interface: interface)
    }
  }

  /// Whether a type may have fields or methods that are not known. What it embeds deeper is not
  /// selected then: one of those may have the name. Looks at no more than a thousand interfaces.
  func mayHaveMore(_ type: TypeID) -> Bool {
    if type == .unknown { return true }
    if case .structure = table[underlying(type)] { return false }
    var seen: Set<TypeID> = []
    var pending = [type]
    while let next = pending.popLast(), seen.count < 1000 {
      guard seen.insert(next).inserted else { continue }
      switch table[underlying(next)] {
      case .unknown: return true
      case .interface(let interface): pending += interface.embedded
      default: break
      }
    }
    return false
  }

  /// The type behind a pointer that selectors follow, declared pointer types included.
  func pointerTarget(_ type: TypeID) -> (type: TypeID, isPointer: Bool) {
    switch table[type] {
    case .pointer(let element): return (element, true)
    case .named:
      if case .pointer(let element) = table[underlying(type)] { return (element, true) }
      return (type, false)
    default: return (type, false)
    }
  }

  /// The field or method that a type has itself, embedded ones left out.
  func ownMember(_ name: String, of type: TypeID) -> Member? {
    if case .named(let named) = table[type], let method = method(name, of: named, type) {
      return method
    }
    switch table[underlying(type)] {
    case .structure(let fields):
      return fields.first { $0.name == name }.map { .field($0.type) }
    case .interface:
      return interfaceMethod(name, of: type)
        .map { .interfaceMethod($0.type, interface: $0.home) }
    case .typeParameter(let unit, let index):
      guard let info = parameterInfo(unit, index) else { return nil }
      if let method = interfaceMethod(name, of: info.constraint) {
        return .interfaceMethod(method.type, interface: method.home)
      }
      if case .structure(let fields) = table[core(type)] {
        return fields.first { $0.name == name }.map { .field($0.type) }
      }
      return nil
    default:
      return nil
    }
  }

  private func method(_ name: String, of named: NamedType, _ id: TypeID) -> Member? {
    guard let (info, other) = info(of: named) else { return nil }
    let method: DeclaredMethod?
    if other == nil {
      method = ownMethod(name, of: Int(named.index))
    } else {
      method = info.methods[name]
    }
    guard let method else { return nil }
    let type = other.map { adopt(method.type, from: $0) } ?? method.type
    let full = FunctionName(
      unit: named.unit, receiver: info.name, hasPointerReceiver: method.hasPointerReceiver,
      name: name)
    return .method(withArguments(of: named, id, type), full)
  }

  /// The methods of an interface type, those of embedded interfaces too, each once.
  func methodSet(of type: TypeID) -> [InterfaceMethod] {
    var methods: [InterfaceMethod] = []
    var names: Set<String> = []
    var seen: Set<TypeID> = []
    var pending = [type]
    while let next = pending.popLast(), seen.count < 1000 {
      guard seen.insert(next).inserted,
        case .interface(let interface) = table[underlying(next)]
      else { continue }
      for method in interface.methods where names.insert(method.name).inserted {
        methods.append(method)
      }
      pending += interface.embedded
    }
    return methods
  }

  /// Whether a type is an interface of methods and nothing else.
  func isMethodSet(_ type: TypeID) -> Bool {
    var seen: Set<TypeID> = []
    var pending = [type]
    while let next = pending.popLast(), seen.count < 1000 {
      guard seen.insert(next).inserted else { continue }
      guard case .interface(let interface) = table[underlying(next)], interface.unions.isEmpty
      else { return false }
      if case .named(let named) = table[next], named.unit == .universe, named.index == 1 {
        return false  // comparable
      }
      pending += interface.embedded
    }
    return true
  }

  /// The type of a method of an interface, and the interface that declares it: itself or one
  /// that it embeds, the first that is written.
  private func interfaceMethod(
    _ name: String, of type: TypeID
  ) -> (type: TypeID, home: TypeID)? {
    var seen: Set<TypeID> = []
    var pending = [type]
    while let next = pending.popLast(), seen.count < 1000 {
      guard seen.insert(next).inserted, case .interface(let interface) = table[underlying(next)]
      else { continue }
      if let own = interface.methods.first(where: { $0.name == name }) { return (own.type, next) }
      pending += interface.embedded.reversed()
    }
    return nil
  }
}

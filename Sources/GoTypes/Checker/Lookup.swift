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
    var level = [dereferencedForSelection(type)]
    var seen: Set<TypeID> = []
    while !level.isEmpty {
      var next: [TypeID] = []
      for candidate in level where seen.insert(candidate).inserted {
        if let member = ownMember(name, of: candidate) { return member }
        next += embedded(in: candidate)
      }
      level = next
    }
    return nil
  }

  private func dereferencedForSelection(_ type: TypeID) -> TypeID {
    if case .pointer(let element) = table[type] { return element }
    if case .named = table[type] {
      // A declared pointer type has the fields of what it points at.
      if case .pointer(let element) = table[underlying(type)] { return element }
    }
    return type
  }

  private func embedded(in type: TypeID) -> [TypeID] {
    guard case .structure(let fields) = table[core(type)] else { return [] }
    return fields.filter(\.isEmbedded).map { dereferencedForSelection($0.type) }
  }

  func ownMember(_ name: String, of type: TypeID) -> Member? {
    if case .named(let named) = table[type], let method = method(name, of: named) {
      return method
    }
    switch table[underlying(type)] {
    case .structure(let fields):
      return fields.first { $0.name == name }.map { .field($0.type) }
    case .interface:
      return interfaceMethod(name, of: type, depth: 0)
        .map { .interfaceMethod($0.type, interface: $0.home) }
    case .typeParameter(let unit, let index):
      guard let info = parameterInfo(unit, index) else { return nil }
      if let method = interfaceMethod(name, of: info.constraint, depth: 0) {
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

  private func method(_ name: String, of named: NamedType) -> Member? {
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
    return .method(
      named.arguments.isEmpty ? type : substitute(type, bindings(of: named)), full)
  }

  /// The methods of an interface type, those of embedded interfaces too, each once.
  func methodSet(of type: TypeID) -> [InterfaceMethod] {
    var methods: [InterfaceMethod] = []
    var seen: Set<TypeID> = []
    var pending = [type]
    while let next = pending.popLast() {
      guard seen.insert(next).inserted,
        case .interface(let interface) = table[underlying(next)]
      else { continue }
      for method in interface.methods where !methods.contains(where: { $0.name == method.name }) {
        methods.append(method)
      }
      pending += interface.embedded
    }
    return methods
  }

  /// Whether a type is an interface of methods and nothing else.
  func isMethodSet(_ type: TypeID, depth: Int = 0) -> Bool {
    guard depth < 32, case .interface(let interface) = table[underlying(type)] else {
      return false
    }
    if case .named(let named) = table[type], named.unit == .universe, named.index == 1 {
      return false  // comparable
    }
    return interface.unions.isEmpty
      && interface.embedded.allSatisfy { isMethodSet($0, depth: depth + 1) }
  }

  /// The type of a method of an interface, and the interface that declares it: itself or one
  /// that it embeds.
  private func interfaceMethod(
    _ name: String, of type: TypeID, depth: Int
  ) -> (type: TypeID, home: TypeID)? {
    guard depth < 32, case .interface(let interface) = table[underlying(type)] else { return nil }
    if let own = interface.methods.first(where: { $0.name == name }) { return (own.type, type) }
    for embedded in interface.embedded {
      if let found = interfaceMethod(name, of: embedded, depth: depth + 1) { return found }
    }
    return nil
  }
}

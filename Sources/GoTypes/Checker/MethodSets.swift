import Basics

/// A method that an interface asks for.
public struct AskedMethod: Sendable {
  public var name: String
  /// A function type without the receiver.
  public var type: TypeID
  /// The package that the method is written in: one whose name is not exported is another method
  /// in another package (see "Uniqueness of identifiers").
  public var unit: UnitID
}

/// What those ask who find the implementations of interfaces.
extension TypeChecker {
  /// The methods that an interface asks for, those of embedded interfaces too, each once, by
  /// name; of a type parameter those of its constraint. Looks at no more than a thousand
  /// interfaces.
  public func askedMethods(of type: TypeID) -> [AskedMethod] {
    var methods: [String: AskedMethod] = [:]
    var seen: Set<TypeID> = []
    var pending = [(type: type, unit: unit)]
    while var (next, home) = pending.popLast(), seen.count < 1000 {
      if case .typeParameter(let unit, let index) = table[underlying(next)] {
        guard let info = parameterInfo(unit, index) else { continue }
        (next, home) = (info.constraint, unit)
      }
      guard seen.insert(next).inserted else { continue }
      if case .named(let named) = table[next] { home = named.unit }
      guard case .interface(let interface) = table[underlying(next)] else { continue }
      for method in interface.methods where methods[method.name] == nil {
        methods[method.name] = AskedMethod(name: method.name, type: method.type, unit: home)
      }
      pending += interface.embedded.map { ($0, home) }
    }
    return methods.values.sorted { $0.name < $1.name }
  }

  /// The names of all methods that selectors may find in values of a type, sorted: of its own,
  /// and of what it embeds. Some may be hidden by others. Looks at no more than a thousand types.
  public func methodNames(of type: TypeID) -> [String] {
    var names: Set<String> = []
    var seen: Set<TypeID> = []
    var pending = [type]
    while let next = pending.popLast(), seen.count < 1000 {
      let target = pointerTarget(next).type
      guard seen.insert(target).inserted else { continue }
      if case .named(let named) = table[target], let (info, other) = info(of: named) {
        if other != nil {
          names.formUnion(info.methods.keys)
        } else if isPackageLevel(named) {
          names.formUnion((methodsByType[info.name] ?? [:]).keys)
        }
      }
      switch table[underlying(target)] {
      case .structure(let fields): pending += fields.filter(\.isEmbedded).map(\.type)
      case .interface: names.formUnion(askedMethods(of: target).map(\.name))
      default: break
      }
    }
    return names.sorted()
  }

  /// Whether a declared type of this package is declared outside of functions.
  public func isPackageLevel(_ named: NamedType) -> Bool {
    guard named.unit == unit, let (info, _) = info(of: named) else { return true }
    return typeNumbers[info.name].map { $0 == Int(named.index) } ?? false
  }

  /// Whether a type parameter stands anywhere in a type as it is written out.
  public func mentionsTypeParameters(_ type: TypeID) -> Bool { table.mentionsParameters(type) }
}

import GoTypes

@testable import LibraryModels

/// The signature of a function or method that a package declares.
struct Signature {
  private let interface: PackageInterface
  private let type: FunctionType
  private let isMethod: Bool

  /// Nil where the package declares no such function or method; `packages` by their paths.
  init?(of function: ModelledFunction, in packages: [String: PackageInterface]) {
    guard let package = packages[function.package] else { return nil }
    isMethod = !function.type.isEmpty
    let found: (PackageInterface, TypeID)?
    if isMethod {
      guard let info = package.types.first(where: { $0.name == function.type }) else { return nil }
      found =
        info.methods[function.name].map { (package, $0.type) }
        ?? Self.method(function.name, of: info.underlying, package, packages)
    } else if case .function(let type, _)? = package.objects[function.name] {
      found = (package, type)
    } else {
      found = nil
    }
    guard let (interface, id) = found, case .function(let type) = interface.nodes[id.index] else {
      return nil
    }
    self.interface = interface
    self.type = type
  }

  /// A method of an interface type, be it one that is embedded, with the package of its types.
  private static func method(
    _ name: String, of type: TypeID, _ interface: PackageInterface,
    _ packages: [String: PackageInterface]
  ) -> (PackageInterface, TypeID)? {
    switch interface.nodes[type.index] {
    case .interface(let methods):
      if let method = methods.methods.first(where: { $0.name == name }) {
        return (interface, method.type)
      }
      for part in methods.embedded {
        if let found = method(name, of: part, interface, packages) { return found }
      }
      return nil
    case .named(let named):
      guard let other = packages.values.first(where: { $0.unit == named.unit }) else { return nil }
      return method(name, of: other.types[Int(named.index)].underlying, other, packages)
    default: return nil
    }
  }

  /// What a model says that the signature does not bear.
  func faults(_ model: FunctionModel) -> [String] {
    guard let effects = model.effects else { return [] }
    var places = effects.accesses.map(\.place) + effects.locks.map(\.lock)
    places += effects.signals.map(\.subject)
    for retention in effects.retentions {
      places.append(retention.value)
      if case .place(let place) = retention.keeper { places.append(place) }
    }
    for run in effects.runs {
      places += [run.function] + run.arguments + (run.signals.map { [$0] } ?? [])
    }
    var faults: [String] = []
    for result in effects.results {
      places.append(.result(result.result))
      switch result.origin {
      case .fresh: break
      case .copy(let place, _), .view(let place), .element(let place, _), .taken(let place):
        places.append(place)
      }
    }
    for place in places where !has(place) { faults.append("there is no \(place)") }
    for access in effects.accesses where has(access.place) && !leadsSomewhere(access.place) {
      faults.append("\(access.place) leads to no memory")
    }
    for run in effects.runs where has(run.function) && !mayRun(run.function) {
      faults.append("\(run.function) is no function")
    }
    if effects.locks.contains(where: { $0.action == .tryAcquire }),
      type.results.first.map({ interface.nodes[$0.index] == .basic(.bool) }) != true
    {
      faults.append("the first result is not bool")
    }
    return faults
  }

  private func has(_ place: CallPlace) -> Bool {
    switch place {
    case .receiver: isMethod
    case .argument(let position): position < type.parameters.count
    case .variadic(let position): type.isVariadic && position == type.parameters.count - 1
    case .result(let position): position < type.results.count
    case .kept: isMethod
    case .field(let place, _): has(place)
    }
  }

  /// The type of a place, of a receiver nil.
  private func node(_ place: CallPlace) -> TypeNode? {
    switch place {
    case .receiver, .kept, .field: return nil
    case .argument(let position): return interface.nodes[type.parameters[position].index]
    case .result(let position): return interface.nodes[type.results[position].index]
    case .variadic(let position):
      guard case .slice(let element) = interface.nodes[type.parameters[position].index] else {
        return nil
      }
      return interface.nodes[element.index]
    }
  }

  /// Whether values of a place refer to memory at all; of what other packages declare nothing is
  /// known.
  private func leadsSomewhere(_ place: CallPlace) -> Bool {
    if case .basic(let kind)? = node(place) { return kind == .unsafePointer }
    return true
  }

  /// Whether a place may hold a function, or a value whose methods are run.
  private func mayRun(_ place: CallPlace) -> Bool {
    guard let node = node(place) else { return true }
    switch node {
    case .function, .interface, .typeParameter, .named, .pointer, .unknown: return true
    default: return false
    }
  }
}

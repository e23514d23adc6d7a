import Basics

/// What a call runs, as far as the program says.
public enum ResolvedCallee: Hashable, Sendable {
  /// A function with a body.
  case function(FunctionNumber)
  /// One of these: a method of an interface. At least one, and at most `maximumTargets`.
  case targets([InterfaceTarget])
  /// A function value.
  case value
  /// Nothing that the program has: a function without a body, a method of an interface that no
  /// known type comes to or very many do, a method of a type parameter, a name alone.
  case unknown

  /// A call that may run more than this counts as unknown.
  public static let maximumTargets = 16
}

/// A method that a call through an interface may run.
public struct InterfaceTarget: Hashable, Sendable {
  /// `none` where its body is not in the program.
  public var function: FunctionNumber
  public var key: FunctionKey
  /// The embedded fields that lead from what lies in the interface to the method's receiver. After
  /// an interface on the way comes what lies in that one.
  public var way: [ConcreteType.EmbeddedStep]
}

/// Resolves the callees of a program.
struct CalleeResolver {
  let functions: [FunctionKey: FunctionNumber]
  let interfaces: InterfaceTable
  let texts: Table<TextID, String>

  /// What each callee runs in production, and in tests where that differs.
  func resolve(
    _ callees: [FlowCallee]
  ) -> (all: [ResolvedCallee], inTests: [CalleeNumber: ResolvedCallee]) {
    var all: [ResolvedCallee] = []
    var inTests: [CalleeNumber: ResolvedCallee] = [:]
    var known: [Method: (ResolvedCallee, ResolvedCallee)] = [:]
    all.reserveCapacity(callees.count)
    for (index, callee) in callees.enumerated() {
      switch callee {
      case .function(let key): all.append(functions[key].map { .function($0) } ?? .unknown)
      case .value: all.append(.value)
      case .unknown: all.append(.unknown)
      case .method(let interface, let key):
        guard let name = name(of: key, in: interface) else {
          all.append(.unknown)
          continue
        }
        let method = Method(interface: interface, name: name)
        let pair =
          known[method]
          ?? (resolve(method, inTest: false), resolve(method, inTest: true))
        known[method] = pair
        all.append(pair.0)
        if pair.0 != pair.1 { inTests[CalleeNumber(index)] = pair.1 }
      }
    }
    return (all, inTests)
  }

  private struct Method: Hashable {
    var interface: InterfaceNumber
    var name: TextID
  }

  private func resolve(_ method: Method, inTest: Bool) -> ResolvedCallee {
    let targets = interfaces.targets(of: method.interface, method.name, inTest: inTest)
    return targets.isEmpty || targets.count > ResolvedCallee.maximumTargets
      ? .unknown : .targets(targets)
  }

  /// The name that a method has in an interface's shape: one that is not exported has its package
  /// in front.
  private func name(of key: FunctionKey, in interface: InterfaceNumber) -> TextID? {
    let methods = interfaces.shapes[interface.index].methods
    if methods.contains(where: { $0.name == key.name }) { return key.name }
    let suffix = "." + texts[key.name]
    return methods.first { texts[$0.name].hasSuffix(suffix) }?.name
  }
}

import Basics

/// Which types come to which interfaces.
///
/// Interfaces that ask for the same methods are one node of a graph. A conversion puts a type into
/// a node; where values of one interface become those of another, or are asserted to be, what lies
/// in the one and has the methods of the other comes to it.
public struct InterfaceTable: Sendable {
  public let shapes: [InterfaceShape]
  public let concretes: [ConcreteType]
  /// The types that come to each interface, without what only tests convert, and with it.
  private let production: [BitSet<ConcreteNumber>]
  private let withTests: [BitSet<ConcreteNumber>]
  /// The declared methods with bodies.
  private let bodies: [FunctionKey: FunctionNumber]

  init(_ tables: ProgramTables, body: (FunctionKey) -> FunctionNumber) {
    shapes = tables.interfaces.elements
    concretes = tables.concretes.elements
    let flow = InterfaceFlow(shapes, concretes)
    let conversions = tables.conversions.elements
    production = flow.solve(conversions.filter { !$0.isInTest })
    withTests = conversions.contains(where: \.isInTest) ? flow.solve(conversions) : production
    var bodies: [FunctionKey: FunctionNumber] = [:]
    for concrete in concretes {
      for method in concrete.methods where method.embedded.isNone {
        let number = body(method.function)
        if !number.isNone { bodies[method.function] = number }
      }
    }
    self.bodies = bodies
  }

  /// The types whose values may lie in an interface, in the order of their numbers.
  public func types(in interface: InterfaceNumber, inTest: Bool) -> BitSet<ConcreteNumber> {
    inTest ? withTests[interface.index] : production[interface.index]
  }

  /// What a call of a method may run, by the name that the interface's shape has for it: those
  /// with bodies in the order of their numbers, then the others in the order of their types.
  ///
  /// Where a method is an embedded interface's, it is followed to what lies there, but an
  /// interface that was met before adds nothing: what a wrapper passes on to the interface that it
  /// wraps is missing when all that lies there comes to the wrapper's own interface too.
  public func targets(
    of interface: InterfaceNumber, _ method: TextID, inTest: Bool
  ) -> [InterfaceTarget] {
    if shapes[interface.index].isConstraint { return [] }
    var found: [InterfaceTarget] = []
    var seen: Set<InterfaceTarget> = []
    var met: Set<InterfaceNumber> = [interface]
    var pending: [(interface: InterfaceNumber, way: [ConcreteType.EmbeddedStep])] = [
      (interface, [])
    ]
    var next = 0
    while next < pending.count {
      let (interface, way) = pending[next]
      next += 1
      for concrete in types(in: interface, inTest: inTest) {
        guard let own = self.method(method, of: concrete) else { continue }
        if !own.embedded.isNone {
          if met.insert(own.embedded).inserted { pending.append((own.embedded, way + own.way)) }
          continue
        }
        let target = InterfaceTarget(
          function: bodies[own.function] ?? .none, key: own.function, way: way + own.way)
        if seen.insert(target).inserted { found.append(target) }
      }
    }
    let order = found.indices.sorted { (found[$0].function, $0) < (found[$1].function, $1) }
    return order.map { found[$0] }
  }

  private func method(_ name: TextID, of concrete: ConcreteNumber) -> ConcreteType.Method? {
    concretes[concrete.index].methods.first { $0.shape.name == name }
  }
}

/// Solves which types come to which interfaces.
private struct InterfaceFlow {
  private let shapes: [InterfaceShape]
  /// The types that have the methods of each interface.
  private let implementations: [BitSet<ConcreteNumber>]

  init(_ shapes: [InterfaceShape], _ concretes: [ConcreteType]) {
    self.shapes = shapes
    var byName: [TextID: [(type: ConcreteNumber, signature: TextID)]] = [:]
    var all = BitSet<ConcreteNumber>()
    for (index, concrete) in concretes.enumerated() {
      all.insert(ConcreteNumber(index))
      for method in concrete.methods {
        byName[method.shape.name, default: []].append(
          (ConcreteNumber(index), method.shape.signature))
      }
    }
    implementations = shapes.map { shape in
      var types = all
      for method in shape.methods {
        var having = BitSet<ConcreteNumber>()
        for (type, signature) in byName[method.name] ?? []
        where signature == method.signature || signature == .empty || method.signature == .empty {
          having.insert(type)
        }
        types = types.intersection(having)
      }
      return types
    }
  }

  /// The types that come to each interface by some conversions.
  func solve(_ conversions: [InterfaceConversion]) -> [BitSet<ConcreteNumber>] {
    var types = Array(repeating: BitSet<ConcreteNumber>(), count: shapes.count)
    var onward: [[Int]] = Array(repeating: [], count: shapes.count)
    for conversion in conversions {
      switch conversion.source {
      case .concrete(let number): types[conversion.target.index].insert(number)
      case .interface(let number): onward[number.index].append(conversion.target.index)
      }
    }
    var pending = shapes.indices.filter { !types[$0].isEmpty }
    var isPending = types.map { !$0.isEmpty }
    var next = 0
    while next < pending.count {
      let source = pending[next]
      next += 1
      isPending[source] = false
      for target in onward[source] {
        let coming = types[source].intersection(implementations[target])
        if types[target].formUnion(coming), !isPending[target] {
          isPending[target] = true
          pending.append(target)
        }
      }
    }
    return types
  }
}

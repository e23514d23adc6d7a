import Basics
import GoIR

/// A component of a program's call graph.
public struct ComponentNumber: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// Which bodies call which, and in which order they can be summarised.
///
/// A body depends on the functions that it calls, starts, defers or mentions as values, on the
/// methods that its calls through interfaces may run, and on its literals. Those that depend on
/// each other are one component. Components are numbered from the bottom up: each after those that
/// it depends on.
public struct CallGraph: Sendable {
  /// Bodies that call each other, or one alone.
  public struct Component: Sendable {
    /// In the order of their numbers.
    public let functions: [FunctionNumber]
    /// The components that it depends on, ascending.
    public let dependencies: [ComponentNumber]
    /// Whether a body may call itself, directly or not.
    public let isRecursive: Bool
  }

  public let components: Table<ComponentNumber, Component>
  private let edges: CallEdges
  private let componentsByFunction: [ComponentNumber]
  /// The places of functions in the lists of their components.
  private let positions: [UInt32]

  /// The graph of a program, on `jobs` threads.
  public init(_ program: FlowProgram, jobs: Int) {
    self.init(program, nil, jobs: jobs)
  }

  /// The graph of the bodies that calls are taken for, on `jobs` threads; without targets of all
  /// bodies that they may run.
  init(_ program: FlowProgram, _ targets: CallTargets?, jobs: Int) {
    let edges = CallEdges(program, targets, jobs: jobs)
    self.edges = edges
    let found = StrongComponents(nodes: edges.count) { node in
      edges.targets(of: node).count
    } target: { node, edge in
      edges.target(of: node, edge)
    }
    componentsByFunction = found.components.map { ComponentNumber(rawValue: $0) }
    let components = Self.components(found, edges)
    self.components = Table(components)
    var positions = Array(repeating: UInt32(0), count: edges.count)
    for component in components {
      for (position, function) in component.functions.enumerated() {
        positions[function.index] = UInt32(position)
      }
    }
    self.positions = positions
  }

  /// The component of a function.
  public func component(of function: FunctionNumber) -> ComponentNumber {
    componentsByFunction[function.index]
  }

  /// The place of a function in its component's list.
  func position(of function: FunctionNumber) -> Int { Int(positions[function.index]) }

  /// The functions that one depends on, each once, in the order in which its body mentions them.
  public func callees(of function: FunctionNumber) -> some RandomAccessCollection<FunctionNumber> {
    edges.targets(of: function.index).lazy.map { FunctionNumber(rawValue: $0) }
  }

  /// What the components depend on, as `Parallel.map(dependencies:)` takes it.
  public var dependencies: [[Int]] {
    components.elements.map { $0.dependencies.map(\.index) }
  }

  private static func components(_ found: StrongComponents, _ edges: CallEdges) -> [Component] {
    var functions: [[FunctionNumber]] = Array(repeating: [], count: found.count)
    for (index, component) in found.components.enumerated() {
      functions[Int(component)].append(FunctionNumber(index))
    }
    return functions.enumerated().map { number, members in
      let own = ComponentNumber(number)
      var dependencies: Set<ComponentNumber> = []
      var callsItself = false
      for member in members {
        for target in edges.targets(of: member.index) {
          let other = ComponentNumber(rawValue: found.components[Int(target)])
          if other == own { callsItself = true } else { dependencies.insert(other) }
        }
      }
      return Component(
        functions: members, dependencies: dependencies.sorted(), isRecursive: callsItself)
    }
  }
}

/// The edges of a call graph, those of one function side by side.
private struct CallEdges: Sendable {
  /// Where the edges of each function begin; one more at the end.
  private var starts: [Int] = [0]
  private var list: [UInt32] = []

  init(_ program: FlowProgram, _ targets: CallTargets?, jobs: Int) {
    let found = Parallel.map(count: program.packages.count, jobs: jobs) { _, index in
      program.packages[index].functions.map {
        Self.edges(of: FunctionNumber(rawValue: $0), in: program, targets)
      }
    }
    for edges in found.joined() {
      list += edges
      starts.append(list.count)
    }
  }

  var count: Int { starts.count - 1 }

  func targets(of function: Int) -> ArraySlice<UInt32> {
    list[starts[function]..<starts[function + 1]]
  }

  func target(of function: Int, _ edge: Int) -> Int { Int(list[starts[function] + edge]) }

  private static func edges(
    of number: FunctionNumber, in program: FlowProgram, _ targets: CallTargets?
  ) -> [UInt32] {
    if targets?.implementsGoroutines(number, program) == true { return [] }
    let function = program.functions[number]
    let isInTest = function.traits.contains(.isInTest)
    var edges: [UInt32] = []
    var seen: Set<UInt32> = []
    func add(_ target: FunctionNumber) {
      if !target.isNone, seen.insert(target.rawValue).inserted { edges.append(target.rawValue) }
    }
    for instruction in function.body.instructions {
      switch instruction.opcode {
      case .closure: add(FunctionNumber(rawValue: instruction.payload))
      case .call, .go, .defer, .function, .methodValue:
        let callee = CalleeNumber(rawValue: instruction.payload)
        if let targets {
          let isOfLibrary = targets.runsMethods(callee)
          for target in targets.boxedMethods(of: instruction, function.body, isOfLibrary) {
            add(target.function)
          }
          if case .functions(let found) = targets.target(of: callee, isInTest: isInTest) {
            for target in found { add(target.function) }
          }
          continue
        }
        switch program.resolve(callee, inTest: isInTest) {
        case .function(let target): add(target)
        case .targets(let targets): for target in targets { add(target.function) }
        case .value, .unknown: break
        }
      default: break
      }
    }
    return edges
  }
}

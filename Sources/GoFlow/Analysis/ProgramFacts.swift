import Basics
import GoIR
import LibraryModels

/// What the bodies of a program say together, before any of them is interpreted.
struct ProgramFacts: Sendable {
  /// Fields and package variables that are assigned to, or whose address is taken.
  private(set) var assignedFields: BitSet<FieldNumber>
  private(set) var assignedGlobals: BitSet<GlobalNumber>
  /// What the callees are for the interpreter.
  private(set) var targets = Targets()
  /// The slots into which goroutines may look.
  let watched: WatchedSlots

  /// What callees are: in production code and in tests.
  struct Targets: Sendable {
    fileprivate var production: [CallTarget] = []
    fileprivate var tests: [CallTarget] = []

    func target(of callee: CalleeNumber, isInTest: Bool) -> CallTarget {
      isInTest ? tests[callee.index] : production[callee.index]
    }
  }

  init(_ program: FlowProgram, _ graph: CallGraph, _ models: LibraryModels) {
    var fields = BitSet<FieldNumber>()
    var globals = BitSet<GlobalNumber>()
    for function in program.functions.elements {
      for instruction in function.body.instructions
      where instruction.opcode == .store || instruction.opcode == .address {
        var node = function.body.addresses[Int(instruction.payload)]
        while true {
          switch node.step {
          case .field: fields.insert(FieldNumber(rawValue: node.payload))
          case .global: globals.insert(GlobalNumber(rawValue: node.payload))
          default: break
          }
          if node.step.isRoot { break }
          node = function.body.addresses[node.base.index]
        }
      }
    }
    assignedFields = fields
    assignedGlobals = globals
    for callee in program.callees.ids {
      let model = Self.model(of: callee, program, models)
      if let name = Self.builtin(callee, program) {
        targets.production.append(.builtin(name))
        targets.tests.append(.builtin(name))
        continue
      }
      targets.production.append(Self.target(program.resolve(callee, inTest: false), model))
      targets.tests.append(Self.target(program.resolve(callee, inTest: true), model))
    }
    watched = WatchedSlots(program, GoroutineReach(program, graph, targets))
  }

  private static func builtin(_ callee: CalleeNumber, _ program: FlowProgram) -> String? {
    guard case .function(let key) = program.callees[callee], key.package == .empty,
      key.receiver == .empty
    else { return nil }
    return program.texts[key.name]
  }

  private static func target(
    _ resolved: ResolvedCallee, _ model: FunctionModel?
  ) -> CallTarget {
    if let model, model.effects != nil || model.marksParallel { return .model(model) }
    switch resolved {
    case .function(let number):
      return .functions([CallTarget.Function(function: number, way: [])])
    case .targets(let targets):
      let known = targets.filter { !$0.function.isNone }
        .map { CallTarget.Function(function: $0.function, way: $0.way) }
      return known.isEmpty ? .unknown : .functions(known)
    case .value: return .value
    case .unknown: return .unknown
    }
  }

  private static func model(
    of callee: CalleeNumber, _ program: FlowProgram, _ models: LibraryModels
  ) -> FunctionModel? {
    guard let key = program.key(of: callee) else { return nil }
    return models.model(
      of: ModelledFunction(
        package: program.texts[key.package], type: program.texts[key.receiver],
        name: program.texts[key.name]))
  }
}

import Basics
import GoIR
import LibraryModels

/// What the bodies of a program say together, before any of them is interpreted.
struct ProgramFacts: Sendable {
  /// Fields and package variables that are assigned to, or whose address is taken.
  private(set) var assignedFields: BitSet<FieldNumber>
  private(set) var assignedGlobals: BitSet<GlobalNumber>
  /// Fields of slices that are assigned something else than what is surely no shorter: there,
  /// `append` may write what a slice shows that was taken out before.
  private(set) var shortenedFields: BitSet<FieldNumber>
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
    shortenedFields = Self.shortenedFields(program)
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

  private static func shortenedFields(_ program: FlowProgram) -> BitSet<FieldNumber> {
    var fields = BitSet<FieldNumber>()
    for function in program.functions.elements {
      let body = function.body
      for instruction in body.instructions where instruction.opcode == .store {
        let address = body.addresses[Int(instruction.payload)]
        guard address.step == .field, instruction.operandCount > 0,
          mayShorten(body.operands[Int(instruction.firstOperand)], body, depth: 0)
        else { continue }
        fields.insert(FieldNumber(rawValue: address.payload))
      }
    }
    return fields
  }

  /// Whether a value may be a slice that ends before the end of another one of its array.
  private static func mayShorten(_ value: ValueID, _ body: FlowBody, depth: Int) -> Bool {
    guard !value.isNone else { return false }
    let instruction = body.instructions[value.index]
    let operands = body.operands[Int(instruction.firstOperand)...]
      .prefix(Int(instruction.operandCount))
    switch instruction.opcode {
    case .slice: return operands.count > 2 && !(operands.dropFirst(2).first?.isNone ?? true)
    case .append, .convert:
      guard let base = operands.first, depth < 8 else { return true }
      return mayShorten(base, body, depth: depth + 1)
    case .load, .make, .composite, .constant, .zero, .new, .parameter, .receive: return false
    default: return instruction.kind == .slice
    }
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

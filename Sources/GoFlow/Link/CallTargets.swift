import Basics
import LibraryModels

/// What the callees of a program are for the analysis, by their numbers: in production code and in
/// tests. A model is believed in place of bodies.
struct CallTargets: Sendable {
  private var production: [CallTarget] = []
  private var tests: [CallTarget] = []
  private let boxed: BoxedMethods

  init(_ program: FlowProgram, _ models: LibraryModels) {
    let groups = GroupShape(program)
    boxed = BoxedMethods(program, models)
    for callee in program.callees.ids {
      if let name = Self.builtin(callee, program) {
        production.append(.builtin(name))
        tests.append(.builtin(name))
        continue
      }
      let model = Self.model(of: callee, program, models)
      for isInTest in [false, true] {
        var target = Self.target(program.resolve(callee, inTest: isInTest), model)
        if case .unknown = target, let group = groups.model(of: callee, program) {
          target = .model(group)
        }
        if isInTest { tests.append(target) } else { production.append(target) }
      }
    }
  }

  func target(of callee: CalleeNumber, isInTest: Bool) -> CallTarget {
    isInTest ? tests[callee.index] : production[callee.index]
  }

  /// What the methods of a pointer run that becomes a value of an interface.
  func methods(of conversion: ConversionNumber) -> [CallTarget] { boxed[conversion] }

  /// Whether it matters to know what a function of the program is given as an interface: it may
  /// hand it on to a library, as one hands writers on.
  func mayBeHandedOn(_ conversion: ConversionNumber) -> Bool { boxed.isOfLibrary(conversion) }

  /// Whether a call of a callee may call methods of its arguments, or make something that does.
  func runsMethods(_ callee: CalleeNumber) -> Bool {
    guard case .model(let model) = production[callee.index], let effects = model.effects else {
      return false
    }
    return effects.runsMethods
  }

  /// Whether a model stands for what a callee runs.
  func isModelled(_ callee: CalleeNumber) -> Bool {
    if case .model = production[callee.index] { return true }
    return false
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

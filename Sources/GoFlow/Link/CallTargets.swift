import Basics
import LibraryModels

/// What the callees of a program are for the analysis, by their numbers: in production code and in
/// tests. A model is believed in place of bodies.
struct CallTargets: Sendable {
  private var production: [CallTarget] = []
  private var tests: [CallTarget] = []
  private var boxed = BoxedMethods()
  private let ordering: OrderingMethods
  /// The packages of which goroutines are made, by their paths.
  private var implementing = BitSet<TextID>()

  init(_ program: FlowProgram, _ models: LibraryModels) {
    let groups = GroupShape(program)
    ordering = OrderingMethods(program, models)
    for package in program.packages where models.implementsGoroutines(package.testedPath) {
      if let text = program.text(package.path) { implementing.insert(text) }
    }
    boxed = BoxedMethods(program, models) { [implementing] function in
      implementing.contains(program.functions[function].key.package)
    }
    for callee in program.callees.ids {
      if let name = Self.builtin(callee, program) {
        production.append(.builtin(name))
        tests.append(.builtin(name))
        continue
      }
      let model = Self.model(of: callee, program, models)
      for isInTest in [false, true] {
        var target = target(program.resolve(callee, inTest: isInTest), model, program)
        if case .unknown = target {
          let known = ordering.model(of: callee, isInTest: isInTest)
          if let known = known ?? groups.model(of: callee, program) { target = .model(known) }
        }
        if isInTest { tests.append(target) } else { production.append(target) }
      }
    }
  }

  func target(of callee: CalleeNumber, isInTest: Bool) -> CallTarget {
    isInTest ? tests[callee.index] : production[callee.index]
  }

  /// What a call of a method of an interface does to the value in it besides what the bodies do that it
  /// runs; nil for most.
  func ordering(of callee: CalleeNumber, isInTest: Bool) -> FunctionModel? {
    ordering.model(of: callee, isInTest: isInTest)
  }

  /// What the methods of a pointer run that becomes a value of an interface.
  func methods(of conversion: ConversionNumber) -> [CallTarget] { boxed[conversion] }

  /// Whether it matters to know what a function of the program is given as an interface: it may
  /// hand it on to a library, as one hands writers on.
  func mayBeHandedOn(_ conversion: ConversionNumber) -> Bool { boxed.isOfLibrary(conversion) }

  /// Whether a value of a conversion has a method that printers call instead of looking into it.
  func printsItself(_ conversion: ConversionNumber) -> Bool { boxed.printsItself(conversion) }

  /// The embedded lock that a value of a conversion gives out as its own; nil where it has none.
  func embeddedLock(_ conversion: ConversionNumber) -> FieldNumber? {
    boxed.embeddedLock(conversion)
  }

  /// Whether a call of a callee may call methods of its arguments, or make something that does.
  func runsMethods(_ callee: CalleeNumber) -> Bool {
    guard case .model(let model) = production[callee.index], let effects = model.effects else {
      return false
    }
    return effects.runsMethods
  }

  /// Whether goroutines are made of what a function does: its body is not looked at.
  func implementsGoroutines(_ function: FunctionNumber, _ program: FlowProgram) -> Bool {
    implementing.contains(program.functions[function].key.package)
  }

  private static func builtin(_ callee: CalleeNumber, _ program: FlowProgram) -> String? {
    guard case .function(let key) = program.callees[callee], key.package == .empty,
      key.receiver == .empty
    else { return nil }
    return program.texts[key.name]
  }

  private func target(
    _ resolved: ResolvedCallee, _ model: FunctionModel?, _ program: FlowProgram
  ) -> CallTarget {
    if let model, model.effects != nil || model.marksParallel { return .model(model) }
    switch resolved {
    case .function(let number):
      if implementsGoroutines(number, program) { return .unknown }
      return .functions([CallTarget.Function(function: number, way: [])])
    case .targets(let targets):
      let known =
        targets
        .filter { !$0.function.isNone && !implementsGoroutines($0.function, program) }
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

import Basics
import GoPackages
import GoSyntax
import GoTypes
import LibraryModels

/// The bodies of one package as control-flow graphs, each lowered when it is first asked for.
///
/// What was lowered can be dropped and lowered again, to the same graphs. Used by one thread,
/// which needs a large stack: expressions nest.
public final class PackageBodies {
  public let checker: TypeChecker
  /// The fields, variables and callees that the bodies mention.
  public let symbols = PackageSymbols()
  /// How many instructions were lowered so far.
  public private(set) var loweredInstructions = 0
  private let models: LibraryModels
  private var lowered: [PackageNode: DeclarationIR] = [:]
  /// How calls end: of callees by their numbers, and of the package's own functions.
  private var ends: [CalleeID: CallEnd] = [:]
  private var ownEnds: [PackageNode: CallEnd] = [:]
  private var recovering: [PackageNode: Bool] = [:]

  /// The bodies of a checker's package; the models know which functions of libraries never
  /// return.
  public init(_ checker: TypeChecker, models: LibraryModels = .builtin) {
    self.checker = checker
    self.models = models
  }

  /// The bodies of a function, method or `var` declaration; nil for what has none.
  public func body(of declaration: PackageNode) -> DeclarationIR? {
    if let known = lowered[declaration] { return known }
    let tree = checker.syntax.tree(declaration.file)
    switch tree.kind(declaration.node) {
    case .functionDeclaration, .methodDeclaration:
      if tree.child(declaration.node, .body).isNone { return nil }
    case .varDeclaration: break
    default: return nil
    }
    let body = lower(declaration)
    lowered[declaration] = body
    return body
  }

  /// Lets the bodies of a declaration go, and the types of its expressions.
  public func drop(_ declaration: PackageNode) {
    lowered[declaration] = nil
    checker.drop(declaration)
  }

  private func lower(_ declaration: PackageNode) -> DeclarationIR {
    let typer = checker.body(of: declaration)
    var facts = DeclarationFacts(typer)
    var recoveries: [Recovery] = []
    for id in typer.scopes.functions.ids {
      let recovery = recovery(in: id, typer, facts)
      if recovery == .known { facts.keepResults(of: id) }
      recoveries.append(recovery)
    }
    var functions = Table<FunctionID, FunctionIR>()
    for id in typer.scopes.functions.ids {
      let lowering = FunctionLowering(
        id, typer, facts, self, mayRecover: recoveries[id.index] != .none)
      let function = lowering.lower()
      loweredInstructions += function.instructions.count
      _ = functions.append(function)
    }
    return DeclarationIR(declaration: declaration, functions: functions)
  }

  // MARK: Panics

  /// Whether the deferred calls of a function end panics.
  private enum Recovery: Int, Comparable {
    case none
    /// It is not known what they run.
    case possible
    /// One is a literal or a function of this package that calls `recover` itself (see "Handling
    /// panics").
    case known

    static func < (left: Recovery, right: Recovery) -> Bool { left.rawValue < right.rawValue }
  }

  private func recovery(
    in id: FunctionID, _ typer: BodyTyper, _ facts: DeclarationFacts
  ) -> Recovery {
    let tree = typer.tree
    var found = Recovery.none
    for node in facts.functions[id.index].deferStatements {
      var call = tree.firstChild(node)
      while tree.kind(call) == .parenthesizedExpression { call = tree.firstChild(call) }
      var function = CallSyntax(call, in: tree)?.function ?? .none
      while tree.kind(function) == .parenthesizedExpression { function = tree.firstChild(function) }
      if let literal = facts.literals[function] {
        if facts.functions[literal.index].callsRecover { return .known }
      } else {
        found = max(found, recovery(of: typer.callee(of: call)))
      }
    }
    return found
  }

  /// Whether a deferred call of a callee ends a panic. No function of the standard library does.
  private func recovery(of callee: Callee) -> Recovery {
    switch callee {
    case .function(let name):
      if let target = declaration(of: name) { return callsRecover(target) ? .known : .none }
      let path = checker.importPath(of: name.unit) ?? ""
      return StandardLibrary.paths.contains(path) ? .none : .possible
    case .builtin, .conversion: return .none
    case .value, .interfaceMethod, .unknown: return .possible
    }
  }

  private func callsRecover(_ function: PackageNode) -> Bool {
    if let known = recovering[function] { return known }
    let tree = checker.syntax.tree(function.file)
    let found = tree.containsOutsideLiterals(function.node) { node in
      tree.kind(node) == .callExpression
        && tree.text(tree.child(node, .function), equals: "recover")
    }
    recovering[function] = found
    return found
  }

  /// The declaration of a function or method of this package, or nil.
  public func declaration(of name: FunctionName) -> PackageNode? {
    guard name.unit == checker.unit else { return nil }
    return name.receiver.isEmpty
      ? checker.syntax.declarations.function(name.name)?.node
      : checker.syntax.declarations.method(name.name, of: name.receiver)?.node
  }

  // MARK: Calls that never return

  /// Whether a call ends its goroutine, and neither the process nor by a panic.
  public func endsGoroutine(_ call: Instruction) -> Bool {
    call.flags.contains(.neverReturns)
      && end(ofCalls: CalleeID(rawValue: call.payload)) == .goroutine
  }

  /// How calls of a callee end.
  func end(ofCalls callee: CalleeID) -> CallEnd {
    if let known = ends[callee] { return known }
    let end = end(of: symbols.callees[callee].callee)
    ends[callee] = end
    return end
  }

  private func end(of callee: Callee) -> CallEnd {
    switch callee {
    case .function(let name):
      guard let package = checker.importPath(of: name.unit) else { return .returns }
      let modelled = modelledEnd(package, name.receiver, name.name)
      guard modelled == .returns, let own = declaration(of: name) else { return modelled }
      return end(ofFunction: own)
    case .interfaceMethod(let name, let interface):
      guard let (package, type) = checker.declaredName(of: interface) else { return .returns }
      return modelledEnd(package, type, name)
    case .builtin("panic"): return .panic
    default: return .returns
    }
  }

  private func modelledEnd(_ package: String, _ type: String, _ name: String) -> CallEnd {
    models.model(of: ModelledFunction(package: package, type: type, name: name))?.end ?? .returns
  }

  /// A function without results and without `return` whose last statement never ends: it panics,
  /// loops for ever, or calls what never returns. Errs towards returning.
  private func end(ofFunction function: PackageNode) -> CallEnd {
    if let known = ownEnds[function] { return known }
    // A function that ends with a call of itself is not known to return either.
    ownEnds[function] = .returns
    let end = NeverReturning(checker.syntax.tree(function.file), function.node).end { call in
      self.end(of: self.checker.body(of: function).callee(of: call))
    }
    ownEnds[function] = end
    return end
  }
}

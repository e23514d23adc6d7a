import Basics
import GoIR
import GoSyntax
import GoTypes

extension PackageFacts {
  /// Collects a package: each body is lowered, compiled and let go, in the order of files and
  /// text. Used by one thread, which needs a large stack.
  public init(collecting bodies: PackageBodies) {
    let collector = PackageCollector(bodies)
    collector.collect()
    self = collector.finish()
  }
}

/// Collects the facts of one package.
private final class PackageCollector {
  private let checker: TypeChecker
  private let bodies: PackageBodies
  private let symbols: SymbolCollector
  private let layouts: TypeLayouts
  private let interfaces: InterfaceCollector
  private let callees: CalleeCollector
  private let compiler: BodyCompiler
  private var functions: [FlowFunction] = []

  init(_ bodies: PackageBodies) {
    checker = bodies.checker
    self.bodies = bodies
    symbols = SymbolCollector(bodies)
    layouts = TypeLayouts(bodies.checker, symbols)
    interfaces = InterfaceCollector(symbols)
    callees = CalleeCollector(symbols, interfaces)
    compiler = BodyCompiler(symbols, layouts, callees, interfaces)
  }

  func collect() {
    for file in checker.syntax.files.ids {
      for node in checker.syntax.tree(file).children(.root) {
        let declaration = PackageNode(file: file, node: node)
        guard let lowered = bodies.body(of: declaration) else { continue }
        add(lowered)
        bodies.drop(declaration)
      }
    }
  }

  func finish() -> PackageFacts {
    var facts = PackageFacts()
    facts.path = symbols.path
    facts.texts = symbols.texts.texts
    facts.files = checker.syntax.files.elements.map(\.file.displayPath)
    facts.fields = symbols.fields
    facts.pointees = symbols.pointees
    facts.encodings = symbols.encodings
    facts.globals = symbols.globals
    facts.callees = callees.callees
    facts.layouts = layouts.layouts.layouts
    facts.interfaces = interfaces.interfaces
    facts.concretes = interfaces.concretes
    facts.conversions = interfaces.conversions
    facts.functions = functions
    return facts
  }

  // MARK: Declarations

  private func add(_ declaration: DeclarationIR) {
    let typer = checker.body(of: declaration.declaration)
    let file = checker.syntax.files[declaration.declaration.file].file
    let first = functions.count
    var inMemory = BitSet<VariableID>()
    for function in declaration.functions.elements {
      interfaces.addConversions(in: function, isInTest: file.isTest)
      let body = compiler.compile(function, in: typer.tree, first: UInt32(first))
      noteVariables(of: function, body, in: &inMemory)
      functions.append(self.function(function, typer, body, first: first))
    }
    for widening in bodies.symbols.takeWidenings() {
      interfaces.addConversion(
        from: widening.source, to: widening.target, isInTest: file.isTest)
    }
    let variables = typer.scopes.variables.ids.map { id -> FlowVariable in
      guard inMemory.contains(id) else { return .empty }
      let shape = layouts.shape(of: typer.type(of: id))
      let name = typer.tree.text(typer.scopes.variables[id].name)
      return FlowVariable(name: symbols.text(name), layout: shape.layout, kind: shape.kind)
    }
    functions[first] = functions[first].with(variables)
  }

  private func noteVariables(
    of function: FunctionIR, _ body: FlowBody, in inMemory: inout BitSet<VariableID>
  ) {
    for variable in function.captures { inMemory.insert(variable) }
    for instruction in body.instructions where instruction.opcode == .declare {
      inMemory.insert(VariableID(rawValue: instruction.payload))
    }
    for address in body.addresses where address.step == .variable {
      inMemory.insert(VariableID(rawValue: address.payload))
    }
  }

  private func function(
    _ function: FunctionIR, _ typer: BodyTyper, _ body: FlowBody, first: Int
  ) -> FlowFunction {
    let declaration = typer.declaration
    let range = nameRange(of: function, typer.tree)
    let parent = typer.scopes.functions[function.id].parent
    let parameters = (function.receiver.map { [$0] } ?? []) + function.parameters
    return FlowFunction(
      key: key(of: declaration.node, typer.tree), literal: function.id.rawValue,
      parent: parent.isNone ? .none : FunctionNumber(first + parent.index),
      traits: traits(of: function, typer), file: declaration.file.rawValue, start: range.start,
      end: range.end, parameters: parameters.map { parameter($0, typer) },
      results: function.results.map { parameter($0, typer) },
      captures: function.captures.map(\.rawValue), variables: [], body: body)
  }

  private func parameter(_ entry: SignatureEntry, _ typer: BodyTyper) -> FlowParameter {
    let shape = layouts.shape(of: entry.type)
    var name = TextID.empty
    if !entry.variable.isNone {
      name = symbols.text(typer.tree.text(typer.scopes.variables[entry.variable].name))
    }
    return FlowParameter(
      name: name, type: symbols.text(of: entry.type), kind: shape.kind, layout: shape.layout)
  }

  // MARK: Names

  private func key(of declaration: NodeID, _ tree: SyntaxTree) -> FunctionKey {
    let package = symbols.text(symbols.path)
    guard tree.kind(declaration) != .varDeclaration else {
      return FunctionKey(package: package, receiver: .empty, name: symbols.text("var"))
    }
    let receiver = PackageDeclarations.receiverType(declaration, tree)
    let name = tree.text(tree.child(declaration, .name))
    return FunctionKey(package: package, receiver: symbols.text(receiver), name: symbols.text(name))
  }

  private func nameRange(of function: FunctionIR, _ tree: SyntaxTree) -> ByteRange {
    let whole = tree.range(function.node)
    switch function.kind {
    case .declared:
      let name = tree.child(function.node, .name)
      return name.isNone ? whole : tree.range(name)
    case .literal:
      return ByteRange(start: whole.start, end: min(whole.end, whole.start + 4))
    case .initializer:
      return ByteRange(start: whole.start, end: min(whole.end, whole.start + 3))
    }
  }

  private func traits(of function: FunctionIR, _ typer: BodyTyper) -> FlowFunction.Traits {
    let file = checker.syntax.files[typer.declaration.file].file
    let node = typer.declaration.node
    var traits: FlowFunction.Traits = []
    if file.isTest { traits.insert(.isInTest) }
    if file.isGenerated { traits.insert(.isGenerated) }
    if file.isReported { traits.insert(.isReported) }
    if function.receiver != nil { traits.insert(.hasReceiver) }
    if function.isVariadic { traits.insert(.isVariadic) }
    if function.mayRecover { traits.insert(.mayRecover) }
    if function.kind == .declared {
      let receiver = PackageDeclarations.receiverType(node, typer.tree)
      let name = typer.tree.text(typer.tree.child(node, .name))
      if name.isExportedName, receiver.isEmpty || receiver.isExportedName {
        traits.insert(.isExported)
      }
    }
    return traits
  }
}

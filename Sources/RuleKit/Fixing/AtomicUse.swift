import Basics
import Findings
import GoFlow
import GoIR
import GoSyntax

/// Edits that use a number through `sync/atomic` where it is used plainly.
public struct AtomicUse {
  private let program: ProgramContext
  private let hazards: [VariableHazard]

  public init(_ program: ProgramContext, _ hazards: [VariableHazard]) {
    self.program = program
    self.hazards = hazards.filter { $0.confidence > .possible }
  }

  /// Nil where one of the uses is none of a number that a function of the package takes.
  public func fix() -> Fix? {
    var sites: [FlowSite] = []
    var type: String?
    for hazard in hazards {
      let isFirst = hazard.first.kind.isAtomic
      let (atomic, plain) = isFirst ? (hazard.first, hazard.second) : (hazard.second, hazard.first)
      guard let known = numberType(atomic), type ?? known == known, let site = plain.trace.last
      else { return nil }
      type = known
      if !sites.contains(site) { sites.append(site) }
    }
    guard let type, let name = hazards.first?.name.split(separator: ".").last.map(String.init)
    else { return nil }
    var edits: [TextEdit] = []
    var subject = name
    for site in sites {
      guard let (text, own) = replacement(site, type, name) else { return nil }
      subject = own
      edits += text.filter { !edits.contains($0) }
    }
    // Of several uses in one function not all are told.
    for site in others(beside: sites) {
      // What nobody else has yet may be made plainly.
      if isMaking(site) { continue }
      // One that stays plain would be told then.
      guard let (text, _) = replacement(site, type, name) else { return nil }
      edits += text.filter { !edits.contains($0) }
    }
    return edits.isEmpty
      ? nil
      : Fix(
        title: "Use `\(subject)` through `sync/atomic`", safety: .safe,
        edits: program.aligned(edits))
  }

  /// All other plain uses in the declarations that some are in, their literals included.
  private func others(beside sites: [FlowSite]) -> [FlowSite] {
    guard let place = hazards.first?.place else { return [] }
    let declarations = Set(sites.map { program.program.declaration(of: $0.function) })
    let functions = program.program.functions.ids.filter {
      declarations.contains(program.program.declaration(of: $0))
    }
    return functions.flatMap { function in
      let body = program.program.functions[function].body
      return body.instructions.indices.map { FlowSite(function: function, value: ValueID($0)) }
        .filter { site in
          let instruction = body.instructions[site.value.index]
          guard instruction.opcode == .load || instruction.opcode == .store, !sites.contains(site)
          else { return false }
          let node = body.addresses[Int(instruction.payload)]
          return switch place {
          case .field(let field): node.step == .field && node.payload == field.rawValue
          case .global(let global): node.step == .global && node.payload == global.rawValue
          case .variable(_, let variable): node.step == .variable && node.payload == variable
          }
        }
    }
  }

  /// Whether a store is that of what declares the variable: nobody else has it yet.
  private func isMaking(_ site: FlowSite) -> Bool {
    guard isWrite(site), let (tree, node) = place(site) else { return false }
    switch tree.kind(node) {
    case .shortVarDeclaration, .varSpec, .varDeclaration, .compositeLiteral, .keyedElement:
      return true
    default: return tree.isDeclaration(node)
    }
  }

  /// "Int32" where a use is `atomic.AddInt32(&x, 1)`.
  private func numberType(_ side: FlowMeetingSide) -> String? {
    guard let (tree, node) = place(side.trace.last), let call = CallSyntax(node, in: tree),
      let argument = call.arguments.first, tree.kind(argument) == .unaryExpression,
      tree.kind(tree.child(argument, .operator)) == .ampersand
    else { return nil }
    var name = tree.text(call.name)[...]
    for prefix in ["Add", "Load", "Store", "Swap", "CompareAndSwap", "And", "Or"]
    where name.hasPrefix(prefix) {
      name = name.dropFirst(prefix.count)
      break
    }
    return ["Int32", "Int64", "Uint32", "Uint64", "Uintptr"].contains(name) ? String(name) : nil
  }

  private func place(_ site: FlowSite?) -> (SyntaxTree, NodeID)? {
    guard let site, let location = program.location(site), program.isAnchor(location.file),
      let tree = program.tree(location.file), let node = program.node(location.range, in: tree)
    else { return nil }
    return (tree, node)
  }

  private func replacement(
    _ site: FlowSite, _ type: String, _ name: String
  ) -> (edits: [TextEdit], subject: String)? {
    guard let (tree, node) = place(site),
      let imports = ImportInsertion(program, tree.source.path),
      let package = imports.name(of: "sync/atomic"),
      let added = imports.edits(for: ["sync/atomic"]),
      let target = target(of: node, site, name, tree), tree.isPlain(target)
    else { return nil }
    let subject = tree.text(target)
    let statement = statement(of: target, tree)
    func edit(_ node: NodeID, _ text: String) -> [TextEdit] {
      added + [
        TextEdit(
          SourceLocation(file: tree.source.path, range: tree.range(node)), replacement: text)
      ]
    }
    guard statement != nil || isWrite(site) else {
      return (edit(target, "\(package).Load\(type)(&\(subject))"), subject)
    }
    guard let statement, let call = change(statement, subject, type, tree) else { return nil }
    return (edit(statement, "\(package).\(call)"), subject)
  }

  private func isWrite(_ site: FlowSite) -> Bool {
    program.program.functions[site.function].body.instructions[site.value.index].opcode == .store
  }

  /// The variable or field itself where it is used.
  private func target(
    of node: NodeID, _ site: FlowSite, _ name: String, _ tree: SyntaxTree
  ) -> NodeID? {
    func isIt(_ node: NodeID) -> Bool {
      switch tree.kind(node) {
      case .identifier: tree.text(node) == name
      case .selectorExpression: tree.text(tree.child(node, .field)) == name
      default: false
      }
    }
    if isIt(node) { return node }
    let first = tree.firstChild(node)
    switch tree.kind(node) {
    case .incStatement, .decStatement: return isIt(first) ? first : nil
    case .assignmentStatement:
      let left = Array(tree.children(tree.child(node, .left)))
      return left.count == 1 && isIt(left[0]) ? left[0] : nil
    default: return nil
    }
  }

  /// The statement that changes what stands in it alone on the left side.
  private func statement(of target: NodeID, _ tree: SyntaxTree) -> NodeID? {
    var (child, parent) = (target, tree.parent(of: target))
    if tree.kind(parent) == .expressionList { (child, parent) = (parent, tree.parent(of: parent)) }
    switch tree.kind(parent) {
    case .incStatement, .decStatement: return parent
    case .assignmentStatement: return tree.child(parent, .left) == child ? parent : nil
    default: return nil
    }
  }

  /// The call in the place of a statement.
  private func change(
    _ statement: NodeID, _ subject: String, _ type: String, _ tree: SyntaxTree
  ) -> String? {
    let isSigned = type.hasPrefix("Int")
    let isKnown =
      ImportInsertion(program, tree.source.path)?
      .arePredeclared(type.loweredFirst, at: statement) ?? false
    let minusOne = isSigned ? "-1" : "^\(type.loweredFirst)(0)"
    switch tree.kind(statement) {
    case .incStatement: return "Add\(type)(&\(subject), 1)"
    case .decStatement:
      return isSigned || isKnown ? "Add\(type)(&\(subject), \(minusOne))" : nil
    default: break
    }
    let left = Array(tree.children(tree.child(statement, .left)))
    let right = Array(tree.children(tree.child(statement, .right)))
    guard left.count == 1, right.count == 1 else { return nil }
    let value = tree.text(right[0])
    // What is worked out from the old value is no single step.
    let isOfItself = tree.subtree(right[0]).contains { tree.text($0) == subject }
    switch tree.kind(tree.child(statement, .operator)) {
    case .assign: return isOfItself ? nil : "Store\(type)(&\(subject), \(value))"
    case .plusAssign: return isOfItself ? nil : "Add\(type)(&\(subject), \(value))"
    case .minusAssign:
      guard isSigned, !isOfItself else { return nil }
      return tree.kind(right[0]) == .identifier || tree.kind(right[0]) == .intLiteral
        ? "Add\(type)(&\(subject), -\(value))" : "Add\(type)(&\(subject), -(\(value)))"
    default: return nil
    }
  }
}

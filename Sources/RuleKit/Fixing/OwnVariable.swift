import Basics
import Findings
import GoFlow
import GoPackages
import GoSyntax

/// Edits that give a goroutine, or each turn of a loop, a variable of its own.
public struct OwnVariable {
  private let program: ProgramContext
  private let name: String
  private let sides: [FlowMeetingSide]

  /// The version since which each turn of a loop has variables of its own.
  private static let loopVariables = GoVersion(1, 22)

  /// Nil for fields and package variables.
  public init?(_ program: ProgramContext, _ hazards: [VariableHazard]) {
    guard case .variable(let declaration, let variable)? = hazards.first?.place else { return nil }
    let variables = program.program.functions[declaration].variables
    guard Int(variable) < variables.count else { return nil }
    self.program = program
    name = program.program.texts[variables[Int(variable)].name]
    sides = hazards.filter { $0.confidence > .possible }.flatMap { [$0.first, $0.second] }
  }

  /// Nil where others use what the goroutine puts into the variable, or it what they put there.
  public func fix() -> Fix? { turnCopy() ?? declaration() }

  // MARK: Loop variables

  /// `v := v` at the beginning of the loop that declares `v`.
  private func turnCopy() -> Fix? {
    for side in sides {
      guard let (tree, node) = place(of: side), let file = program.file(tree.source.path),
        file.languageVersion < Self.loopVariables,
        let loop = tree.ancestors(of: node).last(where: { tree.kind($0) == .forStatement }),
        case let body = tree.child(loop, .body), !tree.isInside(node, body),
        declares(tree.firstChild(loop), tree),
        let first = tree.children(body).first(where: { _ in true }),
        tree.subtree(body).allSatisfy({
          tree.kind($0) != .identifier || tree.text($0) != name || !tree.isTarget($0)
        }),
        let line = StatementEdits(tree).insertion("\(name) := \(name)", before: first)
      else { continue }
      return Fix(title: "Give each turn its own `\(name)`", safety: .safe, edits: [line])
    }
    return nil
  }

  private func declares(_ clause: NodeID, _ tree: SyntaxTree) -> Bool {
    switch tree.kind(clause) {
    case .rangeClause:
      let left = tree.child(clause, .left)
      guard !left.isNone, tree.mentions(name, in: left) else { return false }
      let end = Int(tree.range(left).end)
      let rest = tree.source.bytes[end..<Int(tree.range(clause).end)].drop { $0 <= 32 }
      return rest.first == UInt8(ascii: ":")
    case .forClause:
      let initializer = tree.child(clause, .initializer)
      return tree.kind(initializer) == .shortVarDeclaration
        && tree.mentions(name, in: tree.child(initializer, .left))
    default: return false
    }
  }

  private func place(of side: FlowMeetingSide) -> (SyntaxTree, NodeID)? {
    guard let site = side.trace.last, let location = program.location(site),
      program.isAnchor(location.file), let tree = program.tree(location.file),
      let node = program.node(location.range, in: tree)
    else { return nil }
    return (tree, node)
  }

  // MARK: Declarations inside

  /// `err := …` in the goroutine instead of `err = …`.
  private func declaration() -> Fix? {
    for side in sides where side.goroutine != nil {
      guard let (tree, node) = place(of: side),
        let literal = tree.ancestors(of: node).last(where: { tree.kind($0) == .funcLiteral }),
        let (_, statement) = tree.listedStatement(around: literal),
        tree.kind(statement) == .goStatement || tree.kind(statement) == .expressionStatement,
        let function = side.trace.last?.function,
        LostValue(tree, name, literal: literal).isNeverRead(after: statement),
        let edits = declarations(in: literal, function, tree)
      else { continue }
      return Fix(
        title: "Declare `\(name)` inside the goroutine", safety: .safe,
        edits: program.aligned(edits))
    }
    return nil
  }

  /// The assignments of a literal that become declarations; nil where one of its uses of the name
  /// would be one of the outer variable then.
  private func declarations(
    in literal: NodeID, _ function: FunctionNumber, _ tree: SyntaxTree
  ) -> [TextEdit]? {
    var rest = tree.subtree(literal).filter {
      tree.kind($0) == .identifier && tree.text($0) == name
    }
    var edits: [TextEdit] = []
    while let first = rest.first {
      let assignment = tree.place(of: first).parent
      guard tree.kind(assignment) == .assignmentStatement, isDeclarable(assignment, tree),
        keepsType(assignment, function, tree)
      else { return nil }
      let scope = tree.parent(of: assignment)
      switch tree.kind(scope) {
      case .ifStatement, .expressionSwitchStatement: break
      default: guard tree.isStatementList(scope) else { return nil }
      }
      let covered = rest.filter { tree.isInside($0, scope) }
      // What is declared must be used.
      guard covered.contains(where: { !tree.isTarget($0) }),
        !covered.contains(where: { isDeclared($0, tree) })
      else { return nil }
      rest.removeAll { covered.contains($0) }
      edits.append(
        TextEdit(
          SourceLocation(
            file: tree.source.path, range: tree.range(tree.child(assignment, .operator))),
          replacement: ":="))
    }
    guard !edits.isEmpty,
      let mention = tree.subtree(literal).first(where: {
        tree.kind($0) == .identifier && tree.text($0) == name
      }),
      let leftovers = OuterVariable(mention, usedBy: literal, tree)?.leftovers()
    else { return nil }
    return edits + leftovers
  }

  /// Whether an assignment of what one call gives is to the variable alone.
  private func isDeclarable(_ assignment: NodeID, _ tree: SyntaxTree) -> Bool {
    let right = tree.child(assignment, .right)
    let values = Array(tree.children(right))
    return tree.mayDeclare(before: assignment)
      && tree.kind(tree.child(assignment, .operator)) == .assign && values.count == 1
      && tree.kind(values[0]) == .callExpression && !tree.mentions(name, in: right)
      && tree.children(tree.child(assignment, .left)).allSatisfy {
        tree.text($0) == name || tree.text($0) == "_"
      }
  }

  private func isDeclared(_ mention: NodeID, _ tree: SyntaxTree) -> Bool {
    guard tree.isTarget(mention) else { return false }
    return tree.kind(tree.place(of: mention).parent) != .assignmentStatement
  }

  /// Whether what is assigned has the type of the variable.
  private func keepsType(
    _ assignment: NodeID, _ function: FunctionNumber, _ tree: SyntaxTree
  ) -> Bool {
    let body = program.program.functions[function].body
    let range = tree.range(assignment)
    var isThere = false
    for index in body.instructions.indices where body.instructions[index].opcode == .store {
      let start = body.positions[index * 2]
      guard range.contains(start) else { continue }
      let stored = body.operands[Int(body.instructions[index].firstOperand)]
      if !stored.isNone, body.instructions[stored.index].opcode == .convert { return false }
      isThere = true
    }
    return isThere
  }
}

/// Whether the value that a goroutine leaves in a variable of the function around it is ever read.
struct LostValue {
  private let tree: SyntaxTree
  private let name: String
  private let literal: NodeID

  init(_ tree: SyntaxTree, _ name: String, literal: NodeID) {
    self.tree = tree
    self.name = name
    self.literal = literal
  }

  private enum Way {
    case unused, overwritten, read
  }

  /// Whether no way from the statement that starts the goroutine leads to a read with nothing
  /// assigned before it.
  func isNeverRead(after statement: NodeID) -> Bool {
    let path = tree.ancestors(of: statement) + [statement]
    guard path.count > 2, !isResult(path[1]), !isUsedByOtherLiterals(path[1]) else { return false }
    for level in stride(from: path.count - 1, through: 2, by: -1) {
      let parent = path[level - 1]
      if tree.isStatementList(parent) {
        let following = tree.children(parent).filter { $0 > path[level] && tree[$0].field == .none }
        switch scan(following, declaredIn: parent) {
        case .overwritten: return true
        case .read: return false
        case .unused: continue
        }
      }
      switch tree.kind(parent) {
      case .funcLiteral: return false
      case .forStatement:
        guard
          !tree.mentions(name, in: tree.firstChild(parent))
            || tree.kind(tree.firstChild(parent)) == .block,
          level + 1 < path.count
        else { return false }
        let before = tree.children(path[level]).filter { $0 < path[level + 1] }
        if scan(Array(before), declaredIn: path[level]) == .read { return false }
      default: continue
      }
    }
    return true
  }

  /// Whether a result of the function has the name: it is read where the function returns.
  private func isResult(_ declaration: NodeID) -> Bool {
    let result = tree.child(declaration, .result)
    return !result.isNone && tree.mentions(name, in: result)
  }

  private func isUsedByOtherLiterals(_ declaration: NodeID) -> Bool {
    tree.subtree(declaration).contains { node in
      tree.kind(node) == .funcLiteral && node != literal && !tree.isInside(literal, node)
        && !tree.isInside(node, literal) && tree.mentions(name, in: node) && !hasItsOwn(node)
    }
  }

  /// Whether all that a literal does with the name is with variables that it declares.
  private func hasItsOwn(_ literal: NodeID) -> Bool {
    var rest = tree.subtree(literal).filter {
      tree.kind($0) == .identifier && tree.text($0) == name
    }
    while let first = rest.first {
      let (declaration, child) = tree.place(of: first)
      guard tree.kind(declaration) == .shortVarDeclaration,
        tree.child(declaration, .left) == child
      else { return false }
      let scope = tree.parent(of: declaration)
      rest.removeAll { tree.isInside($0, scope) }
    }
    return true
  }

  private func scan(_ statements: [NodeID], declaredIn list: NodeID) -> Way {
    for statement in statements {
      guard tree.mentions(name, in: statement) else {
        if tree.kind(statement) == .returnStatement { return .overwritten }
        if mayJump(statement) { return .read }
        continue
      }
      switch tree.kind(statement) {
      case .assignmentStatement: return overwrites(statement) ? .overwritten : .read
      case .shortVarDeclaration:
        return overwrites(statement) && isDeclared(in: list, before: statement)
          ? .overwritten : .read
      case .ifStatement:
        let initializer = tree.child(statement, .initializer)
        guard !initializer.isNone, overwrites(initializer) else { return .read }
        if tree.kind(initializer) == .assignmentStatement { return .overwritten }
        // Another variable of that name, for this statement alone.
        continue
      default: return .read
      }
    }
    return .unused
  }

  /// Whether a statement may leave its list for another place than the end of the function.
  private func mayJump(_ statement: NodeID) -> Bool {
    tree.containsOutsideLiterals(statement) { node in
      switch tree.kind(node) {
      case .breakStatement, .continueStatement, .gotoStatement, .labelName: true
      default: false
      }
    }
  }

  private func overwrites(_ statement: NodeID) -> Bool {
    switch tree.kind(statement) {
    case .assignmentStatement:
      guard tree.kind(tree.child(statement, .operator)) == .assign else { return false }
    case .shortVarDeclaration: break
    default: return false
    }
    let mentions = tree.subtree(statement).filter {
      tree.kind($0) == .identifier && tree.text($0) == name
    }
    return mentions.count == 1
      && tree.children(tree.child(statement, .left)).contains(mentions[0])
  }

  private func isDeclared(in list: NodeID, before statement: NodeID) -> Bool {
    tree.children(list).contains { sibling in
      sibling < statement && tree.kind(sibling) == .shortVarDeclaration
        && tree.children(tree.child(sibling, .left)).contains { tree.text($0) == name }
    }
  }
}

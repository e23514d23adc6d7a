import Findings
import GoFlow
import GoIR
import GoSyntax
import RuleKit

/// The edits that let only copies leave a lock: each is made where the slice or map is found, while
/// the lock is held.
struct GuardedEscapeFix {
  private let program: ProgramContext
  private let escape: LockEscape
  private let tree: SyntaxTree
  private let original: CopiedExpression
  private let declaration: NodeID

  /// Nil where a copy, one level deep, would leave something shared.
  init?(_ program: ProgramContext, _ escape: LockEscape) {
    guard escape.confidence > .possible, escape.isItself,
      escape.form == .used || escape.form == .returned,
      let original = program.original(at: escape.source, escape.kind),
      let tree = program.tree(original.file)
    else { return nil }
    let path = tree.ancestors(of: original.node)
    guard path.count > 1 else { return nil }
    self.program = program
    self.escape = escape
    self.tree = tree
    self.original = original
    declaration = path[1]
  }

  /// Nil where it is not known that all that leaves is copied then, or somebody would miss his
  /// changes of it.
  func fix() -> Fix? {
    guard let clone = CloneExpression(program, file: original.file) else { return nil }
    let text = tree.text(original.node)
    var leaving: [CopiedExpression] = []
    for node in tree.subtree(declaration)
    where tree.kind(node) == tree.kind(original.node) && tree.text(node) == text {
      let whole = tree.view(around: node)
      switch use(of: whole) {
      case .leaves:
        var copy = original
        copy.node = whole
        leaving.append(copy)
      case .stays: continue
      case .unclear: return nil
      }
    }
    guard let first = leaving.first, let edits = clone.edits(copying: leaving),
      !program.isChanged(byCallersOf: escape.source.function)
    else { return nil }
    let isSafe = leaving.allSatisfy { clone.keepsType($0) }
    return Fix(
      title: "Copy `\(tree.text(first.node))` while `\(escape.lock)` is held",
      safety: isSafe ? .safe : .unsafe,
      edits: program.aligned(edits))
  }

  private enum Use {
    /// What is found goes on from here.
    case leaves
    case stays
    case unclear
  }

  private func use(of node: NodeID) -> Use {
    var (child, parent) = (node, tree.parent(of: node))
    if tree.kind(parent) == .expressionList {
      (child, parent) = (parent, tree.parent(of: parent))
    }
    switch tree.kind(parent) {
    case .returnStatement: return .leaves
    case .literalElement, .keyedElement: return .leaves
    case .indexExpression, .selectorExpression:
      return tree.child(parent, .operand) == child ? .stays : .unclear
    case .binaryExpression, .incStatement, .decStatement: return .stays
    case .rangeClause: return tree.child(parent, .right) == child ? .stays : .unclear
    case .argumentList: return isOfBuiltin(parent) ? .stays : .unclear
    case .shortVarDeclaration, .assignmentStatement:
      if tree.child(parent, .left) == child { return .stays }
      return assigned(node, in: parent)
    default: return .unclear
    }
  }

  /// Whether arguments are those of a builtin function that keeps nothing.
  private func isOfBuiltin(_ arguments: NodeID) -> Bool {
    let function = tree.child(tree.parent(of: arguments), .function)
    return ["len", "cap", "delete", "clear", "append", "copy"].contains(tree.text(function))
  }

  /// A value that goes into a variable: it must be only looked at there.
  private func assigned(_ node: NodeID, in assignment: NodeID) -> Use {
    let targets = Array(tree.children(tree.child(assignment, .left)))
    let values = Array(tree.children(tree.child(assignment, .right)))
    guard targets.count == values.count, let position = values.firstIndex(of: node) else {
      return .unclear
    }
    // `x.list = x.list[:n]`: it stays where it is.
    if tree.text(targets[position]) == tree.text(tree.viewed(by: node)) { return .stays }
    guard tree.kind(targets[position]) == .identifier else { return .unclear }
    let name = tree.text(targets[position])
    let isOnlyRead = tree.subtree(declaration).allSatisfy { mention in
      tree.kind(mention) != .identifier || tree.text(mention) != name || isRead(mention)
    }
    return isOnlyRead ? .leaves : .unclear
  }

  /// Whether a mention of a variable changes nothing of what it leads to.
  private func isRead(_ mention: NodeID) -> Bool {
    var (child, parent) = (mention, tree.parent(of: mention))
    while tree.kind(parent) == .indexExpression || tree.kind(parent) == .sliceExpression
      || tree.kind(parent) == .parenthesizedExpression
    {
      (child, parent) = (parent, tree.parent(of: parent))
    }
    switch tree.kind(parent) {
    case .incStatement, .decStatement: return false
    case .unaryExpression: return tree.kind(tree.child(parent, .operator)) != .ampersand
    case .argumentList:
      let function = tree.text(tree.child(tree.parent(of: parent), .function))
      return !["delete", "clear", "append", "copy"].contains(function)
    case .expressionList:
      let statement = tree.parent(of: parent)
      let isTarget =
        tree.kind(statement) == .assignmentStatement && tree.child(statement, .left) == parent
      return !isTarget || child == mention
    default: return true
    }
  }
}

extension ProgramContext {
  /// Whether a caller of a function changes in place what the call gives.
  fileprivate func isChanged(byCallersOf callee: FunctionNumber) -> Bool {
    program.functions.elements.contains { function in
      let body = function.body
      let given = body.instructions.indices.filter { index in
        let instruction = body.instructions[index]
        guard instruction.opcode == .call else { return false }
        return analysis.runs(callee, CalleeNumber(rawValue: instruction.payload))
      }.map { ValueID($0) }
      guard !given.isEmpty else { return false }
      return body.instructions.indices.contains { index in
        guard let changed = body.changedContainer(ValueID(index)) else { return false }
        return given.contains(changed)
          || body.instructions[changed.index].opcode == .extract
            && given.contains(body.operands[Int(body.instructions[changed.index].firstOperand)])
      }
    }
  }
}

extension SyntaxTree {
  /// The part of a slice that an expression is cut to where it stands; itself where it is not cut.
  fileprivate func view(around node: NodeID) -> NodeID {
    let parent = parent(of: node)
    return kind(parent) == .sliceExpression && child(parent, .operand) == node ? parent : node
  }

  /// What an expression is a part of, if that is cut out of a slice; else itself.
  fileprivate func viewed(by node: NodeID) -> NodeID {
    kind(node) == .sliceExpression ? child(node, .operand) : node
  }
}

import Basics
import GoSyntax
import GoTypes

/// Whether a statement may change places with others without changing what the code does, but
/// for the order that the change is about.
///
/// One answer for all moves of a fix: names must mean the same in the new place, what the
/// statement reads must not be written on the way, control must pass through, and nothing on
/// the way may wait for what the statement sets off.
public struct StatementMotion {
  private let package: PackageContext
  private let declaration: PackageNode
  private let tree: SyntaxTree
  private let scopes: Scopes
  private let effects: EffectReader

  /// Moves inside a body of a declaration.
  public init(_ package: PackageContext, declaration: PackageNode, function: FunctionID) {
    self.package = package
    self.declaration = declaration
    tree = package.tree(declaration.file)
    scopes = package.scopes(of: declaration)
    effects = EffectReader(package, declaration: declaration, function: function)
  }

  /// Whether a statement may run after others that follow it now, if all of these that are only
  /// perhaps `waiting` do not.
  ///
  /// - Parameters:
  ///   - waitersLocks: Locks that are held by who waits for the statement: it must not come
  ///     after taking one of them.
  ///   - sends: Statements that send, and that it may pass although they wait.
  public func mayMoveDown(
    _ statement: NodeID, past passed: [NodeID], waitersLocks: [SharedPlace], sends: [NodeID] = []
  ) -> Bool {
    keepsMeaning(statement, past: passed)
      && !passed.contains {
        mayLeave($0) || waiting($0) == .surely && !sends.contains($0)
          || takes($0, oneOf: waitersLocks)
      }
  }

  /// Whether what a statement evaluates may be evaluated before others that stand in front of
  /// it now, as a deferred call's operand and arguments are.
  public func mayMoveUp(_ statement: NodeID, past passed: [NodeID]) -> Bool {
    keepsMeaning(statement, past: passed)
  }

  /// Whether a statement may leave its list: then what follows it may not be reached.
  public func mayLeave(_ statement: NodeID) -> Bool {
    inOwnGoroutine(statement) { node in
      switch tree.kind(node) {
      case .returnStatement, .gotoStatement, .breakStatement, .continueStatement: true
      default: false
      }
    }
  }

  /// Whether a statement comes to its end by itself.
  public func waiting(_ statement: NodeID) -> Waiting {
    package.waiting(in: statement, of: declaration)
  }

  private func inOwnGoroutine(_ statement: NodeID, _ holds: (NodeID) -> Bool) -> Bool {
    var next = statement.rawValue
    while next < tree[statement].end {
      let node = NodeID(rawValue: next)
      next += 1
      if tree.kind(node) == .funcLiteral {
        next = tree[node].end
      } else if holds(node) {
        return true
      }
    }
    return false
  }

  private func takes(_ statement: NodeID, oneOf locks: [SharedPlace]) -> Bool {
    // One lock may have several names: any that is taken may be the waiter's.
    !locks.isEmpty && package.mayLock(statement, in: declaration)
  }

  // MARK: Meaning

  private func keepsMeaning(_ statement: NodeID, past passed: [NodeID]) -> Bool {
    guard hasNoEffectsOfItsOwn(statement) else { return false }
    if readsValues(statement), passed.contains(where: { writesThroughPointer($0) }) { return false }
    let read = places(in: statement)
    for other in passed {
      if declares(other, namesOf: statement) { return false }
      let written = writes(in: other)
      if read.contains(where: { place in written.contains { $0.mayOverlap(place) } }) {
        return false
      }
    }
    return true
  }

  /// Whether the statement's operands can be evaluated elsewhere: the only call in it is its
  /// own, and nothing is received.
  private func hasNoEffectsOfItsOwn(_ statement: NodeID) -> Bool {
    var calls = tree.kind(statement) == .sendStatement ? 1 : 0
    for node in tree.subtree(statement) {
      switch tree.kind(node) {
      case .callExpression: calls += 1
      case .unaryExpression where tree.kind(tree.child(node, .operator)) == .arrow: return false
      case .funcLiteral: return false
      default: break
      }
    }
    return calls == 1
  }

  /// The places that a statement reads.
  private func places(in statement: NodeID) -> [SharedPlace] {
    tree.subtree(statement).compactMap { node in
      guard tree.kind(node) == .identifier else { return nil }
      return package.sharedPlace(of: package.wholeExpression(node, tree), in: declaration)
    }
  }

  /// Whether one statement declares a variable that another names.
  private func declares(_ statement: NodeID, namesOf other: NodeID) -> Bool {
    tree.subtree(other).contains { node in
      guard tree.kind(node) == .identifier else { return false }
      let variable = scopes.variable(node)
      return !variable.isNone && tree.isInside(scopes.variables[variable].name, statement)
    }
  }

  /// Whether a statement sends a value that is not spelled out: somebody may change it.
  private func readsValues(_ statement: NodeID) -> Bool {
    guard let send = SendSyntax(statement, in: tree) else { return false }
    switch tree.kind(send.value) {
    case .intLiteral, .floatLiteral, .runeLiteral, .interpretedStringLiteral, .rawStringLiteral,
      .trueLiteral, .falseLiteral, .nilLiteral:
      return false
    case .compositeLiteral:
      return tree.subtree(send.value).contains { tree.kind($0) == .identifier }
    default: return true
    }
  }

  /// Whether a statement assigns through a pointer whose target is not known.
  private func writesThroughPointer(_ statement: NodeID) -> Bool {
    tree.subtree(statement).contains { node in
      guard let assignment = AssignmentSyntax(node, in: tree) else { return false }
      return assignment.targets.contains { tree.kind($0) == .unaryExpression }
    }
  }

  /// The places that a statement writes, the body's own variables too, and those that a
  /// literal writes which it calls by a variable.
  private func writes(in statement: NodeID, depth: Int = 2) -> [SharedPlace] {
    var targets: [NodeID] = []
    var called: [SharedPlace] = []
    for node in tree.subtree(statement) {
      if depth > 0, tree.kind(node) == .callExpression {
        let variable = scopes.variable(tree.child(node, .function))
        if !variable.isNone {
          let closure = scopes.function(of: scopes.variables[variable].value)
          if !closure.isNone {
            called += writes(in: scopes.functions[closure].body, depth: depth - 1)
          }
        }
      }
      switch tree.kind(node) {
      case .assignmentStatement, .shortVarDeclaration:
        targets += AssignmentSyntax(node, in: tree)?.targets ?? []
      case .incStatement, .decStatement: targets.append(tree.firstChild(node))
      case .rangeClause: targets += RangeSyntax(node, in: tree)?.targets ?? []
      case .receiveStatement: targets += ReceiveSyntax(node, in: tree)?.targets ?? []
      default: break
      }
    }
    return targets.compactMap { package.sharedPlace(of: $0, in: declaration) }
      + effects.effects(in: statement).map(\.place) + called
  }
}

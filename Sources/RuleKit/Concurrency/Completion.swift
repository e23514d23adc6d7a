import Basics
import GoSyntax
import GoTypes

/// An announcement that work is done.
public struct CompletionSignal: Sendable {
  /// How it is announced.
  public enum Kind: Sendable {
    /// `wg.Done()`
    case done
    /// `close(ch)`
    case close
    /// `ch <- v`
    case send
  }

  public var kind: Kind
  /// The wait group or channel.
  public var place: SharedPlace
  /// The call, or the send statement.
  public var node: NodeID
  /// The statement: an expression, send or defer statement.
  public var statement: NodeID
  /// Whether it runs when the function ends.
  public var isDeferred: Bool
  /// Where it is given, if `node` is a call of a function that gives it.
  public var helper: PackageNode?
}

/// A place where completion is waited for.
public struct CompletionWait: Sendable {
  /// The call, receive operation or range clause.
  public var node: NodeID
  /// The top-level declaration that it stands in.
  public var declaration: PackageNode
  /// What is waited for, as the place names it; nil where a whole function waits.
  public var place: SharedPlace?
  /// Whether it is sure to wait: false where a value was only given to unknown code.
  public var isCertain: Bool

  /// A wait at a node of a top-level declaration.
  public init(
    node: NodeID, declaration: PackageNode, place: SharedPlace?, isCertain: Bool
  ) {
    self.node = node
    self.declaration = declaration
    self.place = place
    self.isCertain = isCertain
  }
}

extension PackageContext {
  /// What a node announces, if it stands as a statement of its own: `wg.Done()`, `close(ch)`,
  /// `ch <- v`, the first two deferred or not. A send that is a case of a select is none.
  public func completionSignal(_ node: NodeID, in declaration: PackageNode) -> CompletionSignal? {
    let tree = tree(declaration.file)
    guard let candidate = tree.signalCandidate(node) else { return nil }
    if candidate.kind == .close {
      guard scopes(of: declaration).variable(tree.child(node, .function)).isNone,
        syntax.declarations.function("close") == nil
      else { return nil }
    }
    let found =
      candidate.kind == .done
      ? waitGroup(candidate.subject, in: declaration)
      : sharedPlace(of: candidate.subject, in: declaration)
    guard let place = found else { return nil }
    return CompletionSignal(
      kind: candidate.kind, place: place, node: node, statement: candidate.statement,
      isDeferred: tree.kind(candidate.statement) == .deferStatement)
  }
}

extension PackageContext {
  /// A send that is a case of a select, as a signal: it may be given there. Nil for any other.
  public func sendOfSelect(_ node: NodeID, in declaration: PackageNode) -> CompletionSignal? {
    let tree = tree(declaration.file)
    guard let send = SendSyntax(node, in: tree), tree[node].field == .communication,
      let place = sharedPlace(of: send.channel, in: declaration)
    else { return nil }
    return CompletionSignal(
      kind: .send, place: place, node: node, statement: node, isDeferred: false)
  }
}

extension SyntaxTree {
  /// What may be an announcement by its form alone.
  public struct SignalCandidate {
    /// How it would be announced.
    public var kind: CompletionSignal.Kind
    /// The wait group or channel.
    public var subject: NodeID
    /// The statement around it.
    public var statement: NodeID
  }

  /// A node of the form `x.Done()`, `x.Add(-1)`, `close(x)` or `x <- v` that stands as a
  /// statement.
  public func signalCandidate(_ node: NodeID) -> SignalCandidate? {
    if kind(node) == .sendStatement {
      guard self[node].field != .communication else { return nil }
      return SignalCandidate(kind: .send, subject: child(node, .channel), statement: node)
    }
    guard kind(node) == .callExpression, node.rawValue > 0 else { return nil }
    let statement = parent(of: node)
    guard kind(statement) == .expressionStatement || kind(statement) == .deferStatement else {
      return nil
    }
    if let operand = operand(ofCall: node, "Done")
      ?? (takesBack(node) ? self.operand(ofCall: node, "Add") : nil)
    {
      return SignalCandidate(kind: .done, subject: operand, statement: statement)
    }
    guard text(child(node, .function), equals: "close") else { return nil }
    let arguments = Array(children(child(node, .arguments)))
    guard arguments.count == 1 else { return nil }
    return SignalCandidate(kind: .close, subject: arguments[0], statement: statement)
  }

  /// Whether the only argument of a call is a negative literal: `wg.Add(-1)` is `wg.Done()`.
  public func takesBack(_ call: NodeID) -> Bool {
    guard let arguments = CallSyntax(call, in: self)?.arguments, arguments.count == 1,
      let number = UnarySyntax(arguments[0], in: self)
    else { return false }
    return number.operatorKind == .minus && kind(number.operand) == .intLiteral
  }

  /// `x` of a call `x.method(…)`, or nil for any other call.
  public func operand(ofCall call: NodeID, _ method: StaticString) -> NodeID? {
    let function = child(call, .function)
    guard kind(function) == .selectorExpression, text(child(function, .field), equals: method)
    else { return nil }
    return child(function, .operand)
  }

  /// Whether an expression ends in the name that a place ends in: a quick refusal.
  func mayName(_ expression: NodeID, _ place: SharedPlace) -> Bool {
    guard let last = lastName(expression), let name = place.lastName else { return false }
    return source.bytes[range(last).indices].elementsEqual(name.utf8)
  }

  /// The name that a selector expression ends in, elements and addresses looked through.
  func lastName(_ expression: NodeID) -> NodeID? {
    var last = expression
    while !last.isNone {
      switch kind(last) {
      case .selectorExpression: last = child(last, .field)
      case .parenthesizedExpression: last = firstChild(last)
      case .unaryExpression, .indexExpression: last = child(last, .operand)
      case .identifier, .fieldIdentifier: return last
      default: return nil
      }
    }
    return nil
  }

  /// Whether a call is the one that a `defer` statement puts off.
  public func isDeferred(_ call: NodeID) -> Bool { kind(parent(of: call)) == .deferStatement }

  /// Whether a call is the one that a `go` statement starts.
  public func isSpawned(_ call: NodeID) -> Bool { kind(parent(of: call)) == .goStatement }
}

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
}

/// A place where completion is waited for.
public struct CompletionWait: Sendable {
  /// The call, receive operation or range clause.
  public var node: NodeID
  /// The top-level declaration that it stands in.
  public var declaration: PackageNode
  /// Whether it is sure to wait: false where a value was only given to unknown code.
  public var isCertain: Bool
  /// Whether it runs when the function ends.
  public var isDeferred: Bool

  /// A wait at a node of a top-level declaration.
  public init(node: NodeID, declaration: PackageNode, isCertain: Bool, isDeferred: Bool) {
    self.node = node
    self.declaration = declaration
    self.isCertain = isCertain
    self.isDeferred = isDeferred
  }
}

extension PackageContext {
  /// What a node announces, if it stands as a statement of its own: `wg.Done()`, `close(ch)`,
  /// `ch <- v`, the first two deferred or not. A send that is a case of a select is none.
  public func completionSignal(_ node: NodeID, in declaration: PackageNode) -> CompletionSignal? {
    let tree = tree(declaration.file)
    guard let candidate = tree.signalCandidate(node) else { return nil }
    guard let place = sharedPlace(of: candidate.subject, in: declaration) else { return nil }
    switch candidate.kind {
    case .done:
      guard isWaitGroup(candidate.subject, in: declaration) else { return nil }
    case .close:
      guard scopes(of: declaration).variable(tree.child(node, .function)).isNone,
        syntax.declarations.function("close") == nil
      else { return nil }
    case .send:
      break
    }
    return CompletionSignal(
      kind: candidate.kind, place: place, node: node, statement: candidate.statement,
      isDeferred: tree.kind(candidate.statement) == .deferStatement)
  }

  /// Whether an expression is a `sync.WaitGroup`, or a struct that embeds one.
  ///
  /// Where the declared type cannot be told, it counts as one only if the package also calls
  /// both `Wait` and `Add` on the same place: a name alone proves nothing.
  public func isWaitGroup(_ expression: NodeID, in declaration: PackageNode) -> Bool {
    let place = place(in: declaration)
    guard let type = types.type(of: expression, at: place) else {
      guard let shared = sharedPlace(of: expression, in: declaration) else { return false }
      return isUsedLikeWaitGroup(shared)
    }
    return isWaitGroup(type, depth: 0)
  }

  private func isWaitGroup(_ type: DeclaredType, depth: Int) -> Bool {
    if let name = types.importedName(of: type) {
      return name == ImportedTypeName("sync", "WaitGroup")
    }
    guard depth < 4 else { return false }
    if let name = types.localName(of: type),
      syntax.declarations.method("Done", of: name) != nil
    {
      return false
    }
    return types.embeddedTypes(of: type).contains { isWaitGroup($0, depth: depth + 1) }
  }

  private func isUsedLikeWaitGroup(_ place: SharedPlace) -> Bool {
    hasCall("Wait", on: place) && hasCall("Add", on: place)
  }

  private func hasCall(_ method: String, on place: SharedPlace) -> Bool {
    index.calls(named: method).contains { call in
      let tree = tree(call.file)
      let function = tree.child(call.node, .function)
      guard tree.kind(function) == .selectorExpression else { return false }
      let operand = tree.child(function, .operand)
      return tree.mayName(operand, place)
        && sharedPlace(of: operand, in: declaration(around: call))?.mustEqual(place) ?? false
    }
  }

  /// Where completion on a place is waited for, in the order of files and lines: `wg.Wait()`,
  /// `<-ch`, `range ch`, and calls that are given the wait group or channel and wait in turn.
  public func waits(for signal: CompletionSignal) -> [CompletionWait] {
    waits(for: signal.kind, on: signal.place)
  }

  /// Where completion that is announced in one way on a place is waited for.
  public func waits(
    for kind: CompletionSignal.Kind, on place: SharedPlace
  ) -> [CompletionWait] {
    var waits: [CompletionWait] = []
    if kind == .done {
      for call in index.waitCalls {
        let tree = tree(call.file)
        guard let group = tree.operand(ofCall: call.node, "Wait") else { continue }
        add(call, subject: group, place, &waits)
      }
    } else {
      for receive in index.receives {
        add(receive, subject: tree(receive.file).child(receive.node, .operand), place, &waits)
      }
      for range in index.ranges {
        add(range, subject: tree(range.file).child(range.node, .right), place, &waits)
      }
    }
    for call in index.calls(givenNameOf: place) {
      if let wait = handedWait(call, for: kind, on: place) { waits.append(wait) }
    }
    return waits.sorted {
      ($0.declaration.file, $0.node) < ($1.declaration.file, $1.node)
    }
  }

  private func add(
    _ node: PackageNode, subject: NodeID, _ place: SharedPlace, _ waits: inout [CompletionWait]
  ) {
    let tree = tree(node.file)
    // A channel may be had from a method, of another name than the field's.
    guard tree.kind(subject) == .callExpression || tree.mayName(subject, place) else { return }
    let declaration = declaration(around: node)
    guard let other = sharedPlace(of: subject, in: declaration), other.mustEqual(place) else {
      return
    }
    waits.append(
      CompletionWait(
        node: node.node, declaration: declaration, isCertain: true,
        isDeferred: tree.isDeferred(node.node)))
  }

  /// A call that is given the wait group or channel: `waitTimeout(&wg, time.Second)`.
  private func handedWait(
    _ node: PackageNode, for kind: CompletionSignal.Kind, on place: SharedPlace
  ) -> CompletionWait? {
    let call = node.node
    let tree = tree(node.file)
    for (index, argument) in tree.children(tree.child(call, .arguments)).enumerated() {
      guard tree.mayName(argument, place) else { continue }
      let declaration = declaration(around: node)
      guard let other = sharedPlace(of: argument, in: declaration),
        other.mustEqual(place)
      else { continue }
      let function = tree.child(call, .function)
      if tree.text(function, equals: "close") || tree.text(function, equals: "len")
        || tree.text(function, equals: "cap")
      {
        continue
      }
      guard let callee = types.callee(of: call, at: self.place(in: declaration)) else {
        // What unknown code does with it cannot be told; a literal's body is read elsewhere.
        let isKnown = tree.kind(function) == .funcLiteral || tree.isSpawned(call)
        return isKnown
          ? nil
          : CompletionWait(
            node: call, declaration: declaration, isCertain: false,
            isDeferred: tree.isDeferred(call))
      }
      if tree.isSpawned(call) || !waitsOnParameter(index, of: callee, kind) { continue }
      return CompletionWait(
        node: call, declaration: declaration, isCertain: true, isDeferred: tree.isDeferred(call))
    }
    return nil
  }

  private func waitsOnParameter(
    _ index: Int, of function: PackageDeclarations.Function, _ kind: CompletionSignal.Kind
  ) -> Bool {
    let tree = tree(function.node.file)
    let scopes = scopes(of: function.node)
    let parameter = scopes.parameter(at: index, of: .declaration)
    guard !parameter.isNone else { return false }
    for node in tree.subtree(tree.child(function.node.node, .body)) {
      let subject: NodeID
      switch (tree.kind(node), kind) {
      case (.callExpression, .done): subject = tree.operand(ofCall: node, "Wait") ?? .none
      case (.unaryExpression, .close), (.unaryExpression, .send):
        guard tree.kind(tree.child(node, .operator)) == .arrow else { continue }
        subject = tree.child(node, .operand)
      case (.rangeClause, .close), (.rangeClause, .send): subject = tree.child(node, .right)
      default: continue
      }
      if scopes.variable(subject) == parameter { return true }
    }
    return false
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

  /// A node of the form `x.Done()`, `close(x)` or `x <- v` that stands as a statement.
  public func signalCandidate(_ node: NodeID) -> SignalCandidate? {
    if kind(node) == .sendStatement {
      guard self[node].field != .communication else { return nil }
      return SignalCandidate(kind: .send, subject: child(node, .channel), statement: node)
    }
    guard kind(node) == .callExpression, node.rawValue > 0 else { return nil }
    let statement = NodeID(rawValue: node.rawValue - 1)
    guard kind(statement) == .expressionStatement || kind(statement) == .deferStatement else {
      return nil
    }
    if let operand = operand(ofCall: node, "Done") {
      return SignalCandidate(kind: .done, subject: operand, statement: statement)
    }
    guard text(child(node, .function), equals: "close") else { return nil }
    let arguments = Array(children(child(node, .arguments)))
    guard arguments.count == 1 else { return nil }
    return SignalCandidate(kind: .close, subject: arguments[0], statement: statement)
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
  public func isDeferred(_ call: NodeID) -> Bool { isFirst(call, in: .deferStatement) }

  /// Whether a call is the one that a `go` statement starts.
  public func isSpawned(_ call: NodeID) -> Bool { isFirst(call, in: .goStatement) }

  private func isFirst(_ node: NodeID, in kind: NodeKind) -> Bool {
    guard node.rawValue > 0 else { return false }
    let before = NodeID(rawValue: node.rawValue - 1)
    return self.kind(before) == kind && self[before].end > node.rawValue
  }
}

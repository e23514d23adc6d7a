import Basics
import GoSyntax
import GoTypes

/// What is waited for: the way in which it is announced, and on what.
struct WaitKey: Hashable {
  var kind: CompletionSignal.Kind
  var place: SharedPlace
}

extension PackageContext {
  /// Where completion on a place is waited for, in the order of files and lines: `wg.Wait()`,
  /// `<-ch`, `range ch`, and calls that are given the wait group or channel and wait in turn.
  public func waits(for signal: CompletionSignal) -> [CompletionWait] {
    waits(for: signal.kind, on: signal.place)
  }

  /// Where completion that is announced in one way on a place is waited for.
  public func waits(
    for kind: CompletionSignal.Kind, on place: SharedPlace
  ) -> [CompletionWait] {
    let key = WaitKey(kind: kind, place: place)
    if let known = waitsByPlace[key] { return known }
    var waits: [CompletionWait] = []
    if kind == .done {
      for call in index.waitCalls where mayReach(call, place) {
        let tree = tree(call.file)
        guard let group = tree.operand(ofCall: call.node, "Wait") else { continue }
        add(call, subject: group, isWaitGroup: true, place, &waits)
      }
    } else {
      for receive in index.receives where mayReach(receive, place) {
        add(receive, subject: tree(receive.file).child(receive.node, .operand), place, &waits)
      }
      for range in index.ranges where mayReach(range, place) {
        add(range, subject: tree(range.file).child(range.node, .right), place, &waits)
      }
    }
    for call in callIndex.given(place) where mayReach(call, place) {
      if let wait = handedWait(call, for: kind, on: place) { waits.append(wait) }
    }
    waits.sort { ($0.declaration.file, $0.node) < ($1.declaration.file, $1.node) }
    waitsByPlace[key] = waits
    return waits
  }

  /// Whether a node can mention a place at all: a variable of a function is known in its own
  /// declaration only.
  private func mayReach(_ node: PackageNode, _ place: SharedPlace) -> Bool {
    guard place.field == nil, case .local(let home, _) = place.root else { return true }
    return node.file == home.file && tree(home.file).isInside(node.node, home.node)
  }

  private func add(
    _ node: PackageNode, subject: NodeID, isWaitGroup: Bool = false, _ place: SharedPlace,
    _ waits: inout [CompletionWait]
  ) {
    let tree = tree(node.file)
    // A channel may be had from a method, of another name than the field's; an embedded wait
    // group is not named at all.
    guard
      tree.kind(subject) == .callExpression || place.isPromoted
        || tree.mayName(subject, place)
    else { return }
    let declaration = declaration(around: node)
    let found =
      isWaitGroup
      ? waitGroup(subject, in: declaration) : sharedPlace(of: subject, in: declaration)
    guard let other = found, other.mayEqual(place) else { return }
    waits.append(
      CompletionWait(
        node: node.node, declaration: declaration, place: other, isCertain: true))
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
        other.mayEqual(place)
      else { continue }
      let function = tree.child(call, .function)
      if tree.text(function, equals: "close") || tree.text(function, equals: "len")
        || tree.text(function, equals: "cap")
      {
        continue
      }
      guard let callee = self.function(calledBy: node) else {
        // What unknown code does with it cannot be told; a literal's body is read elsewhere.
        let isKnown = tree.kind(function) == .funcLiteral || tree.isSpawned(call)
        return isKnown
          ? nil
          : CompletionWait(
            node: call, declaration: declaration, place: other, isCertain: false)
      }
      if tree.isSpawned(call) || !waitsOnParameter(index, of: callee, kind) { continue }
      return CompletionWait(
        node: call, declaration: declaration, place: other, isCertain: true)
    }
    return nil
  }

  private func waitsOnParameter(
    _ index: Int, of function: PackageNode, _ kind: CompletionSignal.Kind
  ) -> Bool {
    let tree = tree(function.file)
    let scopes = scopes(of: function)
    let parameter = scopes.parameter(at: index, of: .declaration)
    guard !parameter.isNone else { return false }
    for node in tree.subtree(tree.child(function.node, .body)) {
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

  /// Waits together with the calls that lead to them: of functions of the package that wait,
  /// and of local variables that hold a literal which waits; `depth` calls deep.
  public func withCalls(_ waits: [CompletionWait], depth: Int = 2) -> [CompletionWait] {
    var all = waits
    var level = waits
    for _ in 0..<depth {
      level = level.flatMap { callsLeading(to: $0) }
      all += level
    }
    return all
  }

  private func callsLeading(to wait: CompletionWait) -> [CompletionWait] {
    let tree = tree(wait.declaration.file)
    let function = goroutineBody(around: wait.node, in: wait.declaration)
    if function == .declaration {
      return calls(of: wait.declaration).filter { !self.tree($0.file).isSpawned($0.node) }.map {
        CompletionWait(
          node: $0.node, declaration: declaration(around: $0), place: nil,
          isCertain: wait.isCertain)
      }
    }
    let scopes = scopes(of: wait.declaration)
    let literal = scopes.functions[function].node
    guard
      let variable = scopes.variables.ids.first(where: {
        scopes.variables[$0].value == literal && scopes.variables[$0].position < 0
      })
    else { return [] }
    return tree.subtree(wait.declaration.node).filter { node in
      tree.kind(node) == .callExpression && !tree.isSpawned(node)
        && scopes.variable(tree.child(node, .function)) == variable
    }.map {
      CompletionWait(
        node: $0, declaration: wait.declaration, place: nil, isCertain: wait.isCertain)
    }
  }

  /// The waits of a group that runs a literal, where the literal is given to its method `Go`:
  /// whatever the group is, its `Wait` comes after the end of what it runs.
  public func groupWaits(running literal: NodeID, in declaration: PackageNode) -> [CompletionWait] {
    let tree = tree(declaration.file)
    let call = tree.parent(of: tree.parent(of: literal))
    guard let group = tree.operand(ofCall: call, "Go"),
      let place = sharedPlace(of: group, in: declaration)
    else { return [] }
    return index.waitCalls.compactMap { wait in
      guard let operand = self.tree(wait.file).operand(ofCall: wait.node, "Wait") else {
        return nil
      }
      let home = self.declaration(around: wait)
      guard let other = sharedPlace(of: operand, in: home), other.mayEqual(place) else {
        return nil
      }
      return CompletionWait(node: wait.node, declaration: home, place: other, isCertain: true)
    }
  }
}

import Basics
import Findings
import GoSyntax
import GoTypes
import RuleKit

/// A signal that a goroutine gives at its end, with the ways out that come before.
struct SkippedSignal {
  struct Verdict {
    var confidence: Confidence
    var exit: BodyExit
    var wait: CompletionWait
  }

  let signal: CompletionSignal
  let declaration: PackageNode
  let function: FunctionID
  /// The `go` statement that runs the body.
  let start: PackageNode
  /// The place as the code that starts the goroutine knows it.
  let seen: SharedPlace
  fileprivate let package: PackageContext
  private let tree: SyntaxTree
  let body: NodeID

  /// Nil where the signal is not given at the end of what a `go` statement runs.
  init?(_ candidate: PackageNode, _ package: PackageContext) {
    declaration = package.declaration(around: candidate)
    tree = package.tree(candidate.file)
    guard let form = tree.signalCandidate(candidate.node),
      tree.kind(form.statement) != .deferStatement
    else { return nil }
    function = package.scopes(of: declaration).function(around: candidate.node, in: tree)
    body = package.scopes(of: declaration).functions[function].body
    // Given once, at the end: what is sent or counted in a loop belongs to what the loop goes through.
    guard !body.isNone, tree.parent(of: form.statement) == body,
      case .statement(let start)? = package.goroutineStart(of: function, in: declaration),
      let signal = package.completionSignal(candidate.node, in: declaration)
    else { return nil }
    if let call = package.call(of: start, running: function, in: declaration) {
      guard
        let seen = package.place(signal.place, of: function, in: declaration, seenBy: call)
      else { return nil }
      self.seen = seen
    } else if function != .declaration {
      // A literal that a variable holds, and that is started by its name.
      seen = signal.place
    } else {
      return nil
    }
    self.package = package
    self.signal = signal
    self.start = start
  }

  /// Who waits in vain, and where the signal is left out; nil where nobody is known to.
  func verdict() -> Verdict? {
    guard let barriers = barriers() else { return nil }
    let exits = exits(avoiding: barriers)
    guard let exit = exits.first, let wait = wait() else { return nil }
    return Verdict(confidence: .confirmed, exit: exit, wait: wait)
  }

  /// All ways out that leave it out, where it is given in no other way; nil where it is.
  func exitsOfOnlySignal() -> [BodyExit]? {
    guard let barriers = barriers(), barriers == Set(enclosing(signal.node)) else { return nil }
    return exits(avoiding: barriers)
  }

  /// The statements that give it elsewhere, each with the return statement right behind it, so that
  /// one that is deferred gives it in their place; nil where it may be given in another way.
  func signalsBeforeReturns() -> [(statement: NodeID, exit: NodeID)]? {
    var found: [(NodeID, NodeID)] = []
    for node in tree.subtree(body) where node != signal.node {
      switch tree.kind(node) {
      case .callExpression: break
      // Who closes a channel may have sent on it.
      case .sendStatement where signal.kind != .close: break
      default: continue
      }
      guard mayGive(node) else { continue }
      let statement = tree.parent(of: node)
      let next = tree.children(tree.parent(of: statement)).first {
        $0 > statement && tree.kind($0) != .comment
      }
      let exit = next.flatMap { tree.kind($0) == .returnStatement ? $0 : nil }
      guard package.completionSignal(node, in: declaration) != nil else {
        // Behind it the goroutine goes on to the signal, which it then does not give.
        if exit != nil { return nil }
        continue
      }
      guard let exit, tree.kind(statement) == .expressionStatement,
        tree.text(statement) == tree.text(signal.statement),
        package.scopes(of: declaration).function(around: node, in: tree) == function
      else { return nil }
      found.append((statement, exit))
    }
    return found
  }

  private func exits(avoiding barriers: Set<NodeID>) -> [BodyExit] {
    package.exits(of: function, in: declaration, avoiding: barriers)
      .filter { $0.node < signal.node && tree.isInside($0.node, body) }
  }

  // MARK: Other ways to give it

  /// The nodes behind which the signal was given or somebody else gives it; nil where it is not
  /// known what becomes of the place.
  private func barriers() -> Set<NodeID>? {
    var barriers: Set<NodeID> = []
    for node in tree.subtree(body) {
      switch tree.kind(node) {
      case .sendStatement, .callExpression:
        guard mayGive(node) else { continue }
        barriers.formUnion(enclosing(node))
      case .identifier, .selectorExpression:
        guard tree.mayEndIn(node, signal.place), tree[node].field != .function,
          !isSubject(node),
          package.sharedPlace(of: node, in: declaration)?.mayEqual(signal.place)
            == true
        else { continue }
        // It is given away, compared or added to: nothing is known of it then.
        return nil
      default: break
      }
    }
    return barriers
  }

  /// The node, and what runs it: a deferred call, a literal in which it stands.
  private func enclosing(_ node: NodeID) -> [NodeID] {
    var nodes = [node]
    var current = node
    while current != body {
      current = tree.parent(of: current)
      switch tree.kind(current) {
      case .deferStatement, .goStatement, .funcLiteral, .callExpression: nodes.append(current)
      default: break
      }
    }
    return nodes
  }

  /// Whether a call or send gives the signal, or may: itself or in what it calls.
  private func mayGive(_ node: NodeID) -> Bool {
    if let given = package.completionSignal(node, in: declaration)
      ?? package.sendOfSelect(node, in: declaration)
    {
      return given.place.mayEqual(signal.place)
    }
    guard tree.kind(node) == .callExpression else { return false }
    let callee = tree.child(node, .function)
    let scopes = package.scopes(of: declaration)
    let variable = scopes.variable(callee)
    if !variable.isNone {
      // A literal that a variable holds may give it, and so may any function value that is called
      // for nothing but what it does.
      let literal = scopes.function(of: scopes.variables[variable].value)
      if !literal.isNone { return holdsSignal(scopes.functions[literal].body, declaration) }
      let statement = tree.kind(tree.parent(of: node))
      return tree.firstChild(tree.child(node, .arguments)).isNone
        && (statement == .expressionStatement || statement == .deferStatement)
    }
    guard
      let called = package.function(
        calledBy: PackageNode(file: declaration.file, node: node))
    else { return false }
    return mayGive(called, depth: 3)
  }

  private func mayGive(_ function: PackageNode, depth: Int) -> Bool {
    let tree = package.tree(function.file)
    let body = tree.child(function.node, .body)
    guard !body.isNone, function != declaration else { return false }
    if holdsSignal(body, function) { return true }
    guard depth > 0 else { return false }
    return tree.subtree(body).contains { node in
      guard tree.kind(node) == .callExpression,
        let called = package.function(calledBy: PackageNode(file: function.file, node: node)),
        called != function
      else { return false }
      return mayGive(called, depth: depth - 1)
    }
  }

  private func holdsSignal(_ body: NodeID, _ declaration: PackageNode) -> Bool {
    let tree = package.tree(declaration.file)
    return tree.subtree(body).contains { node in
      guard tree.kind(node) == .callExpression || tree.kind(node) == .sendStatement,
        let given = package.completionSignal(node, in: declaration)
          ?? package.sendOfSelect(node, in: declaration)
      else { return false }
      return given.place.mayEqual(signal.place) || given.place.mayEqual(seen)
    }
  }

  /// Whether a name of the place stands in a signal, a wait or a receive.
  private func isSubject(_ node: NodeID) -> Bool {
    let parent = tree.parent(of: node)
    switch tree.kind(parent) {
    case .sendStatement: return tree.child(parent, .channel) == node
    case .selectorExpression:
      return tree.text(tree.child(parent, .field), equals: "Done")
        && tree[parent].field == .function
    case .argumentList:
      return tree.text(tree.child(tree.parent(of: parent), .function), equals: "close")
    default: return false
    }
  }

  // MARK: Who waits

  /// A wait that nothing else can end; nil where none is known.
  private func wait() -> CompletionWait? {
    let own = package.scopes(of: declaration).functions[function].node
    let waits = package.waits(for: signal.kind, on: seen).filter {
      $0.isCertain && ($0.declaration != declaration || !tree.isInside($0.node, own))
    }
    switch signal.kind {
    case .done:
      return isCounted ? waits.first { hasNoOtherEnd($0) } : nil
    case .close, .send:
      guard isOnlyOne else { return nil }
      let certain = waits.filter { hasNoOtherEnd($0) }
      // Where one of several can go on otherwise, it may be meant to.
      return certain.count == waits.count ? certain.first : nil
    }
  }

  /// Whether a wait is no case of a select that has others.
  private func hasNoOtherEnd(_ wait: CompletionWait) -> Bool {
    let tree = package.tree(wait.declaration.file)
    return !tree.ancestors(of: wait.node).contains {
      tree.kind($0) == .communicationCase || tree.kind($0) == .selectStatement
    }
  }

  /// Whether the code that starts the goroutine adds it to the wait group before.
  private var isCounted: Bool {
    let starter = package.declaration(around: start)
    return package.index.additions.contains { call in
      guard call.file == start.file, call.node < start.node,
        package.declaration(around: call) == starter,
        let group = package.tree(call.file).operand(ofCall: call.node, "Add"),
        let place = package.waitGroup(group, in: starter)
      else { return false }
      return place.mayEqual(seen)
    }
  }

  /// Whether nobody else sends on the channel or closes it, and it goes nowhere else.
  private var isOnlyOne: Bool {
    guard case .local(let home, let id) = seen.root, seen.path.isEmpty else {
      return seen.field != nil && signal.kind == .close && isOnlyCloser
    }
    let tree = package.tree(home.file)
    let scopes = package.scopes(of: home)
    let own = package.scopes(of: declaration).functions[function].node
    let isHere = home == declaration && function != .declaration
    let startCall = package.tree(start.file).firstChild(start.node)
    return tree.subtree(home.node).allSatisfy { node in
      guard tree.kind(node) == .identifier, scopes.variable(node) == id,
        node != scopes.variables[id].name
      else { return true }
      if isHere, tree.isInside(node, own) { return true }
      if start.file == home.file, tree.isInside(node, startCall) { return true }
      let parent = tree.parent(of: node)
      switch tree.kind(parent) {
      case .unaryExpression: return tree.text(tree.child(parent, .operator), equals: "<-")
      case .rangeClause: return true
      case .argumentList:
        let call = tree.child(tree.parent(of: parent), .function)
        return tree.text(call, equals: "len") || tree.text(call, equals: "cap")
      default: return false
      }
    }
  }

}

extension SkippedSignal {
  /// Whether the channel lies in a field that the package uses for nothing but to make it, to wait
  /// for it and to close it here.
  fileprivate var isOnlyCloser: Bool {
    package.syntax.files.ids.allSatisfy { file in
      let tree = package.tree(file)
      return tree.subtree(.root).allSatisfy { node in
        guard tree.kind(node) == .selectorExpression, tree.mayEndIn(node, seen) else { return true }
        let home = package.declaration(around: PackageNode(file: file, node: node))
        guard let place = package.sharedPlace(of: node, in: home), place.mayEqual(seen) else {
          return true
        }
        let parent = tree.parent(of: node)
        switch tree.kind(parent) {
        case .unaryExpression: return tree.text(tree.child(parent, .operator), equals: "<-")
        case .expressionList: return tree[parent].field == .left
        case .assignmentStatement: return true
        case .argumentList:
          return home == declaration && tree.isInside(node, body)
            && tree.text(tree.child(tree.parent(of: parent), .function), equals: "close")
        default: return false
        }
      }
    }
  }
}

extension SyntaxTree {
  /// Whether an expression ends in the name that a place ends in: a quick refusal.
  func mayEndIn(_ node: NodeID, _ place: SharedPlace) -> Bool {
    guard let name = place.lastName else { return false }
    let last = kind(node) == .selectorExpression ? child(node, .field) : node
    return source.bytes[range(last).indices].elementsEqual(name.utf8)
  }
}

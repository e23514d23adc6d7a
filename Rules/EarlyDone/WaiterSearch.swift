import Basics
import Findings
import GoSyntax
import GoTypes
import RuleKit

/// Looks through the package for what waits for a signal and then uses what changes late.
struct WaiterSearch {
  /// What is known against the order of a signal and an effect.
  struct Verdict {
    var confidence: Confidence
    /// Where it is waited for, if that was found.
    var wait: CompletionWait?
    /// The use after the wait, if that was found.
    var use: LateUse?
  }

  let package: PackageContext
  let announcement: Announcement
  private let waits: [CompletionWait]
  /// What is waited for, in the names of the code that starts the goroutine.
  let signal: SharedPlace
  /// The waits for other signals that the goroutine gives only after the effect: who waits
  /// for one of them has waited for the effect too.
  let laterWaits: [CompletionWait]
  let hasLaterSignals: Bool
  /// The locks that the goroutine holds at the signal.
  let heldLocks: [SharedPlace]
  let memory = WaiterMemory()

  /// How many calls, or goroutines that wait and signal in turn, are followed.
  private static let relayDepth = 3

  init(_ package: PackageContext, _ announcement: Announcement) {
    self.package = package
    self.announcement = announcement
    let later = Self.laterSignals(package, announcement)
    let tree = package.tree(announcement.declaration.file)
    let body = package.scopes(of: announcement.declaration).functions[announcement.function].node
    var laterWaits = later.flatMap { package.waits(for: $0) }
    if announcement.function != .declaration {
      // A group that runs the literal announces its end too.
      laterWaits += package.groupWaits(running: body, in: announcement.declaration)
    }
    hasLaterSignals = !later.isEmpty || !laterWaits.isEmpty
    self.laterWaits = package.withCalls(laterWaits)
    let laterNodes = Set(laterWaits.map { PackageNode(file: $0.declaration.file, node: $0.node) })
    signal = announcement.seenByStarter(announcement.signal.place, package)
    waits = package.waits(for: announcement.signal.kind, on: signal).filter { wait in
      // The goroutine does not wait for itself; and what may as well wait for a later signal,
      // of another object of the type, proves nothing.
      (wait.declaration != announcement.declaration || !tree.isInside(wait.node, body))
        && !laterNodes.contains(PackageNode(file: wait.declaration.file, node: wait.node))
    }
    heldLocks =
      announcement.signal.isDeferred
      ? [] : package.heldLocks(at: announcement.signal.node, in: announcement.declaration)
  }

  private static func laterSignals(
    _ package: PackageContext, _ announcement: Announcement
  ) -> [CompletionSignal] {
    let declaration = announcement.declaration
    let tree = package.tree(declaration.file)
    let body = package.scopes(of: declaration).functions[announcement.function].node
    let own = announcement.signal
    let ownRunsAtEnd = package.runsAtEnd(own.node, in: declaration)
    var signals: [CompletionSignal] = []
    for node in tree.subtree(body) {
      guard tree.kind(node) == .callExpression || tree.kind(node) == .sendStatement,
        node != own.node,
        let signal = package.completionSignal(node, in: declaration)
          ?? package.sendOfSelect(node, in: declaration),
        !signal.place.mayEqual(own.place),
        package.goroutineBody(around: node, in: declaration) == announcement.function
      else { continue }
      // A deferred one runs at the end, whichever way it goes; one that is deferred after
      // the own one, though, comes before it.
      let isLater =
        package.runsAtEnd(node, in: declaration)
        ? !ownRunsAtEnd || node < own.node : node > own.node
      if isLater {
        var seen = signal
        seen.place = announcement.seenByStarter(signal.place, package)
        signals.append(seen)
      }
    }
    return signals
  }

  /// What speaks against an effect after the signal; nil where nobody is hurt.
  func verdict(on effect: OutlivingEffect) -> Verdict? {
    var seen = effect
    seen.place = announcement.seenByStarter(effect.place, package)
    memory.usesInCallers = [:]
    var best: Verdict?
    for wait in waits {
      guard let found = use(of: seen, after: wait, Self.relayDepth) else { continue }
      let confidence = confidence(seen, wait, found)
      if best.map({ $0.confidence < confidence }) ?? true {
        best = Verdict(confidence: confidence, wait: wait, use: found)
      }
    }
    if var best {
      if !endsWork(before: effect) { best.confidence = .possible }
      return best
    }
    return hasLaterSignals ? nil : verdictWithoutUse(seen)
  }

  private func confidence(
    _ effect: OutlivingEffect, _ wait: CompletionWait, _ use: LateUse
  ) -> Confidence {
    if blocks(between: wait, and: use.node) || isPolled(use.node, after: wait) {
      return .possible
    }
    // Who waits may wait for the later signal too, where the way there was not followed.
    if hasLaterSignals, !use.relays.isEmpty { return .possible }
    if effect.kind == .testFailure, !mustEndTest { return .possible }
    if !isOfOneObject(effect, wait, use) { return .possible }
    return wait.isCertain ? .confirmed : .likely
  }

  /// Whether a use is made again and again, or whenever other code likes: in the condition of a
  /// loop, or in a literal that is handed over. Then it may well wait for the change. What is
  /// around the wait too is no such thing.
  private func isPolled(_ use: PackageNode, after wait: CompletionWait) -> Bool {
    let tree = package.tree(use.file)
    let path = tree.ancestors(of: use.node) + [use.node]
    return zip(path, path.dropFirst()).contains { parent, child in
      if use.file == wait.declaration.file, tree.isInside(wait.node, child) { return false }
      return switch tree.kind(parent) {
      case .forStatement: tree.kind(child) != .block && tree.kind(child) != .rangeClause
      case .argumentList: tree.kind(child) == .funcLiteral
      default: false
      }
    }
  }

  /// Whether the signal and the effect belong to one object as the wait and the use do, where
  /// they were found by the types of objects alone.
  private func isOfOneObject(
    _ effect: OutlivingEffect, _ wait: CompletionWait, _ use: LateUse
  ) -> Bool {
    guard signal.field != nil, effect.place.field != nil, let waited = wait.place,
      signal.root != waited.root
    else { return true }
    guard signal.base == effect.place.base else { return false }
    guard use.relays.isEmpty, let used = use.place, used.field != nil else { return true }
    return waited.base == used.base
  }

  /// Whether the signal is the last that a test can wait for. A channel is often one of
  /// several things that a test goes through with the goroutine.
  private var mustEndTest: Bool { announcement.signal.kind == .done && !hasLaterSignals }

  /// Whether the waiter waits for something else too before it uses what changes: a protocol
  /// of several channels, whose order is not understood.
  private func blocks(between wait: CompletionWait, and use: PackageNode) -> Bool {
    let tree = package.tree(wait.declaration.file)
    let isHere = wait.declaration == package.declaration(around: use)
    for statement in rest(after: wait).statements {
      let holdsUse = isHere && tree.isInside(use.node, statement)
      if tree.mayBlock(statement, before: holdsUse ? use.node : .none) { return true }
      if holdsUse { return false }
    }
    return false
  }

  /// Whether the signal announces the end of the work, as far as its place tells.
  ///
  /// Not so where the goroutine itself waits for something before the effect, for then
  /// somebody may let it go on only after the wait. And not so for a channel on which a
  /// function that the goroutine merely calls gives the signal, or before the goroutine enters
  /// the loop with the effect: that says that something is ready, or to be stopped.
  private func endsWork(before effect: OutlivingEffect) -> Bool {
    let tree = package.tree(announcement.declaration.file)
    let tail = announcement.tail
    let blocks = tail.statements.contains {
      !tail.isDeferred($0, tree)
        && (tree.mayBlock($0, before: effect.node)
          || ($0 <= effect.node
            && package.mayBlock($0, in: announcement.declaration)
            && !tree.mayBlock($0, before: .none)))
    }
    if blocks { return false }
    return announcement.signal.kind == .done || (!goesOn(with: effect) && runsStarted)
  }

  /// Whether the goroutine enters a loop with the effect, in the body or in what it calls: then
  /// the signal says that something is ready.
  private func goesOn(with effect: OutlivingEffect) -> Bool {
    let tree = package.tree(announcement.declaration.file)
    return goesOnInside(effect)
      || tree.ancestors(of: effect.node).contains {
        tree.kind($0) == .forStatement && !tree.isInside(announcement.signal.node, $0)
          && !tree.isInside(announcement.bodyNode(package), $0)
      }
  }

  /// Whether the effect is made by a call of a function that loops or waits.
  private func goesOnInside(_ effect: OutlivingEffect) -> Bool {
    guard effect.inner != nil,
      let callee = package.function(
        calledBy: PackageNode(file: announcement.declaration.file, node: effect.node))
    else { return false }
    let tree = package.tree(callee.file)
    let body = tree.child(callee.node, .body)
    return tree.mayBlock(body, before: .none)
      || tree.subtree(body).contains { tree.kind($0) == .forStatement }
  }

  /// Whether what was started is the function that signals, and not one that calls it.
  private var runsStarted: Bool {
    guard announcement.function == .declaration,
      case .statement(let start) = announcement.start
    else { return true }
    return package.function(startedBy: start) == announcement.declaration
  }

  /// Whether the effect gives back what was taken, as a gauge that goes down: cleaning up.
  private func isRelease(_ effect: OutlivingEffect) -> Bool {
    let node = effect.inner ?? PackageNode(file: announcement.declaration.file, node: effect.node)
    let tree = package.tree(node.file)
    if tree.kind(node.node) == .decStatement { return true }
    guard tree.kind(node.node) == .callExpression else { return false }
    return tree.children(tree.child(node.node, .arguments)).contains {
      tree.kind($0) == .unaryExpression && tree.kind(tree.child($0, .operator)) == .minus
    }
  }

  /// No use after a wait was found. A variable of the function has no others; a field or
  /// package variable may be used by code that is not here.
  private func verdictWithoutUse(_ effect: OutlivingEffect) -> Verdict? {
    if effect.kind != .change { return nil }
    let isReachable: Bool
    if effect.place.field != nil {
      isReachable = true
    } else if case .package = effect.place.root {
      isReachable = true
    } else {
      isReachable = false
    }
    guard isReachable else {
      return waits.isEmpty ? Verdict(confidence: .possible) : nil
    }
    guard endsWork(before: effect), !goesOn(with: effect), !isRelease(effect),
      package.heldLocks(at: effect.node, in: announcement.declaration).isEmpty,
      isUsedElsewhere(effect)
    else {
      return Verdict(confidence: .possible, wait: waits.first)
    }
    if announcement.signal.kind == .done, let wait = waits.first(where: { mayReturnAway($0) }) {
      return Verdict(confidence: .likely, wait: wait)
    }
    return Verdict(
      confidence: announcement.signal.kind == .close && isGivenOut ? .likely : .possible,
      wait: waits.first)
  }

  /// Whether an exported method gives the channel to callers outside the package.
  private var isGivenOut: Bool {
    guard let field = announcement.signal.place.field,
      let owner = package.checker.declaredName(of: field.owner),
      owner.path == package.syntax.package.importPath
    else { return false }
    return package.syntax.declarations.functions.contains { function in
      let tree = package.tree(function.node.file)
      guard function.name.first?.isUppercase ?? false,
        function.receiverType == owner.name
      else { return false }
      return tree.subtree(tree.child(function.node.node, .body)).contains { node in
        guard tree.kind(node) == .returnStatement else { return false }
        return tree.children(tree.firstChild(node)).contains { value in
          package.sharedPlace(of: value, in: function.node)?.mayEqual(announcement.signal.place)
            ?? false
        }
      }
    }
  }

  /// Whether the function that waits returns to callers outside the package.
  private func mayReturnAway(_ wait: CompletionWait) -> Bool {
    let function = package.goroutineBody(around: wait.node, in: wait.declaration)
    guard function == .declaration else { return false }
    let tree = package.tree(wait.declaration.file)
    let name = tree.text(tree.child(wait.declaration.node, .name))
    return name.first?.isUppercase ?? false
  }

  /// Whether another exported function of the package reads what changes.
  private func isUsedElsewhere(_ effect: OutlivingEffect) -> Bool {
    for function in package.syntax.declarations.functions
    where function.node != announcement.declaration
      && (function.name.first?.isUppercase ?? false)
    {
      let tree = package.tree(function.node.file)
      let body = tree.child(function.node.node, .body)
      guard !body.isNone else { continue }
      let range = body.rawValue..<tree[body].end
      // What starts it takes longer to find than a use, of which there are few.
      if use(of: effect, in: range, function.node, nil) != nil,
        package.goroutineStart(of: .declaration, in: function.node) == nil
      {
        return true
      }
    }
    return false
  }
}

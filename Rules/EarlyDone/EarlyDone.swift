import Basics
import Findings
import GoSyntax
import GoTypes
import RuleKit

/// Completion that is announced before the work is complete.
///
/// From each signal of a goroutine's body the paths of the control-flow graph are followed to
/// changes of memory that lives on; then the package is searched for what waits for the signal
/// and uses that memory afterwards. Loops are not followed around, so an effect of the next
/// iteration is not this signal's.
public struct EarlyDone: Rule {
  /// What the world knows of the rule.
  public static let descriptor = RuleDescriptor(
    id: "early-done",
    summary: "completion is announced before the work that it stands for is done",
    severity: .error, manual: PackageResources.EarlyDone_md)

  public init() {}

  /// Reports each signal of the package that is followed by effects.
  public func check(_ package: PackageContext, _ sink: inout FindingSink) {
    for candidate in package.index.signalCandidates {
      let declaration = package.declaration(around: candidate)
      guard package.mayBeFollowed(candidate), package.mayRunInGoroutine(candidate),
        let signal = package.completionSignal(candidate.node, in: declaration)
      else { continue }
      check(signal, declaration, package, &sink)
    }
    for (declaration, signal) in package.helperSignals() + package.methodValueSignals() {
      check(signal, declaration, package, &sink)
    }
  }

  private func check(
    _ signal: CompletionSignal, _ declaration: PackageNode, _ package: PackageContext,
    _ sink: inout FindingSink
  ) {
    let function = package.goroutineBody(around: signal.node, in: declaration)
    guard let start = package.goroutineStart(of: function, in: declaration) else { return }
    if case .handedOver = start, !isCaptured(signal, function, declaration, package) { return }
    let tail = package.continuation(after: signal.node, in: declaration, loops: .end)
    if tail.points.isEmpty { return }
    if signal.kind != .done, tail.isInLoop, !isMadeInLoop(signal, package, declaration) { return }
    if signal.kind == .send, isToken(signal, function, declaration, package) { return }
    let reader = EffectReader(package, declaration: declaration, function: function)
    let effects = reader.effects(of: tail)
      .filter {
        !$0.place.mayOverlap(signal.place) && !isOwnTest($0, function, declaration, package)
      }
    guard !effects.isEmpty else { return }

    let announcement = Announcement(
      signal: signal, declaration: declaration, function: function, start: start, tail: tail)
    let search = WaiterSearch(package, announcement)
    let verdicts = effects.compactMap { effect in
      search.verdict(on: effect).map { (effect, $0) }
    }
    guard let worst = verdicts.max(by: { $0.1.confidence < $1.1.confidence }) else { return }
    let counted = verdicts.filter { $0.1.confidence == worst.1.confidence }.map(\.0)
    // `max` gives the last of equals; the first effect tells the story best.
    let first = verdicts.first { $0.1.confidence == worst.1.confidence } ?? worst
    report(announcement, first.0, counted, first.1, package, &sink)
  }

  /// Whether each turn of the loop around a signal has a channel of its own. Values that are
  /// sent on one channel in turn are the work itself and not its end.
  private func isMadeInLoop(
    _ signal: CompletionSignal, _ package: PackageContext, _ declaration: PackageNode
  ) -> Bool {
    guard case .local(_, let id) = signal.place.root else { return false }
    let tree = package.tree(declaration.file)
    let variable = package.scopes(of: declaration).variables[id]
    return tree.ancestors(of: signal.node).contains {
      tree.kind($0) == .forStatement && tree.isInside(variable.name, $0)
    }
  }

  /// Whether an effect is a report to the test that the function itself is: a literal that was
  /// handed over may be a subtest, which has not ended while it runs.
  private func isOwnTest(
    _ effect: OutlivingEffect, _ function: FunctionID, _ declaration: PackageNode,
    _ package: PackageContext
  ) -> Bool {
    guard effect.kind == .testFailure, case .local(_, let id) = effect.place.root,
      case .handedOver? = package.goroutineStart(of: function, in: declaration)
    else { return false }
    return package.scopes(of: declaration).variables[id].function == function
  }

  /// Whether the goroutine takes back what it sends: the channel is a lock or a semaphore.
  private func isToken(
    _ signal: CompletionSignal, _ function: FunctionID, _ declaration: PackageNode,
    _ package: PackageContext
  ) -> Bool {
    let body = package.scopes(of: declaration).functions[function].node
    return package.waits(for: signal).contains {
      $0.declaration == declaration && package.tree(declaration.file).isInside($0.node, body)
    }
  }

  /// Whether the signal is given on something that the literal captured. A channel must be the
  /// captured variable itself: one that is kept in a field may tell others to stop.
  private func isCaptured(
    _ signal: CompletionSignal, _ function: FunctionID, _ declaration: PackageNode,
    _ package: PackageContext
  ) -> Bool {
    guard case .local(_, let variable) = signal.place.root else { return signal.kind == .done }
    if signal.kind != .done, !signal.place.path.isEmpty { return false }
    let scopes = package.scopes(of: declaration)
    return !scopes.isInside(scopes.variables[variable].function, function)
  }

  private func report(
    _ announcement: Announcement, _ effect: OutlivingEffect, _ effects: [OutlivingEffect],
    _ verdict: WaiterSearch.Verdict, _ package: PackageContext, _ sink: inout FindingSink
  ) {
    let signal = announcement.signal
    let tree = package.tree(announcement.declaration.file)
    let anchor = PackageNode(file: announcement.declaration.file, node: signal.node)
    let call = "`\(tree.text(signal.node).firstLine)`"
    let consequence: String
    if let wait = verdict.wait {
      let waiting = package.tree(wait.declaration.file).text(wait.node).firstLine
      consequence = "so what waits at `\(waiting)` can go on too early"
    } else {
      consequence = "so what waits for it can go on too early"
    }
    let order =
      signal.isDeferred
      ? "is deferred after, and so runs before, the deferred"
      : "announces completion before the"
    let what =
      switch effect.kind {
      case .change: "change of"
      case .testFailure: "report to"
      case .send: "send on"
      }
    sink.report(
      at: anchor, subject: signal.place.text, confidence: verdict.confidence,
      message: "\(call) \(order) \(what) `\(effect.place.text)`, \(consequence)",
      trace: EarlyDoneTrace(package, announcement).steps(effects, verdict),
      fixes: EarlyDoneFix(package, announcement, effects, verdict.wait).fixes())
  }
}

/// A signal of a goroutine's body, with what runs after it.
struct Announcement {
  var signal: CompletionSignal
  var declaration: PackageNode
  var function: FunctionID
  var start: GoroutineStart
  var tail: Continuation

  /// The declaration or literal that is the goroutine's body.
  func bodyNode(_ package: PackageContext) -> NodeID {
    package.scopes(of: declaration).functions[function].node
  }

  /// The node that starts the goroutine or hands its body over.
  var startNode: PackageNode {
    switch start {
    case .statement(let node), .handedOver(let node): node
    }
  }

  /// A place of the body as the code that starts it knows it; where that has no name for it,
  /// as the body does.
  func seenByStarter(_ place: SharedPlace, _ package: PackageContext) -> SharedPlace {
    guard case .statement(let start) = start,
      let call = package.call(of: start, running: function, in: declaration)
    else { return place }
    return package.place(place, of: function, in: declaration, seenBy: call) ?? place
  }
}

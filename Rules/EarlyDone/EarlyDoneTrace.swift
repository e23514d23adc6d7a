import Findings
import GoSyntax
import GoTypes
import RuleKit

/// Tells how a signal comes too early, place by place.
struct EarlyDoneTrace {
  private let package: PackageContext
  private let announcement: Announcement

  /// How many of the effects are shown.
  private static let shownEffects = 3

  init(_ package: PackageContext, _ announcement: Announcement) {
    self.package = package
    self.announcement = announcement
  }

  func steps(_ effects: [OutlivingEffect], _ verdict: WaiterSearch.Verdict) -> [TraceStep] {
    let signal = announcement.signal
    var steps = [spawn()]
    steps.append(
      step(
        .signal, signal.isDeferred ? "runs first: deferred last" : "completion is announced here",
        announcement.declaration.file, signal.node))
    if let helper = signal.helper {
      steps.append(
        TraceStep(.signal, "by the function that is called", at: package.firstLine(helper)))
    }
    for effect in effects.prefix(Self.shownEffects) {
      let file = announcement.declaration.file
      if let inner = effect.inner {
        steps.append(step(.effect, "this call still runs", file, effect.node))
        let does =
          switch effect.kind {
          case .change: "changes"
          case .testFailure: "reports to"
          case .send: "sends on"
          }
        steps.append(
          TraceStep(
            .effect, "and \(does) `\(effect.place.text)` here", at: package.firstLine(inner)))
      } else {
        let done =
          switch effect.kind {
          case .change: "is changed"
          case .testFailure: "is told of a failure"
          case .send: "is sent on"
          }
        steps.append(step(.effect, "`\(effect.place.text)` \(done) only here", file, effect.node))
      }
    }
    // All but the start itself, so far, is done by the goroutine that was started.
    steps = steps.prefix(1) + Array(steps.dropFirst()).taken(by: 1)
    if let wait = verdict.wait {
      let message = wait.isCertain ? "waits for it here" : "is given what announces completion"
      steps.append(step(.wait, message, wait.declaration.file, wait.node))
    }
    guard let use = verdict.use else { return steps }
    for relay in use.relays {
      let message =
        relay.role == .signal ? "which is announced in turn here" : "and waited for here"
      steps.append(TraceStep(relay.role, message, at: package.firstLine(relay.node)))
    }
    let message =
      switch effects.first?.kind {
      case .testFailure: "and then this test may end: a later report to it panics"
      case .send: "and then the channel is closed: a later send on it panics"
      default: "and then what may not have changed yet is used"
      }
    steps.append(
      TraceStep(
        effects.first?.kind == .send ? .writer : .reader, message,
        at: package.location(use.node)))
    return steps
  }

  private func spawn() -> TraceStep {
    switch announcement.start {
    case .statement(let node):
      TraceStep(.spawn, "a goroutine starts here", at: package.firstLine(node))
    case .handedOver(let node):
      TraceStep(
        .spawn, "this function is handed over to run elsewhere", at: package.firstLine(node))
    }
  }

  private func step(
    _ role: TraceRole, _ message: String, _ file: FileID, _ node: NodeID
  ) -> TraceStep {
    TraceStep(role, message, at: package.firstLine(PackageNode(file: file, node: node)))
  }
}

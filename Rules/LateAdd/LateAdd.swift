import Basics
import Findings
import GoSyntax
import GoTypes
import RuleKit

/// A goroutine that is counted only when it runs already.
///
/// `Add` inside the goroutine that it counts: `Wait` may come first, see a count of zero and
/// return. Likewise where the goroutine counts others without being counted itself.
public struct LateAdd: Rule {
  /// What the world knows of the rule.
  public static let descriptor = RuleDescriptor(
    id: "late-add",
    summary: "a goroutine is added to a wait group only when it runs, so Wait may miss it",
    severity: .error, manual: PackageResources.LateAdd_md)

  public init() {}

  /// Reports each late `Add` of the package.
  public func check(_ package: PackageContext, _ sink: inout FindingSink) {
    for call in package.index.additions where package.mayRunInGoroutine(call) {
      if let late = LateAddition(call, package) { report(late, package, &sink) }
    }
  }

  private func report(
    _ late: LateAddition, _ package: PackageContext, _ sink: inout FindingSink
  ) {
    guard let verdict = late.verdict() else { return }
    let tree = package.tree(late.declaration.file)
    let call = "`\(tree.text(late.call).firstLine)`"
    let what =
      late.countsItself
      ? "\(call) runs inside the goroutine that it counts"
      : "\(call) runs in a goroutine that is not itself counted"
    let waiting = verdict.wait.map {
      "`\(package.tree($0.declaration.file).text($0.node).firstLine)`"
    }
    sink.report(
      at: PackageNode(file: late.declaration.file, node: late.call), subject: late.place.text,
      confidence: verdict.confidence,
      message: "\(what), so \(waiting ?? "the wait") can begin before it and return at once",
      trace: trace(late, verdict.wait, package), fixes: LateAddFix(late, package).fixes())
  }

  private func trace(
    _ late: LateAddition, _ wait: CompletionWait?, _ package: PackageContext
  ) -> [TraceStep] {
    let file = late.declaration.file
    var steps = [
      TraceStep(.spawn, "the goroutine starts here", at: package.firstLine(late.start)),
      TraceStep(
        .effect, "and is counted only when it comes here",
        at: package.location(PackageNode(file: file, node: late.call)), goroutine: 1),
    ]
    if let done = late.done {
      steps.append(
        TraceStep(
          .signal, "this takes the count back",
          at: package.firstLine(PackageNode(file: file, node: done)), goroutine: 1))
    }
    if let wait {
      steps.append(
        TraceStep(
          .wait, "by then this may have seen a count of zero",
          at: package.firstLine(PackageNode(file: wait.declaration.file, node: wait.node))))
    }
    return steps
  }
}

import Basics
import Findings
import GoSyntax
import GoTypes
import RuleKit

/// A completion signal that some way out of a goroutine leaves out, so that who waits for it hangs.
///
/// Looks at signals that stand in the list of the goroutine's body itself: these are given at its
/// end, whatever happens before, as whoever wrote them meant.
public struct SkippedDone: Rule {
  /// What the world knows of the rule.
  public static let descriptor = RuleDescriptor(
    id: "skipped-done",
    summary: "a way out of a goroutine leaves out the signal that somebody waits for",
    severity: .error, manual: PackageResources.SkippedDone_md)

  public init() {}

  /// Reports each signal of the package that is left out somewhere.
  public func check(_ package: PackageContext, _ sink: inout FindingSink) {
    for candidate in package.index.signalCandidates where package.mayRunInGoroutine(candidate) {
      guard let skipped = SkippedSignal(candidate, package), let verdict = skipped.verdict() else {
        continue
      }
      report(skipped, verdict, package, &sink)
    }
    for candidate in package.index.signalCandidates where !package.index.goStatements.isEmpty {
      ClosedBeforeSend(candidate, package)?.report(&sink)
    }
  }

  private func report(
    _ skipped: SkippedSignal, _ verdict: SkippedSignal.Verdict, _ package: PackageContext,
    _ sink: inout FindingSink
  ) {
    let file = skipped.declaration.file
    let tree = package.tree(file)
    let call = "`\(tree.text(skipped.signal.node).firstLine)`"
    let exit = PackageNode(file: file, node: verdict.exit.node)
    let end = "`\(tree.text(exit.node).firstLine)`"
    let (what, way) =
      switch verdict.exit.kind {
      case .returns: ("left out by an early return", "here it returns without \(call)")
      case .endsGoroutine:
        ("left out where \(end) may end the goroutine", "this may end it without \(call)")
      }
    let waiting =
      "`\(package.tree(verdict.wait.declaration.file).text(verdict.wait.node).firstLine)`"
    sink.report(
      at: PackageNode(file: file, node: skipped.signal.node), subject: skipped.signal.place.text,
      confidence: verdict.confidence,
      message: "\(call) is \(what), so \(waiting) waits for ever",
      trace: [
        TraceStep(.spawn, "the goroutine starts here", at: package.firstLine(skipped.start)),
        TraceStep(.effect, way, at: package.firstLine(exit), goroutine: 1),
        TraceStep(
          .signal, "only here it is given",
          at: package.firstLine(PackageNode(file: file, node: skipped.signal.node)), goroutine: 1),
        TraceStep(
          .wait, "this waits for it",
          at: package.firstLine(
            PackageNode(file: verdict.wait.declaration.file, node: verdict.wait.node))),
      ], fixes: SkippedDoneFix(skipped, package).fixes())
  }
}

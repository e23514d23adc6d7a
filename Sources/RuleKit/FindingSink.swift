import Basics
import Findings
import GoSyntax
import GoTypes

/// Where a rule puts what it found in one package.
public struct FindingSink {
  /// What was reported so far, of every rule that used this sink.
  public private(set) var findings: [Finding] = []
  private let package: PackageContext
  private var rule: RuleDescriptor?

  /// An empty sink for a package.
  public init(_ package: PackageContext) { self.package = package }

  /// Says whose findings come next.
  public mutating func begin(_ rule: RuleDescriptor) { self.rule = rule }

  /// Reports a hazard.
  ///
  /// - Parameters:
  ///   - anchor: The node to look at first; its text is part of the fingerprint.
  ///   - subject: The name of what is shared or announced.
  ///   - message: One sentence, names in back quotes, no full stop.
  public mutating func report(
    at anchor: PackageNode, subject: String, confidence: Confidence, message: String,
    trace: [TraceStep], fixes: [Fix]
  ) {
    guard let rule else { preconditionFailure("a finding without a rule") }
    findings.append(
      Finding(
        rule: rule.id, severity: rule.severity, confidence: confidence, message: message,
        location: package.location(anchor), package: package.syntax.package.importPath,
        symbol: package.symbol(around: anchor), subject: subject,
        anchorText: package.tree(anchor.file).text(anchor.node), trace: trace, fixes: fixes))
  }
}

import Basics
import Findings
import GoSyntax
import GoTypes

/// The place of a finding: where to look first, and what names it over changes of lines.
public struct FindingAnchor: Hashable, Sendable {
  public var location: SourceLocation
  /// The import path of the package.
  public var package: String
  /// The enclosing declaration: "Run", "(*Pool).Submit", or "" at package level.
  public var symbol: String
  /// The text of the place as it stands in the source; part of the fingerprint.
  public var text: String

  public init(location: SourceLocation, package: String, symbol: String, text: String) {
    self.location = location
    self.package = package
    self.symbol = symbol
    self.text = text
  }
}

/// Where rules put what they found in one package, or in the whole program.
public struct FindingSink {
  /// What was reported so far, of every rule that used this sink.
  public private(set) var findings: [Finding] = []
  private let package: PackageContext?
  private var rule: RuleDescriptor?

  /// An empty sink for a package.
  public init(_ package: PackageContext) { self.package = package }

  /// An empty sink for rules that judge the program.
  public init() { package = nil }

  /// Says whose findings come next.
  public mutating func begin(_ rule: RuleDescriptor) { self.rule = rule }

  /// Reports a hazard.
  ///
  /// - Parameters:
  ///   - anchor: The place to look at first.
  ///   - subject: The name of what is shared or announced.
  ///   - message: One sentence, names in back quotes, no full stop.
  ///   - refusal: Why there are no fixes, as far as that is known.
  public mutating func report(
    at anchor: FindingAnchor, subject: String, confidence: Confidence, message: String,
    trace: [TraceStep], fixes: [Fix], refusal: Refusal? = nil
  ) {
    guard let rule else { preconditionFailure("a finding without a rule") }
    findings.append(
      Finding(
        rule: rule.id, severity: rule.severity, confidence: confidence, message: message,
        location: anchor.location, package: anchor.package, symbol: anchor.symbol,
        subject: subject, anchorText: anchor.text, trace: trace, fixes: fixes,
        refusal: refusal))
  }

  /// Reports a hazard of the sink's package at a node.
  public mutating func report(
    at anchor: PackageNode, subject: String, confidence: Confidence, message: String,
    trace: [TraceStep], fixes: [Fix], refusal: Refusal? = nil
  ) {
    guard let package else { preconditionFailure("a node without its package") }
    report(
      at: FindingAnchor(
        location: package.location(anchor), package: package.syntax.package.importPath,
        symbol: package.symbol(around: anchor),
        text: package.tree(anchor.file).text(anchor.node)),
      subject: subject, confidence: confidence, message: message, trace: trace, fixes: fixes,
      refusal: refusal)
  }
}

import Basics
import Findings
import GoTypes

/// What the world knows of a rule.
public struct RuleDescriptor: Sendable {
  /// The hazard's name, in lower case with hyphens.
  public var id: String
  /// One line: what it reports.
  public var summary: String
  public var severity: Severity
  /// Whether it runs when nothing else is said.
  public var isOnByDefault: Bool
  /// The manual, Markdown, as `racelint explain` prints it.
  public var manual: String

  /// A description; the manual is the bytes of the rule's embedded file.
  public init(
    id: String, summary: String, severity: Severity, isOnByDefault: Bool = true, manual: [UInt8]
  ) {
    self.id = id
    self.summary = summary
    self.severity = severity
    self.isOnByDefault = isOnByDefault
    self.manual = String(decoding: manual, as: UTF8.self)
  }
}

/// A hazard that racelint knows how to find.
///
/// A rule has no state: what it needs it is handed, what it finds it reports. It never
/// throws; Go that makes no sense is no finding.
public protocol Rule: Sendable {
  /// What the world knows of the rule.
  static var descriptor: RuleDescriptor { get }
  /// Whether the rule judges the whole program. Only then is `judge` called, and only where such
  /// a rule runs is the flow of the program analysed.
  static var needsProgram: Bool { get }
  init()
  /// Reports the hazards of one package. May run beside the same rule on another package.
  func check(_ package: PackageContext, _ sink: inout FindingSink)
  /// Reports the hazards that only the whole program shows, once for each run.
  func judge(_ program: ProgramContext, _ sink: inout FindingSink)
}

extension Rule {
  public static var needsProgram: Bool { false }
  public func check(_ package: PackageContext, _ sink: inout FindingSink) {}
  public func judge(_ program: ProgramContext, _ sink: inout FindingSink) {}
}

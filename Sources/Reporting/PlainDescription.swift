import Basics
import Findings

/// Findings and diagnostics in words, for formats that hold plain text.
public struct PlainDescription {
  private let index: SourceIndex

  init(_ index: SourceIndex) { self.index = index }

  /// The message and how sure it is: "`wg.Done()` announces … [confirmed]".
  func message(_ finding: Finding) -> String {
    "\(finding.message) [\(finding.confidence.rawValue)]"
  }

  /// A line for each step of the trace: "signal pool.go:9:4: completion is announced here".
  func trace(_ finding: Finding) -> [String] {
    finding.trace.map { step in
      "\(step.role.rawValue) \(index.label(step.location)): \(step.message)"
    }
  }

  /// "pool.go:9:4: syntax: …", as the text report says it.
  public static func diagnostic(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.start.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(diagnostic.path)\(place): \(diagnostic.kind.rawValue): \(diagnostic.message)"
  }
}

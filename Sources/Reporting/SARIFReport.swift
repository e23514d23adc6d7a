import Basics
import Findings

/// The report in the Static Analysis Results Interchange Format, version 2.1.0, as code scanning
/// services take it.
///
/// Columns count UTF-16 code units. Paths are relative to `%SRCROOT%`, the working directory, or
/// `file:` URIs outside of it. A finding's trace is a code flow with a thread flow for each
/// goroutine, its fingerprint the one that GitHub compares, and its fixes are all there, the best
/// first. Diagnostics are notifications of the run. Every run gives the same bytes.
public struct SARIFReport: Sendable {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  private let toolVersion: String
  private let rules: [ReportedRule]

  /// A writer of reports by a version of racelint with the rules that ran, sorted by id.
  public init(toolVersion: String, rules: [ReportedRule]) {
    self.toolVersion = toolVersion
    self.rules = rules
  }

  /// The document in UTF-8, with a line feed at its end.
  public func render(_ report: AnalysisReport) -> [UInt8] {
    let result = SARIFResult(report, rules: rules)
    var writer = JSONWriter()
    writer.object { json in
      json.member("$schema", Self.schema)
      json.member("version", "2.1.0")
      json.key("runs")
      json.array { runs in
        runs.object { run in
          run.key("tool")
          run.object { tool in
            tool.key("driver")
            tool.object { writeDriver(report, to: &$0) }
          }
          run.member("columnKind", "utf16CodeUnits")
          run.key("invocations")
          run.array { list in
            list.object { Self.writeInvocation(report, to: &$0) }
          }
          run.key("results")
          run.array { list in
            for finding in report.findings { result.write(finding, to: &list) }
          }
        }
      }
    }
    writer.endDocument()
    return writer.bytes
  }

  private func writeDriver(_ report: AnalysisReport, to driver: inout JSONWriter) {
    let leastSure = report.findings.reduce(into: [String: Confidence]()) { known, finding in
      known[finding.rule] = min(known[finding.rule] ?? .confirmed, finding.confidence)
    }
    driver.member("name", "racelint")
    driver.member("version", toolVersion)
    driver.member("semanticVersion", toolVersion)
    driver.key("rules")
    driver.array { list in
      for rule in rules {
        list.object { Self.write(rule, leastSure[rule.id] ?? .likely, to: &$0) }
      }
    }
  }

  private static func write(
    _ rule: ReportedRule, _ leastSure: Confidence, to json: inout JSONWriter
  ) {
    json.member("id", rule.id)
    json.member("shortDescription", "text", rule.summary)
    let introduction = rule.introduction
    json.member("fullDescription", "text", introduction.isEmpty ? rule.summary : introduction)
    json.key("help")
    json.object { help in
      help.member("text", rule.manual)
      help.member("markdown", rule.manual)
    }
    json.member("defaultConfiguration", "level", rule.severity.rawValue)
    json.key("properties")
    json.object(inline: true) { properties in
      // Services sort by this; it is as good as the rule's doubtful findings.
      properties.member("precision", precision(leastSure))
      properties.member("problem.severity", problemSeverity(rule.severity))
      properties.key("tags")
      properties.array { $0.string("concurrency") }
    }
  }

  private static func precision(_ confidence: Confidence) -> String {
    switch confidence {
    case .confirmed: "high"
    case .likely: "medium"
    case .possible: "low"
    }
  }

  private static func problemSeverity(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "recommendation"
    }
  }

  private static func writeInvocation(_ report: AnalysisReport, to json: inout JSONWriter) {
    json.member("executionSuccessful", true)
    if report.diagnostics.isEmpty { return }
    json.key("toolExecutionNotifications")
    json.array { list in
      for diagnostic in report.diagnostics {
        list.object { write(diagnostic, to: &$0) }
      }
    }
  }

  private static func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.member("level", "warning")
    json.member("descriptor", "id", diagnostic.kind.rawValue)
    json.member("message", "text", SARIFText.plain(diagnostic.message))
    json.key("locations")
    json.array { list in
      list.object(inline: true) { location in
        location.key("physicalLocation")
        location.object { place in
          place.artifact(diagnostic.path)
          // The text is not at hand, so columns of bytes cannot be made units of UTF-16.
          if let start = diagnostic.start {
            place.key("region")
            place.object { $0.member("startLine", start.line) }
          }
        }
      }
    }
  }
}

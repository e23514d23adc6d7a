import Basics
import Findings

/// The report for programs: one JSON document.
///
/// Lines and columns are 1-based, columns count UTF-8 bytes, the end of a range is exclusive.
/// Paths are relative to the working directory. Findings keep the order of the report, and
/// all but the elapsed time is the same bytes in every run.
public struct JSONReport: Sendable {
  /// Raised when a member changes its meaning or goes; new members do not raise it.
  public static let schemaVersion = 1

  private let toolVersion: String

  /// A writer of reports by a version of racelint: "0.1.0".
  public init(toolVersion: String) { self.toolVersion = toolVersion }

  /// The document in UTF-8, with a line feed at its end.
  public func render(_ report: AnalysisReport) -> [UInt8] {
    let index = SourceIndex(report)
    var writer = JSONWriter()
    writer.object { json in
      json.key("schemaVersion")
      json.integer(Self.schemaVersion)
      json.key("tool")
      json.object(inline: true) { tool in
        tool.member("name", "racelint")
        tool.member("version", toolVersion)
      }
      json.key("findings")
      json.array { list in
        for finding in report.findings { Self.write(finding, index, to: &list) }
      }
      json.key("diagnostics")
      json.array { list in
        for diagnostic in report.diagnostics { Self.write(diagnostic, to: &list) }
      }
      json.key("summary")
      json.object(inline: true) { summary in
        summary.member("packages", report.summary.packages)
        summary.member("files", report.summary.files)
        summary.member("bytes", report.summary.bytes)
        summary.member("ignored", report.ignoredCount)
        summary.member("known", report.knownCount)
        summary.member("old", report.oldCount)
        summary.key("elapsedSeconds")
        summary.decimal(report.summary.elapsedSeconds)
      }
    }
    writer.endDocument()
    return writer.bytes
  }

  private static func write(_ finding: Finding, _ index: SourceIndex, to json: inout JSONWriter) {
    json.object { json in
      json.member("rule", finding.rule)
      json.member("severity", finding.severity.rawValue)
      json.member("confidence", finding.confidence.rawValue)
      json.member("message", finding.message)
      write(finding.location, index, to: &json)
      json.member("symbol", finding.symbol)
      json.key("trace")
      json.array { list in
        for step in finding.trace {
          list.object { json in
            json.member("role", step.role.rawValue)
            json.member("message", step.message)
            write(step.location, index, to: &json)
          }
        }
      }
      json.key("fixes")
      json.array { list in
        for fix in finding.fixes { write(fix, index, to: &list) }
      }
      json.member("fingerprint", finding.fingerprint)
    }
  }

  private static func write(_ fix: Fix, _ index: SourceIndex, to json: inout JSONWriter) {
    json.object { json in
      json.member("title", fix.title)
      json.member("safety", fix.safety.rawValue)
      json.key("edits")
      json.array { list in
        for edit in fix.edits {
          list.object { json in
            write(edit.location, index, to: &json)
            json.member("replacement", edit.replacement)
          }
        }
      }
    }
  }

  private static func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", diagnostic.kind.rawValue)
      json.member("message", diagnostic.message)
      json.member("file", diagnostic.path)
      json.key("range")
      if let start = diagnostic.start, let end = diagnostic.end {
        json.range(start, end)
      } else {
        json.null()
      }
    }
  }

  private static func write(
    _ location: SourceLocation, _ index: SourceIndex, to json: inout JSONWriter
  ) {
    let (start, end) = index.positions(location)
    json.member("file", location.file)
    json.key("range")
    json.range(start, end)
  }
}

import Basics
import Findings

/// A finding as one diagnostic of reviewdog's format.
///
/// Columns count UTF-8 bytes from 1, ends are exclusive; a range without columns is whole lines,
/// the last one included. A suggestion has the lines of its diagnostic, as review comments want it:
/// where a fix changes lines around the finding, the diagnostic spans them too.
struct ReviewdogDiagnostic {
  private let finding: Finding
  private let index: SourceIndex

  init(_ finding: Finding, _ index: SourceIndex) {
    self.finding = finding
    self.index = index
  }

  /// Writes the object; on one line if asked to.
  func write(inline: Bool, to json: inout JSONWriter) {
    let suggestion = LineSuggestion(finding, index)
    json.object(inline: inline) { json in
      json.member("message", PlainDescription(index).message(finding))
      json.key("location")
      json.object(inline: true) { json in
        json.member("path", finding.location.file)
        json.key("range")
        writeRange(suggestion, to: &json)
      }
      json.member("severity", Self.severity(finding.severity))
      json.member("code", "value", finding.rule)
      if let suggestion {
        json.key("suggestions")
        json.array { list in
          list.object(inline: true) { json in
            json.key("range")
            json.lines(suggestion.lines)
            json.member("text", suggestion.text)
          }
        }
      }
      if !finding.trace.isEmpty {
        json.key("related_locations")
        json.array { list in
          for step in finding.trace { write(step, to: &list) }
        }
      }
    }
  }

  private func writeRange(_ suggestion: LineSuggestion?, to json: inout JSONWriter) {
    let (start, end) = index.positions(finding.location)
    if let suggestion, suggestion.lines != start.line...end.line {
      json.lines(suggestion.lines)
    } else {
      json.range(start, end)
    }
  }

  private func write(_ step: TraceStep, to json: inout JSONWriter) {
    let (start, end) = index.positions(step.location)
    json.object(inline: true) { json in
      json.member("message", "\(step.role.rawValue): \(step.message)")
      json.key("location")
      json.object { json in
        json.member("path", step.location.file)
        json.key("range")
        json.range(start, end)
      }
    }
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}

extension JSONWriter {
  /// A range of whole lines.
  fileprivate mutating func lines(_ lines: ClosedRange<Int>) {
    object(inline: true) { json in
      for (name, line) in [("start", lines.lowerBound), ("end", lines.upperBound)] {
        json.key(name)
        json.object { $0.member("line", line) }
      }
    }
  }
}

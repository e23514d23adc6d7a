import Basics
import Findings

/// Findings as results of a SARIF run.
struct SARIFResult {
  private let index: SourceIndex
  private let ruleIndices: [String: Int]

  /// A writer of the findings of one report, made by rules in the order in which the run lists them.
  init(_ report: AnalysisReport, rules: [ReportedRule]) {
    index = SourceIndex(report)
    ruleIndices = Dictionary(
      rules.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// Writes one result.
  func write(_ finding: Finding, to list: inout JSONWriter) {
    list.object { json in
      json.member("ruleId", finding.rule)
      if let number = ruleIndices[finding.rule] { json.member("ruleIndex", number) }
      json.member("level", finding.severity.rawValue)
      json.member("message", "text", SARIFText.plain(finding.message))
      json.key("locations")
      json.array { list in
        list.object { location in
          write(finding.location, to: &location)
          if !finding.symbol.isEmpty { Self.writeSymbol(finding, to: &location) }
        }
      }
      json.member("partialFingerprints", "primaryLocationLineHash", finding.fingerprint)
      if !finding.trace.isEmpty { writeFlow(finding.trace, to: &json) }
      if !finding.fixes.isEmpty {
        json.key("fixes")
        json.array { list in
          for fix in finding.fixes where !fix.edits.isEmpty { write(fix, to: &list) }
        }
      }
      json.member("properties", "confidence", finding.confidence.rawValue)
    }
  }

  private static func writeSymbol(_ finding: Finding, to location: inout JSONWriter) {
    location.key("logicalLocations")
    location.array(inline: true) { list in
      list.object { json in
        json.member("name", finding.symbol)
        json.member("fullyQualifiedName", "\(finding.package).\(finding.symbol)")
        json.member("kind", "function")
      }
    }
  }

  private func write(_ location: SourceLocation, to json: inout JSONWriter) {
    json.key("physicalLocation")
    json.object { place in
      place.artifact(location.file)
      place.key("region")
      place.region(index.utf16Positions(location))
    }
  }

  // MARK: Flows

  private func writeFlow(_ trace: [TraceStep], to json: inout JSONWriter) {
    json.key("codeFlows")
    json.array { flows in
      flows.object { flow in
        flow.key("threadFlows")
        flow.array { threads in
          for (number, goroutine) in Set(trace.map(\.goroutine)).sorted().enumerated() {
            threads.object { thread in
              thread.member("id", "goroutine \(number + 1)")
              thread.key("locations")
              thread.array { list in
                for (order, step) in trace.enumerated() where step.goroutine == goroutine {
                  write(step, order: order, to: &list)
                }
              }
            }
          }
        }
      }
    }
  }

  private func write(_ step: TraceStep, order: Int, to list: inout JSONWriter) {
    list.object { json in
      json.key("location")
      json.object { location in
        write(step.location, to: &location)
        location.member("message", "text", SARIFText.plain(step.message))
      }
      json.key("kinds")
      json.array(inline: true) { $0.string(step.role.rawValue) }
      json.member("executionOrder", order)
    }
  }

  // MARK: Fixes

  private func write(_ fix: Fix, to list: inout JSONWriter) {
    list.object { json in
      let note = fix.safety == .safe ? "" : " (unsafe: needs a look)"
      json.member("description", "text", SARIFText.plain(fix.title + note))
      json.key("artifactChanges")
      json.array { changes in
        for file in Set(fix.edits.map(\.location.file)).sorted() {
          changes.object { change in
            change.artifact(file)
            change.key("replacements")
            change.array { list in
              for edit in fix.edits where edit.location.file == file { write(edit, to: &list) }
            }
          }
        }
      }
    }
  }

  private func write(_ edit: TextEdit, to list: inout JSONWriter) {
    list.object { json in
      json.key("deletedRegion")
      json.region(index.utf16Positions(edit.location))
      if !edit.replacement.isEmpty { json.member("insertedContent", "text", edit.replacement) }
    }
  }
}

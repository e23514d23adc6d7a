import LanguageServer
import Reporting
import RuleKit

/// What is shown of the findings at a place: what they say, and the manuals of their rules.
struct Hover {
  private let report: ServedReport
  private let rules: [RuleDescriptor]

  /// The hovers of a report by these rules.
  init(_ report: ServedReport, rules: [RuleDescriptor]) {
    self.report = report
    self.rules = rules
  }

  /// The hover at a position of a document; null where no finding lies there.
  func hover(in uri: String, at position: TextPosition) -> JSONValue {
    let here = TextRange(start: position, end: position)
    let places = report.places.filter { $0.uri == uri && $0.range.touches(here) }
    guard let first = places.first else { return .null }
    var sections = places.map { place in
      "**\(place.finding.rule)**: \(place.finding.message) [\(place.finding.confidence.rawValue)]"
    }
    let named = Set(places.map(\.finding.rule))
    sections += rules.filter { named.contains($0.id) }.map(\.manual)
    return [
      "contents": [
        "kind": report.abilities.showsMarkdown ? "markdown" : "plaintext",
        "value": .string(sections.joined(separator: "\n\n")),
      ],
      "range": first.range.json,
    ]
  }
}

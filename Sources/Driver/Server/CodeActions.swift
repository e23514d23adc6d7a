import Basics
import Findings
import LanguageServer
import Reporting

/// What can be done about findings at a place, as code actions.
struct CodeActions {
  /// The kind of the action that makes all safe fixes in a document.
  static let fixAll = "source.fixAll.racelint"
  /// The kind of the others.
  static let quickFix = "quickfix"

  private let report: ServedReport
  /// The kinds that are asked for; nil stands for those that belong to a place.
  private let kinds: [String]?

  /// The actions of a report, of the kinds that the context of a request asks for.
  init(_ report: ServedReport, context: JSONValue?) {
    self.report = report
    kinds = context?["only"]?.elements?.compactMap(\.text)
  }

  /// The actions for a range of a document.
  func actions(in uri: String, at range: TextRange) -> [JSONValue] {
    guard report.abilities.takesCodeActions else { return [] }
    var actions: [JSONValue] = []
    if wants(Self.quickFix, unasked: true) {
      for place in report.places where place.uri == uri && place.range.touches(range) {
        actions += fixes(place) + ignores(place)
      }
    }
    if wants(Self.fixAll, unasked: false), let action = all(in: uri) { actions.append(action) }
    return actions
  }

  private func wants(_ kind: String, unasked: Bool) -> Bool {
    guard let kinds else { return unasked }
    return kinds.contains { kind == $0 || kind.hasPrefix($0 + ".") || $0.isEmpty }
  }

  private func fixes(_ place: ServedReport.Place) -> [JSONValue] {
    place.finding.fixes.enumerated().map { index, fix in
      let title = fix.safety == .safe ? fix.title : fix.title + " (needs a look)"
      return action(
        title, Self.quickFix, place, fix.edits, isPreferred: index == 0 && fix.safety == .safe)
    }
  }

  private func ignores(_ place: ServedReport.Place) -> [JSONValue] {
    guard let source = report.source(place.finding.location.file) else { return [] }
    return IgnoreEdit.all(for: place.finding, in: source).map { ignore in
      action(ignore.title, Self.quickFix, place, [ignore.edit], isPreferred: false)
    }
  }

  private func action(
    _ title: String, _ kind: String, _ place: ServedReport.Place, _ edits: [TextEdit],
    isPreferred: Bool
  ) -> JSONValue {
    [
      "title": .string(title), "kind": .string(kind), "isPreferred": .boolean(isPreferred),
      "diagnostics": [report.diagnostic(place)], "edit": report.workspaceEdit(edits),
    ]
  }

  /// The best safe fixes of a document's findings, as far as they do not collide.
  private func all(in uri: String) -> JSONValue? {
    let findings = report.places.filter { $0.uri == uri }.map(\.finding)
    let fixes = FixSelection(allowsUnsafe: false).fixes(for: findings)
    let application = EditApplication(fixes, to: report.sources)
    if application.files.isEmpty { return nil }
    return [
      "title": "Make all safe fixes of racelint", "kind": .string(Self.fixAll),
      "edit": report.workspaceEdit(application.files.flatMap(\.edits)),
    ]
  }
}

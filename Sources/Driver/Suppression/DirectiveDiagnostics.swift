import Basics
import Findings

/// What is wrong with the directives of a program, as diagnostics.
struct DirectiveDiagnostics {
  /// The texts of the files that the directives stand in.
  private let sources: [String: SourceText]

  /// Diagnostics that point into these texts.
  init(_ sources: [String: SourceText]) { self.sources = sources }

  /// Directives of racelint's own form that name no rule, or one that there is not, or give no
  /// reason. Those that name other rules besides are in force for these.
  func faults(in directives: [PlacedDirective], rules: [String]) -> [Diagnostic] {
    directives.filter { $0.directive.form == .ignore }.flatMap { placed -> [Diagnostic] in
      guard case .names(let names) = placed.directive.scope, !names.isEmpty else {
        return [diagnostic("//racelint:ignore names no rule", placed.location)]
      }
      var found = names.filter { !rules.contains($0) }.map { name in
        let suggestion = Suggestion.nearest(to: name, among: rules)
        return diagnostic(
          "unknown rule \(name)" + (suggestion.map { "; did you mean \($0)?" } ?? ""),
          placed.location)
      }
      if !placed.directive.hasReason {
        found.append(diagnostic("//racelint:ignore gives no reason", placed.location))
      }
      return found
    }
  }

  /// Directives that left nothing out.
  func unused(
    _ names: [(location: SourceLocation, form: IgnoreDirective.Form, name: String)]
  ) -> [Diagnostic] {
    names.map { diagnostic("//\($0.form.rawValue) leaves out nothing of \($0.name)", $0.location) }
  }

  private func diagnostic(_ message: String, _ location: SourceLocation) -> Diagnostic {
    guard let source = sources[location.file] else {
      return Diagnostic(.directive, message, path: location.file)
    }
    return Diagnostic(.directive, message, in: source, range: location.range)
  }
}

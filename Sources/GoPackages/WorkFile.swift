import Basics

/// What a `go.work` file says: the modules that are worked on together.
public struct WorkFile: Sendable {
  /// The directories of the modules, relative to the file's own or absolute.
  public private(set) var uses: [String] = []
  public private(set) var replacements: [ModuleFile.Replacement] = []
  /// The version on the `go` line, or nil.
  public private(set) var goVersion: GoVersion?
  /// What could not be read; the rest of the file counts.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Reads a file. Unknown directives are skipped.
  public init(_ source: SourceText) {
    let reader = DirectiveReader(source.bytes)
    var problems = reader.failures
    for directive in reader.directives {
      let words = directive.arguments
      var isUnderstood = true
      switch directive.verb {
      case "use":
        isUnderstood = words.count == 1
        if isUnderstood { uses.append(words[0]) }
      case "go":
        goVersion = words.count == 1 ? GoVersion(words[0]) : nil
        isUnderstood = goVersion != nil
      case "replace":
        let replacement = ModuleFile.replacement(words)
        isUnderstood = replacement != nil
        if let replacement { replacements.append(replacement) }
      default:
        break
      }
      if !isUnderstood {
        let message = "cannot read the directive \(directive.verb)"
        problems.append(.init(message: message, range: directive.range))
      }
    }
    diagnostics = problems.map { Diagnostic(.package, $0.message, in: source, range: $0.range) }
  }
}

import Basics

/// What a `go.mod` file says, as far as it matters for finding packages.
public struct ModuleFile: Sendable {
  /// A module that another needs.
  public struct Requirement: Hashable, Sendable {
    /// The module's path.
    public var path: String
    /// Its version, such as "v1.2.3".
    public var version: String
  }

  /// A module that stands in for another.
  public struct Replacement: Hashable, Sendable {
    /// The module that is replaced.
    public var path: String
    /// The one version that is replaced, or nil for all.
    public var version: String?
    /// A directory, relative to the file's own or absolute, or a module's path.
    public var target: String
    /// The version of the target; nil where it is a directory.
    public var targetVersion: String?

    /// Whether the target is a directory.
    public var isDirectory: Bool { targetVersion == nil }
  }

  /// The module's path; empty where the file names none.
  public private(set) var path = ""
  /// The version on the `go` line, or nil.
  public private(set) var goVersion: GoVersion?
  public private(set) var requirements: [Requirement] = []
  public private(set) var replacements: [Replacement] = []
  /// Directories that `...` leaves out.
  public private(set) var ignored = IgnoredDirectories([])
  /// What could not be read; the rest of the file counts.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Reads a file. Unknown directives are skipped, as newer Go may have added them.
  public init(_ source: SourceText) {
    let reader = DirectiveReader(source.bytes)
    var ignoredPaths: [String] = []
    var problems = reader.failures
    for directive in reader.directives {
      let words = directive.arguments
      var isUnderstood = true
      switch directive.verb {
      case "module":
        isUnderstood = words.count == 1 && path.isEmpty
        if isUnderstood { path = words[0] }
      case "go":
        goVersion = words.count == 1 ? GoVersion(words[0]) : nil
        isUnderstood = goVersion != nil
      case "require":
        isUnderstood = words.count == 2
        if isUnderstood { requirements.append(Requirement(path: words[0], version: words[1])) }
      case "replace":
        let replacement = Self.replacement(words)
        isUnderstood = replacement != nil
        if let replacement { replacements.append(replacement) }
      case "ignore":
        isUnderstood = words.count == 1
        if isUnderstood { ignoredPaths.append(words[0]) }
      default:
        break
      }
      if !isUnderstood {
        let message = "cannot read the directive \(directive.verb)"
        problems.append(.init(message: message, range: directive.range))
      }
    }
    ignored = IgnoredDirectories(ignoredPaths)
    diagnostics = problems.map { Diagnostic(.package, $0.message, in: source, range: $0.range) }
    if path.isEmpty {
      diagnostics.append(Diagnostic(.package, "the file names no module", path: source.path))
    }
  }

  static func replacement(_ words: [String]) -> Replacement? {
    guard let arrow = words.firstIndex(of: "=>"), (1...2).contains(arrow) else { return nil }
    let target = words[(arrow + 1)...]
    guard let path = target.first, target.count <= 2 else { return nil }
    return Replacement(
      path: words[0], version: arrow == 2 ? words[1] : nil,
      target: path, targetVersion: target.count == 2 ? target.last : nil)
  }
}

extension [ModuleFile.Replacement] {
  /// What replaces a module at a version; what names the version comes before what does not.
  func replacement(for path: String, version: String?) -> ModuleFile.Replacement? {
    last { $0.path == path && $0.version != nil && $0.version == version }
      ?? last { $0.path == path && $0.version == nil }
  }
}

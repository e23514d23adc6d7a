/// The modules that a `go.work` file puts together.
public struct Workspace: Hashable, Sendable {
  /// The absolute directory of the `go.work` file.
  public let directory: String
  /// The absolute directories of its modules.
  public let modules: [String]
  /// What it replaces, before the modules' own replacements.
  public let replacements: [ModuleFile.Replacement]
}

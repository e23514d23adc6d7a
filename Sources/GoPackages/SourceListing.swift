import Basics

/// Lists Go files whatever modules, constraints and names say.
public enum SourceListing {
  /// The paths of all files below a directory whose names end in ".go", in byte order of
  /// their paths, directories named `testdata` left out.
  ///
  /// Symbolic links are not followed, and links themselves are no files. A directory that
  /// cannot be read gives a diagnostic; only the root's throws.
  public static func all(
    below directory: String
  ) throws(FileError) -> (files: [String], diagnostics: [Diagnostic]) {
    var files: [String] = []
    var diagnostics: [Diagnostic] = []
    var stack: [String] = []
    var entries = try FileSystem.entries(directory)
    var path = directory
    while true {
      let prefix = path.hasSuffix("/") ? path : path + "/"
      for entry in entries {
        if entry.kind == .directory, entry.name != "testdata" { stack.append(prefix + entry.name) }
        if entry.kind == .file, entry.name.hasSuffix(".go") { files.append(prefix + entry.name) }
      }
      guard let next = stack.popLast() else { break }
      path = next
      do throws(FileError) {
        entries = try FileSystem.entries(next)
      } catch {
        entries = []
        let message = "cannot read the directory: \(error.reason)"
        diagnostics.append(Diagnostic(.io, message, path: next))
      }
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return (files, diagnostics)
  }

  /// The paths of the files in one directory whose names end in ".go", in byte order.
  public static func files(in directory: String) throws(FileError) -> [String] {
    let prefix = directory.hasSuffix("/") ? directory : directory + "/"
    return try FileSystem.entries(directory)
      .filter { $0.kind == .file && $0.name.hasSuffix(".go") }
      .map { prefix + $0.name }
  }
}

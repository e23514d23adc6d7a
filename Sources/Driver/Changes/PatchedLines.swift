import Basics
import Findings

/// The lines that a patch says are new, followed through what changes afterwards.
struct PatchedLines: Hashable {
  private let lines: ChangedLines
  /// The texts of the files that the patch leads to, when it was read.
  private let texts: [String: [UInt8]]

  /// Finds the files of a patch from an absolute directory.
  ///
  /// Paths are taken from the top of the repository or from the directory, the first component being
  /// a prefix such as `b/` or not: whichever is a file. Files that are not there are passed over.
  init(_ patch: Patch, in directory: String) {
    let directory = FilePath.resolvingLinks(directory) ?? directory
    let roots = [Self.top(above: directory), directory]
    var lines = ChangedLines()
    var texts: [String: [UInt8]] = [:]
    for file in patch.files {
      guard let path = Self.path(of: file, roots) else { continue }
      lines.add(file.lines, of: path)
      if file.isWhole { lines.addAll(of: path) }
      // What cannot be read is not analysed either.
      if let text = try? FileSystem.read(path) { texts[path] = text }
    }
    self.lines = lines
    self.texts = texts
  }

  /// The lines as they are now.
  func current() -> ChangedLines {
    var lines = lines
    for (path, text) in texts {
      guard let new = try? FileSystem.read(path), new != text else { continue }
      lines.follow(LineDiff(old: text, new: new), of: path)
    }
    return lines
  }

  private static func path(of file: Patch.File, _ roots: [String]) -> String? {
    var names = [file.path]
    if !file.isBare, let slash = file.path.firstIndex(of: "/") {
      names.insert(String(file.path[file.path.index(after: slash)...]), at: 0)
    }
    for name in names {
      for root in roots {
        let path = FilePath.join(root, name)
        if FileSystem.isFile(path) { return path }
      }
    }
    return nil
  }

  /// The nearest directory from `directory` upward that is the top of a repository, or itself.
  private static func top(above directory: String) -> String {
    RepositoryTop.above(directory) ?? directory
  }
}

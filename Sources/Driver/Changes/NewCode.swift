import Basics
import Findings

/// What counts as new, so that nothing else is reported.
public struct NewCode: Hashable, Sendable {
  private enum Base: Hashable, Sendable {
    case git(GitComparison, option: String)
    case patch(PatchedLines)
  }

  private let base: Base
  /// Whether all of a file counts that something of has changed.
  public let wholeFiles: Bool
  /// How the texts that are analysed differ from the files, by the absolute paths of these.
  var unwritten: [String: LineDiff] = [:]

  /// What the options of a command line ask for; nil where they do not ask.
  init?(_ options: CommandLineOptions, _ context: ApplicationContext) throws(ChangesError) {
    wholeFiles = options.wholeFiles
    let directory = context.workingDirectory
    let asked: [(String, Bool, String?)] = [
      ("--new-from-rev", false, options.newFromRevision),
      ("--new-from-merge-base", true, options.newFromMergeBase),
      ("--base", true, options.reviewBase),
    ]
    for (option, fromMergeBase, revision) in asked {
      guard let revision else { continue }
      let comparison = try GitComparison(
        revision, fromMergeBase: fromMergeBase, includesUntracked: options.includesUntracked,
        in: directory, option: option)
      base = .git(comparison, option: option)
      return
    }
    guard let path = options.newFromPatch else { return nil }
    base = .patch(PatchedLines(try Self.patch(path, context), in: directory))
  }

  private static func patch(
    _ path: String, _ context: ApplicationContext
  ) throws(ChangesError) -> Patch {
    let name = path == "-" ? "from standard input" : path
    let bytes: [UInt8]
    do throws(FileError) {
      bytes =
        path == "-"
        ? try context.readInput()
        : try FileSystem.read(FilePath.join(context.workingDirectory, path))
    } catch {
      throw .patchFile(FileError(path: name, code: error.code, reason: error.reason))
    }
    do throws(Patch.Fault) { return try Patch(reading: bytes) } catch { throw .patch(name, error) }
  }

  /// The revision of git that files are compared with, and the option that named it; nil where a
  /// patch says what is new.
  var comparison: (git: GitComparison, option: String)? {
    if case .git(let comparison, let option) = base { (comparison, option) } else { nil }
  }

  /// The lines that are new now: fixes move lines.
  func lines() throws(ChangesError) -> ChangedLines {
    var lines: ChangedLines
    switch base {
    case .git(let comparison, let option):
      lines = try comparison.lines(option: option)
      let new = unwritten.filter { !lines.touches($0.key) }
      for (path, change) in new { lines.add(change.newLines, of: path) }
      for (path, change) in unwritten where new[path] == nil { lines.follow(change, of: path) }
    case .patch(let patched):
      lines = patched.current()
      for (path, change) in unwritten { lines.follow(change, of: path) }
    }
    return lines
  }
}

extension AnalysisReport {
  /// Leaves out what lies on no new line; shown paths start from a working directory.
  mutating func keepNew(_ changes: ChangedLines, wholeFiles: Bool, in workingDirectory: String) {
    keepNew(changes, wholeFiles: wholeFiles) { file in
      let path = FilePath.join(workingDirectory, file)
      return FilePath.resolvingLinks(path) ?? path
    }
  }
}

import Basics
import Findings
import Reporting

/// What the files of a git repository are compared with: one revision of it.
///
/// The files are those of the working tree, whether staged or not: they are what is analysed.
struct GitComparison: Hashable {
  /// The absolute path of the working tree's top.
  private let top: String
  /// The absolute path that git runs in.
  private let directory: String
  /// The object that names the tree to compare with.
  private let tree: String
  /// Whether files that git does not know, and does not ignore, are new as a whole.
  private let includesUntracked: Bool

  /// Looks a revision up, or the commit where the current branch left it. `option` names the option
  /// that wants it.
  init(
    _ revision: String, fromMergeBase: Bool, includesUntracked: Bool, in directory: String,
    option: String
  ) throws(ChangesError) {
    self.directory = directory
    self.includesUntracked = includesUntracked
    let up = try Self.git(["rev-parse", "--show-cdup"], directory, option)
    guard up.status == 0 else { throw Self.failure(up, directory, option) }
    top = FilePath.join(Self.resolved(directory), Self.text(up))
    tree =
      fromMergeBase
      ? try Self.mergeBase(revision, directory, option)
      : try Self.tree(of: revision, directory, option)
  }

  /// What differs from the revision now: two runs of git.
  func lines(option: String) throws(ChangesError) -> ChangedLines {
    var changes = ChangedLines()
    for file in try patch(context: 0, option).files {
      changes.add(file.lines, of: FilePath.join(top, Self.path(of: file)))
    }
    if includesUntracked { try addUntracked(&changes, option) }
    return changes
  }

  /// What differs as a review shows it: with three unchanged lines around each change. Two runs of
  /// git.
  func shownDiff(option: String) throws(ChangesError) -> ReviewDiff {
    let head = try Self.git(["rev-parse", "--verify", "HEAD^{commit}"], directory, option)
    guard head.status == 0 else { throw Self.failure(head, directory, option) }
    var diff = ReviewDiff(base: tree, head: Self.text(head))
    for file in try patch(context: 3, option).files {
      let path = Self.path(of: file)
      let isNew = file.oldPath == "/dev/null"
      let old = file.isBare || isNew ? file.oldPath : String(file.oldPath.dropFirst(2))
      diff.files[FilePath.join(top, path)] = ReviewDiff.File(
        path: path, oldPath: isNew ? path : old, hunks: file.hunks)
    }
    return diff
  }

  /// The absolute paths of the files that are not now as in a commit; nil where the repository does
  /// not have it.
  func files(differingFrom commit: String, option: String) throws(ChangesError) -> [String]? {
    let found = try Self.git(["cat-file", "-e", commit + "^{commit}"], directory, option)
    if found.status != 0 { return nil }
    let list = try Self.git(
      [
        "-c", "diff.relative=false", "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff",
        "--ignore-submodules=all", commit, "--", Self.goFiles,
      ], directory, option)
    guard list.status == 0 else { throw Self.failure(list, directory, option) }
    return list.output.split(separator: 0).map { path in
      FilePath.join(top, String(decoding: path, as: UTF8.self))
    }
  }

  private func patch(context: Int, _ option: String) throws(ChangesError) -> Patch {
    let diff = try Self.git(
      [
        "-c", "diff.relative=false", "-c", "core.quotePath=true", "-c", "diff.interHunkContext=0",
        "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--text", "--unified=\(context)",
        "--diff-algorithm=default", "--indent-heuristic", "--find-renames", "--src-prefix=a/",
        "--dst-prefix=b/", "--ignore-submodules=all", tree,
        "--", Self.goFiles,
      ], directory, option)
    guard diff.status == 0 else { throw Self.failure(diff, directory, option) }
    do throws(Patch.Fault) { return try Patch(reading: diff.output) } catch {
      throw .patch("of git diff", error)
    }
  }

  /// The path from the top: the prefix is the one that was asked for.
  private static func path(of file: Patch.File) -> String {
    file.isBare ? file.path : String(file.path.dropFirst(2))
  }

  private func addUntracked(
    _ changes: inout ChangedLines, _ option: String
  ) throws(ChangesError) {
    let list = try Self.git(
      ["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", Self.goFiles],
      directory, option)
    guard list.status == 0 else { throw Self.failure(list, directory, option) }
    for path in list.output.split(separator: 0) {
      changes.addAll(of: FilePath.join(top, String(decoding: path, as: UTF8.self)))
    }
  }

  /// All Go files of the working tree, wherever below it git runs.
  private static let goFiles = ":(top)*.go"

  private static func tree(
    of revision: String, _ directory: String, _ option: String
  ) throws(ChangesError) -> String {
    let found = try git(
      ["rev-parse", "--verify", "--quiet", revision + "^{tree}"], directory, option)
    if found.status == 0 { return text(found) }
    if ["HEAD", "@"].contains(revision), try isUnborn(directory, option) {
      // Before the first commit all is new.
      let empty = try git(["hash-object", "-t", "tree", "/dev/null"], directory, option)
      if empty.status == 0 { return text(empty) }
    }
    throw try unknown(revision, directory, option)
  }

  private static func isUnborn(
    _ directory: String, _ option: String
  ) throws(ChangesError) -> Bool {
    let branch = try git(["symbolic-ref", "--quiet", "HEAD"], directory, option)
    if branch.status != 0 { return false }
    return try git(["show-ref", "--verify", "--quiet", text(branch)], directory, option).status != 0
  }

  private static func mergeBase(
    _ revision: String, _ directory: String, _ option: String
  ) throws(ChangesError) -> String {
    let commit = try git(
      ["rev-parse", "--verify", "--quiet", revision + "^{commit}"], directory, option)
    guard commit.status == 0 else { throw try unknown(revision, directory, option) }
    let base = try git(["merge-base", text(commit), "HEAD"], directory, option)
    if base.status == 0 { return text(base) }
    if base.status == 1 {
      throw .noMergeBase(revision, isShallow: try isShallow(directory, option))
    }
    throw failure(base, directory, option)
  }

  private static func unknown(
    _ revision: String, _ directory: String, _ option: String
  ) throws(ChangesError) -> ChangesError {
    .unknownRevision(revision, isShallow: try isShallow(directory, option))
  }

  private static func isShallow(
    _ directory: String, _ option: String
  ) throws(ChangesError) -> Bool {
    text(try git(["rev-parse", "--is-shallow-repository"], directory, option)) == "true"
  }

  /// Runs git; its messages are in English.
  private static func git(
    _ arguments: [String], _ directory: String, _ option: String
  ) throws(ChangesError) -> ExternalProgram {
    do throws(FileError) {
      return try ExternalProgram.run(
        "git", ["--no-optional-locks", "-C", directory] + arguments, environment: ["LC_ALL": "C"])
    } catch {
      throw error.isMissing ? .noGit(option) : .git("cannot be run: \(error.reason)")
    }
  }

  private static func failure(
    _ run: ExternalProgram, _ directory: String, _ option: String
  ) -> ChangesError {
    let lines = String(decoding: run.errors, as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.hasPrefix("fatal: ") }?.dropFirst(7) ?? lines.first
    if let line, line.hasPrefix("not a git repository") { return .noRepository(directory, option) }
    return .git(line.map(String.init) ?? "ended with status \(run.status)")
  }

  /// What a run printed, without the line feed at its end.
  private static func text(_ run: ExternalProgram) -> String {
    String(
      decoding: run.output.last == UInt8(ascii: "\n") ? run.output.dropLast() : run.output[...],
      as: UTF8.self)
  }

  private static func resolved(_ path: String) -> String {
    FilePath.resolvingLinks(path) ?? path
  }
}

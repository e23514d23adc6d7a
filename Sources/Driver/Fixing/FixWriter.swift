import Basics
import Findings

/// Applies fixes to the files on disk, each fix in all its files or in none.
struct FixWriter {
  /// Why a file was left alone.
  enum Problem: Hashable {
    /// Its bytes are not those that were analysed.
    case changed(path: String)
    /// It could not be read or written.
    case failed(path: String, reason: String)

    /// The path as it is shown.
    var path: String {
      switch self {
      case .changed(let path), .failed(let path, _): path
      }
    }
  }

  /// What was done.
  struct Result {
    /// Those of the fixes that are now in the files, by their places among what was given.
    var applied: [Int] = []
    /// The files that were written.
    var changes: [EditApplication.ChangedFile] = []
    /// The files that had to be left alone.
    var problems: [Problem] = []
  }

  /// What shown paths are relative to.
  var workingDirectory: String

  /// Writes what the fixes make of the analysed texts, leaving alone the files in `excluded`.
  ///
  /// All new contents are on the disk beside their files before the first is put in place.
  func write(
    _ fixes: [Fix], to sources: [String: SourceText], excluding excluded: Set<String>
  ) -> Result {
    var result = Result()
    var unusable = excluded
    while true {
      let usable = fixes.indices.filter { index in
        !fixes[index].edits.contains { unusable.contains($0.location.file) }
      }
      let sound = SoundFixes(usable.map { fixes[$0] }, to: sources)
      let application = sound.application
      var staged: [StagedFile] = []
      var problems = attempt(application.files) { file throws(WriteError) in
        try check(file.source)
        staged.append(try stage(file))
      }
      // Writing took its time: one more look, so that what follows are renames only.
      if problems.isEmpty {
        problems = attempt(application.files) { file throws(WriteError) in try check(file.source) }
      }
      result.problems += problems
      unusable.formUnion(problems.map(\.path))
      // Without these files some fixes are out, and what they were staged in is stale.
      if !problems.isEmpty { continue }

      let contents = zip(application.files, staged)
      let failures = attempt(contents) { file, staged throws(WriteError) in
        do throws(FileError) { try staged.commit() } catch { throw .file(error, file.source.path) }
        result.changes.append(file)
      }
      result.problems += failures
      let failed = Set(failures.map(\.path))
      result.applied = sound.applied.map { usable[$0] }.filter { index in
        !fixes[index].edits.contains { failed.contains($0.location.file) }
      }
      return result
    }
  }

  /// Does the work for each item; the problems of those for which it could not be done.
  private func attempt<Items: Sequence>(
    _ items: Items, _ work: (Items.Element) throws(WriteError) -> Void
  ) -> [Problem] {
    var problems: [Problem] = []
    for item in items {
      do throws(WriteError) { try work(item) } catch { problems.append(error.problem) }
    }
    return problems
  }

  private func absolute(_ path: String) -> String { FilePath.join(workingDirectory, path) }

  private func check(_ source: SourceText) throws(WriteError) {
    let present: [UInt8]
    do throws(FileError) {
      present = try FileSystem.read(absolute(source.path))
    } catch {
      throw .file(error, source.path)
    }
    guard present == source.bytes else { throw .changed(source.path) }
  }

  private func stage(_ file: EditApplication.ChangedFile) throws(WriteError) -> StagedFile {
    do throws(FileError) {
      return try StagedFile(file.newBytes, for: absolute(file.source.path))
    } catch {
      throw .file(error, file.source.path)
    }
  }

  private enum WriteError: Error {
    case changed(String)
    case file(FileError, String)

    var problem: Problem {
      switch self {
      case .changed(let path): .changed(path: path)
      case .file(let error, let path): .failed(path: path, reason: error.reason)
      }
    }
  }
}

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
    /// How many of the fixes are now in the files.
    var fixed = 0
    /// The files that were written, as they are shown.
    var files: Set<String> = []
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
      let usable = fixes.filter { fix in
        !fix.edits.contains { unusable.contains($0.location.file) }
      }
      let application = EditApplication(usable, to: sources)
      var staged: [(file: EditApplication.ChangedFile, contents: StagedFile)] = []
      let before = result.problems.count
      for file in application.files {
        do throws(WriteError) {
          try check(file.source)
          staged.append((file, try stage(file)))
        } catch {
          result.problems.append(error.problem)
          unusable.insert(file.source.path)
        }
      }
      // Without these files some fixes are out, and what they were staged in is stale.
      if result.problems.count > before { continue }
      let failures = commit(staged, &result)
      result.fixed = application.applied.count { index in
        !usable[index].edits.contains { failures.contains($0.location.file) }
      }
      return result
    }
  }

  /// Puts the staged contents in place; the paths of those that could not be.
  private func commit(
    _ staged: [(file: EditApplication.ChangedFile, contents: StagedFile)], _ result: inout Result
  ) -> Set<String> {
    var failures: Set<String> = []
    for (file, contents) in staged {
      do throws(WriteError) {
        try check(file.source)
        do throws(FileError) { try contents.commit() } catch {
          throw .file(error, file.source.path)
        }
        result.files.insert(file.source.path)
      } catch {
        result.problems.append(error.problem)
        failures.insert(file.source.path)
      }
    }
    return failures
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

import Basics

/// What a unified diff says of the files that it leads to: those that are there afterwards, and
/// their lines that are new.
///
/// Of git's own forms renamed and copied files, quoted paths, modes and binary files are understood.
/// A renamed file is new only where it changed; a copy is new as a whole. Where lines went away and
/// none came, the lines before and after them, which now meet, count as changed: a lock that is
/// deleted leaves no other trace.
public struct Patch: Hashable, Sendable {
  /// One file as it is afterwards.
  public struct File: Hashable, Sendable {
    /// The path as the patch has it, with its prefix: "b/queue/pool.go".
    public var path: String
    /// Whether the path has no prefix: git writes it so of renamed and copied files.
    public var isBare: Bool
    /// Whether all of it is new.
    public var isWhole: Bool
    /// The changed lines, from 1, ascending.
    public var lines: [ClosedRange<Int>]
    /// The path before the change, likewise; "/dev/null" where there was no such file.
    public var oldPath: String
    /// The hunks of the file, ascending.
    public var hunks: [Hunk]
  }

  /// What one hunk shows of the file afterwards: new lines and the unchanged ones around them.
  public struct Hunk: Hashable, Sendable {
    /// The number of the first line, from 1.
    public var start: Int
    /// For each line its number before the change; nil for a new one.
    public var oldLines: [Int?]

    /// A hunk of lines from `start` on.
    public init(start: Int, oldLines: [Int?]) {
      self.start = start
      self.oldLines = oldLines
    }
  }

  /// Why a text is no patch.
  public enum Fault: Error, Hashable, Sendable {
    /// It holds text, and no change of a file.
    case noChanges
    /// The 1-based line is no head of a hunk, or one for which no file was named.
    case badHunk(Int)
    /// The hunk at the 1-based line has fewer or other lines than its head says.
    case brokenHunk(Int)
    /// A merge with several sides, at the 1-based line.
    case combined(Int)
  }

  /// The files, in the order of the patch.
  public internal(set) var files: [File] = []

  /// Reads a text; an empty one changes nothing. Text between the changes is passed over.
  public init(reading bytes: [UInt8]) throws(Fault) {
    var reader = PatchReader(bytes)
    files = try reader.read()
  }
}

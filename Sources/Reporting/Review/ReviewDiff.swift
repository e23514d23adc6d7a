import Findings

/// The lines that a review may comment on: those that its diff shows.
public struct ReviewDiff: Sendable {
  /// A file of the diff.
  public struct File: Hashable, Sendable {
    /// The path from the top of the repository, and the one before the change.
    public var path: String
    public var oldPath: String
    /// What the diff shows of it, unchanged lines around the changes included.
    public var hunks: [Patch.Hunk]

    /// A file with its hunks, ascending.
    public init(path: String, oldPath: String, hunks: [Patch.Hunk]) {
      self.path = path
      self.oldPath = oldPath
      self.hunks = hunks
    }

    /// The hunk that shows all of the lines, which are counted in the new text.
    func hunk(with lines: ClosedRange<Int>) -> Patch.Hunk? {
      hunks.first {
        $0.start <= lines.lowerBound && lines.upperBound < $0.start + $0.oldLines.count
      }
    }
  }

  /// The commit that the change starts from, and the one that is checked out.
  public var base: String
  public var head: String
  /// The files by their absolute paths.
  public var files: [String: File]

  /// A diff between two commits.
  public init(base: String, head: String, files: [String: File] = [:]) {
    self.base = base
    self.head = head
    self.files = files
  }
}

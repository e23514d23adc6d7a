import Basics

/// The lines that a change touched, by file.
///
/// A file is named by its absolute path; lines are counted from 1 in the text as it is after the
/// change.
public struct ChangedLines: Hashable, Sendable {
  private enum Extent: Hashable, Sendable {
    case all
    case ranges([ClosedRange<Int>])
  }

  private var files: [String: Extent] = [:]

  /// Nothing was touched.
  public init() {}

  /// Marks a whole file as new.
  public mutating func addAll(of file: String) { files[file] = .all }

  /// Marks lines of a file; none at all change nothing.
  public mutating func add(_ lines: [ClosedRange<Int>], of file: String) {
    if lines.isEmpty { return }
    switch files[file] {
    case .all: break
    case .ranges(let known): files[file] = .ranges(known + lines)
    case nil: files[file] = .ranges(lines)
    }
  }

  /// The files of which something was touched.
  public var paths: [String] { files.keys.sorted() }

  /// Whether anything of a file was touched.
  public func touches(_ file: String) -> Bool { files[file] != nil }

  /// Whether one of the lines of a file was touched.
  public func touches(_ lines: ClosedRange<Int>, of file: String) -> Bool {
    switch files[file] {
    case .all: true
    case .ranges(let ranges): ranges.contains { $0.overlaps(lines) }
    case nil: false
    }
  }

  /// Follows the lines of a file through a later change: those that are left keep their mark, and
  /// what is added has one.
  public mutating func follow(_ change: LineDiff, of file: String) {
    guard case .ranges(let ranges)? = files[file], !change.isEmpty else { return }
    let hunks = change.hunks(context: 0)
    var moved: [ClosedRange<Int>] = []
    for range in ranges {
      var next = range.lowerBound
      var shift = 0
      for hunk in hunks {
        // Of an empty range the line before it is told.
        let start = hunk.oldCount == 0 ? hunk.oldStart + 1 : hunk.oldStart
        let last = min(range.upperBound, start - 1)
        if next <= last { moved.append(next + shift...last + shift) }
        next = max(next, start + hunk.oldCount)
        if start > range.upperBound { break }
        shift += hunk.newCount - hunk.oldCount
      }
      if next <= range.upperBound { moved.append(next + shift...range.upperBound + shift) }
    }
    files[file] = .ranges(moved + change.newLines)
  }
}

extension AnalysisReport {
  /// Leaves out, and counts, the findings that a change has nothing to do with: neither their place
  /// nor a step of their trace lies on a line that was touched, or in such a file where whole files
  /// count.
  ///
  /// - Parameter path: The absolute path of a file, by the path that it is shown under.
  public mutating func keepNew(
    _ changes: ChangedLines, wholeFiles: Bool, path: (String) -> String
  ) {
    var files: [String: (path: String, lines: LineIndex?)] = [:]
    func isTouched(_ location: SourceLocation) -> Bool {
      let known =
        files[location.file]
        ?? (path(location.file), wholeFiles ? nil : sources[location.file].map { LineIndex($0) })
      files[location.file] = known
      guard let lines = known.lines else { return changes.touches(known.path) }
      let start = lines.line(at: location.range.start)
      let end = lines.line(at: max(location.range.start, location.range.end &- 1))
      return changes.touches(start...max(start, end), of: known.path)
    }
    let all = findings.count
    findings.removeAll { finding in
      !isTouched(finding.location) && !finding.trace.contains { isTouched($0.location) }
    }
    oldCount += all - findings.count
  }
}

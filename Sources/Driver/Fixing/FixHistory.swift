import Basics
import Findings

/// The fixes of earlier rounds, followed through what changed after them.
///
/// A finding that is still there after its fix tells that the fix does not help. It may be followed by
/// another one of the same finding that changes something else.
struct FixHistory {
  private struct Entry {
    var rule: String
    var anchor: SourceLocation
    /// What the edits made.
    var made: [SourceLocation]
  }

  private var entries: [Entry] = []

  /// Remembers the fixes of a round, and what that round made of the files.
  mutating func add(
    _ fixes: [(finding: Finding, fix: Fix)], _ changes: [EditApplication.ChangedFile]
  ) {
    entries += fixes.map { finding, fix in
      // An import serves others too.
      let edits = fix.edits.filter { !$0.isShared }.map(\.location)
      return Entry(rule: finding.rule, anchor: finding.location, made: edits)
    }
    for change in changes {
      for index in entries.indices {
        entries[index].anchor = change.moved(entries[index].anchor)
        entries[index].made = entries[index].made.map { change.moved($0) }
      }
    }
  }

  /// Whether a fix changes what an earlier one made for the same finding.
  func repeats(_ fix: Fix, of finding: Finding) -> Bool {
    entries.contains { entry in
      entry.rule == finding.rule && entry.anchor.overlaps(finding.location)
        && fix.edits.contains { edit in
          !edit.isShared && entry.made.contains { $0.touches(edit.location) }
        }
    }
  }
}

extension SourceLocation {
  /// Whether two places have something in common, or are the same.
  fileprivate func overlaps(_ other: SourceLocation) -> Bool {
    self == other
      || file == other.file && range.start < other.range.end && other.range.start < range.end
  }

  /// Whether two places share something, or meet.
  fileprivate func touches(_ other: SourceLocation) -> Bool {
    file == other.file && range.start <= other.range.end && other.range.start <= range.end
  }
}

extension EditApplication.ChangedFile {
  /// Where something lies after the edits, what they made in it or right at its start taken in.
  fileprivate func moved(_ location: SourceLocation) -> SourceLocation {
    guard location.file == source.path else { return location }
    var (start, end) = (Int(location.range.start), Int(location.range.end))
    var shift = 0
    for edit in edits {
      let range = edit.location.range
      let growth = edit.replacement.utf8.count - Int(range.end - range.start)
      if range == location.range {
        // What it became itself.
        start = Int(range.start) + shift
        return moved(location, start, start + edit.replacement.utf8.count)
      }
      if range.end <= location.range.start {
        start += growth
        end += growth
      } else if range.start < location.range.end {
        if range.start < location.range.start { start = Int(range.start) + shift }
        end += growth
      }
      shift += growth
    }
    return moved(location, start, end)
  }

  private func moved(_ location: SourceLocation, _ start: Int, _ end: Int) -> SourceLocation {
    let range = ByteRange(start: UInt32(start), end: UInt32(max(start, end)))
    return SourceLocation(file: location.file, range: range)
  }
}

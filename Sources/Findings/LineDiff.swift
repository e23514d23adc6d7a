import Basics

/// The lines that differ between two versions of one text.
///
/// Made from the places that were edited, so that its cost is that of one look at the lines
/// and not of a search for what changed. A line includes its line feed: a last line with and
/// one without are two lines.
public struct LineDiff: Hashable, Sendable {
  /// One line of a hunk.
  public struct Line: Hashable, Sendable {
    /// Which of the texts it is in.
    public enum Kind: Hashable, Sendable {
      /// In both.
      case context
      /// In the old text only.
      case removed
      /// In the new text only.
      case added
    }

    /// Which of the texts it is in.
    public var kind: Kind
    /// The 1-based line: in the old text, or in the new one if it is added.
    public var number: Int
    /// The bytes with their line feed, where they have one.
    public var bytes: ArraySlice<UInt8>
  }

  /// Changes that lie close together, with the unchanged lines around them.
  public struct Hunk: Hashable, Sendable {
    /// The 1-based first old line; of an empty range, the line before it.
    public var oldStart: Int
    /// How many old lines it spans, context included.
    public var oldCount: Int
    /// The 1-based first new line; of an empty range, the line before it.
    public var newStart: Int
    /// How many new lines it spans, context included.
    public var newCount: Int
    /// In the order of a patch: of each change, the removed lines before the added ones.
    public var lines: [Line]
  }

  /// Old lines that go and new lines that come in their place, at least one of either.
  private struct Change: Hashable {
    var old: Range<Int>
    var new: [ArraySlice<UInt8>]
  }

  private let lines: [ArraySlice<UInt8>]
  private let changes: [Change]

  /// The difference that edits make, which are disjoint, ascending and within the text.
  public init(old: [UInt8], edits: [TextEdit]) {
    self.init(old: old, replacements: edits.map(\.byteReplacement))
  }

  /// The difference between two texts of which nothing else is known.
  public init(old: [UInt8], new: [UInt8]) {
    self.init(old: old, replacements: [ByteReplacement(range: old.indices, bytes: new)])
  }

  private init(old: [UInt8], replacements: [ByteReplacement]) {
    let lines = Self.lines(of: old[...])
    var changes: [Change] = []
    for region in Self.regions(lines, replacements) {
      let first = region.lines.lowerBound
      let start = first < lines.count ? lines[first].startIndex : old.count
      let end = region.lines.isEmpty ? start : lines[region.lines.upperBound - 1].endIndex
      let new = EditApplication.bytes(
        of: old[start..<end], replacing: replacements[region.replacements])
      changes += Self.changes(lines, region.lines, Self.lines(of: new[...]))
    }
    self.lines = lines
    self.changes = changes
  }

  /// Whether no line differs.
  public var isEmpty: Bool { changes.isEmpty }

  /// The 1-based lines of the new text that are not in the old one.
  public var newLines: [ClosedRange<Int>] {
    hunks(context: 0).filter { $0.newCount > 0 }
      .map { $0.newStart...$0.newStart + $0.newCount - 1 }
  }

  /// The changes with up to `context` unchanged lines before and after each.
  public func hunks(context: Int) -> [Hunk] {
    var hunks: [Hunk] = []
    var shift = 0
    var index = 0
    while index < changes.count {
      var last = index
      while last + 1 < changes.count,
        changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * context
      {
        last += 1
      }
      hunks.append(hunk(of: changes[index...last], context: context, shift: shift))
      for change in changes[index...last] { shift += change.new.count - change.old.count }
      index = last + 1
    }
    return hunks
  }

  /// One hunk; `shift` is how many more lines the new text has before it.
  private func hunk(of group: ArraySlice<Change>, context: Int, shift: Int) -> Hunk {
    let start = max(0, (group.first?.old.lowerBound ?? 0) - context)
    let end = min(lines.count, (group.last?.old.upperBound ?? 0) + context)
    var result: [Line] = []
    var position = start
    var newNumber = start + shift + 1
    func keep(upTo limit: Int) {
      for line in position..<limit {
        result.append(Line(kind: .context, number: line + 1, bytes: lines[line]))
      }
      newNumber += limit - position
      position = limit
    }
    for change in group {
      keep(upTo: change.old.lowerBound)
      for line in change.old {
        result.append(Line(kind: .removed, number: line + 1, bytes: lines[line]))
      }
      for line in change.new {
        result.append(Line(kind: .added, number: newNumber, bytes: line))
        newNumber += 1
      }
      position = change.old.upperBound
    }
    keep(upTo: end)
    let oldCount = end - start
    let newCount = newNumber - (start + shift + 1)
    return Hunk(
      oldStart: oldCount == 0 ? start : start + 1, oldCount: oldCount,
      newStart: newCount == 0 ? start + shift : start + shift + 1, newCount: newCount,
      lines: result)
  }
}

extension LineDiff {
  /// Whole old lines that hold some of the replacements.
  private struct Region {
    var lines: Range<Int>
    var replacements: Range<Int>
  }

  private static func lines(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    while start < text.endIndex {
      let feed = text[start...].firstIndex(of: UInt8(ascii: "\n"))
      let end = feed.map { $0 + 1 } ?? text.endIndex
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }

  /// A region ends after the line in which its last replacement ends, so that it holds the
  /// line which a deleted line feed joins to the one before.
  private static func regions(
    _ lines: [ArraySlice<UInt8>], _ replacements: [ByteReplacement]
  ) -> [Region] {
    var regions: [Region] = []
    for (index, replacement) in replacements.enumerated() {
      let first = line(at: replacement.range.lowerBound, lines)
      let last = line(at: replacement.range.upperBound, lines)
      let range = first..<max(first, min(last + 1, lines.count))
      if let previous = regions.last, range.lowerBound <= previous.lines.upperBound {
        let end = max(previous.lines.upperBound, range.upperBound)
        regions[regions.count - 1].lines = previous.lines.lowerBound..<end
        regions[regions.count - 1].replacements = previous.replacements.lowerBound..<index + 1
      } else {
        regions.append(Region(lines: range, replacements: index..<index + 1))
      }
    }
    return regions
  }

  /// The 0-based line of an offset; the number of lines at the end of a text whose last line
  /// has its line feed.
  private static func line(at offset: Int, _ lines: [ArraySlice<UInt8>]) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].endIndex <= offset { low = middle + 1 } else { high = middle }
    }
    if low == lines.count, let last = lines.last, last.last != UInt8(ascii: "\n") {
      return low - 1
    }
    return low
  }

  /// The differing lines of a region: common ends trimmed, the rest aligned.
  private static func changes(
    _ lines: [ArraySlice<UInt8>], _ region: Range<Int>, _ new: [ArraySlice<UInt8>]
  ) -> [Change] {
    var old = region
    var rest = new[...]
    while let first = rest.first, let line = old.first, lines[line] == first {
      old = old.lowerBound + 1..<old.upperBound
      rest.removeFirst()
    }
    while let last = rest.last, let line = old.last, lines[line] == last {
      old = old.lowerBound..<old.upperBound - 1
      rest.removeLast()
    }
    if old.isEmpty && rest.isEmpty { return [] }
    var changes: [Change] = []
    var oldStart = old.lowerBound
    var newStart = rest.startIndex
    let end = (old: old.upperBound, new: rest.endIndex)
    for match in LineAlignment.matches(lines[old], rest) + [end] {
      if oldStart < match.old || newStart < match.new {
        changes.append(
          Change(old: oldStart..<match.old, new: Array(rest[newStart..<match.new])))
      }
      oldStart = match.old + 1
      newStart = match.new + 1
    }
    return changes
  }
}

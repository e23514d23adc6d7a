import Basics

/// The outcome of applying a set of fixes to the texts that they were made for.
///
/// A fix is applied whole or not at all, across all its files. Fixes are taken in the order
/// given. One whose edits overlap or touch those of a fix taken before, or that declares a name
/// which that one declares there, is deferred: after the first fix its premises may no longer
/// hold, so the files are to be analysed again. Two exceptions count as one: a fix that is equal
/// to one already taken, edit for edit, and a shared insertion (`TextEdit.isShared`) that is there
/// already.
public struct EditApplication: Sendable {
  /// What became of one fix.
  public enum Outcome: Hashable, Sendable {
    /// Its edits are in the result.
    case applied
    /// Its edits collide with those of a fix that was applied.
    case deferred
    /// It has no edits, edits that overlap each other, or edits outside of a known text.
    case invalid
  }

  /// A file that the applied fixes change.
  public struct ChangedFile: Sendable {
    /// The text that was analysed.
    public let source: SourceText
    /// Disjoint, in ascending order.
    public let edits: [TextEdit]

    /// The bytes after the edits. Made anew at each call.
    public var newBytes: [UInt8] {
      EditApplication.bytes(of: source.bytes[...], replacing: edits.map(\.byteReplacement))
    }

    /// The line changes that lead from the old bytes to the new ones.
    public var diff: LineDiff { LineDiff(old: source.bytes, edits: edits) }
  }

  /// The outcome of each fix, by its index in what was given.
  public let outcomes: [Outcome]
  /// The changed files, sorted by path.
  public let files: [ChangedFile]

  /// Indices of the fixes whose edits are in the result.
  public var applied: [Int] { outcomes.indices.filter { outcomes[$0] == .applied } }
  /// Indices of the fixes that must wait for another round.
  public var deferred: [Int] { outcomes.indices.filter { outcomes[$0] == .deferred } }

  /// Applies fixes, the earlier ones first, to the texts by the path that edits name.
  public init(_ fixes: [Fix], to sources: [String: SourceText]) {
    var accepted: [String: [TextEdit]] = [:]
    var reaches: [SourceLocation] = []
    var taken: Set<[TextEdit]> = []
    var names: [DeclaredName] = []
    var outcomes: [Outcome] = []
    for fix in fixes {
      guard Self.isValid(fix, sources) else {
        outcomes.append(.invalid)
        continue
      }
      if taken.contains(fix.edits) {
        outcomes.append(.applied)
        continue
      }
      let collides =
        fix.edits.contains { edit in
          accepted[edit.location.file, default: []].contains { $0.collides(with: edit) }
            || reaches.contains { $0.holds(edit) }
        }
        || fix.reach.contains { reach in
          accepted[reach.file, default: []].contains { reach.holds($0) }
        }
        || fix.names.contains { name in names.contains { $0.clashes(with: name) } }
      outcomes.append(collides ? .deferred : .applied)
      if collides { continue }
      taken.insert(fix.edits)
      reaches += fix.reach
      names += fix.names
      for edit in fix.edits {
        let isThere = edit.isShared && accepted[edit.location.file, default: []].contains(edit)
        if !isThere { accepted[edit.location.file, default: []].append(edit) }
      }
    }
    self.outcomes = outcomes
    files = accepted.keys.sorted().compactMap { path in
      guard let source = sources[path], let edits = accepted[path] else { return nil }
      return ChangedFile(source: source, edits: edits.inOrder())
    }
  }

  private static func isValid(_ fix: Fix, _ sources: [String: SourceText]) -> Bool {
    var previous: SourceLocation?
    for edit in fix.edits {
      let range = edit.location.range
      guard let source = sources[edit.location.file], range.start <= range.end,
        source.range.contains(range)
      else { return false }
      if let previous, previous.file == edit.location.file, range.start < previous.range.end {
        return false
      }
      previous = edit.location
    }
    return !fix.edits.isEmpty
  }

  /// The bytes with replacements put in, whose ranges are ascending, disjoint and inside.
  static func bytes(
    of text: ArraySlice<UInt8>, replacing replacements: some Sequence<ByteReplacement>
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var position = text.startIndex
    for replacement in replacements {
      result += text[position..<replacement.range.lowerBound]
      result += replacement.bytes
      position = replacement.range.upperBound
    }
    return result + text[position...]
  }
}

/// New bytes for a range of offsets.
struct ByteReplacement {
  var range: Range<Int>
  var bytes: [UInt8]
}

extension TextEdit {
  var byteReplacement: ByteReplacement {
    ByteReplacement(range: location.range.indices, bytes: Array(replacement.utf8))
  }

  /// Whether edits of two fixes in one file overlap or touch, so that one has to wait.
  fileprivate func collides(with other: TextEdit) -> Bool {
    if isShared, other.isShared, location == other.location, location.range.isEmpty {
      return (isAlone || other.isAlone) && replacement != other.replacement
    }
    let (mine, theirs) = (location.range, other.location.range)
    return mine.start <= theirs.end && theirs.start <= mine.end
  }
}

extension SourceLocation {
  /// Whether an edit changes something between the ends of a place.
  public func holds(_ edit: TextEdit) -> Bool {
    edit.location.file == file && edit.location.range.start > range.start
      && edit.location.range.end < range.end
  }
}

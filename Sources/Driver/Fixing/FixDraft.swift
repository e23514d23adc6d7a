import Basics
import Findings
import GoPackages

/// The texts of files as fixes would leave them; the files themselves stay as they are.
struct FixDraft {
  private let workingDirectory: String
  private let shown: SourceOverlay
  private var files: [String: DraftText] = [:]

  /// A draft on top of the texts that already stand in place of files.
  init(_ settings: AnalysisSettings) {
    workingDirectory = settings.workingDirectory
    shown = settings.overlay
  }

  /// Takes in what fixes make of texts.
  mutating func write(_ fixes: [Fix], to sources: [String: SourceText]) -> FixWriter.Result {
    let sound = SoundFixes(fixes, to: sources)
    for file in sound.application.files {
      files[file.source.path, default: DraftText(file.source)].apply(file.edits)
    }
    return FixWriter.Result(applied: sound.applied, changes: sound.application.files)
  }

  /// Lets an analysis see the texts.
  func show(in settings: inout AnalysisSettings) {
    var texts: [String: [UInt8]] = [:]
    var changes: [String: LineDiff] = [:]
    for (path, file) in files {
      let absolute = FilePath.join(workingDirectory, path)
      texts[absolute] = file.bytes
      changes[FilePath.resolvingLinks(absolute) ?? absolute] = file.diff
    }
    settings.overlay = shown.covered(by: texts)
    settings.newCode?.unwritten = changes
  }

  /// The patch that leads from the files to the texts.
  var patch: [UInt8] {
    files.keys.sorted().flatMap { path in
      files[path].map { UnifiedDiff.patch(path: path, $0.diff) } ?? []
    }
  }
}

/// A text after several rounds of edits, as what is left of the first one and what came between.
private struct DraftText {
  private enum Piece {
    /// Offsets of the first text.
    case old(Range<Int>)
    case new([UInt8])

    var count: Int {
      switch self {
      case .old(let range): range.count
      case .new(let bytes): bytes.count
      }
    }

    /// A part of it, by offsets from its beginning.
    func part(_ range: Range<Int>) -> Piece {
      switch self {
      case .old(let old):
        .old(old.lowerBound + range.lowerBound..<old.lowerBound + range.upperBound)
      case .new(let bytes): .new(Array(bytes[range]))
      }
    }
  }

  private let source: SourceText
  private var pieces: [Piece]

  init(_ source: SourceText) {
    self.source = source
    pieces = [.old(0..<source.bytes.count)]
  }

  /// Makes disjoint edits, in ascending order, of the text as it is now.
  mutating func apply(_ edits: [TextEdit]) {
    var result: [Piece] = []
    var rest = pieces[...]
    var position = 0
    /// Takes the next bytes off the rest.
    func take(_ count: Int, keeping: Bool) {
      var count = count
      while count > 0, let piece = rest.first {
        let own = min(count, piece.count)
        if keeping { result.append(piece.part(0..<own)) }
        rest.removeFirst()
        if own < piece.count { rest = [piece.part(own..<piece.count)] + rest }
        count -= own
        position += own
      }
    }
    for edit in edits {
      take(Int(edit.location.range.start) - position, keeping: true)
      take(Int(edit.location.range.end) - position, keeping: false)
      result.append(.new(Array(edit.replacement.utf8)))
    }
    pieces = result + rest
  }

  var bytes: [UInt8] {
    pieces.flatMap { piece -> [UInt8] in
      switch piece {
      case .old(let range): Array(source.bytes[range])
      case .new(let bytes): bytes
      }
    }
  }

  /// The lines that differ from those of the first text.
  var diff: LineDiff {
    var edits: [TextEdit] = []
    var position = 0
    var inserted: [UInt8] = []
    func end(at offset: Int) {
      if position < offset || !inserted.isEmpty {
        let range = ByteRange(start: UInt32(position), end: UInt32(offset))
        edits.append(
          TextEdit(
            SourceLocation(file: source.path, range: range),
            replacement: String(decoding: inserted, as: UTF8.self)))
      }
      inserted = []
    }
    for piece in pieces {
      switch piece {
      case .old(let range):
        end(at: range.lowerBound)
        position = range.upperBound
      case .new(let bytes): inserted += bytes
      }
    }
    end(at: source.bytes.count)
    return LineDiff(old: source.bytes, edits: edits)
  }
}

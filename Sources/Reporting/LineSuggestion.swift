import Basics
import Findings

/// A safe fix as new text for the whole lines around a finding, the way review comments take it.
struct LineSuggestion {
  /// More lines than this are no suggestion: most of them would only be repeated.
  static let mostLines = 20

  /// The 1-based lines that are replaced; the finding's own are among them.
  let lines: ClosedRange<Int>
  /// What stands in their place, without the line feed after the last.
  let text: String
  /// What the fix does, as a command.
  let title: String

  /// The best safe fix that changes no line far from the finding; nil where there is none. An
  /// import that is added at the top of a long file makes a fix unfit.
  ///
  /// - Parameter fits: Whether these lines may be replaced by this text.
  init?(
    _ finding: Finding, _ index: SourceIndex,
    fits: (_ lines: ClosedRange<Int>, _ text: String) -> Bool = { _, _ in true }
  ) {
    for fix in finding.fixes where fix.safety == .safe {
      guard let suggestion = Self(fix, for: finding.location, index),
        fits(suggestion.lines, suggestion.text)
      else { continue }
      self = suggestion
      return
    }
    return nil
  }

  private init?(_ fix: Fix, for location: SourceLocation, _ index: SourceIndex) {
    guard let (source, lines) = index.text(of: location) else { return nil }
    var first = lines.line(at: location.range.start)
    var last = lines.line(at: location.range.end)
    for edit in fix.edits {
      guard edit.location.file == location.file else { return nil }
      first = min(first, lines.line(at: edit.location.range.start))
      last = max(last, Self.lastLine(edit, lines))
    }
    guard last - first < Self.mostLines,
      let changed = EditApplication([fix], to: [location.file: source]).files.first
    else { return nil }
    let new = changed.newBytes
    let before = Int(lines.range(ofLine: first).start)
    let after = source.bytes.count - Int(lines.range(ofLine: last).end)
    // Bytes that are not UTF-8 would not come back as they were.
    guard let text = String(validating: new[before..<new.count - after], as: UTF8.self) else {
      return nil
    }
    self.lines = first...last
    self.text = text
    title = fix.title
  }

  /// The last line that an edit changes: it may end with the line feed of one, and bring its own.
  private static func lastLine(_ edit: TextEdit, _ lines: LineIndex) -> Int {
    let end = lines.position(at: edit.location.range.end)
    let keepsLine =
      end.column == 1 && end.line > 1 && edit.replacement.utf8.last == UInt8(ascii: "\n")
    return keepsLine ? end.line - 1 : end.line
  }
}

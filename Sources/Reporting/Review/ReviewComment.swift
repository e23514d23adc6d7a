import Basics
import Findings

/// A finding at lines of a diff.
public struct ReviewComment: Sendable {
  /// New text for exactly the lines of the comment.
  struct Suggestion: Sendable {
    var title: String
    /// Without the line feed after the last line.
    var text: String
  }

  /// The finding's own.
  public let fingerprint: String
  /// The file in the diff.
  let file: ReviewDiff.File
  /// The lines that are anchored, all in one hunk.
  let lines: ClosedRange<Int>
  /// The first line of the finding, which is one of them.
  let line: Int
  /// The number of that line before the change; nil where it is new.
  let oldLine: Int?
  let suggestion: Suggestion?
  /// The same finding told away from the diff.
  let remark: Review.Remark

  private let opening: String
  private let closing: String

  /// The comment at a finding; nil where the diff does not show its first line.
  init?(
    _ finding: Finding, _ remark: Review.Remark, _ file: ReviewDiff.File, _ index: SourceIndex
  ) {
    guard index.text(of: finding.location) != nil else { return nil }
    let (start, end) = index.positions(finding.location)
    guard let hunk = file.hunk(with: start.line...start.line) else { return nil }
    // A range that ends at the beginning of a line does not hold it.
    let last = max(start.line, end.column == 1 ? end.line - 1 : end.line)
    let found = LineSuggestion(finding, index) { lines, text in
      file.hunk(with: lines) != nil && text.utf8.count <= ReviewText.longestChange
    }
    let whole = start.line...last
    let words = ReviewText(finding, index)
    fingerprint = finding.fingerprint
    self.file = file
    self.remark = remark
    line = start.line
    oldLine = hunk.oldLines[start.line - hunk.start]
    lines = found?.lines ?? (file.hunk(with: whole) == nil ? start.line...start.line : whole)
    suggestion = found.map { Suggestion(title: $0.title, text: $0.text) }
    opening = words.opening
    closing = (found == nil ? words.change : "") + words.closing
  }

  /// The Markdown of the comment; `language` makes a block a suggestion.
  func body(suggestion language: String) -> String {
    guard let suggestion else { return opening + closing }
    // An empty text takes the lines away, one with a line feed leaves an empty line.
    let text = suggestion.text + "\n"
    return opening + "\nFix: \(MarkdownText.prose(suggestion.title))\n\n"
      + MarkdownText.fenced(text, language) + "\n" + closing
  }
}

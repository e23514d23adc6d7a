import Basics
import Findings

/// Lines and columns for the places of one report.
struct SourceIndex {
  private let sources: [String: SourceText]
  private let lines: [String: LineIndex]

  /// Reads each text of the report once.
  init(_ report: AnalysisReport) {
    sources = report.sources
    lines = report.sources.mapValues { LineIndex($0) }
  }

  /// The 1-based start and end, columns in UTF-8 bytes; the start of the file where its text
  /// is not at hand.
  func positions(_ location: SourceLocation) -> (start: SourcePosition, end: SourcePosition) {
    guard let lines = lines[location.file] else {
      let start = SourcePosition(line: 1, column: 1)
      return (start, start)
    }
    return (lines.position(at: location.range.start), lines.position(at: location.range.end))
  }

  /// As `positions`, with columns in UTF-16 code units.
  func utf16Positions(_ location: SourceLocation) -> (start: SourcePosition, end: SourcePosition) {
    guard let lines = lines[location.file] else { return positions(location) }
    return (
      lines.utf16Position(at: location.range.start), lines.utf16Position(at: location.range.end)
    )
  }

  /// The text and lines of a file, if the place lies inside them.
  func text(of location: SourceLocation) -> (SourceText, LineIndex)? {
    guard let source = sources[location.file], let lines = lines[location.file],
      source.range.contains(location.range)
    else { return nil }
    return (source, lines)
  }

  /// "file:line:column".
  func label(_ location: SourceLocation) -> String {
    let start = positions(location).start
    return "\(location.file):\(start.line):\(start.column)"
  }
}

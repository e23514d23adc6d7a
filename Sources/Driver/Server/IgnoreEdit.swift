import Basics
import Findings
import GoSyntax

/// A comment that leaves a finding out, as an edit of its file.
struct IgnoreEdit {
  var title: String
  var edit: TextEdit

  /// The comments that leave the finding out where they stand: one at the end of its line, and one
  /// with a reason on a line of its own above.
  ///
  /// Whether a comment does so is seen by reading the text with it: a line may end in another comment,
  /// or in a string that goes on. Parses the text twice.
  static func all(for finding: Finding, in source: SourceText) -> [IgnoreEdit] {
    let lines = LineIndex(source)
    let line = lines.range(ofLine: lines.line(at: finding.location.range.start))
    let bytes = source.bytes[line.indices]
    let indentation = bytes.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let hasReturn = source.bytes[Int(line.end)...].first == UInt8(ascii: "\r")
    let file = finding.location.file
    let atEnd = TextEdit(
      SourceLocation(file: file, range: ByteRange(at: line.end)),
      replacement: " //nolint:\(finding.rule)")
    let above = TextEdit(
      SourceLocation(file: file, range: ByteRange(at: line.start)),
      replacement: String(decoding: indentation, as: UTF8.self)
        + "//racelint:ignore \(finding.rule) TODO: say why" + (hasReturn ? "\r\n" : "\n"))
    return [
      IgnoreEdit(title: "Ignore `\(finding.rule)` on this line", edit: atEnd),
      IgnoreEdit(title: "Ignore `\(finding.rule)` in what begins here, with a reason", edit: above),
    ].filter { covers($0.edit, finding, source) }
  }

  /// Whether the text with the edit leaves the finding out.
  private static func covers(_ edit: TextEdit, _ finding: Finding, _ source: SourceText) -> Bool {
    var bytes = source.bytes
    bytes.insert(contentsOf: edit.replacement.utf8, at: Int(edit.location.range.start))
    let changed = SourceText(path: source.path, bytes: bytes)
    let directives = Parallel.withLargeStack { () -> [PlacedDirective] in
      guard var parser = GoParser() else { return [] }
      return DirectiveReader.directives(in: parser.parse(changed))
    }
    var moved = finding
    if edit.location.range.start <= finding.location.range.start {
      moved.location.range.start += UInt32(edit.replacement.utf8.count)
    }
    var suppression = Suppression(directives)
    return suppression.covers(moved)
  }
}

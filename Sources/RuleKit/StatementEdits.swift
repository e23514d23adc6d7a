import Basics
import Findings
import GoSyntax
import GoTypes

/// Edits that move, delete and insert whole statements, leaving what gofmt would leave.
public struct StatementEdits {
  private let tree: SyntaxTree
  private let bytes: [UInt8]

  /// Edits of one file.
  public init(_ tree: SyntaxTree) {
    self.tree = tree
    bytes = tree.source.bytes
  }

  /// The lines of a statement, from the start of the first to after the line feed of the
  /// last, if nothing but the statement and a comment stands on them; else nil.
  public func lines(of statement: NodeID) -> ByteRange? {
    let range = tree.range(statement)
    let start = lineStart(range.start)
    guard isBlank(start, Int(range.start)) else { return nil }
    var end = Int(range.end)
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    guard isBlankOrComment(Int(range.end), end) else { return nil }
    return ByteRange(start: UInt32(start), end: UInt32(min(end + 1, bytes.count)))
  }

  /// The white space before the first thing on the line of a node; of a label that before what
  /// stands behind it, which is indented by one more.
  public func indentation(of node: NodeID) -> String {
    if tree.kind(node) == .labeledStatement {
      let inner = tree.labeled(by: node)
      guard !inner.isNone,
        lineStart(tree.range(inner).start) != lineStart(tree.range(node).start)
      else { return indentation(ofLine: node) + "\t" }
      return indentation(of: inner)
    }
    return indentation(ofLine: node)
  }

  private func indentation(ofLine node: NodeID) -> String {
    let start = lineStart(tree.range(node).start)
    var end = start
    while end < bytes.count, bytes[end] == UInt8(ascii: "\t") || bytes[end] == UInt8(ascii: " ") {
      end += 1
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Deletes the lines of a statement and puts them after those of a later sibling. On one
  /// line, the statements between change places instead. Nil where neither can be done.
  public func move(_ statement: NodeID, after sibling: NodeID) -> [ByteRange: String]? {
    if let from = lines(of: statement), let to = lines(of: sibling) {
      guard var text = self.text(from), endsLine(text) else { return nil }
      if to.end == UInt32(bytes.count), bytes.last != UInt8(ascii: "\n") { text = "\n" + text }
      return [withBlankLine(from): "", ByteRange(at: to.end): text]
    }
    let first = tree.range(statement)
    let last = tree.range(sibling)
    guard let next = firstByte(after: first.end, until: last.end),
      !bytes[Int(first.start)..<Int(last.end)].contains(UInt8(ascii: "\n")),
      let rest = text(ByteRange(start: next, end: last.end)), let moved = text(first)
    else { return nil }
    return [ByteRange(start: first.start, end: last.end): rest + "; " + moved]
  }

  /// Deletes the lines of a statement and puts other text, a whole statement, on a line of
  /// its own before another one, with the comment that stood behind it. Nil where one of the
  /// two shares its line.
  public func replace(
    _ statement: NodeID, with text: String, before target: NodeID
  ) -> [ByteRange: String]? {
    // A comment behind the statement goes with it.
    guard let from = lines(of: statement),
      isBlank(lineStart(tree.range(target).start), Int(tree.range(target).start)),
      let comment = comment(from: tree.range(statement).end, to: from.end)
    else { return nil }
    let start = UInt32(lineStart(tree.range(target).start))
    let moved = indentation(of: target) + text + comment
    guard endsLine(moved) else { return nil }
    if from.start == start { return [from: moved] }
    return [withBlankLine(from): "", ByteRange(at: start): moved]
  }

  /// Deletes the lines of a statement; nil where it shares them, or a comment stands behind it.
  public func deletion(of statement: NodeID) -> [ByteRange: String]? {
    guard let lines = lines(of: statement),
      isBlank(Int(tree.range(statement).end), Int(lines.end) - (endsInLineFeed(lines) ? 1 : 0))
    else { return nil }
    return [withBlankLine(lines): ""]
  }

  private func endsInLineFeed(_ lines: ByteRange) -> Bool {
    bytes[Int(lines.end) - 1] == UInt8(ascii: "\n")
  }

  /// Puts a statement on a line of its own before another one; nil where that one does not begin its
  /// line.
  public func insertion(_ text: String, before target: NodeID) -> TextEdit? {
    let start = lineStart(tree.range(target).start)
    guard isBlank(start, Int(tree.range(target).start)) else { return nil }
    return TextEdit(
      SourceLocation(file: tree.source.path, range: ByteRange(at: UInt32(start))),
      replacement: indentation(of: target) + text + "\n")
  }

  /// Puts a statement on a line of its own after another one; nil where that one shares a line.
  public func insertion(_ text: String, after target: NodeID) -> TextEdit? {
    guard let lines = lines(of: target), bytes[Int(lines.end) - 1] == UInt8(ascii: "\n") else {
      return nil
    }
    return TextEdit(
      SourceLocation(file: tree.source.path, range: ByteRange(at: lines.end)),
      replacement: indentation(of: target) + text + "\n")
  }

  /// Puts lines around statements that follow each other; a block of one line that holds just one is
  /// spread over several. Nil where one of the two shares its line otherwise.
  func surrounding(
    _ first: NodeID, _ last: NodeID, before: [String], after: [String]
  ) -> [TextEdit]? {
    let indentation = indentation(of: first)
    if let start = insertion(before.joined(separator: "\n" + indentation), before: first) {
      if after.isEmpty { return [start] }
      return insertion(after.joined(separator: "\n" + indentation), after: last).map {
        [start, $0]
      }
    }
    let block = tree.parent(of: first)
    guard first == last, tree.kind(block) == .block,
      tree.children(block).count(where: { _ in true }) == 1,
      case let (around, inner) = (tree.range(block), tree.range(first)),
      !bytes[around.indices].contains(UInt8(ascii: "\n")),
      isBlank(Int(around.start) + 1, Int(inner.start)), isBlank(Int(inner.end), Int(around.end) - 1)
    else { return nil }
    let line = "\n\(indentation)"
    let lines = { (texts: [String]) in texts.map { line + "\t" + $0 }.joined() }
    return edits([
      ByteRange(start: around.start + 1, end: inner.start): lines(before) + line + "\t",
      ByteRange(start: inner.end, end: around.end - 1): lines(after) + line,
    ])
  }

  /// Puts a statement into a function literal that holds a lock until it returns or panics, with lines
  /// in front of that. Nil where the statement shares its line, or has a text whose lines must stay
  /// where they are.
  func enclosing(
    _ lock: LockCalls, _ statement: NodeID, behind lines: [String] = []
  ) -> [TextEdit]? {
    let isFixed = tree.subtree(statement).contains {
      [.rawStringLiteral, .comment].contains(tree.kind($0))
        && tree.text($0).utf8.contains(UInt8(ascii: "\n"))
    }
    let before = lines + ["func() {", "\t" + lock.take, "\tdefer " + lock.giveBack]
    guard !isFixed,
      var edits = surrounding(statement, statement, before: before, after: ["}()"]),
      let first = edits.indices.min(by: {
        edits[$0].location.range.start < edits[$1].location.range.start
      })
    else { return nil }
    edits[first].replacement += "\t"
    let range = tree.range(statement)
    let starts = (range.start..<range.end).filter { offset in
      bytes[Int(offset)] == UInt8(ascii: "\n") && offset + 1 < range.end
        && bytes[Int(offset) + 1] != UInt8(ascii: "\n")
    }
    return edits
      + starts.map {
        TextEdit(
          SourceLocation(file: tree.source.path, range: ByteRange(at: $0 + 1)), replacement: "\t")
      }
  }

  /// Lines to be deleted, with the blank line behind them where one stands in front too: two
  /// would be left.
  private func withBlankLine(_ lines: ByteRange) -> ByteRange {
    let before = lineStart(lines.start == 0 ? 0 : lines.start - 1)
    guard lines.start > 0, isBlank(before, Int(lines.start) - 1) else { return lines }
    var end = Int(lines.end)
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    guard end < bytes.count, isBlank(Int(lines.end), end) else { return lines }
    return ByteRange(start: lines.start, end: UInt32(end + 1))
  }

  /// The edits as those of a file.
  public func edits(_ changes: [ByteRange: String]) -> [TextEdit] {
    changes.map {
      TextEdit(SourceLocation(file: tree.source.path, range: $0.key), replacement: $0.value)
    }
  }

  /// What stands behind a statement on its line, with one space before a comment.
  private func comment(from start: UInt32, to end: UInt32) -> String? {
    var first = start
    while first < end,
      bytes[Int(first)] == UInt8(ascii: " ") || bytes[Int(first)] == UInt8(ascii: "\t")
    {
      first += 1
    }
    guard let text = text(ByteRange(start: first, end: end)) else { return nil }
    return text.utf8.first == UInt8(ascii: "/") ? " " + text : text
  }

  /// Text that is to stand elsewhere; nil where it is no UTF-8 and would not stay as it is.
  private func text(_ range: ByteRange) -> String? {
    String(validating: bytes[range.indices], as: UTF8.self)
  }

  private func lineStart(_ offset: UInt32) -> Int {
    var start = Int(offset)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  /// Compares bytes: to `String`, a carriage return and a line feed are one character.
  private func endsLine(_ text: String) -> Bool { text.utf8.last == UInt8(ascii: "\n") }

  private func isBlank(_ start: Int, _ end: Int) -> Bool {
    bytes[start..<end].allSatisfy {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r")
    }
  }

  private func isBlankOrComment(_ start: Int, _ end: Int) -> Bool {
    var start = start
    while start < end, isBlank(start, start + 1) { start += 1 }
    return start == end
      || (start + 1 < end && bytes[start] == UInt8(ascii: "/")
        && bytes[start + 1] == UInt8(ascii: "/"))
  }

  /// The first byte after a statement that belongs to the next one.
  private func firstByte(after offset: UInt32, until end: UInt32) -> UInt32? {
    var index = offset
    while index < end {
      let byte = bytes[Int(index)]
      if byte != UInt8(ascii: ";"), byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
        return index
      }
      index += 1
    }
    return nil
  }
}

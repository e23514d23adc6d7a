import Basics
import Findings
import GoSyntax

extension ProgramContext {
  /// Edits with those that put the comments behind the changed lines, and behind the lines next to
  /// them, in one column again, and that spread functions which are too wide for one line, as gofmt
  /// does.
  public func aligned(_ edits: [TextEdit]) -> [TextEdit] {
    guard let file = edits.first?.location.file, let tree = tree(file) else { return edits }
    let own = edits.filter { $0.location.file == file }
    let wide = WideBodies(tree, beside: own)
    return edits + wide.edits
      + CommentAlignment(tree).edits(beside: own.filter { !wide.hold($0) })
  }

  /// The same for edits of several files.
  func alignedInEachFile(_ edits: [TextEdit]) -> [TextEdit] {
    edits.groups(by: \.location.file).flatMap { aligned($0) }
  }
}

/// The comments that end lines of one file.
struct CommentAlignment {
  private struct Line {
    var start: Int
    /// After the last byte of code.
    var codeEnd: Int
    var commentStart: Int
    /// By how much edits lengthen the code.
    var growth = 0
  }

  private let bytes: [UInt8]
  private let path: String
  /// Where comments begin that stand behind code.
  private var lines: [Int: Line] = [:]

  init(_ tree: SyntaxTree) {
    bytes = tree.source.bytes
    path = tree.source.path
    for node in tree.nodes where node.kind == .comment {
      let comment = Int(node.range.start)
      let start = lineStart(of: comment)
      var end = comment
      while end > start, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t")
      {
        end -= 1
      }
      if end > start { lines[start] = Line(start: start, codeEnd: end, commentStart: comment) }
    }
  }

  func edits(beside edits: [TextEdit]) -> [TextEdit] {
    var grown = lines
    var touched: Set<Int> = []
    for edit in edits
    where !edit.replacement.utf8.contains(UInt8(ascii: "\n")) && !edit.location.range.isEmpty {
      let start = lineStart(of: Int(edit.location.range.start))
      guard let line = lines[start], Int(edit.location.range.end) <= line.codeEnd else { continue }
      let old = String(decoding: bytes[edit.location.range.indices], as: UTF8.self)
      grown[start]?.growth += edit.replacement.count - old.count
      touched.insert(start)
    }
    var result: [TextEdit] = []
    while let start = touched.min() {
      let block = block(around: start, grown)
      touched.subtract(block.map(\.start))
      result += aligned(block)
    }
    return result
  }

  /// The lines without a gap between them that all end in comments.
  private func block(around start: Int, _ lines: [Int: Line]) -> [Line] {
    guard let line = lines[start] else { return [] }
    var block = [line]
    while block[0].start > 0, let above = lines[lineStart(of: block[0].start - 1)] {
      block.insert(above, at: 0)
    }
    while let end = bytes[block[block.count - 1].start...].firstIndex(of: UInt8(ascii: "\n")),
      let below = lines[end + 1]
    {
      block.append(below)
    }
    return block
  }

  private func aligned(_ block: [Line]) -> [TextEdit] {
    let widths = block.map { width($0.start, $0.codeEnd) }
    guard block.count > 1, let widest = widths.max(),
      // As gofmt left it, with the same indentation.
      block.allSatisfy({ width($0.start, $0.commentStart) == widest + 1 }),
      Set(block.map { indentation($0.start) }).count == 1
    else { return [] }
    let column = (zip(block, widths).map { $0.growth + $1 }.max() ?? 0) + 1
    return zip(block, widths).compactMap { line, width in
      let gap = column - width - line.growth
      guard gap != line.commentStart - line.codeEnd else { return nil }
      return TextEdit(
        SourceLocation(
          file: path,
          range: ByteRange(start: UInt32(line.codeEnd), end: UInt32(line.commentStart))),
        replacement: String(repeating: " ", count: gap))
    }
  }

  private func width(_ start: Int, _ end: Int) -> Int {
    String(decoding: bytes[start..<end], as: UTF8.self).count
  }

  private func indentation(_ start: Int) -> Int {
    bytes[start...].prefix { $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: " ") }.count
  }

  private func lineStart(of offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }
}

import Basics
import Findings
import GoSyntax

/// Finds the directives of a file, and what each of them is about.
///
/// The scopes are those of golangci-lint. At the end of a line a directive is about that line, even
/// where a block begins there. In a comment of its own it is about what begins on the next line in
/// the same column: a declaration, a statement, a case, a field or an element, to its end; above the
/// package clause that is the whole file. A file without directives costs one look at each node.
struct DirectiveReader {
  private let tree: SyntaxTree
  private let lines: LineIndex

  /// The directives of a file in the order of the text.
  static func directives(in tree: SyntaxTree) -> [PlacedDirective] {
    let found = tree.nodes.indices.filter {
      tree.nodes[$0].kind == .comment && mayBeDirective(tree.nodes[$0].range, tree.source.bytes)
    }
    if found.isEmpty { return [] }
    let reader = DirectiveReader(tree)
    return found.compactMap { reader.directive($0) }
  }

  private init(_ tree: SyntaxTree) {
    self.tree = tree
    lines = LineIndex(tree.source)
  }

  /// Whether a comment begins like a directive. Allocates nothing.
  private static func mayBeDirective(_ range: ByteRange, _ bytes: [UInt8]) -> Bool {
    var offset = Int(range.start)
    let end = Int(range.end)
    while offset < end, bytes[offset] == UInt8(ascii: "/") || bytes[offset] == UInt8(ascii: " ") {
      offset += 1
    }
    let rest = bytes[offset..<end]
    return rest.starts(with: "nolint".utf8) || rest.starts(with: "racelint:ignore".utf8)
  }

  private func directive(_ index: Int) -> PlacedDirective? {
    let node = tree.nodes[index]
    guard let directive = IgnoreDirective(comment: tree.source.string(node.range)) else {
      return nil
    }
    return PlacedDirective(
      directive, at: SourceLocation(file: tree.source.path, range: node.range),
      lines: scope(of: index))
  }

  private func scope(of index: Int) -> ByteRange {
    let comment = tree.nodes[index].range
    let line = lines.line(at: comment.start)
    guard standsAlone(comment) else { return bytes(line...line) }
    let group = group(around: index)
    let column = lines.position(at: group.start).column
    let first = lines.line(at: group.start)
    let last = lines.line(at: group.end)
    guard let start = lines.offset(of: SourcePosition(line: last + 1, column: column)) else {
      return bytes(first...last)
    }
    var end = group.end
    // Several nodes may begin at one place; the largest counts. The root does, in a file that begins
    // with its package clause, and is left out.
    for node in tree.nodes.dropFirst() where node.range.start == start && node.kind != .comment {
      if node.kind == .packageClause { return tree.source.range }
      end = max(end, node.range.end)
    }
    // A case may reach up to the next one.
    while end > group.end, Self.isSpace(tree.source.bytes[Int(end) - 1]) { end -= 1 }
    return bytes(first...lines.line(at: end))
  }

  /// Whether nothing but space stands before it on its line.
  private func standsAlone(_ comment: ByteRange) -> Bool {
    let start = lines.range(ofLine: lines.line(at: comment.start)).start
    return tree.source.bytes[Int(start)..<Int(comment.start)].allSatisfy(Self.isSpace)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The comments on lines of their own that follow each other without a line between them.
  private func group(around index: Int) -> ByteRange {
    var group = tree.nodes[index].range
    for node in tree.nodes[..<index].reversed() where node.kind == .comment {
      guard lines.line(at: node.range.end) == lines.line(at: group.start) - 1,
        standsAlone(node.range)
      else { break }
      group.start = node.range.start
    }
    for node in tree.nodes[(index + 1)...] where node.kind == .comment {
      guard lines.line(at: node.range.start) == lines.line(at: group.end) + 1,
        standsAlone(node.range)
      else { break }
      group.end = node.range.end
    }
    return group
  }

  /// The bytes of whole lines.
  private func bytes(_ range: ClosedRange<Int>) -> ByteRange {
    ByteRange(
      start: lines.range(ofLine: range.lowerBound).start,
      end: lines.range(ofLine: range.upperBound).end)
  }
}

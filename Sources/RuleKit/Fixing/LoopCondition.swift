import Basics
import Findings
import GoSyntax

/// The condition of a loop that reads something shared: it moves into the body, where the lock is
/// taken for what it reads.
struct LoopCondition {
  private let tree: SyntaxTree
  private let loop: NodeID
  private let lock: LockCalls

  init(_ tree: SyntaxTree, _ loop: NodeID, _ lock: LockCalls) {
    self.tree = tree
    self.loop = loop
    self.lock = lock
  }

  /// Nil where the body does not begin on a line of its own, or no name is free.
  func edits(_ reads: [EarlyRead], _ names: inout FreshNames) -> [TextEdit]? {
    guard let view = ForSyntax(loop, in: tree),
      let first = tree.children(view.body).first(where: { _ in true }),
      let early = EarlyValues(reads, first, tree, &names)
    else { return nil }
    let hasClause = !view.clause.isNone
    let condition = hasClause ? tree.child(view.clause, .condition) : tree.firstChild(loop)
    let start = tree.range(view.body).start + 1
    guard !condition.isNone, condition != view.body, Int(start) < tree.source.bytes.count,
      [UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(tree.source.bytes[Int(start)])
    else { return nil }
    // Lines of a text that may not be moved.
    let isFixed = tree.subtree(condition).contains {
      tree.kind($0) == .rawStringLiteral && tree.text($0).utf8.contains(UInt8(ascii: "\n"))
    }
    if isFixed { return nil }
    let changes = StatementEdits(tree)
    let indentation = changes.indentation(of: first)
    let lines =
      early.lines(under: lock)
      + ["if \(negated(condition, early).shiftedLines) {", "\tbreak", "}"]
    var range = tree.range(condition)
    // `for {` instead of `for  {`; of a clause the space stays between the semicolons.
    if !hasClause { range.end = tree.range(view.body).start }
    let file = tree.source.path
    return [
      TextEdit(SourceLocation(file: file, range: range), replacement: ""),
      TextEdit(
        SourceLocation(file: file, range: ByteRange(at: start)),
        replacement: lines.map { "\n" + indentation + $0 }.joined()),
    ]
  }

  /// The opposite of the condition, with the values that were read.
  private func negated(_ condition: NodeID, _ early: EarlyValues) -> String {
    if tree.kind(condition) == .unaryExpression,
      tree.kind(tree.child(condition, .operator)) == .bang
    {
      return text(tree.child(condition, .operand), early)
    }
    if tree.kind(condition) == .binaryExpression,
      let opposite = Self.opposites[tree.text(tree.child(condition, .operator))]
    {
      let (left, right) = (tree.child(condition, .left), tree.child(condition, .right))
      return "\(text(left, early)) \(opposite) \(text(right, early))"
    }
    return tree.kind(condition) == .binaryExpression
      ? "!(\(text(condition, early)))" : "!\(text(condition, early))"
  }

  /// Of what is less than something else the opposite is not always the other way round: there are
  /// numbers that are no numbers.
  private static let opposites = ["==": "!=", "!=": "=="]

  private func text(_ node: NodeID, _ early: EarlyValues) -> String {
    let range = tree.range(node)
    var text = ""
    var position = range.start
    for edit in early.edits.sorted(by: { $0.location.range.start < $1.location.range.start })
    where range.start <= edit.location.range.start && edit.location.range.end <= range.end {
      text += tree.source.string(ByteRange(start: position, end: edit.location.range.start))
      text += edit.replacement
      position = edit.location.range.end
    }
    return text + tree.source.string(ByteRange(start: position, end: range.end))
  }
}

extension String {
  /// With one tab more in front of each line but the first, and of empty ones.
  fileprivate var shiftedLines: String {
    var bytes: [UInt8] = []
    var isStart = false
    for byte in utf8 {
      if isStart, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
        bytes.append(UInt8(ascii: "\t"))
      }
      bytes.append(byte)
      isStart = byte == UInt8(ascii: "\n")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

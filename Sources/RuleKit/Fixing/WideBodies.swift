import Basics
import Findings
import GoSyntax

/// Functions on one line that edits make too wide for that, so that gofmt would spread them.
struct WideBodies {
  /// How many bytes the head of a function and its statements may have on one line.
  private static let limit = 100

  private let tree: SyntaxTree
  private let bodies: [NodeID]

  /// Those of one file that hold edits, none of which breaks a line.
  init(_ tree: SyntaxTree, beside edits: [TextEdit]) {
    self.tree = tree
    let edits = edits.filter { !$0.location.range.isEmpty || !$0.replacement.isEmpty }
    bodies = tree.subtree(.root).filter { node in
      guard tree.kind(node) == .block else { return false }
      switch tree.kind(tree.parent(of: node)) {
      case .funcLiteral, .functionDeclaration, .methodDeclaration: break
      default: return false
      }
      let range = tree.range(node)
      let inner = edits.filter {
        range.start < $0.location.range.start && $0.location.range.end < range.end
      }
      guard !inner.isEmpty, !inner.contains(where: { $0.replacement.utf8.contains(10) }),
        !tree.source.bytes[range.indices].contains(UInt8(ascii: "\n")),
        !tree.subtree(node).contains(where: { tree.kind($0) == .comment })
      else { return false }
      let growth = inner.reduce(0) { sum, edit in
        sum + edit.replacement.utf8.count - Int(edit.location.range.end - edit.location.range.start)
      }
      let head = Int(range.start) - Int(tree.range(tree.parent(of: node)).start) - 1
      let statements = tree.children(node).reduce(-2) { sum, statement in
        sum + 2 + Int(tree.range(statement).end - tree.range(statement).start)
      }
      return head + statements + growth > Self.limit
    }
  }

  /// Whether an edit stands in one of them.
  func hold(_ edit: TextEdit) -> Bool {
    bodies.contains { body in
      let range = tree.range(body)
      return range.start <= edit.location.range.start && edit.location.range.end <= range.end
    }
  }

  /// What puts each of their statements on a line of its own.
  var edits: [TextEdit] {
    bodies.flatMap { body -> [TextEdit] in
      let depth = bodies.count { $0 != body && tree.isInside(body, $0) }
      let line =
        "\n" + StatementEdits(tree).indentation(of: body)
        + String(repeating: "\t", count: depth)
      var position = tree.range(body).start + 1
      var edits: [TextEdit] = []
      for statement in tree.children(body) {
        edits.append(edit(position, tree.range(statement).start, line + "\t"))
        position = tree.range(statement).end
      }
      return edits + [edit(position, tree.range(body).end - 1, line)]
    }
  }

  private func edit(_ start: UInt32, _ end: UInt32, _ text: String) -> TextEdit {
    TextEdit(
      SourceLocation(file: tree.source.path, range: ByteRange(start: start, end: end)),
      replacement: text)
  }
}

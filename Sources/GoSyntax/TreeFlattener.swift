import Basics
import CTreeSitter

/// A tree-sitter tree as an array, before it is joined with its text.
struct FlatTree {
  var nodes: [Node]
  var errors: [SyntaxError]
  var hasErrors: Bool { !errors.isEmpty }

  /// How much of the text could not be parsed: the bytes, then the number of places. One
  /// error may span a whole file, so the places alone say little.
  var damage: (bytes: Int, places: Int) {
    var bytes = 0
    var end: UInt32 = 0
    for error in errors where error.range.end > end {
      bytes += Int(error.range.end - max(end, error.range.start))
      end = error.range.end
    }
    return (bytes, errors.count)
  }
}

extension FlatTree {
  /// Line ends that end a statement in Go and that the grammar read over: in `x = a[i]`, with
  /// the next line beginning with a parenthesis, the two parse as one conversion.
  ///
  /// Offsets of white space behind the bracket, on its line, where a semicolon can stand.
  func swallowedLineEnds(_ bytes: [UInt8]) -> [Int] {
    var offsets: [Int] = []
    for (index, node) in nodes.enumerated() where node.kind == .typeConversionExpression {
      guard index + 1 < nodes.count, nodes[index + 1].kind == .genericType else { continue }
      let end = Int(nodes[index + 1].range.end)
      guard end < bytes.count, bytes[end] <= UInt8(ascii: " ") else { continue }
      if endsLine(end, bytes) { offsets.append(end) }
    }
    return offsets
  }

  /// Whether nothing but white space and a comment follows on the line.
  private func endsLine(_ start: Int, _ bytes: [UInt8]) -> Bool {
    var offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\n"): return true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset += 1
      case UInt8(ascii: "/"):
        return offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "/")
      default: return false
      }
    }
    return false
  }
}

/// Turns tree-sitter's tree into the preorder array, in one walk of its cursor.
struct TreeFlattener {
  /// The open nodes; none where the open node was left out. Kept for its memory.
  private var open: [UInt32] = []

  /// Nodes for each byte of source, measured over the standard library, rounded up.
  private static let nodesPerByte = 0.22

  /// The array of a tree over a text of `size` bytes.
  mutating func flatten(_ tree: OpaquePointer, symbols: SymbolTable, size: Int) -> FlatTree {
    let root = ts_tree_root_node(tree)
    let hasError = ts_node_has_error(root)
    var nodes: [Node] = []
    nodes.reserveCapacity(Int(Double(size) * Self.nodesPerByte) + 16)
    var errors: [SyntaxError] = []
    var cursor = ts_tree_cursor_new(root)
    defer { ts_tree_cursor_delete(&cursor) }
    open.removeAll(keepingCapacity: true)

    while true {
      let node = ts_tree_cursor_current_node(&cursor)
      let entry = symbols[ts_node_symbol(node)]
      if hasError { note(node, entry, &errors) }
      var added = UInt32.max
      if entry.role != .dropped {
        let field = symbols.field(ts_tree_cursor_current_field_id(&cursor))
        if entry.role == .node || field != .none || keepsTokens(nodes) {
          added = UInt32(nodes.count)
          nodes.append(Node(kind: entry.kind, field: field, range: Self.range(node, size)))
        }
      }
      if entry.role == .node, !entry.kind.isWord, ts_tree_cursor_goto_first_child(&cursor) {
        open.append(added)
        continue
      }
      close(added, &nodes)
      while !ts_tree_cursor_goto_next_sibling(&cursor) {
        guard ts_tree_cursor_goto_parent(&cursor), let parent = open.popLast() else {
          return finish(nodes, errors, size)
        }
        close(parent, &nodes)
      }
    }
  }

  private func close(_ id: UInt32, _ nodes: inout [Node]) {
    if id != .max { nodes[Int(id)].end = UInt32(nodes.count) }
  }

  /// Whether the innermost open node is one whose tokens tell its form apart: `a := <-c` from
  /// `a = <-c`, `chan<- T` from `<-chan T`, an embedded `*T` from `T`.
  private func keepsTokens(_ nodes: [Node]) -> Bool {
    guard let last = open.last, last != .max else { return false }
    switch nodes[Int(last)].kind {
    case .rangeClause, .receiveStatement, .channelType, .fieldDeclaration: return true
    default: return false
    }
  }

  private static func range(_ node: TSNode, _ size: Int) -> ByteRange {
    let start = ts_node_start_byte(node)
    return ByteRange(start: start, end: max(start, min(ts_node_end_byte(node), UInt32(size))))
  }

  private func note(_ node: TSNode, _ entry: SymbolTable.Entry, _ errors: inout [SyntaxError]) {
    let range = ByteRange(start: ts_node_start_byte(node), end: ts_node_end_byte(node))
    if ts_node_is_missing(node) {
      let name = ts_node_type(node).map { String(cString: $0) } ?? "something"
      errors.append(SyntaxError(range: range, message: "missing `\(Self.shown(name))`"))
    } else if entry.kind == .error, entry.role == .node {
      errors.append(SyntaxError(range: range, message: "unexpected text"))
    }
  }

  /// A token as it is typed; the grammar spells some by what they are.
  private static func shown(_ name: String) -> String {
    switch name {
    case "\n", "source_file_token1": "newline"
    case "\0": "end of file"
    default: name
    }
  }

  private func finish(_ nodes: [Node], _ errors: [SyntaxError], _ size: Int) -> FlatTree {
    if nodes.isEmpty {
      // A file of which nothing parsed still has a root.
      var root = Node(
        kind: .sourceFile, field: .none, range: ByteRange(start: 0, end: UInt32(size)))
      root.end = 1
      return FlatTree(nodes: [root], errors: errors)
    }
    return FlatTree(nodes: nodes, errors: errors)
  }
}

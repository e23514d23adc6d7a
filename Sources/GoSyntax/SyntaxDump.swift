import Basics

extension SyntaxTree {
  /// The tree as text, a node a line: indentation, field, kind, place, and the text of leaves.
  public func dump() -> String {
    let lines = LineIndex(source)
    var output = ""
    var open: [UInt32] = []
    for (index, node) in nodes.enumerated() {
      while let end = open.last, end <= UInt32(index) { open.removeLast() }
      let start = lines.position(at: node.range.start)
      output += String(repeating: "  ", count: open.count)
      if node.field != .none { output += "\(node.field.grammarName): " }
      output += "\(node.kind.grammarName) \(start.line):\(start.column)"
      if node.end == UInt32(index) + 1 {
        output += " \(source.string(node.range).debugDescription)"
      }
      output += "\n"
      open.append(node.end)
    }
    for error in errors {
      let start = lines.position(at: error.range.start)
      output += "error \(start.line):\(start.column) \(error.message)\n"
    }
    return output
  }
}

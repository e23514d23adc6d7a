extension SyntaxTree {
  /// The tree of what the types of the file's declarations hang on: what `GoParser.parseOutline`
  /// gives for the text of a file without errors, but with ranges that are true of the whole text.
  /// Costs the nodes that are kept, a fifth of most files.
  public func outline() -> SyntaxTree {
    SyntaxTree(
      source: source, nodes: outlineNodes(), errors: errors,
      methodTypeParameters: methodTypeParameters, aliasSigns: aliasSigns)
  }

  /// The nodes without comments, and without what stands in bodies and between the braces of
  /// literals, but for the elements of `[...]T{…}`, which are counted.
  private func outlineNodes() -> [Node] {
    var kept: [Node] = []
    kept.reserveCapacity(nodes.count / 4)
    // The nodes that are open: their places in `kept`, and where they end here.
    var open: [(place: Int, end: UInt32)] = []
    var next: UInt32 = 0
    while next < nodes.count {
      while let last = open.last, last.end <= next {
        kept[last.place].end = UInt32(kept.count)
        open.removeLast()
      }
      let node = nodes[Int(next)]
      if node.kind == .comment {
        next = node.end
        continue
      }
      let isCut =
        switch node.kind {
        case .block: true
        case .literalValue: !isCounted(open.last?.place, kept)
        default: false
        }
      open.append((kept.count, node.end))
      kept.append(node)
      next = isCut ? node.end : next + 1
    }
    for last in open { kept[last.place].end = UInt32(kept.count) }
    return kept
  }

  /// Whether a node is a literal of an array whose elements are counted.
  private func isCounted(_ literal: Int?, _ nodes: [Node]) -> Bool {
    guard let literal, nodes[literal].kind == .compositeLiteral else { return false }
    return literal + 1 < nodes.count && nodes[literal + 1].kind == .implicitLengthArrayType
  }
}

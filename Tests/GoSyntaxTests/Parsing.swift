import Basics
import GoSyntax

/// The grammar and the library do not fit each other.
struct MissingGrammar: Error {}

/// Parses bytes as a file.
func parse(_ bytes: [UInt8]) throws -> SyntaxTree {
  guard var parser = GoParser() else { throw MissingGrammar() }
  return parser.parse(SourceText(path: "a.go", bytes: bytes))
}

/// Parses a text as a file.
func parse(_ text: String) throws -> SyntaxTree { try parse(Array(text.utf8)) }

/// Parses statements in the body of a function.
func parseBody(_ statements: String) throws -> SyntaxTree {
  try parse("package a\n\nfunc f() {\n\(statements)\n}\n")
}

extension SyntaxTree {
  /// The nodes of a kind, in the order of the text.
  func all(_ kind: NodeKind) -> [NodeID] { subtree(.root).filter { self.kind($0) == kind } }

  /// The texts of the nodes of a kind.
  func texts(_ kind: NodeKind) -> [String] { all(kind).map { text($0) } }

  /// The first node of a kind, or `none`.
  func first(_ kind: NodeKind) -> NodeID { all(kind).first ?? .none }

  /// The kinds of the children of a node.
  func kinds(_ parent: NodeID) -> [NodeKind] { children(parent).map { kind($0) } }

  /// The innermost node that has exactly this text, or `none`.
  func node(_ text: String) -> NodeID {
    subtree(.root).reversed().first { self.text($0) == text } ?? .none
  }
}

extension SyntaxTree {
  /// What is wrong with the array, in words; empty for a tree as it should be.
  func brokenInvariants() -> [String] {
    guard let root = nodes.first else { return ["no root"] }
    var broken: [String] = []
    if root.end != UInt32(nodes.count) { broken.append("the root does not reach the end") }
    if root.field != .none { broken.append("the root stands in a field") }
    if !source.range.contains(root.range) { broken.append("the root leaves the text") }
    var open: [Int] = []
    var lastEnd: [UInt32] = []
    for (index, node) in nodes.enumerated() {
      while let parent = open.last, nodes[parent].end <= UInt32(index) {
        open.removeLast()
        lastEnd.removeLast()
      }
      if node.end <= UInt32(index) { broken.append("\(index) ends before itself") }
      if node.range.start > node.range.end { broken.append("\(index) has a reversed range") }
      if let parent = open.last {
        if node.end > nodes[parent].end { broken.append("\(index) outlasts its parent") }
        if !nodes[parent].range.contains(node.range) {
          broken.append("\(index) \(node.kind) leaves its parent \(nodes[parent].kind)")
        }
        if node.range.start < lastEnd[lastEnd.count - 1] {
          broken.append("\(index) \(node.kind) overlaps its sibling")
        }
        lastEnd[lastEnd.count - 1] = node.range.end
      } else if index > 0 {
        broken.append("\(index) has no parent")
      }
      if node.kind.isOperator, node.end != UInt32(index) + 1 {
        broken.append("the operator \(index) has children")
      }
      open.append(index)
      lastEnd.append(node.range.start)
    }
    return broken + brokenErrors()
  }

  private func brokenErrors() -> [String] {
    var broken: [String] = []
    if zip(errors, errors.dropFirst()).contains(where: { $1.range.start < $0.range.start }) {
      broken.append("the errors are out of order")
    }
    for error in errors {
      if !source.range.contains(error.range) { broken.append("an error leaves the text") }
      if error.message.isEmpty { broken.append("an error has no message") }
    }
    return broken
  }

  /// What is wrong with the walks over the array: each is held to another way of computing it.
  func brokenWalks() -> [String] {
    var broken: [String] = []
    var open: [NodeID] = []
    var childrenOf: [NodeID: [NodeID]] = [:]
    for index in nodes.indices {
      let id = NodeID(index)
      while let parent = open.last, nodes[parent.index].end <= id.rawValue { open.removeLast() }
      if ancestors(of: id) != open { broken.append("the ancestors of \(index) are wrong") }
      if let parent = open.last { childrenOf[parent, default: []].append(id) }
      open.append(id)
    }
    func walk(_ id: NodeID) -> [NodeID] { [id] + (childrenOf[id] ?? []).flatMap(walk) }
    for index in nodes.indices {
      let id = NodeID(index)
      let expected = (childrenOf[id] ?? []).filter { kind($0) != .comment }
      if Array(children(id)) != expected { broken.append("the children of \(index) are wrong") }
      if firstChild(id) != expected.first ?? .none { broken.append("\(index): first child") }
      if Array(subtree(id)) != walk(id) { broken.append("the subtree of \(index) is wrong") }
    }
    return broken
  }
}

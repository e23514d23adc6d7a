import GoSyntax

/// The spaces that gofmt puts around operators: more where an expression stands on its own than where
/// it is one argument of several.
struct OperatorSpaces {
  private let tree: SyntaxTree

  init(_ tree: SyntaxTree) { self.tree = tree }

  /// The text of an expression as it is written on its own.
  func text(onItsOwn value: NodeID) -> String {
    var bytes = Array(tree.source.bytes[tree.range(value).indices])
    let start = tree.range(value).start
    for range in operators(of: value).map({ tree.range($0) }).sorted(by: { $0.start > $1.start }) {
      let (first, end) = (Int(range.start - start), Int(range.end - start))
      guard first > 0, end < bytes.count else { continue }
      if bytes[end] > 32 { bytes.insert(UInt8(ascii: " "), at: end) }
      if bytes[first - 1] > 32 { bytes.insert(UInt8(ascii: " "), at: first) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The operators with spaces around them: those that bind least, if others stand beside them.
  private func operators(of value: NodeID) -> [NodeID] {
    var node = value
    while tree.kind(node) == .callExpression {
      let arguments = Array(tree.children(tree.child(node, .arguments)))
      guard arguments.count == 1 else { return [] }
      node = arguments[0]
    }
    guard let found = chain(node), !found.isEmpty else { return [] }
    let least = found.contains { isSum($0) }
    return found.filter { isSum($0) == least }
  }

  /// The operators of sums and products of plain operands; nil for anything else.
  private func chain(_ node: NodeID) -> [NodeID]? {
    switch tree.kind(node) {
    case .binaryExpression:
      let own = tree.child(node, .operator)
      guard isSum(own) || isProduct(own), let left = chain(tree.child(node, .left)),
        let right = chain(tree.child(node, .right))
      else { return nil }
      return left + [own] + right
    case .unaryExpression, .parenthesizedExpression: return nil
    default: return []
    }
  }

  private func isSum(_ node: NodeID) -> Bool { ["+", "-", "|", "^"].contains(tree.text(node)) }

  private func isProduct(_ node: NodeID) -> Bool {
    ["*", "/", "%", "<<", ">>", "&", "&^"].contains(tree.text(node))
  }
}

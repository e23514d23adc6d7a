import Basics
import Findings
import GoSyntax
import RuleKit

/// The edit that leaves an append no room to write where others look: `s` becomes
/// `s[:len(s):len(s)]`, so that the result is a copy.
struct AppendOverlapFix {
  private let tree: SyntaxTree
  private let base: SourceLocation
  private let node: NodeID

  /// Nil where the file is not at hand.
  init?(_ program: ProgramContext, _ base: SourceLocation) {
    guard let tree = program.tree(base.file), let node = program.node(base.range, in: tree) else {
      return nil
    }
    self.tree = tree
    self.node = node
    self.base = base
  }

  /// Nil where the base is no plain operand: to write it three times would run it three times.
  func fix() -> Fix? {
    let replacement: String
    switch tree.kind(node) {
    case .identifier, .selectorExpression:
      guard isPlain(node) else { return nil }
      let text = tree.text(node)
      replacement = "\(text)[:len(\(text)):len(\(text))]"
    default: return nil
    }
    return Fix(
      title: "Clip `\(tree.text(node))`", safety: .safe,
      edits: [TextEdit(base, replacement: replacement)])
  }

  private func isPlain(_ node: NodeID) -> Bool {
    tree.subtree(node).allSatisfy {
      switch tree.kind($0) {
      case .identifier, .selectorExpression, .fieldIdentifier: true
      default: false
      }
    }
  }
}

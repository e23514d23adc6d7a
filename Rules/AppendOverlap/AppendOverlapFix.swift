import Basics
import Findings
import GoSyntax
import RuleKit

/// The edit that leaves an append no room to write where others look: `s` becomes
/// `s[:len(s):len(s)]`, so that the result is a copy.
struct AppendOverlapFix {
  private let program: ProgramContext
  private let tree: SyntaxTree
  private let node: NodeID

  /// Nil where the file is not at hand.
  init?(_ program: ProgramContext, _ base: SourceLocation) {
    guard let tree = program.tree(base.file), let node = program.node(base.range, in: tree) else {
      return nil
    }
    self.program = program
    self.tree = tree
    self.node = node
  }

  /// Nil where the base is no plain operand: to write it three times would run it three times.
  func fix() -> Fix? {
    guard isPlain, let edits = ClippedSlice(program, tree)?.edits(clipping: node) else {
      return nil
    }
    return Fix(
      title: "Clip `\(tree.text(node))`", safety: .safe, edits: program.aligned(edits))
  }

  private var isPlain: Bool {
    tree.subtree(node).allSatisfy {
      switch tree.kind($0) {
      case .identifier, .selectorExpression, .fieldIdentifier: true
      default: false
      }
    }
  }
}

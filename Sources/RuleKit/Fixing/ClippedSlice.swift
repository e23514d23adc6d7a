import Findings
import GoPackages
import GoSyntax

/// Edits that leave a slice no room behind its end, so that who appends to it gets a copy.
public struct ClippedSlice {
  private let tree: SyntaxTree
  private let imports: ImportInsertion

  /// Nil where the file is not at hand.
  public init?(_ program: ProgramContext, _ tree: SyntaxTree) {
    guard let imports = ImportInsertion(program, tree.source.path) else { return nil }
    self.tree = tree
    self.imports = imports
  }

  /// The version that brought `slices`.
  private static let clip = GoVersion(1, 21)

  /// Edits that clip what an operand names, which may be evaluated several times; nil where the names
  /// that all ways to write it need mean something else there.
  public func edits(clipping node: NodeID) -> [TextEdit]? {
    let text = tree.text(node)
    if imports.arePredeclared("len", at: node) {
      return [edit(node, "\(text)[:len(\(text)):len(\(text))]")]
    }
    if imports.version >= Self.clip, let package = imports.name(of: "slices"),
      let added = imports.edits(for: ["slices"])
    {
      return added + [edit(node, "\(package).Clip(\(text))")]
    }
    // A copy has room, but a room of its own.
    guard imports.arePredeclared("append", at: node) else { return nil }
    return [edit(node, "append(\(text)[:0:0], \(text)...)")]
  }

  private func edit(_ node: NodeID, _ text: String) -> TextEdit {
    TextEdit(tree.location(node), replacement: text)
  }
}

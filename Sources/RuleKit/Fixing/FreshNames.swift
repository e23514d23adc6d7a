import Findings
import GoSyntax

/// Gives names to variables that a fix declares: none that the function around them uses, and each
/// once in it.
struct FreshNames {
  /// Those that were given, each seen in the function that it is declared in.
  private(set) var given: [DeclaredName] = []

  /// What the language declares, which a variable of the name would hide, and its keywords.
  private static let taken: Set<String> = KnownLibrary.calmBuiltins.union([
    "any", "close", "comparable", "complex", "error", "false", "imag", "iota", "nil", "panic",
    "real", "recover", "true", "break", "case", "chan", "const", "continue", "default", "defer",
    "else", "fallthrough", "for", "func", "go", "goto", "if", "import", "interface", "map",
    "package", "range", "return", "select", "struct", "switch", "type", "var",
  ])

  /// The next one that begins with some text, of a variable in front of a statement; nil where there
  /// is none, or none may be declared there.
  mutating func next(_ base: String, in statement: NodeID, _ tree: SyntaxTree) -> String? {
    let path = tree.ancestors(of: statement)
    guard path.count > 1, tree.mayDeclare(before: statement) else { return nil }
    let used = Set(
      tree.subtree(path[1]).filter {
        [.identifier, .typeIdentifier, .packageIdentifier].contains(tree.kind($0))
      }.map { tree.text($0) }
    ).union(tree.importedNames.keys)
    for count in 1...Self.most {
      let name = count == 1 ? base : "\(base)\(count)"
      if used.contains(name) || Self.taken.contains(name) { continue }
      let own = DeclaredName(name, in: tree.location(path[1]))
      if given.contains(own) { continue }
      given.append(own)
      return name
    }
    return nil
  }

  private static let most = 9
}

extension [TextEdit] {
  /// The same edits, which declare some names together.
  func declaring(_ names: [DeclaredName]) -> [TextEdit] {
    var edits = self
    // What is shared may be there already.
    if let last = edits.lastIndex(where: { !$0.isShared }) { edits[last].names += names }
    return edits
  }
}

import GoSyntax

/// Gives names to variables that a fix declares: none that the function around them uses, and each
/// once.
struct FreshNames {
  private var given: Set<String> = []

  /// What the language declares, which a variable of the name would hide, and its keywords.
  private static let taken: Set<String> = KnownLibrary.calmBuiltins.union([
    "any", "close", "comparable", "complex", "error", "false", "imag", "iota", "nil", "panic",
    "real", "recover", "true", "break", "case", "chan", "const", "continue", "default", "defer",
    "else", "fallthrough", "for", "func", "go", "goto", "if", "import", "interface", "map",
    "package", "range", "return", "select", "struct", "switch", "type", "var",
  ])

  /// The next one that begins with some text; nil where there is none.
  mutating func next(_ base: String, in statement: NodeID, _ tree: SyntaxTree) -> String? {
    let path = tree.ancestors(of: statement)
    guard path.count > 1 else { return nil }
    let used = Set(
      tree.subtree(path[1]).filter {
        [.identifier, .typeIdentifier, .packageIdentifier].contains(tree.kind($0))
      }.map { tree.text($0) }
    ).union(tree.importedNames.keys)
    for count in 1...Self.most {
      let name = count == 1 ? base : "\(base)\(count)"
      if used.contains(name) || given.contains(name) || Self.taken.contains(name) { continue }
      given.insert(name)
      return name
    }
    return nil
  }

  private static let most = 9
}

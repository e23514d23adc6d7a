import Basics
import Findings
import GoPackages
import GoSyntax

/// Statements that copy a map in a loop, for Go without the package `maps`.
struct MapCopy {
  private let tree: SyntaxTree
  private let imports: ImportInsertion

  init(_ tree: SyntaxTree, _ imports: ImportInsertion) {
    self.tree = tree
    self.imports = imports
  }

  /// Declares a variable with a copy in front of the statement in which a map is named; nil where
  /// the type cannot be written, or the statement is none that is run from its beginning.
  func statement(copying original: CopiedExpression, into name: String) -> TextEdit? {
    guard tree.isPlain(original.node), let type = original.type.flatMap({ spelled($0) }),
      let statement = statement(around: original.node), tree.mayDeclare(before: statement),
      Self.isPossible(at: statement, imports)
    else { return nil }
    let edits = StatementEdits(tree)
    let indentation = edits.indentation(of: statement)
    let text = tree.text(original.node)
    let names = ["k", "v"]
    if tree.subtree(original.node).contains(where: { names.contains(tree.text($0)) }) { return nil }
    let lines = Self.lines(copying: text, of: type, into: name)
    return edits.insertion(lines.joined(separator: "\n" + indentation), before: statement)
  }

  /// Whether all that the lines call means there what it should.
  static func isPossible(at statement: NodeID, _ imports: ImportInsertion) -> Bool {
    imports.arePredeclared("len", "make", "nil", at: statement)
  }

  /// Lines that declare a variable with a copy of a map.
  static func lines(copying text: String, of type: String, into name: String) -> [String] {
    [
      "var \(name) \(type)",
      "if \(text) != nil {",
      "\t\(name) = make(\(type), len(\(text)))",
      "\tfor k, v := range \(text) {",
      "\t\t\(name)[k] = v",
      "\t}",
      "}",
    ]
  }

  /// The statement of a list in which an expression is evaluated before anything else happens.
  private func statement(around node: NodeID) -> NodeID? {
    let path = tree.ancestors(of: node) + [node]
    guard let list = path.lastIndex(where: { tree.isStatementList($0) }), list + 1 < path.count
    else { return nil }
    let statement = path[list + 1]
    let isInLiteral = path[(list + 1)...].contains { tree.kind($0) == .funcLiteral }
    guard tree[statement].field == .none, !isInLiteral else { return nil }
    switch tree.kind(statement) {
    case .goStatement, .expressionStatement, .sendStatement, .assignmentStatement,
      .shortVarDeclaration, .returnStatement:
      return statement
    default: return nil
    }
  }

  /// A type as the file may write it; nil where it cannot.
  private func spelled(_ type: String) -> String? {
    var result = ""
    var word = ""
    func flushed(_ word: String) -> String? {
      guard let dot = word.lastIndex(of: ".") else {
        return word.contains("/") || ["func", "struct", "interface"].contains(word) ? nil : word
      }
      let (path, name) = (String(word[..<dot]), String(word[word.index(after: dot)...]))
      return imports.spelling(of: name, in: path)
    }
    // Of types without a name those that nothing stands in can be written as they are.
    for empty in ["struct{}", "interface{}"] where type.hasSuffix("]" + empty) {
      return spelled(String(type.dropLast(empty.count)) + "bool").map {
        $0.dropLast("bool".count) + empty
      }
    }
    for character in type {
      switch character {
      case "[", "]", "*":
        guard let text = flushed(word) else { return nil }
        result += text + String(character)
        word = ""
      case " ", "(", "{", ",": return nil
      default: word.append(character)
      }
    }
    guard let text = flushed(word) else { return nil }
    return result + text
  }
}

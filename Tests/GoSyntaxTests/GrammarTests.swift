import Basics
import CTreeSitter
import Testing
import TreeSitterGo

@testable import GoSyntax

struct GrammarTests {
  @Test func everyNamedSymbolOfTheGrammarHasAKind() throws {
    let language = try #require(tree_sitter_go())
    #expect(SymbolTable(language).unknownNames == [])
  }

  @Test func everyKindIsASymbolOfTheGrammar() throws {
    let language = try #require(tree_sitter_go())
    var names: [TSSymbolType: Set<String>] = [:]
    for symbol in 0..<ts_language_symbol_count(language) {
      guard let name = ts_language_symbol_name(language, TSSymbol(symbol)) else { continue }
      let type = ts_language_symbol_type(language, TSSymbol(symbol))
      names[type, default: []].insert(String(cString: name))
    }
    for kind in NodeKind.allCases where kind != .error {
      let type = kind.isOperator ? TSSymbolTypeAnonymous : TSSymbolTypeRegular
      #expect(names[type]?.contains(kind.grammarName) == true, "\(kind.grammarName)")
    }
  }

  @Test func fieldsAreThoseOfTheGrammar() throws {
    let language = try #require(tree_sitter_go())
    let names = (1...ts_language_field_count(language)).compactMap {
      ts_language_field_name_for_id(language, TSFieldId($0)).map { String(cString: $0) }
    }
    let ours = Field.allCases.filter { $0 != .none }.map(\.grammarName)
    #expect(Set(names) == Set(ours))
    #expect(Set(ours).count == ours.count)
  }

  @Test func namesOfKindsDiffer() {
    #expect(Set(NodeKind.allCases.map(\.grammarName)).count == NodeKind.allCases.count)
  }

  @Test func nodesKeepTheirSize() {
    #expect(MemoryLayout<Node>.stride == 16)
    #expect(MemoryLayout<NodeID>.stride == 4)
    #expect(MemoryLayout<NodeKind>.size == 1)
    #expect(MemoryLayout<Field>.size == 1)
  }

  // The grammar's C source is compiled against a header of another version: with the wrong
  // REDUCE it compiles, and everything is one ERROR node.
  @Test func aPlainFileParses() throws {
    let tree = try parse("package a\n\nfunc f(x int) (y int) { return x + 1 }\n")
    #expect(tree.errors.isEmpty)
    #expect(tree.kind(.root) == .sourceFile)
    #expect(tree.kinds(.root) == [.packageClause, .functionDeclaration])
    #expect(tree.texts(.binaryExpression) == ["x + 1"])
  }

  // Each of these rests on a table of character ranges or on the lexer's map of characters.
  @Test(arguments: ["ä", "é", "変数", "Ωmega", "_x", "x٣"])
  func namesMayHaveAnyLetter(name: String) throws {
    let tree = try parse("package a\n\nvar \(name) = 1\n")
    #expect(tree.errors == [])
    #expect(tree.texts(.identifier) == [name])
  }
}

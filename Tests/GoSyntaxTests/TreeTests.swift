import Basics
import GoSyntax
import Testing

struct TreeTests {
  @Test(arguments: Snippets.files + Snippets.gaps)
  func correctGoHasNoErrors(text: String) throws {
    let tree = try parse(text)
    #expect(tree.errors == [])
    #expect(tree.all(.error) == [])
    #expect(tree.kind(.root) == .sourceFile)
  }

  @Test(arguments: Snippets.files + Snippets.gaps + Snippets.broken)
  func treesKeepTheirInvariants(text: String) throws {
    let tree = try parse(text)
    #expect(tree.brokenInvariants() == [])
    #expect(tree.brokenWalks() == [])
  }

  @Test(arguments: Snippets.files + Snippets.gaps + Snippets.broken)
  func parsingTwiceGivesEqualTrees(text: String) throws {
    guard var parser = GoParser() else { throw MissingGrammar() }
    let source = SourceText(path: "a.go", text: text)
    let first = parser.parse(source)
    _ = parser.parse(SourceText(path: "b.go", text: Snippets.files[3]))
    let second = parser.parse(source)
    #expect(first.dump() == second.dump())
    #expect(first.nodes.map(\.range) == second.nodes.map(\.range))
    #expect(first.errors == second.errors)
  }

  @Test func aNodeOfAnotherTreeIsNoAncestor() throws {
    let tree = try parseBody("\tx := 1")
    #expect(tree.ancestors(of: .root) == [])
    #expect(tree.ancestors(of: .none) == [])
    #expect(tree.isInside(tree.node("x"), .root))
    #expect(!tree.isInside(.root, tree.node("x")))
    #expect(tree.isInside(tree.node("x"), tree.node("x")))
  }

  @Test func noneHasNoParts() throws {
    let tree = try parseBody("\tx := 1")
    #expect(tree.kind(.none) == .error)
    #expect(tree.text(.none).isEmpty)
    #expect(!tree.text(.none, equals: ""))
    #expect(Array(tree.subtree(.none)).isEmpty)
    #expect(Array(tree.children(.none)).isEmpty)
    #expect(tree.child(.none, .name).isNone)
    #expect(tree.child(.none, ofKind: .block).isNone)
    #expect(tree.firstChild(.none).isNone)
  }

  @Test func childrenAreFoundByFieldAndKind() throws {
    let tree = try parse("package a\n\nfunc (r *T) M(x int) error { return nil }\n")
    let method = tree.first(.methodDeclaration)
    let fields: [(Field, String)] = [
      (.receiver, "(r *T)"), (.name, "M"), (.parameters, "(x int)"), (.result, "error"),
      (.body, "{ return nil }"),
    ]
    for (field, text) in fields { #expect(tree.text(tree.child(method, field)) == text) }
    #expect(tree.child(method, .typeParameters).isNone)
    #expect(tree.text(tree.child(method, ofKind: .block)) == "{ return nil }")
    #expect(tree.child(method, ofKind: .returnStatement).isNone)
    #expect(tree.text(tree.firstChild(method)) == "(r *T)")
  }

  @Test func commentsAreKeptButAreNoChildren() throws {
    let tree = try parse("package a\n\nfunc f( /* a */ x /* b */ int) /* c */ { // d\n}\n// e\n")
    #expect(tree.texts(.comment) == ["/* a */", "/* b */", "/* c */", "// d", "// e"])
    let function = tree.first(.functionDeclaration)
    #expect(tree.kinds(function) == [.identifier, .parameterList, .block])
    #expect(tree.kinds(.root) == [.packageClause, .functionDeclaration])
    #expect(tree.kind(tree.firstChild(tree.child(function, .parameters))) == .parameterDeclaration)
  }

  @Test(arguments: [
    ("x + y", NodeKind.plus), ("x - y", .minus), ("x * y", .star), ("x / y", .slash),
    ("x % y", .percent), ("x << y", .shiftLeft), ("x >> y", .shiftRight), ("x & y", .ampersand),
    ("x | y", .pipe), ("x ^ y", .caret), ("x &^ y", .ampersandCaret), ("x == y", .equal),
    ("x != y", .notEqual), ("x < y", .less), ("x <= y", .lessOrEqual), ("x > y", .greater),
    ("x >= y", .greaterOrEqual), ("x && y", .logicalAnd), ("x || y", .logicalOr), ("!x", .bang),
    ("-x", .minus), ("+x", .plus), ("^x", .caret), ("*x", .star), ("&x", .ampersand),
    ("<-x", .arrow),
  ])
  func expressionsKeepTheirOperator(expression: String, kind: NodeKind) throws {
    let tree = try parseBody("\t_ = \(expression)")
    let node = tree.node(expression)
    #expect(tree.kind(tree.child(node, .operator)) == kind)
    #expect(kind.isOperator)
    #expect(expression.contains(tree.text(tree.child(node, .operator))))
  }

  @Test(arguments: [
    ("=", NodeKind.assign), ("+=", .plusAssign), ("-=", .minusAssign), ("*=", .starAssign),
    ("/=", .slashAssign), ("%=", .percentAssign), ("<<=", .shiftLeftAssign),
    (">>=", .shiftRightAssign), ("&=", .ampersandAssign), ("&^=", .ampersandCaretAssign),
    ("|=", .pipeAssign), ("^=", .caretAssign),
  ])
  func assignmentsKeepTheirOperator(text: String, kind: NodeKind) throws {
    let tree = try parseBody("\tx \(text) 1")
    let assignment = tree.first(.assignmentStatement)
    #expect(tree.kind(tree.child(assignment, .operator)) == kind)
    #expect(tree.kinds(assignment) == [.expressionList, kind, .expressionList])
  }

  @Test(arguments: [
    ("for i := range x {}", NodeKind.rangeClause, NodeKind.define),
    ("for i = range x {}", .rangeClause, .assign),
    ("select { case v := <-c: }", .receiveStatement, .define),
    ("select { case v = <-c: }", .receiveStatement, .assign),
    ("var c chan<- int", .channelType, .arrow),
    ("var c <-chan int", .channelType, .arrow),
    ("type s struct{ *T }", .fieldDeclaration, .star),
    ("type s struct{ *p.T }", .fieldDeclaration, .star),
  ])
  func tokensThatTellFormsApartAreKept(
    statement: String, parent: NodeKind, token: NodeKind
  ) throws {
    let tree = try parseBody("\t" + statement)
    #expect(tree.errors == [])
    #expect(!tree.child(tree.first(parent), ofKind: token).isNone)
  }

  @Test(arguments: [
    ("for range x {}", NodeKind.rangeClause), ("select { case <-c: }", .receiveStatement),
    ("var c chan int", .channelType), ("type s struct{ T }", .fieldDeclaration),
    ("type s struct{ a *T }", .fieldDeclaration),
  ])
  func otherFormsHaveNoToken(statement: String, parent: NodeKind) throws {
    let tree = try parseBody("\t" + statement)
    #expect(tree.kinds(tree.first(parent)).filter(\.isOperator) == [])
  }

  @Test func theArrowOfAChannelTypeStandsWhereItIsWritten() throws {
    let send = try parseBody("\tvar c chan<- T")
    #expect(send.kinds(send.first(.channelType)) == [.arrow, .typeIdentifier])
    let receive = try parseBody("\tvar c <-chan T")
    let arrow = receive.child(receive.first(.channelType), ofKind: .arrow)
    #expect(receive.range(arrow).start == receive.range(receive.first(.channelType)).start)
    #expect(
      send.range(send.child(send.first(.channelType), ofKind: .arrow)).start
        > send.range(send.first(.channelType)).start)
  }

  @Test func punctuationAndKeywordsAreLeftOut() throws {
    let tree = try parseBody("\tgo func() { x[0] = (1) }()")
    #expect(tree.texts(.goStatement).count == 1)
    #expect(tree.subtree(.root).allSatisfy { !["(", ")", "[", "{", "go"].contains(tree.text($0)) })
  }
}

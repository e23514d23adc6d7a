import Basics
import GoSyntax
import Testing

/// Go files without what the types of their declarations do not hang on.
struct OutlineTests {
  private static func outline(_ text: String) throws -> SyntaxTree {
    guard var parser = GoParser() else { throw MissingGrammar() }
    return parser.parseOutline(SourceText(path: "a.go", text: text))
  }

  @Test(arguments: [
    ("func f(x int) (y []T) { return g(\"}\", '{', `}`) /* } */ }", "func f(x int) (y []T) {}"),
    ("func f() struct{ x int } { for {} }", "func f() struct{ x int } {}"),
    ("func f() interface{ M() } { { } }", "func f() interface{ M() } {}"),
    ("func f() func() map[string]struct{} { x }", "func f() func() map[string]struct{} {}"),
    (
      "func (r *T[K]) m[P interface{ ~int }](x P) { _ = '\\'' }",
      "func (r *T[K]) m[P interface{ ~int }](x P) {}"
    ),
    ("func f()\nfunc g() { h() }", "func f()\nfunc g() {}"),
    (
      "type T struct { a, b int; c struct { d func(struct{}) } }",
      "type T struct { a, b int; c struct { d func(struct{}) } }"
    ),
    ("type I interface{ M(); ~[]byte | ~string }", "type I interface{ M(); ~[]byte | ~string }"),
    ("type F func(a struct{ b int }) [3]int", "type F func(a struct{ b int }) [3]int"),
    ("var x = map[string]T{\n\t\"a\": {1, 2},\n}", "var x = map[string]T{}"),
    (
      "var x, y = &T{f: func() { g() }}, []struct{ a int }{{1}, {2}}[0]",
      "var x, y = &T{}, []struct{ a int }{}[0]"
    ),
    ("var x = func() int { return 1 }()", "var x = func() int {}()"),
    ("var x = [...]T{5: {1, 2}, {3}}", "var x = [...]T{5: {}, {}}"),
    (
      "var x = [...]struct{ a [2]int }{{}, {[2]int{1, 2}}}",
      "var x = [...]struct{ a [2]int }{{}, {}}"
    ),
    ("var x = [...][2]int{{1, 2}}", "var x = [...][2]int{{}}"),
    ("var x = [][...]int{{1}}\nvar y = T{1}", "var x = [][...]int{{}}\nvar y = T{}"),
    (
      "// f\nvar a int // b\n/* c */ var d /* e\n */\nvar f = 1",
      "\nvar a int \n  var d \n\nvar f = 1"
    ),
    (
      "const (\n\ta = iota // a\n\tb = len(\"// {\")\n)",
      "const (\n\ta = iota \n\tb = len(\"// {\")\n)"
    ),
    ("var x struct { a int `json:\"{\"` } // }", "var x struct { a int `json:\"{\"` } "),
    ("func f() { \"unfinished\n } \nvar x = 1", "func f() {} \nvar x = 1"),
    ("func f() { g(", "func f() { g("), ("var x = `{", "var x = `{"),
    ("var x = \"\\", "var x = \"\\"),
    ("func f() { if {\n\nfunc g() { h() }\nvar x = 1", "func f() {}\nfunc g() {}\nvar x = 1"),
    ("func f() { g(\nfunc (x int) {\n}) }", "func f() {}"),
    ("/* unfinished", " "), ("/", "/"), ("}}){", "}}){"), ("", ""),
  ])
  func bodiesAndElementsAndCommentsGo(text: String, outline: String) throws {
    let source = try Self.outline(text).source
    #expect(source.string(source.range) == outline)
  }

  @Test func whatIsLeftParses() throws {
    let tree = try Self.outline(
      """
      // Package a.
      package a

      import "b"

      // T is a T.
      type T struct{ x b.X }

      func (t T) M() b.Y { return b.F(func() { c() }) }

      var V = []T{{x: 1}, {}}

      """)
    #expect(tree.errors == [])
    #expect(
      tree.kinds(.root) == [
        .packageClause, .importDeclaration, .typeDeclaration, .methodDeclaration, .varDeclaration,
      ])
    #expect(tree.all(.callExpression).isEmpty && tree.all(.comment).isEmpty)
    #expect(tree.brokenInvariants() == [])
  }

  @Test(arguments: [
    "package a\n\n// F\nfunc F(x int) (y []T) { if x { return g(func() {}) } /* } */ }\n",
    "package a\n\nvar x, y = &T{f: func() { g() }}, []struct{ a int }{{1}, {2}}[0]\n",
    "package a\n\nvar x = [...]T{5: {1, 2}, {3}, T{4: {}}} // x\nvar y = [...]int{1}\n",
    "package a\n\nvar x = [...]func(){func() { g() }, /* none */ nil}\nvar y = T{1: {}}\n",
    "package a\n\nfunc (r *T[K]) m[P interface{ ~int }](x P) { _ = 1 }\ntype A[T any] = B[T]\n",
    "package a\n\ntype T struct {\n\t// a\n\ta int `b` // c\n\td struct{}\n}\n\nfunc f()\n",
  ])
  func outlineOfTreeIsTreeOfOutline(text: String) throws {
    guard var parser = GoParser() else { throw MissingGrammar() }
    let whole = parser.parse(SourceText(path: "a.go", text: text))
    #expect(whole.errors == [])
    let outline = try Self.outline(text)
    let own = whole.outline()
    #expect(own.brokenInvariants() == [])
    #expect(own.nodes.map(\.kind) == outline.nodes.map(\.kind))
    #expect(own.nodes.map(\.field) == outline.nodes.map(\.field))
    #expect(own.nodes.map(\.end) == outline.nodes.map(\.end))
    let names = (own.all(.identifier) + own.all(.typeIdentifier)).map { own.text($0) }
    #expect(
      names
        == (outline.all(.identifier) + outline.all(.typeIdentifier)).map { outline.text($0) })
  }
}

import Basics
import GoSyntax
import Testing

/// Go that the pinned grammar does not know: type parameters of methods, `new(expr)`, and
/// variables and functions that are called `new` or `make`.
struct GrammarGapTests {
  @Test(arguments: [
    "func (r T) M[P any](x P) P { return x }",
    "func (r *T) M[P any, Q comparable](x P) (q Q, err error) { return }",
    "func (r T[K]) M[P ~[]int | ~string](x P) { _ = x }",
    "func (r T) M[\n\tP any, // first\n\tQ interface{ m() },\n](x P) {}",
    "func (r T) M[P map[string][]int](x P) {}",
    "func (T) M[P any]() {}",
    "func (T) new[P any]() {}",
    "/* c */ func (T) M /* d */ [P any] /* e */ () {}",
    "func (r T) M[P [2]int](x P) int",
  ])
  func methodsWithTypeParametersParse(method: String) throws {
    let text = "package a\n\nvar before = 1\n\n\(method)\n\nfunc after() { x := 2; _ = x }\n"
    let tree = try parse(text)
    #expect(tree.errors == [])
    #expect(
      tree.kinds(.root)
        == [.packageClause, .varDeclaration, .methodDeclaration, .functionDeclaration])
    let list = try #require(tree.methodTypeParameters.first)
    #expect(tree.methodTypeParameters.count == 1)
    #expect(tree.source.string(list).hasPrefix("["))
    #expect(tree.source.string(list).hasSuffix("]"))
    #expect(method.contains(tree.source.string(list)))
    #expect(method.contains(tree.text(tree.first(.methodDeclaration))))
    #expect(tree.brokenInvariants() == [])
  }

  @Test func everyListOfAFileIsRecorded() throws {
    let tree = try parse(
      "package a\n\nfunc (T) A[P any]() {}\nfunc (T) B() {}\nfunc (T) C[Q, R any]() {}\n")
    #expect(tree.methodTypeParameters.map(tree.source.string) == ["[P any]", "[Q, R any]"])
    #expect(tree.texts(.fieldIdentifier) == ["A", "B", "C"])
  }

  @Test func aFileWithoutThemHasNone() throws {
    let tree = try parse("package a\n\nfunc F[P any](x P) {}\n\nfunc (t T[K]) M() {}\n")
    #expect(tree.errors == [])
    #expect(tree.methodTypeParameters == [])
    #expect(tree.texts(.typeParameterList) == ["[P any]"])
  }

  // After `func (…)` and a name, a bracket need not be a method's.
  @Test(arguments: [
    "type F func(int) List[string]",
    "type F func(int) map[string]int",
    "var f func(int) List[string]",
    "var f = func(x int) map[string]int { return nil }",
    "var f = func(x int) List[int] { return nil }",
    "var f =\n\tfunc(x int) map[string]int { return nil }",
    "type S struct {\n\tf func(int) List[string]\n\tg func() map[string]int\n}",
    "type I interface {\n\tM(f func(int) List[string]) func(int) map[K]V\n}",
    "func F(f func(int) List[string],\n\tg func(int) List[int]) {}",
    "func f() {\n\tgo func(x int) map[string]int { return nil }(1)\n}",
    "func f() {\n\tg(\n\t\tfunc(x int) map[string]int { return nil },\n\t)\n}",
    "func f() func(int) List[string] { return nil }",
    "func f() {\n\tvar x int; func(y int) { _ = y }(x)\n}",
  ])
  func resultTypesAreLeftAloneInAFileThatIsRespelled(declaration: String) throws {
    let alone = try parse("package a\n\n\(declaration)\n")
    let tree = try parse("package a\n\n\(declaration)\n\nfunc (r T) M[P any]() {}\n")
    #expect(alone.errors == [])
    #expect(tree.errors == [])
    #expect(tree.methodTypeParameters.map(tree.source.string) == ["[P any]"])
    let shared = try #require(tree.all(.methodDeclaration).last).index
    #expect(tree.nodes[1..<shared].map(\.kind) == alone.nodes[1...].map(\.kind))
  }

  @Test(arguments: [
    "type A[T any] = B[T]", "type A[K comparable, V any] = map[K]B[V]", "type A[T any]=[]T",
    "type (\n\tX int\n\tA[T any] = func(T) B[T]\n\tY = X\n)",
    "type (A[T any] = struct {\n\tx T\n})", "type (\n\tX struct{ a [2]int }; A[T any] = *T\n)",
    "func f() {\n\ttype A[T any] = []T\n\ta[i] = 1\n}",
    "type A[P interface{ ~[]int | map[string]int }] = P",
    "type A[T any] /* c = d */ = /* e */ B[T]",
  ])
  func aliasesWithTypeParametersParse(declaration: String) throws {
    let tree = try parse("package a\n\n\(declaration)\n\nfunc g() { a[0] = b[1] }\n")
    #expect(tree.errors == [])
    #expect(!tree.nodes.contains { $0.kind == .error })
    let specs = tree.subtree(.root).compactMap { TypeSpecSyntax($0, in: tree) }
    #expect(specs.filter(\.isAlias).contains { tree.text($0.name) == "A" })
    #expect(!specs.filter(\.isAlias).contains { tree.text($0.name) == "X" })
    #expect(tree.texts(.assignmentStatement).last == "a[0] = b[1]")
    #expect(tree.brokenInvariants() == [])
  }

  @Test func aTypeWithTypeParametersIsNoAlias() throws {
    let tree = try parse(
      "package a\n\ntype A[T any] struct{ x T }\ntype B[T any] = A[T]\ntype C[T any] /* = */ []T\n")
    #expect(tree.errors == [])
    let specs = tree.subtree(.root).compactMap { TypeSpecSyntax($0, in: tree) }
    #expect(specs.map(\.isAlias) == [false, true, false])
  }

  @Test(arguments: [
    ("new(uint64(3))", NodeKind.callExpression), ("new(f().x)", .selectorExpression),
    ("new(\"a\")", .interpretedStringLiteral), ("new(`a`)", .rawStringLiteral),
    ("new('a')", .runeLiteral), ("new(-1)", .unaryExpression), ("new(1)", .intLiteral),
    ("new(1.5e-3)", .floatLiteral), ("new([]int{1})", .compositeLiteral),
    ("new([]byte(\"x\"))", .typeConversionExpression),
    ("new(map[string]int{})", .compositeLiteral), ("new(T{a: 1})", .compositeLiteral),
    ("new(p.T{})", .compositeLiteral), ("new(struct{ a int }{1})", .compositeLiteral),
    ("new(func() int { return 1 }())", .callExpression),
    ("new(func() (int, error) { return 1, nil })", .funcLiteral), ("new(func() {})", .funcLiteral),
    ("new(x.y.z)", .selectorExpression),
    ("new(<-c)", .unaryExpression), ("new(&x)", .unaryExpression), ("new(!ok)", .unaryExpression),
    ("new(a + b)", .binaryExpression), ("new(a[1])", .indexExpression),
    ("new(a[i+1])", .indexExpression), ("new(a[1:2])", .sliceExpression),
    ("new(x.(T))", .typeAssertionExpression), ("new(new(1))", .callExpression),
    ("new((1))", .parenthesizedExpression), ("new(\n\t1,\n)", .intLiteral),
    ("new /* c */ (1)", .intLiteral),
  ])
  func newTakesAnExpression(call: String, argument: NodeKind) throws {
    let tree = try parseBody("\tp := \(call)\n\t_ = p")
    #expect(tree.errors == [])
    #expect(tree.texts(.shortVarDeclaration) == ["p := \(call)"])
    let node = tree.first(.callExpression)
    #expect(tree.text(node) == call)
    #expect(tree.text(tree.child(node, .function)) == "new")
    #expect(tree.kinds(tree.child(node, .arguments)) == [argument])
    #expect(tree.brokenInvariants() == [])
  }

  // No error, so nothing is respelled: what the name stands for is for types to decide.
  @Test(arguments: ["x", "true", "nil"])
  func newOfANameParsesAsATypesName(name: String) throws {
    let tree = try parseBody("\tp := new(\(name))")
    #expect(tree.errors == [])
    #expect(tree.kinds(tree.first(.argumentList)) == [.typeIdentifier])
  }

  // Ordinary calls take no types: these must stay as they are, whatever else needs respelling.
  @Test(arguments: [
    ("new(T)", NodeKind.typeIdentifier), ("new(p.T)", .qualifiedType),
    ("new(T[int])", .genericType), ("new(p.T[A, B])", .genericType), ("new(*T)", .pointerType),
    ("new([]int)", .sliceType), ("new([4]int)", .arrayType), ("new([n + 1]int)", .arrayType),
    ("new(map[K][]V)", .mapType), ("new(chan int)", .channelType), ("new(<-chan T)", .channelType),
    ("new(func(int) string)", .functionType), ("new(func(a, b int) (c, d int))", .functionType),
    ("new(func())", .functionType), ("new(struct{ a int })", .structType),
    ("new(interface{ M() })", .interfaceType), ("new((T))", .parenthesizedType),
    ("make([]int, n)", .sliceType), ("make(chan<- T)", .channelType),
    ("make(chan (<-chan T), 1)", .channelType), ("make(map[K]V)", .mapType),
    ("make(T, f(1), g[2])", .typeIdentifier), ("make(map[K]V, len(x))", .mapType),
    ("new(\n\tT,\n)", .typeIdentifier),
  ])
  func typesStayTypesInAFileThatIsRespelled(call: String, argument: NodeKind) throws {
    let tree = try parseBody("\tp := \(call)\n\tq := new(uint64(3))")
    #expect(tree.errors == [])
    let node = tree.first(.callExpression)
    #expect(tree.text(node) == call)
    #expect(tree.text(tree.child(node, .function)) == call.prefix(call.hasPrefix("new") ? 3 : 4))
    #expect(tree.kind(tree.firstChild(tree.child(node, .arguments))) == argument)
  }

  @Test(arguments: [
    "\told, new := 1, 2\n\tnew++\n\t_ = old + new",
    "\tnew := f\n\t_ = new(1, 2)\n\tgo new(x...)",
    "\tmake := func(x int) int { return x }\n\t_ = make(1)",
    "\tfor new, make := range m {\n\t\t_ = new[make]\n\t}",
    "\tmake.x = new.y\n\tnew <- 1\n\treturn new",
    "\tf(new, make)\n\tx := T{new: 1, make: make}",
  ])
  func variablesMayBeCalledNewAndMake(statements: String) throws {
    let tree = try parseBody(statements)
    #expect(tree.errors == [])
    #expect(tree.texts(.identifier).allSatisfy { !$0.hasSuffix("_") || $0 == "_" })
    #expect(tree.texts(.identifier).contains { $0 == "new" || $0 == "make" })
  }

  @Test func functionsAndMethodsMayBeCalledNewAndMake() throws {
    let tree = try parse(
      """
      package a

      func new(x int) *int { return make(x) }

      func make(x int) *int { return p.make(x, 1).new(2) }

      func (p *P) new(x int) *P { return p.new(x) }

      func (p *P) make(a, b int) *P { return p.make(1, 2) }
      """)
    #expect(tree.errors == [])
    #expect(
      tree.all(.functionDeclaration).map { tree.text(tree.child($0, .name)) } == ["new", "make"])
    #expect(
      tree.all(.methodDeclaration).map { tree.text(tree.child($0, .name)) } == ["new", "make"])
    let calls = tree.all(.callExpression).map { tree.text(tree.child($0, .function)) }
    #expect(calls == ["make", "p.make(x, 1).new", "p.make", "p.new", "p.make"])
  }

  @Test func textsAreThoseOfTheFile() throws {
    let text =
      "package a\n\nfunc (r T) M[P any](x P) { p := new(1); make := p; _ = make }\n// new make\n"
    let tree = try parse(text)
    #expect(tree.errors == [])
    #expect(tree.text(.root) == text)
    #expect(tree.source.bytes == Array(text.utf8))
    #expect(tree.text(tree.first(.methodDeclaration)).hasPrefix("func (r T) M[P any](x P) {"))
    #expect(tree.texts(.callExpression) == ["new(1)"])
    #expect(tree.texts(.comment) == ["// new make"])
  }

  @Test func stringsAndCommentsAreNotRespelled() throws {
    let tree = try parseBody("\tx := \"new(1) \\\" make\" // new(2)\n\ty := `new(`\n\tz := new(3)")
    #expect(tree.errors == [])
    #expect(tree.texts(.interpretedStringLiteral) == ["\"new(1) \\\" make\""])
    #expect(tree.texts(.callExpression) == ["new(3)"])
  }

  @Test func anErrorElsewhereDoesNotUndoTheRespelling() throws {
    let tree = try parse(
      "package a\n\nfunc (r T) M[P any](x P) {}\n\nvar p = new(uint64(3))\n\nfunc f() { x := }\n")
    #expect(tree.errors.map(\.message) == ["missing `identifier`"])
    #expect(tree.methodTypeParameters.count == 1)
    #expect(
      tree.kinds(.root)
        == [.packageClause, .methodDeclaration, .varDeclaration, .functionDeclaration])
  }

  @Test func errorsThatRespellingDoesNotMendStayThoseOfTheText() throws {
    let tree = try parse("package a\n\nvar x = }\n\nfunc f() { p := new(T) }\n")
    #expect(!tree.errors.isEmpty)
    #expect(tree.texts(.callExpression).last == "new(T)")
  }

  @Test func aLineEndAfterAnElementEndsTheStatement() throws {
    let tree = try parseBody(
      "\t_ = handlers[i] // one\n\t(*p).run()\n\t_ = f[int](x)\n\t_ = rows[j]\n\t(q).run()")
    #expect(tree.errors == [])
    #expect(tree.texts(.indexExpression) == ["handlers[i]", "rows[j]"])
    #expect(tree.texts(.callExpression) == ["(*p).run()", "(q).run()"])
    #expect(tree.texts(.typeConversionExpression) == ["f[int](x)"])
    #expect(tree.source.matches(tree.range(.root), tree.source, tree.source.range))
  }
}

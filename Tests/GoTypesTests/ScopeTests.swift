import GoSyntax
import GoTypes
import Testing

/// Which declaration each occurrence of `x` in a function stands for, by number of occurrence.
struct ScopeTests {
  @Test(arguments: [
    ("x := 1; _ = x", "0 0"),
    ("{ x := 1; _ = x }; _ = x", "0 0 -"),
    ("x := 1; { x := x; _ = x }; _ = x", "0 1 0 1 0"),
    ("_ = x; x := 1; _ = x", "- 1 1"),
    ("var x = x; _ = x", "0 - 0"),
    ("x := x; _ = x", "0 - 0"),
    ("x := 1; { var x = x + 1; _ = x }", "0 1 0 1"),
    ("var x int; x = 1; x++", "0 0 0"),
    ("const x = 1; _ = x", "0 0"),
    ("const x, y = 1, x", "0 -"),
    ("var x, y = 1, 2; _ = x", "0 0"),
    ("var ( x int; y = x )", "0 0"),
    ("x.x = x.y.x", "- -"),
    ("_ = x[x](x, x...)", "- - - -"),
    ("x, _ := f(); _ = x", "0 0"),
  ])
  func blocksAndDeclarations(body: String, expected: String) throws {
    #expect(try Self.bindings(body) == expected)
  }

  @Test(arguments: [
    // In one scope `:=` assigns to what is there, in an inner one it declares.
    ("x := 1; x, y := 2, 3; _ = x; _ = y", "0 0 0"),
    ("x := 1; { x, y := 2, 3; _ = y }; _ = x", "0 1 0"),
    ("x, a := f(); x, b := f(); if a { x, c := f(); _ = x; _ = c }; _ = b; _ = x", "0 0 2 2 0"),
    ("x := 1; if x, y := f(); y { _ = x }; _ = x", "0 1 1 0"),
    ("x := 1; x, y := x, x", "0 0 0 0"),
  ])
  func shortDeclarations(body: String, expected: String) throws {
    #expect(try Self.bindings(body) == expected)
  }

  @Test(arguments: [
    (
      "if x := f(); x { _ = x } else if y := x; y { _ = x } else { x := x; _ = x }; _ = x",
      "0 0 0 0 0 5 0 5 -"
    ),
    ("if a { x := 1; _ = x } else { _ = x }", "0 0 -"),
    ("for x := 0; x < 1; x++ { x := x; _ = x }; _ = x", "0 0 0 3 0 3 -"),
    ("for x := range x { _ = x }; _ = x", "0 - 0 -"),
    ("for x, y := range x { x := x; _ = y }", "0 - 2 0"),
    ("for y, x := range m { _ = x }", "0 0"),
    ("x := 1; for x = range m { _ = x }", "0 0 0"),
    ("x := 1; for _, x = range x {}", "0 0 0"),
    ("for range x {}", "-"),
    ("switch x := f(); x { case x: x := x; _ = x; default: _ = x }; _ = x", "0 0 0 3 0 3 0 -"),
    ("switch { case a: x := 1; _ = x; case b: _ = x }", "0 0 -"),
    ("switch x := f(); y := x.(type) { case int: _ = x }; _ = x", "0 0 0 -"),
    (
      "select { case x := <-c: _ = x; case x, ok := <-x: _ = x; default: _ = x }; _ = x",
      "0 0 2 - 2 - -"
    ),
    ("x := 1; select { case x = <-c: _ = x }", "0 0 0"),
    ("select { case x <- x: x := 1; _ = x }", "- - 2 2"),
  ])
  func statementsHaveScopes(body: String, expected: String) throws {
    #expect(try Self.bindings(body) == expected)
  }

  @Test(arguments: [
    ("func f(x int) { _ = x }", "0 0"),
    ("func f(x int) { x := x; _ = x }", "0 0 0 0"),
    ("func f(x int) { { x := x; _ = x } }", "0 1 0 1"),
    ("func f() (x int) { x = 1; return x }", "0 0 0"),
    // Parameters, results and the body share a block.
    ("func f() (n int, x error) { b, x := g(); _ = b; return }", "0 0"),
    ("func f(x error) { b, x := g(); if b { c, x := g(); _ = c; _ = x } }", "0 0 2 2"),
    ("func (x *T) f() { _ = x }", "0 0"),
    ("func (x T) f(y int) { y, x := 1, 2; _ = x }", "0 0 0"),
    ("func f(a, x int, b ...x) { _ = x }", "0 - 0"),
    ("func f(x ...int) { _ = x }", "0 0"),
    ("func f(x x, y *x) { _ = x }", "0 - - 0"),
    ("func (x x) f(y x) (z x) { _ = x; return }", "0 - - - 0"),
    ("func f[x any](y x) x { var z x; return z }", "0 0 0 0"),
    ("func (r *T[x]) f(y x) { var z x }", "0 0 0"),
    ("func f(g func(x int) x) x { return g }", "- -"),
    ("func f(int, x) { _ = x }", "- -"),
    ("func x() { x() }", "-"),
  ])
  func functionsDeclareTheirParameters(function: String, expected: String) throws {
    let sample = try Sample(function)
    let bound = sample.bindings(of: "x").split(separator: " ")
    // A function's own name, and the names of a function type's parameters, are no variables.
    let names = sample.tree.child(sample.lastDeclaration, .name)
    let kept = sample.occurrences(of: "x").indices.filter {
      let node = sample.occurrences(of: "x")[$0]
      return node != names && !sample.isInFunctionTypeName(node)
    }
    #expect(kept.map { String(bound[$0]) }.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("x := 1; func() { x = 2; x := 3; _ = x }(); _ = x", "0 0 2 2 0"),
    ("f := func(x int) (y int) { return x }; _ = x", "0 0 -"),
    ("x := func() { x() }", "0 -"),
    ("var x func(); x = func() { x() }", "0 0 0"),
    ("for x := range m { go func() { _ = x }() }", "0 0"),
    ("x, err := f(); defer func() { y, err := x(); _ = y; _ = err }()", "0 0"),
  ])
  func closuresSeeWhatIsAround(body: String, expected: String) throws {
    #expect(try Self.bindings(body) == expected)
  }

  @Test(arguments: [
    // Labels live in a space of their own.
    ("x: for { break x; continue x; goto x }; _ = x", "-"),
    ("x := 1; x: for { _ = x; break x }", "0 0"),
  ])
  func labelsAreNoVariables(body: String, expected: String) throws {
    #expect(try Self.bindings(body) == expected)
  }

  @Test(arguments: [
    ("x := 1; _ = T{x: x}", "0 - 0"),
    ("x := 1; _ = &p.T{x: x, y: T{x: x}}", "0 - 0 - 0"),
    ("x := 1; _ = T[int]{x: x}", "0 - 0"),
    ("x := 1; _ = []T{{x: x}, {x, x}}", "0 - 0 0 0"),
    ("x := 1; _ = map[string]T{x: {x: x}}", "0 0 - 0"),
    ("x := 1; _ = []int{x: x}", "0 0 0"),
    ("x := 1; _ = [4]int{x: x}", "0 0 0"),
    ("x := 1; _ = [...]int{x: x, x}", "0 0 0 0"),
    ("x := 1; _ = struct{ x int }{x: x}", "0 - 0"),
    ("x := 1; _ = T{x.y: 1, x(): 2, \"k\": x}", "0 0 0 0"),
    ("x := 1; _ = T{x, x}", "0 0 0"),
    ("x := 1; _ = T{f: func() int { return x }}", "0 0"),
  ])
  func keysOfLiteralsAreNamesOrValues(body: String, expected: String) throws {
    #expect(try Self.bindings(body) == expected)
  }

  @Test(arguments: [
    ("type x struct{ n *x }; var y x", "0 0 0"),
    ("type x = y; _ = x(1)", "0 0"),
    ("type x[E any] []E; var y x[int]", "0 0"),
    ("type y[x any] struct{ v x }; var z x", "0 0 -"),
    ("{ type x int; var y x }; var z x", "0 0 -"),
    ("x := 1; type t struct{ x int }; _ = t{}.x; _ = x", "0 0"),
    ("type x int; var y struct{ x; z []x }", "0 0 0"),
    ("type x int; var y p.x; _ = y.(x)", "0 0"),
    ("type x int; var i interface{ x; m(x) x }", "0 0 0 0"),
  ])
  func typesOfAFunctionAreNames(body: String, expected: String) throws {
    let sample = try Sample("func f() {\n\(body)\n}")
    let bound = sample.bindings(of: "x").split(separator: " ")
    let occurrences = sample.occurrences(of: "x")
    let kept = occurrences.indices.filter { !sample.isInQualifiedType(occurrences[$0]) }
    #expect(kept.map { String(bound[$0]) }.joined(separator: " ") == expected)
  }

  @Test func theBlankNameIsNoVariable() throws {
    let sample = try Sample("func f(_ int) (_ error) {\n_, a := g()\nfor _, _ = range a {}\n}")
    #expect(sample.variables == ["a local"])
  }

  private static func bindings(_ body: String) throws -> String {
    let sample = try Sample("func f() {\n\(body)\n}")
    #expect(sample.tree.errors == [])
    return sample.bindings(of: "x")
  }
}

extension Sample {
  /// Whether an identifier names a parameter of a function type.
  fileprivate func isInFunctionTypeName(_ node: NodeID) -> Bool {
    tree[node].field == .name
      && tree.ancestors(of: node).contains { tree.kind($0) == .functionType }
  }

  fileprivate func isInQualifiedType(_ node: NodeID) -> Bool {
    tree.ancestors(of: node).contains { tree.kind($0) == .qualifiedType }
  }
}

import GoSyntax
import GoTypes
import Testing

/// Functions and the literals inside them, and which of them a variable belongs to.
struct FunctionBodyTests {
  private static let nested = """
    func f(a int) {
    \tb := 1
    \tg := func(c int) {
    \t\td := func() { e := a; _ = e }
    \t\t_ = d
    \t}
    \tgo func() { h := 2; _ = h }()
    }
    """

  @Test func literalsAreNumberedInTheOrderOfTheText() throws {
    let sample = try Sample(Self.nested)
    let scopes = sample.scopes
    #expect(scopes.functions.elements.map(\.parent.rawValue) == [.max, 0, 1, 0])
    #expect(scopes.functions[.declaration].node == sample.lastDeclaration)
    let literals = sample.tree.subtree(sample.lastDeclaration)
      .filter { sample.tree.kind($0) == .funcLiteral }
    #expect(literals.map { scopes.function(of: $0) } == [1, 2, 3].map { FunctionID($0) })
    #expect(scopes.function(of: sample.expression("b")).isNone)
    for function in scopes.functions.elements { #expect(sample.tree.kind(function.body) == .block) }
  }

  @Test func variablesBelongToTheirFunction() throws {
    let sample = try Sample(Self.nested)
    let owners = sample.scopes.variables.elements.map {
      "\(sample.tree.text($0.name))\($0.function.rawValue)"
    }
    #expect(owners == ["a0", "b0", "c1", "e2", "d1", "g0", "h3"])
  }

  @Test func aCapturedVariableIsUsedInAFunctionThatIsNotItsOwn() throws {
    let sample = try Sample(Self.nested)
    let scopes = sample.scopes
    let use = try #require(sample.occurrences(of: "a").last)
    let variable = scopes.variables[scopes.variable(use)]
    #expect(variable.function == .declaration)
    #expect(scopes.function(around: use, in: sample.tree) == FunctionID(2))
    #expect(scopes.isInside(FunctionID(2), variable.function))
    let own = try #require(sample.occurrences(of: "e").last)
    #expect(scopes.variables[scopes.variable(own)].function == FunctionID(2))
  }

  @Test func functionsLieInsideEachOther() throws {
    let scopes = try Sample(Self.nested).scopes
    let ids = Array(scopes.functions.ids)
    let inside = ids.map { inner in
      ids.filter { scopes.isInside(inner, $0) }.map { "\($0.rawValue)" }.joined()
    }
    #expect(inside == ["0", "01", "012", "03"])
    #expect(!scopes.isInside(.none, .declaration))
  }

  @Test func aLiteralItselfStandsInTheFunctionAroundIt() throws {
    let sample = try Sample(Self.nested)
    let scopes = sample.scopes
    for id in scopes.functions.ids where id != .declaration {
      let function = scopes.functions[id]
      #expect(scopes.function(around: function.node, in: sample.tree) == function.parent)
      #expect(scopes.function(around: function.body, in: sample.tree) == id)
    }
  }

  @Test func eachClauseOfATypeSwitchHasAVariable() throws {
    let sample = try Sample(
      """
      func f(i any) {
      \tswitch x := i.(type) {
      \tcase int: _ = x
      \tcase string, bool: _ = x
      \tcase *T: _ = x
      \tdefault: _ = x
      \t}
      }
      """)
    let scopes = sample.scopes
    let uses = sample.occurrences(of: "x").dropFirst().map { scopes.variable($0) }
    #expect(Set(uses).count == 4)
    #expect(uses.allSatisfy { scopes.variables[$0].kind == .typeSwitch })
    let types = uses.map { sample.tree.text(scopes.variables[$0].type) }
    #expect(types == ["int", "", "*T", ""])
    #expect(sample.bindings(of: "x") == "0 0 0 0 0")
  }

  @Test func kindsTellHowANameCameToBe() throws {
    let sample = try Sample(
      """
      func (r *T) f(p int, q ...string) (s error) {
      \tconst c = 1
      \ttype t int
      \tvar v, w = g()
      \tfor k, e := range v {
      \t\tx := <-w
      \t}
      }
      """)
    #expect(
      sample.variables == [
        "r receiver", "p parameter", "q parameter", "s result", "c constant", "t type", "v local",
        "w local", "k rangeKey", "e rangeElement", "x local",
      ])
    let scopes = sample.scopes
    let positions = scopes.variables.elements.map(\.position)
    #expect(positions == [0, 0, 1, 0, -1, -1, 0, 1, 0, 1, -1])
  }

  @Test func scopesAreTheStatementsThatANameIsKnownIn() throws {
    let sample = try Sample(
      "func f(a int) {\nb := 1\nfor c := range b { d := 1 }\n{ e := 1 }\nif g := 1; a {}\n}")
    let scopes = sample.scopes.variables.elements.map {
      "\(sample.tree.text($0.name)) \(sample.tree.kind($0.scope))"
    }
    #expect(
      scopes == [
        "a functionDeclaration", "b functionDeclaration", "c forStatement", "d block", "e block",
        "g ifStatement",
      ])
  }

  // Names of the package are everybody's; inside their own declaration they are no variables.
  @Test(arguments: [
    "var x = func() { x() }", "var (\n\tx int\n\ty = func() { x++ }\n)", "type x struct{ n *x }",
    "const (\n\tx = 1\n\ty = x\n)", "var x, y = 1, func() int { return x }", "func x() { x() }",
    "type (\n\tx int\n\ty []x\n)",
  ])
  func namesOfThePackageAreNoVariables(declaration: String) throws {
    let sample = try Sample(declaration)
    #expect(sample.occurrences(of: "x").count >= 2)
    #expect(Set(sample.bindings(of: "x").split(separator: " ")) == ["-"])
    #expect(sample.scopes.functions.count >= 1)
  }

  @Test func literalsOfPackageVariablesHaveVariables() throws {
    let sample = try Sample("var f = func(x int) (y int) {\n\tz := x\n\treturn z\n}")
    #expect(sample.variables == ["x parameter", "y result", "z local"])
    #expect(sample.bindings(of: "x") == "0 0")
    #expect(sample.scopes.variables.elements.allSatisfy { $0.function == FunctionID(1) })
  }

  @Test func typeParametersOfPackageTypesAreNames() throws {
    let sample = try Sample("type List[K comparable, x any] struct{ v x; n *List[K, x] }")
    #expect(sample.bindings(of: "x") == "0 0 0")
    #expect(sample.bindings(of: "List") == "- -")
  }

  @Test func aNodeOutsideTheDeclarationHasNoVariable() throws {
    let sample = try Sample("var x = 1\n\nfunc f() { x := 2; _ = x }\n")
    let scopes = sample.scopes
    #expect(scopes.variable(.none).isNone)
    #expect(scopes.variable(.root).isNone)
    let other = sample.tree.subtree(.root).first { sample.tree.text($0) == "x" } ?? .none
    #expect(!other.isNone)
    #expect(scopes.variable(other).isNone)
    #expect(scopes.variable(NodeID(sample.tree.nodes.count + 5)).isNone)
  }

  @Test(arguments: [
    "", "func", "func f(", "func f(x", "func f() { x := ", "func f() { switch x := y.(type) {",
    "func f() { for x := range", "func f() { select { case x :=", "type T[", "func (r *T[K,",
    "func f() { _ = T{x:", "var x, y = ", "func f() { x, := g() }", "}{", "func f() { var }",
  ])
  func brokenDeclarationsAreSurvived(text: String) throws {
    let sample = try Sample(text + "\n")
    for declaration in sample.tree.children(.root) {
      let scopes = Scopes(of: declaration, in: sample.tree)
      for node in sample.tree.subtree(declaration) { _ = scopes.variable(node) }
    }
  }
}

import GoPackages
import GoSyntax
import GoTypes
import Testing

struct DeclarationTests {
  @Test func functionsAndMethodsAreFoundByName() throws {
    let sample = try Sample(
      """
      type T struct{}
      type List[K, V any] struct{}

      func f() {}
      func (t T) m() {}
      func (t *T) p() {}
      func (*List[K, V]) g() {}
      func (T) anonymous()
      func init() {}
      func init() {}
      """)
    let declarations = sample.syntax.declarations
    #expect(
      declarations.functions.map { "\($0.receiverType).\($0.name)" } == [
        ".f", "T.m", "T.p", "List.g", "T.anonymous", ".init", ".init",
      ])
    #expect(declarations.function("f")?.name == "f")
    #expect(declarations.function("m") == nil)
    #expect(declarations.method("p", of: "T")?.receiverType == "T")
    #expect(declarations.method("g", of: "List")?.name == "g")
    #expect(declarations.method("f", of: "T") == nil)
    #expect(declarations.method("m", of: "List") == nil)
  }

  @Test func typesVariablesAndConstantsAreFoundByName() throws {
    let sample = try Sample(
      """
      type T struct{}
      type (
      \tA = T
      \tG[E any] []E
      )
      var v, w int = 1, 2
      var (
      \ta = T{}
      \tb, c = g()
      \t_ = 1
      )
      const k, l = iota, "x"
      const (
      \tm = iota
      \tn
      )
      """)
    let declarations = sample.syntax.declarations
    for name in ["T", "A", "G"] { #expect(declarations.type(name) != nil) }
    for name in ["v", "w", "a", "b", "c", "k", "l", "m", "n"] {
      let variable = try #require(declarations.variable(name))
      #expect(sample.tree.text(variable.name.node) == name)
    }
    #expect(declarations.variable("_") == nil)
    #expect(declarations.variable("T") == nil)
    let texts = ["v", "w", "a", "b", "l", "n"].map { name in
      let variable = declarations.variable(name)
      return [variable?.type ?? .none, variable?.value ?? .none].map(sample.tree.text)
    }
    #expect(
      texts == [["int", "1"], ["int", "2"], ["", "T{}"], ["", ""], ["", "\"x\""], ["", ""]])
  }

  @Test func whatAFunctionDeclaresIsNotThePackages() throws {
    let declarations = try Sample(
      """
      var f = func() {
      \tvar inner int
      \tconst constant = 1
      \ttype local int
      }
      func g() { var inner int }
      """
    ).syntax.declarations
    #expect(declarations.variable("f") != nil)
    #expect(declarations.variable("inner") == nil)
    #expect(declarations.variable("constant") == nil)
    #expect(declarations.type("local") == nil)
  }

  @Test func aPackageIsAllItsFiles() throws {
    let sample = try CheckedSample(files: [
      "a.go": "package a\n\nfunc f() { _ = shared.m(); _ = shared.at }\n",
      "b.go": "package a\n\nimport t \"time\"\n\ntype T struct{ at t.Time }\n\nvar shared T\n",
      "c.go": "package a\n\nimport t \"testing\"\n\nfunc (x T) m() *t.T { return nil }\n",
    ])
    #expect(sample.checker.syntax.files.count == 3)
    #expect(sample.type(of: "shared") == "m.T")
    #expect(sample.callee(of: "shared.m()") == "m.T.m")
    #expect(sample.type(of: "shared.m()") == "*testing.T")
    #expect(sample.type(of: "shared.at") == "time.Time")
  }

  @Test func theFirstOfEqualNamesCounts() throws {
    let sample = try Sample("func f() int { return 1 }\n\nfunc f() string { return \"\" }\n")
    let function = try #require(sample.syntax.declarations.function("f"))
    #expect(function.node.node < sample.lastDeclaration)
  }

  @Test(arguments: [
    ("sync", "sync"), ("sync/atomic", "atomic"), ("github.com/x/y", "y"),
    ("github.com/x/y/v2", "y"), ("github.com/x/y/v10", "y"), ("gopkg.in/yaml.v3", "yaml"),
    ("k8s.io/api/core/v1", "v1"), ("k8s.io/api/core/v1beta1", "v1beta1"), ("x/v0", "v0"),
    ("v2", "v2"), ("github.com/x/go-y", "y"), ("github.com/x/vendor", "vendor"), ("x/v", "v"),
    ("github.com/nats-io/nats.go", "nats"), ("x/foo-bar", "foo"),
    ("x/go-y.v2", "y"), ("", ""),
  ])
  func packagesHaveAMostLikelyName(path: String, name: String) {
    #expect(ImportTable.defaultName(path) == name)
  }
}

struct RecursionTests {
  @Test(arguments: [
    ("type T T", "T"), ("type T = T", "T"), ("type T U\ntype U T", "T"),
    ("type T = *U\ntype U = *T", "T"), ("type T []T", "T"), ("type T struct{ T }", "T"),
    ("type T struct{ *T; *U }\ntype U struct{ *T; *U }", "T"),
    ("type T struct{ a, b *U; *U }\ntype U struct{ *V }\ntype V struct{ *T; *U; *V }", "T"),
    ("type T chan T", "T"), ("type T map[string]T", "T"), ("type T func(T) T", "T"),
    ("type T interface{ T }", "T"), ("type T[E any] struct{ *T[T[E]] }", "T[int]"),
  ])
  func recursiveDeclarationsEnd(declarations: String, type: String) throws {
    let sample = try CheckedSample(
      """
      \(declarations)

      func g() T { return g() }

      var v = w
      var w = v

      func f(x \(type)) {
      \t_ = x.none
      \t_ = x.a.b.c
      \t_ = x[0][0][0]
      \t_ = g().none()
      \tx.none()
      \ty := y
      \tvar z = append(z, v, w)
      }
      """)
    sample.checkAll()
    #expect(sample.type(of: "x.none") == "?")
    #expect(sample.callee(of: "x.none()") == "-")
  }
}

struct PromotionTests {
  private static let declarations = """
    type A struct{ Deep }
    type B struct{ wanted int }
    type Deep struct{ wanted string }
    type T struct {
    \tA
    \t*B
    }
    type Alias = T
    type Named T
    type Anonymous = struct{ wanted int }

    func (Deep) M() {}
    func (*B) M() {}
    func (T) Own() {}
    func (Deep) OnlyDeep() {}


    """

  @Test func theShallowestMemberIsTheOneThatIsMeant() throws {
    let sample = try CheckedSample(
      Self.declarations + "func f(t T, a Alias) {\n_ = t.wanted\nt.M()\nt.OnlyDeep()\na.Own()\n}\n")
    #expect(sample.type(of: "t.wanted") == "int")
    #expect(sample.callee(of: "t.M()") == "m.(*B).M")
    #expect(sample.callee(of: "t.OnlyDeep()") == "m.Deep.OnlyDeep")
    #expect(sample.callee(of: "a.Own()") == "m.T.Own")
  }

  @Test func aNewTypeHasTheFieldsAndNotTheMethods() throws {
    let sample = try CheckedSample(
      Self.declarations + "func f(n *Named) {\n_ = n.wanted\nn.M()\nn.Own()\n}\n")
    #expect(sample.type(of: "n.wanted") == "int")
    #expect(sample.callee(of: "n.M()") == "m.(*B).M")
    #expect(sample.callee(of: "n.Own()") == "-")
  }

  @Test(arguments: [("T", "B"), ("A", "Deep"), ("Alias", "B"), ("Named", "B"), ("Anonymous", "")])
  func aFieldKnowsTheTypeThatDeclaresIt(type: String, owner: String) throws {
    let sample = try CheckedSample(Self.declarations + "func f(x \(type)) { _ = x }\n")
    let type = try #require(sample.typeID(of: "x"))
    let selection = try #require(sample.checker.selection("wanted", in: type))
    let declaring = try #require(selection.fields.last).owner
    #expect(sample.checker.declaredName(of: declaring)?.name ?? "" == owner)
  }

  /// The way to a promoted field, with the pointers that are followed.
  @Test func embeddedFieldsStandOnTheWay() throws {
    let sample = try CheckedSample(Self.declarations + "func f(t T) { _ = t }\n")
    let type = try #require(sample.typeID(of: "t"))
    let selection = try #require(sample.checker.selection("wanted", in: type))
    #expect(selection.fields.map(\.name) == ["B", "wanted"])
    #expect(selection.fields.map(\.isThroughPointer) == [false, true])
  }
}

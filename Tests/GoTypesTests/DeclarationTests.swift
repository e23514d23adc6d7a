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
    let sample = try Sample(files: [
      "a.go": "package a\n\nfunc f() { _ = shared.m() }\n",
      "b.go": "package a\n\nimport t \"time\"\n\ntype T struct{ at t.Time }\n\nvar shared T\n",
      "c.go": "package a\n\nimport t \"testing\"\n\nfunc (x T) m() *t.T { return nil }\n",
    ])
    #expect(sample.syntax.files.count == 3)
    #expect(sample.type(of: "shared") == "T")
    #expect(sample.callee(of: "shared.m()") == "T.m")
    let result = try #require(
      sample.reader.type(of: sample.expression("shared.m()"), at: sample.place))
    #expect(sample.reader.importedName(of: result) == ImportedTypeName("testing", "T"))
    let shared = try #require(sample.reader.type(of: sample.expression("shared"), at: sample.place))
    let field = try #require(sample.reader.field("at", of: shared))
    #expect(sample.reader.importedName(of: field.type) == ImportedTypeName("time", "Time"))
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

struct ImportedNameTests {
  @Test(arguments: [
    ("sync.WaitGroup", "sync.WaitGroup"), ("*sync.WaitGroup", "sync.WaitGroup"),
    ("s.Mutex", "sync.Mutex"), ("atomic.Int32", "sync/atomic.Int32"), ("unknown.T", "?"),
    ("Group", "sync.WaitGroup"), ("Alias", "sync.WaitGroup"), ("Deep", "sync.WaitGroup"),
    ("**Deep", "sync.WaitGroup"), ("Local", "?"), ("Builder", "strings.Builder"), ("int", "?"),
    ("[]sync.Mutex", "?"), ("(sync.Mutex)", "sync.Mutex"), ("v1.Pod", "k8s.io/api/core/v1.Pod"),
    ("atomic.Pointer[Local]", "sync/atomic.Pointer"),
  ])
  func namesLeadToTheirImport(type: String, expected: String) throws {
    let sample = try Sample(
      """
      import (
      \t. "strings"
      \t"sync"
      \t"sync/atomic"

      \t"k8s.io/api/core/v1"
      )

      import s "sync"
      import _ "embed"

      type Group sync.WaitGroup
      type Alias = sync.WaitGroup
      type Deep Alias
      type Local struct{}

      var x \(type)

      func f() { _ = x }
      """)
    let declared = try #require(sample.reader.type(of: sample.expression("x"), at: sample.place))
    let name = sample.reader.importedName(of: declared)
    #expect((name.map { "\($0.path).\($0.name)" } ?? "?") == expected)
  }

  @Test(arguments: [
    ("type T T", "T"), ("type T = T", "T"), ("type T U\ntype U T", "T"),
    ("type T = *U\ntype U = *T", "T"), ("type T []T", "T"), ("type T struct{ T }", "T"),
    ("type T struct{ *T; *U }\ntype U struct{ *T; *U }", "T"),
    ("type T struct{ a, b *U; *U }\ntype U struct{ *V }\ntype V struct{ *T; *U; *V }", "T"),
    ("type T chan T", "T"), ("type T map[string]T", "T"), ("type T func(T) T", "T"),
    ("type T interface{ T }", "T"), ("type T[E any] struct{ *T[T[E]] }", "T[int]"),
  ])
  func recursiveDeclarationsEnd(declarations: String, type: String) throws {
    let sample = try Sample(
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
    for node in sample.tree.subtree(sample.lastDeclaration) {
      guard let type = sample.reader.type(of: node, at: sample.place) else { continue }
      _ = sample.reader.underlying(type)
      _ = sample.reader.kind(of: type)
      _ = sample.reader.importedName(of: type)
      _ = sample.reader.localName(of: type)
      #expect(sample.reader.field("none", of: type) == nil)
    }
    #expect(sample.callee(of: "x.none()") == "?")
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
    let sample = try Sample(
      Self.declarations + "func f(t T, a Alias) {\n_ = t.wanted\nt.M()\nt.OnlyDeep()\na.Own()\n}\n")
    #expect(sample.type(of: "t.wanted") == "int")
    #expect(sample.callee(of: "t.M()") == "B.M")
    #expect(sample.callee(of: "t.OnlyDeep()") == "Deep.OnlyDeep")
    #expect(sample.callee(of: "a.Own()") == "T.Own")
  }

  @Test func aNewTypeHasTheFieldsAndNotTheMethods() throws {
    let sample = try Sample(
      Self.declarations + "func f(n *Named) {\n_ = n.wanted\nn.M()\nn.Own()\n}\n")
    #expect(sample.type(of: "n.wanted") == "int")
    #expect(sample.callee(of: "n.M()") == "B.M")
    #expect(sample.callee(of: "n.Own()") == "?")
  }

  @Test(arguments: [("T", "B"), ("A", "Deep"), ("Alias", "B"), ("Named", "B"), ("Anonymous", "")])
  func aFieldKnowsTheTypeThatDeclaresIt(type: String, owner: String) throws {
    let sample = try Sample(Self.declarations + "func f(x \(type)) { _ = x }\n")
    let declared = try #require(sample.reader.type(of: sample.expression("x"), at: sample.place))
    #expect(sample.reader.field("wanted", of: declared)?.owner == owner)
  }

  @Test func embeddedTypesKeepTheirPointers() throws {
    let sample = try Sample(Self.declarations + "func f(t T) { _ = t }\n")
    let type = try #require(sample.reader.type(of: sample.expression("t"), at: sample.place))
    #expect(sample.reader.embeddedTypes(of: type).map { sample.spelled($0) } == ["A", "*B"])
  }

  @Test(arguments: [
    ("[]int", NodeKind.sliceType), ("Named", .structType), ("Alias", .structType),
    ("chan int", .channelType), ("map[string]int", .mapType), ("int", .typeIdentifier),
    ("*Named", .structType), ("func()", .functionType),
  ])
  func kindsAreThoseOfTheUnderlyingType(type: String, kind: NodeKind) throws {
    let sample = try Sample(Self.declarations + "func f(x \(type)) { _ = x }\n")
    let declared = try #require(sample.reader.type(of: sample.expression("x"), at: sample.place))
    #expect(sample.reader.kind(of: declared) == kind)
  }
}

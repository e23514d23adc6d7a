import Basics
import Testing

@testable import GoTypes

/// Types across packages, callees, and programs that are not correct.
struct ProgramTypesTests {
  private static let library = """
    package lib

    type Doer interface{ Do(int) string }
    type Client struct{ Name string; Tags []string }
    func New() *Client { return nil }
    func (c *Client) Do(n int) string { return c.Name }
    func (c Client) All() []Client { return nil }
    type Box[T any] struct{ In T }
    func (b *Box[T]) Open() T { return b.In }
    func Wrap[T any](x T) *Box[T] { return nil }
    const Size = 4
    type Pairs[T any] = map[string]T
    var Default = New()
    """

  private func sample(_ body: String, import name: String = "") throws -> CheckedSample {
    try CheckedSample(files: [
      "a.go": "package a\n\nimport \(name) \"m/lib\"\n\n" + body, "lib/lib.go": Self.library,
    ])
  }

  @Test(arguments: [
    ("lib.New()", "*m/lib.Client"), ("lib.New().Tags", "[]string"),
    ("lib.Default.Name", "string"), ("lib.Wrap(1.5)", "*m/lib.Box[float64]"),
    ("lib.Wrap(1.5).Open()", "float64"), ("lib.Wrap(lib.New()).In", "*m/lib.Client"),
    ("[lib.Size]int{}", "[4]int"), ("lib.Pairs[int]{}", "map[string]int"),
    ("lib.New().All()[0]", "m/lib.Client"), ("(*lib.Client).Do", "func(*m/lib.Client, int) string"),
    ("lib.Doer.Do", "func(m/lib.Doer, int) string"),
    ("&lib.Box[lib.Client]{}", "*m/lib.Box[m/lib.Client]"),
  ])
  func importedTypes(expression: String, type: String) throws {
    #expect(try sample("func f() { _ = \(expression) }").type(of: expression) == type)
  }

  @Test func importsByOtherNames() throws {
    #expect(try sample("var x = l.New()", import: "l").type(of: "l.New()") == "*m/lib.Client")
    let dotted = try sample("func f() { x := New(); x.Do(Size) }", import: ".")
    #expect(dotted.type(of: "x") == "*m/lib.Client")
    #expect(dotted.callee(of: "New()") == "m/lib.New")
    #expect(dotted.callee(of: "x.Do(Size)") == "m/lib.(*Client).Do")
  }

  @Test(arguments: [
    ("lib.New()", "m/lib.New"), ("lib.New().Do(1)", "m/lib.(*Client).Do"),
    ("lib.New().All()", "m/lib.Client.All"), ("lib.Doer(nil).Do(1)", "m/lib.Doer.Do"),
    ("lib.Wrap(1)", "m/lib.Wrap"), ("lib.Wrap[int](1)", "m/lib.Wrap"),
    ("lib.Wrap(1).Open()", "m/lib.(*Box).Open"), ("(*lib.Client).Do(nil, 1)", "m/lib.(*Client).Do"),
    ("string(1)", "-"), ("len(\"\")", "-"), ("func() {}()", "-"), ("g()", "-"),
    ("interface{ M() }(nil).M()", "interface.M"),
  ])
  func callees(call: String, callee: String) throws {
    #expect(try sample("func f() { g := func() {}; g(); \(call) }").callee(of: call) == callee)
  }

  @Test func embeddedTypesPromoteTheirMethods() throws {
    let sample = try sample("type T struct{ *lib.Client }\nfunc f(t T) { t.Do(1); t.All() }")
    #expect(sample.callee(of: "t.Do(1)") == "m/lib.(*Client).Do")
    #expect(sample.type(of: "t.All()") == "[]m/lib.Client")
  }

  @Test func anExternalTestSeesWhatTestsDeclare() throws {
    let sample = try CheckedSample(files: [
      "a.go": "package a\ntype t struct{}\nfunc (t) M() int { return 1 }",
      "export_test.go": "package a\ntype Alias = t\nfunc Make() Alias { return t{} }",
      "a_test.go": "package a_test\nimport a \"m\"\nfunc f() { _ = a.Make().M() }",
    ])
    #expect(sample.type(of: "a.Make().M()") == "int")
    #expect(sample.callee(of: "a.Make().M()") == "m.t.M")
  }

  @Test(arguments: [
    "type T T", "type A B\ntype B A", "type A []A\nvar x A = x[0]", "type A = A", "type A = []A",
    "type S struct{ S }\nvar x = S{}.y", "type I interface{ I; J }\ntype J interface{ I }\nvar x I",
    "type S struct{ *S }\nvar x = S{}.y",
    "type G[T any] struct{ x *G[G[T]] }\nvar x = G[int]{}.x.x.x",
    "var x = y\nvar y = x", "var f = func() int { return f() }",
    "const a = b\nconst b = a\nvar x [a]int",
    "type T [len(x)]int\nvar x T", "func f() { x := x }", "func f() { for i := range i {} }",
    "type T struct{}\ntype T int\nfunc T() {}\nvar T = T\nfunc f() { _ = T{} }",
    "func f() int\nfunc f() string\nvar x = f()", "func (t U) M() {}\nfunc f(u U) { u.M() }",
    "func f[T any, T any](x T) { _ = x.y }", "func f[T T](x T) { _ = x.y; _ = x[0]; x() }",
    "func f[T interface{ T }](x T) { x.m() }", "func f[S ~[]E, E ~[]S](s S) { f(s) }",
    "type C[T C[T]] interface{ m(T) }\nfunc f[T C[T]](x T) { x.m(x) }", "var x = (((",
    "func f() { a. }",
    "func f() { x := []int{1, 2, y: 3}; x[ }", "func f() { switch x := y.(type) { case } }",
    "func f() { if x := g(); x { return } else if", "type T struct { a int; b", "func (t *T) M(",
    "var _, a, b = 1", "func f() { a, b, c := g(), 1 }",
    "const (a = 1 << 1000; b = a >> 999; c)\nvar x [b]int",
    "const a = -9223372036854775808 / -1 * 0x7fffffffffffffff * 0x7fffffffffffffff\nvar x [a]int",
    "var x = [...]int{170141183460469231731687303715884105727: 1}",
    "var x [0x100000000000000000000000000000000000000]int",
    "type T [2]T\nvar x T\nvar y = x[0][1]", "type T struct{ a [1]T }\nvar x = T{}.a[0].a",
    "type A = B\ntype B = C\ntype C = A\nvar x A", "var x [len(y)]int\nvar y [len(x)]int",
    "var a, b = b, a", "type I interface{ J }\ntype J interface{ I; m() }\nvar x = I(nil).m()",
    "func f[A B, B A](a A, b B) { f(a, b); f(b, a); f(1, 2) }",
    "type T[A T[A]] struct{ a A }\nvar x T[int]",
    "func (t *Missing[K]) M[P Q[K]](x P) K { return x }", "type A[T any] = A[T]\nvar x A[int]",
    "type A[T any] = []A[T]\nvar x A[int] = x[0]", "type A[T A[T]] = T\nvar x A[int]",
    "func (a A) m() {}\ntype A = B\ntype B = A\nfunc f(a A) { a.m() }",
    "type T struct{ *T; x }\nfunc f(t T) { t.x(); t.T.T.y() }", "const a = len([a]int{})",
    "func (r T[K, K]) m[K any, _ any](k K) {}\ntype T[A any] struct{}",
    "type T[_ any, _ any] struct{}",
    "func (r T) m[P [len(y)]int](p P) { _ = p[0] }\ntype T int\nvar y = T(0).m[[1]int]",
    "type T struct{}\nfunc (T) m() {}\nfunc (T) m() int { return 1 }\nvar x = T{}.m()",
    "var x = func() int { return y }()\nvar y = func() int { return x }()",
    "type E = error\ntype error = E",
    "import \"m/a\"\nimport \"m/a\"\nvar a = a.a", "import . \"m\"\nvar x = Y",
    "func f[P *P](p P) { _ = *p }",
    "type C interface{ ~[]C | C }\nfunc f[T C](t T) { _ = t[0]; for i, v := range t { _, _ = i, v } }",
    "const (\n\ta, b = iota, c\n\tc, d\n)\nvar x [d]int", "var x = y.z\nvar y = struct{ z int }{x}",
    "import \"m\"\nvar x = m.Y", "import \"nowhere\"\nfunc f(x nowhere.T) { x.y.z()[1].w = *x }",
  ])
  func brokenProgramsAreSurvived(_ text: String) throws { try CheckedSample(text).checkAll() }

  @Test func importCyclesAreSurvived() throws {
    let sample = try CheckedSample(files: [
      "a.go": "package a\nimport \"m/b\"\ntype T struct{ b.U }\nvar X = b.Y",
      "b/b.go": "package b\nimport a \"m\"\ntype U struct{ *a.T; n int }\nvar Y = a.X",
    ])
    sample.checkAll()
    #expect(sample.type(of: "b.Y") == "?")
  }

  /// Where imports run in a circle, what is left is the same whatever the threads do.
  @Test func importCyclesLeaveTheSameEachTime() throws {
    var files = ["a.go": "package a\nimport (\n\"m/p0\"\n\"m/p3\"\n)\nvar X = p0.V\nvar Y = p3.V\n"]
    for index in 0..<6 {
      // Each imports the next and the one after that, and the last ones the first ones.
      let (next, other) = ((index + 1) % 6, (index + 2) % 6)
      files["p\(index)/p.go"] = """
        package p\(index)
        import ("m/p\(next)"; "m/p\(other)")
        type T struct { p\(next).T; F p\(other).U }
        type U struct { N int }
        var V = struct { A T; B p\(next).U }{}
        """
    }
    func answers(_ jobs: Int) throws -> [String] {
      let sample = try CheckedSample(files: files, jobs: jobs)
      return ["p0.V", "p3.V"].map { sample.type(of: $0) }
        + sample.program.graph.packages.ids.map { id in
          let checker = sample.program.checker(of: id)
          var printer = TypePrinter(checker)
          return checker.syntax.declarations.names.map { name in
            guard case .variable(let type)? = checker.object(named: name) else { return "" }
            return printer.string(checker.underlying(type))
          }.joined(separator: ";")
        }
    }
    let expected = try answers(1)
    #expect(expected[0] == "struct{A m/p0.T; B m/p1.U}")
    #expect(expected.allSatisfy { !$0.isEmpty })
    for jobs in [2, 3, 8, 2, 3, 8] { #expect(try answers(jobs) == expected) }
  }

  @Test func checkersAreHadFromManyThreads() throws {
    let sample = try sample("func f() { _ = lib.Wrap(lib.New()).In.Tags }")
    let program = sample.program
    let ids = Array(program.graph.packages.ids)
    let spelled = program.map(Array(repeating: ids, count: 20).flatMap(\.self), jobs: 4) {
      checker in
      checker.syntax.package.importPath
        + (checker.importedPackage("lib", in: FileID(0))?.objects.count.description ?? "")
    }
    #expect(spelled == Array(repeating: ["m8", "m/lib"], count: 20).flatMap(\.self))
  }

  @Test func importsGoByTheNamesOfTheirPackages() throws {
    let sample = try CheckedSample(files: [
      "a.go": "package a\nimport (\n\"m/go-odd\"\n\"m/v2\"\n)\nvar x, y = even.V, m.V",
      "go-odd/e.go": "package even\nvar V int", "v2/m.go": "package m\nvar V string",
    ])
    #expect(sample.type(of: "even.V") == "int")
    #expect(sample.type(of: "m.V") == "string")
  }

  /// Of what lies outside, only what declarations mention is worked out.
  @Test func bodiesOutsideArePassedOver() throws {
    let files = [
      "go.mod": "module m\nrequire d v1.0.0\nreplace d => ./d\n",
      "a.go": "package a\nimport \"d\"\nvar x = d.New().Get()",
      "d/go.mod": "module d\n",
      "d/d.go": """
      package d

      import (
      	"d/inner"
      	named "d/other-name"
      	"d/hidden"
      )

      type T struct{ v named.V }
      func New() *T { return hidden.Make() }
      func (t *T) Get() inner.I { hidden.Look(t); return t.v }
      var table = []any{hidden.X}
      """,
      "d/inner/i.go": "package inner\ntype I interface{ M() int }",
      "d/other-name/o.go": "package on\ntype V struct{}",
      "d/hidden/h.go": "package hidden\nvar X = 1",
    ]
    let sample = try CheckedSample(files: files)
    #expect(sample.type(of: "d.New().Get()") == "d/inner.I")
    let program = sample.program
    let made = (1...5).compactMap { program.interface(of: UnitID($0))?.path }
    #expect(made == ["m", "d", "d/inner", "d/other-name"])
    let met = (1...5).compactMap { program.package(of: UnitID($0))?.importPath }
    #expect(met.contains("d/hidden"))
    let d = try #require(program.interface(of: UnitID(2)))
    guard case .function(_, let node)? = d.objects["New"] else {
      Issue.record("New is no function")
      return
    }
    #expect(node == .none)
  }

  @Test func whatIsNotFoundLeavesTheRestKnown() throws {
    let sample = try CheckedSample(
      "import \"nowhere\"\nfunc f(x nowhere.T) { s := []nowhere.T{x}; n := len(s); _ = n; _ = x.y }"
    )
    #expect(sample.type(of: "n") == "int")
    #expect(sample.type(of: "x.y") == "?")
  }

  /// What is embedded and not known may have any name, and comes before what lies deeper.
  @Test(arguments: [
    ("struct{ nowhere.T; D }", "int"), ("struct{ nowhere.T; M }", "?"), ("struct{ N; M }", "?"),
    ("struct{ I; M }", "?"), ("struct{ *nowhere.T; *M }", "?"), ("struct{ D; M }", "int"),
    ("struct{ error; M }", "int"),
  ])
  func whatMayHideANameHidesIt(type: String, selected: String) throws {
    let sample = try CheckedSample(
      """
      import "nowhere"
      type M struct{ D }
      type D struct{ F int }
      type N nowhere.T
      type I interface{ nowhere.I; G() }
      type T \(type)
      func f(x T) { _ = x.F }
      """)
    #expect(sample.type(of: "x.F") == selected)
  }

  @Test func deepExpressionsAreSurvived() throws {
    let depth = 10_000
    let text =
      "func f(x int) { _ = " + String(repeating: "(", count: depth) + "x"
      + String(repeating: ")", count: depth) + " }"
    let known = Parallel.withLargeStack { try? CheckedSample(text).checkAll() }
    #expect(known ?? 0 > depth)
  }
}

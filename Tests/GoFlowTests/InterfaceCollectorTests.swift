import Basics
import Testing

@testable import GoFlow

struct InterfaceCollectorTests {
  /// The conversions of a package, a line each: what, and the methods of the interface.
  private func conversions(_ facts: PackageFacts) -> [String] {
    func names(_ number: InterfaceNumber) -> String {
      let names = facts.interfaces[number.index].methods.map { facts.texts[$0.name.index] }
      return "{\(names.joined(separator: " "))}"
    }
    return facts.conversions.map { conversion in
      let source =
        switch conversion.source {
        case .interface(let number): names(number)
        case .concrete(let number):
          (facts.concretes[number.index].isPointer ? "*" : "")
            + facts.texts[facts.concretes[number.index].name.index]
        }
      return "\(source) → \(names(conversion.target))" + (conversion.isInTest ? " test" : "")
    }
  }

  /// The method set of a type that is converted, a line for each method.
  private func methods(_ name: String, isPointer: Bool, _ facts: PackageFacts) -> [String] {
    let printer = FlowBodyPrinter(facts)
    let concrete = facts.concretes.first {
      facts.texts[$0.name.index] == name && $0.isPointer == isPointer
    }
    return concrete?.methods.map { method in
      let way = method.way.map { step in
        let field = facts.texts[facts.fields[step.field.index].name.index]
        return field + (step.isPointer ? "*" : step.isInterface ? "!" : "")
      }
      let text = [
        facts.texts[method.shape.name.index], facts.texts[method.shape.signature.index],
        printer.name(method.function), way.joined(separator: "."),
      ]
      return text.filter { !$0.isEmpty }.joined(separator: " ")
    } ?? []
  }

  @Test func everyWayIntoAnInterfaceIsFound() throws {
    let sample = try CollectedSample(
      """
      type R interface { Read() }
      type RC interface { Read(); Close() }
      type A struct{}; func (A) Read() {}; func (A) Close() {}
      type B struct{}; func (*B) Read() {}
      type C int; func (C) Read() {}
      type D struct{}

      func use(r R) R { return r }
      func f(rc RC, x any) any {
        use(A{})
        use(rc)
        var r R = new(B)
        r = R(C(1))
        if y, ok := x.(RC); ok { use(y) }
        switch y := r.(type) {
        case RC: return y
        }
        return D{}
      }
      """)
    #expect(
      conversions(sample.facts) == [
        "A → {Read}", "*B → {Read}", "C → {Read}", "{} → {Close Read}", "{Read} → {Close Read}",
        "{Close Read} → {Read}", "{Close Read} → {}",
      ])
  }

  /// Each statement puts another type into the interface, and another interface.
  @Test(arguments: [
    "var y R = x; _ = y", "y := []R{x}; _ = y", "y := map[int]R{1: x}; _ = y",
    "y := struct{ r R }{x}; _ = y", "y := struct{ r R }{r: x}; _ = y", "rs = append(rs, x)",
    "rs[0] = x", "m[1] = x", "m2[x] = 1", "_ = m2[x]", "delete(m2, x)", "c <- x",
    "select { case c <- x: }", "use(x)", "go use(x)", "defer use(x)", "uses(x, x)",
    "func() R { return x }()", "func(r R) {}(x)", "r, n = x, 1", "r, n = two()", "g = x",
    "t.r = x", "*p = x", "use2(two())", "func() (R, int) { return two() }()",
    "for _, r = range xs { }", "for r = range m3 { }", "r = <-c2", "r, ok = <-c2", "r, ok = m4[1]",
    "r, ok = any(n).(X)", "switch y := R(x).(type) { default: _ = y }", "h = append(h, [1]R{x})",
    "func() (r R) { r = x; return }()", "later.Store(x)",
  ])
  func everyStatementThatFillsAnInterfaceIsSeen(statement: String) throws {
    for type in ["struct{}", "interface { R; More() }"] {
      let method = type == "struct{}" ? "func (X) Read() {}" : ""
      let sample = try CollectedSample(
        """
        type R interface { Read() }
        type X \(type)
        \(method)
        type Box struct{}
        func (Box) Store(R) {}
        var later Box
        var g R

        func two() (X, int)
        func use(R) {}
        func use2(R, int) {}
        func uses(...R) {}

        func f(
          x X, r R, n int, ok bool, c chan R, c2 chan X, rs []R, xs []X, m map[int]R, m2 map[R]int,
          m3 map[X]int, m4 map[int]X, p *R, h [][1]R, t struct{ r R },
        ) {
          \(statement)
        }
        """)
      let found = conversions(sample.facts)
      let source = type == "struct{}" ? "X" : "{More Read}"
      #expect(found.contains("\(source) → {Read}"), "\(found)")
    }
  }

  @Test func rangesWithTooManyTargetsGiveSomething() throws {
    let sample = try CollectedSample(
      "func f(xs []int, a, b, c any) { for a, b, c = range xs { } }")
    #expect(sample.facts.functions.count == 1)
  }

  @Test func promotedMethodsHaveTheirWays() throws {
    let sample = try CollectedSample([
      "a.go": """
      package m

      import "m/b"

      type Named interface { Name(x []b.T) string }
      type In struct{}; func (In) Value() {}; func (*In) Pointer() {}
      type Out struct { In; *b.T; Named }
      type Deep struct { *Out }

      var o any = Out{}
      var p any = &Out{}
      var d any = Deep{}
      """,
      "b/b.go": """
      package b

      type T struct{}
      func (*T) Do(xs ...int) {}
      func (T) hidden() {}
      func (T) Value() {}
      """,
    ])
    let facts = try sample.facts(of: "m")
    let name = "Name func([]m/b.T) string m.Named.Name"
    let rest = ["m/b.hidden func() m/b.T.hidden"]
    #expect(
      methods("Out", isPointer: false, facts) == [
        "Do func(...int) m/b.T.Do T*", name + " Named!",
        "Value func() m.In.Value In", rest[0] + " T*",
      ])
    #expect(
      methods("Out", isPointer: true, facts) == [
        "Do func(...int) m/b.T.Do T*", name + " Named!",
        "Pointer func() m.In.Pointer In", "Value func() m.In.Value In", rest[0] + " T*",
      ])
    #expect(
      methods("Deep", isPointer: false, facts) == [
        "Do func(...int) m/b.T.Do Out*.T*", name + " Out*.Named!",
        "Pointer func() m.In.Pointer Out*.In", "Value func() m.In.Value Out*.In",
        rest[0] + " Out*.T*",
      ])
    let named = try #require(facts.concretes.first).methods[1]
    #expect(!named.embedded.isNone)
    #expect(facts.interfaces[named.embedded.index].methods.count == 1)
  }

  @Test func signaturesWithTypeParametersAreLikeAnyOther() throws {
    let sample = try CollectedSample(
      """
      type Set[T any] struct{}
      func (*Set[T]) Add(T) {}
      func (*Set[T]) Len() int { return 0 }

      func f[T any](s *Set[T]) any { return s }
      func g(s *Set[string]) any { return s }
      """)
    #expect(sample.facts.concretes.count == 2)
    let signatures = sample.facts.concretes.map { concrete in
      concrete.methods.map { sample.facts.texts[$0.shape.signature.index] }
    }
    #expect(signatures == [["", "func() int"], ["func(string)", "func() int"]])
  }

  @Test func onlyWhatTestsConvertIsTheirs() throws {
    let sample = try CollectedSample([
      "a.go": """
      package m
      type I interface { M() }
      type A struct{}; func (A) M() {}
      type B struct{}; func (B) M() {}
      var x I = A{}
      """,
      "a_test.go": "package m\nvar y = []I{A{}, B{}}\n",
    ])
    #expect(conversions(sample.facts) == ["A → {M}", "B → {M} test"])
  }

  @Test func callsKnowTheInterfaceOfTheirReceiver() throws {
    let sample = try CollectedSample(
      """
      type R interface { Read() }
      type RC interface { R; Close() }
      func f[T R](x RC, y T, z interface{ Go() }) { x.Read(); y.Read(); z.Go(); defer close(nil) }
      """)
    let facts = sample.facts
    let printer = FlowBodyPrinter(facts)
    var calls: [String] = []
    for callee in facts.callees {
      switch callee {
      case .method(let interface, let key):
        let shape = facts.interfaces[interface.index]
        calls.append(
          "\(printer.name(key)) \(shape.methods.count)" + (shape.isConstraint ? " constraint" : ""))
      case .function(let key): calls.append(printer.name(key))
      default: break
      }
    }
    #expect(calls == ["m.R.Read 2", "m.R.Read 1 constraint", "Go 1", "close"])
  }
}

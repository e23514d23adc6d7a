import Basics
import GoSyntax
import Testing

@testable import GoTypes

/// What uses say of values whose types cannot be found, because the import is missing.
struct ShapeTests {
  private func sample(_ text: String) throws -> CheckedSample {
    try CheckedSample("import \"no/where\"\n\n" + text)
  }

  // Where the type is known, the uses do not count.
  @Test(arguments: [
    ("[]int", Shape.slice), ("[3]int", .array), ("map[string]where.T", .map),
    ("chan where.T", .channel), ("*where.T", .pointer), ("func()", .function), ("any", .interface),
    ("struct{ a where.T }", .structure), ("string", .string), ("float64", .basic), ("bool", .basic),
    ("error", .interface), ("where.T", .unknown), ("[]where.T", .slice),
  ])
  func knownTypesHaveTheirShape(type: String, shape: Shape) throws {
    #expect(try sample("func f(x \(type)) { _ = x }").shape(of: "x") == shape)
    #expect(try sample("type N \(type)\nfunc f(x N) { _ = x }").shape(of: "x") == shape)
  }

  @Test(arguments: [
    ("for _, e := range x { _ = e }; x = append(x, 1)", Shape.slice), ("x = append(x, 1)", .slice),
    ("for k, v := range x { _ = k; _ = v }", .unknown), ("_ = x[1:]; x[0] = 1", .slice),
    ("_ = x[\"a\"]", .map), ("delete(x, 1)", .map), ("v, ok := x[1]; _, _ = v, ok", .map),
    ("var s string; _ = x[s]", .map), ("for k, v := range x { _ = v }; x[\"b\"] = nil", .map),
    ("_ = x[1]", .unknown), ("copy(x, \"a\")", .slice), ("_ = cap(x); x[1] = 2", .slice),
    ("_ = <-x", .channel), ("x <- 1", .channel), ("close(x)", .channel),
    ("v, ok := <-x; _ = ok", .channel),
    ("select { case v := <-x: _ = v }", .channel),
    ("x()", .function), ("a, b := x(1); _, _ = a, b", .function), ("defer x()", .function),
    ("_ = *x", .pointer), ("(*x).f = 1", .pointer), ("_ = x.(int)", .interface),
    ("switch x.(type) {}", .interface), ("switch y := x.(type) { case int: _ = y }", .interface),
    ("_ = x + \"a\"", .string), ("_ = x + 1", .basic), ("x++", .basic), ("_ = !x", .basic),
    ("_ = x * 2", .basic), ("_ = x < \"a\"", .string), ("x += \"a\"", .string),
    ("_ = x == nil", .unknown),
    ("_ = x == nil; _ = len(x); _ = x[1]; x = nil; delete(x, 1)", .map),
    ("_ = x.y", .unknown), ("g(x)", .unknown), ("_ = x", .unknown), ("", .unknown),
    // What contradicts itself is unknown.
    ("x = append(x, 1); delete(x, 1)", .unknown), ("x(); _ = <-x", .unknown),
  ])
  func usesForceAShape(uses: String, shape: Shape) throws {
    let sample = try sample("func f() { x := where.F(); \(uses)\nvar last = x; _ = last }")
    #expect(sample.shape(of: "x") == shape)
    #expect(sample.shape(of: "last") == shape)
    #expect(sample.type(of: "x") == "?")
  }

  @Test func allVariablesOfAMissingTypeShareItsShape() throws {
    let sample = try sample(
      """
      type S struct{ h where.Header; g Alias }
      type Alias = where.Header
      type Own where.Header
      var shared where.Header
      func g(h where.Header) { for k, v := range h { _ = k; _ = v } }
      func m() { _ = where.Header{"a": nil} }
      func other() where.Header { return nil }
      func f(a where.Header, b where.Other, s S, o Own) {
      \t_ = a; _ = b; _ = s.h; _ = s.g; _ = shared; _ = o; c := other(); _ = c
      }
      """)
    for text in ["a", "s.h", "s.g", "shared", "o", "c", "other()"] {
      #expect(sample.shape(of: text) == .map, "\(text)")
    }
    #expect(sample.shape(of: "b") == .unknown)
    #expect(sample.type(of: "a") == "?")
  }

  @Test func fieldsAndPackageVariablesHaveTheShapeOfTheirUses() throws {
    let sample = try sample(
      """
      var queue, other = where.New(), where.New()
      type T struct{ where.Base; list where.List; n *where.Node }
      func (t *T) add() { queue <- t; t.list = append(t.list, 1) }
      func g(r *where.Request) { r.Header["a"] = nil; for _, v := range r.Items { _ = v }; r.Items = append(r.Items, 1) }
      func f(t T, r *where.Request) {
      \t_ = queue; _ = other; _ = t.list; _ = r.Header; _ = r.Items; _ = r.Other; _ = where.Default
      \twhere.Default["x"] = 1
      }
      """)
    #expect(sample.shape(of: "queue") == .channel)
    #expect(sample.shape(of: "other") == .unknown)
    #expect(sample.shape(of: "t.list") == .slice)
    #expect(sample.shape(of: "r.Header") == .map)
    #expect(sample.shape(of: "r.Items") == .slice)
    #expect(sample.shape(of: "r.Other") == .unknown)
    #expect(sample.shape(of: "where.Default") == .map)
  }

  @Test func fieldsThatAreCalledAreFunctions() throws {
    let sample = try sample(
      """
      type T struct{ done where.Callback; where.Base }
      func f(t *T, x where.T) { t.done(1); t.run(); x.run(); g := t.done; _ = g; _ = t.run; _ = x.run }
      """)
    #expect(sample.shape(of: "g") == .function)
    #expect(sample.shape(of: "t.run") == .unknown)
    #expect(sample.shape(of: "x.run") == .unknown)
  }

  @Test func parametersOfOtherFunctionsAreOthers() throws {
    let sample = try sample(
      "func g() { x := where.F(); x() }\nfunc f() { x := where.F(); { x := where.G(); x++ }; _ = x }"
    )
    #expect(sample.shape(of: "x") == .unknown)
  }

  @Test func shapesDoNotDependOnWhatWasAskedBefore() throws {
    let text =
      "type T struct{ a where.A }\nfunc f(x where.A, t T) { for range x {}; _ = t.a[\"\"]; y := x; _ = y }"
    let first = try sample(text)
    first.checkAll()
    let second = try sample(text)
    #expect(first.shape(of: "y") == .map)
    #expect(second.shape(of: "y") == .map)
  }

  @Test func unexportedMembersTellTheType() throws {
    let sample = try sample(
      """
      type pool struct{ jobs chan int }
      func (p *pool) run() {}
      type other struct{ jobs int }
      func f() { p := where.Get(); p.run(); _ = p.jobs; q := where.Get(); _ = q.jobs; _ = q }
      """)
    let owners = MemberOwners(sample.checker.syntax)
    #expect(owners.types(having: "jobs") == ["pool", "other"])
    #expect(owners.types(having: "run") == ["pool"])
    let declaration = sample.checker.syntax.declarations.function("f")?.node ?? .none
    let scopes = sample.checker.scopes(of: declaration)
    let names = scopes.variables.ids.map { id in
      owners.type(forcedOn: id, scopes, in: sample.checker.syntax.tree(declaration.file))
    }
    #expect(names == ["pool", nil])
  }
}

extension CheckedSample {
  /// The shape of the last expression with a text; nil where there is none.
  func shape(of text: String) -> Shape? { find(text).map { $0.body.shape(of: $0.node) } }
}

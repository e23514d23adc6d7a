import Basics
import GoSyntax
import Testing

@testable import GoTypes

/// Types that grow, and text that is deep, wide or endless: the answer may be "unknown", but it
/// comes soon, and nothing crashes.
@Suite(.timeLimit(.minutes(2))) struct LimitTests {
  /// Numbers declarations, each of which may mention the one before it.
  private static func chain(_ count: Int, _ line: (Int) -> String) -> String {
    (1..<count).map(line).joined(separator: "\n")
  }

  private static let growing: [String] = [
    // Sizes that double with each declaration.
    "type T0[A any] struct{ a, b A }\n"
      + chain(31) { "type T\($0)[A any] struct{ x T\($0 - 1)[T\($0 - 1)[A]] }" }
      + "\nvar x T30[int]\nvar y = x.x.x.x.x.x",
    "type T0[A any] = struct{ a, b A }\n"
      + chain(31) { "type T\($0)[A any] = T\($0 - 1)[T\($0 - 1)[A]]" }
      + "\nvar x T30[int]\nvar y = x.a.a",
    "type T0[A any] = struct{ a, b A }\n"
      + chain(41) { "type T\($0)[A any] = struct{ a, b T\($0 - 1)[A] }" }
      + "\nvar x T40[int]\nvar y = x.a.a",
    "type T0 = int\n" + chain(61) { "type T\($0) = map[T\($0 - 1)]T\($0 - 1)" }
      + "\nfunc h[K comparable, V any](m map[K]V, n map[K]V) (k K) { return }\nvar x T60\nvar y = h(x, x)",
    "func g[T any](x T) struct{ a, b T } { panic(1) }\nvar x = "
      + String(repeating: "g(", count: 60) + "1"
      + String(repeating: ")", count: 60),
    "func g[T any](t T) func(T) T { return nil }\nvar x = " + String(repeating: "g(", count: 80)
      + "1"
      + String(repeating: ")", count: 80),
    // Generic types that contain larger instances of themselves.
    "type T[A any] struct{ next *T[T[A]]; v A }\nvar x T[int]\nvar y = x"
      + String(repeating: ".next", count: 300) + ".v",
    "type T[A, B any] struct{ next *T[T[A, B], T[B, A]] }\nvar x T[int, string]\nvar y = x"
      + String(repeating: ".next", count: 100),
    "type T[A any] struct{ T2[T[T[A]]] }\ntype T2[A any] struct{ *T[A] }\nvar x T[int]\nvar y = x.no",
    "type T[A any] struct{ *T[*A] }\nvar x T[int]\nvar y = x.no()",
    "type I[A any] interface{ I[I[A]]; M() A }\nvar x I[int]\nvar y = x.N()\nfunc f[T I[T]](t T) { t.N() }",
    "func f[T any](x T) { f([]T{x}); f(&x); f(g(x)) }\nfunc g[T any](x T) struct{ a, b T } { return g(g(x)).a }",
    "type C[A any] interface{ ~[]D[A] }\ntype D[A any] interface{ C[C[A]] }\nfunc f[T C[T]](t T) { _ = t[0] }",
    "type A[T any] = A[A[T]]\nvar x A[int]\ntype B[T any] = struct{ b *B[B[T]] }\nvar y = B[int]{}.b.b",
    "import \"unsafe\"\ntype T[A any] struct{ a *A; b, c T[*A]; d T[[]A] }\nvar x [unsafe.Sizeof(T[int]{})]int",
    // Many ways through a few declarations.
    "type C0 interface{ ~[]int }\n"
      + chain(40) { "type C\($0) interface{ C\($0 - 1) | C\($0 - 1) }" }
      + "\nfunc f[T C39](t T) { _ = t[0]; _ = t[1:] }",
    "type C0 interface{ ~[]int }\ntype D0 interface{ ~[]int }\n"
      + chain(40) {
        "type C\($0) interface{ C\($0 - 1); D\($0 - 1) }\ntype D\($0) interface{ C\($0 - 1); D\($0 - 1) }"
      }
      + "\nfunc f[T C39](t T) { _ = t[0]; t.no() }\nvar x interface{ C39; yes() }\nvar y = x.no()",
    "type C0 struct{ x int }\ntype D0 struct{ x int }\n"
      + chain(40) {
        "type C\($0) struct{ *C\($0 - 1); *D\($0 - 1) }\ntype D\($0) struct{ *C\($0 - 1); *D\($0 - 1) }"
      } + "\nvar x C39\nvar y = x.no",
    "func f() {\nconst a0, a1 = 1, 1\n" + chain(60) { "const a\($0 + 1) = a\($0) + a\($0 - 1)" }
      + "\nvar x [a60]int\n_ = x\n}",
  ]

  @Test(arguments: growing.indices)
  func typesThatGrowEnd(index: Int) throws {
    let sample = Self.growing[index]
    let known = Parallel.withLargeStack { try? CheckedSample(sample).checkAll() }
    #expect(known != nil)
  }

  @Test func whatIsNotTooLargeIsKnown() throws {
    let sample = try CheckedSample(
      "type T[A any] struct{ next *T[T[A]]; v A }\nfunc f(x T[int]) { _ = x.next.next.v; _ = x.v }")
    #expect(sample.type(of: "x.v") == "int")
    #expect(sample.type(of: "x.next.next.v") == "m.T[m.T[int]]")
  }

  @Test func whatIsTooLargeIsUnknown() throws {
    let sample = try CheckedSample(
      "type T0[A any] = struct{ a, b A }\n"
        + Self.chain(31) { "type T\($0)[A any] = T\($0 - 1)[T\($0 - 1)[A]]" }
        + "\nfunc f(x T30[int], y T2[int]) { _ = x; _ = y.a.b }")
    #expect(sample.type(of: "x") == "?")
    #expect(sample.type(of: "y.a.b") == "struct{a struct{a int; b int}; b struct{a int; b int}}")
  }

  private static let depth = 10_000

  private static func nested(
    _ open: String, _ middle: String, _ close: String = "", depth: Int = depth
  ) -> String {
    String(repeating: open, count: depth) + middle + String(repeating: close, count: depth)
  }

  private static let deep: [String] = [
    "func f(x int) { _ = \(nested("(", "x", ")")) }", "func f(x int) { _ = \(nested("- ", "x")) }",
    "func f(x int) { _ = \(nested("x + ", "x")) }",
    "func f(x int) bool { return \(nested("x == 1 && ", "x == 1")) }",
    "func f(x int) { _ = \(nested("x + (", "x", ")")) }",
    "func f(x int) int { return \(nested("f(", "x", ")")) }",
    "type F func() F\nfunc f(x F) { _ = x\(nested("()", "")) }",
    "type T struct{ n *T }\nfunc f(x T) { _ = x\(nested(".n", "")) }",
    "func f(x []int) { _ = \(nested("x[", "0", "]")) }",
    "type T []T\nvar x = \(nested("T{", "", "}"))", "type T []T\nvar x = T\(nested("{", "", "}"))",
    "func f() { \(nested("func() { ", "", "}()")) }",
    "var x \(nested("[]", "int"))\nvar y = x[0][0]", "var x \(nested("*", "int"))\nvar y = **x",
    "var x \(nested("map[string]", "int"))", "var x \(nested("chan ", "int"))\nvar y = <-<-x",
    "var x \(nested("func() ", "int"))", "var x \(nested("struct{ a ", "int", " }"))",
    "type G[T any] struct{ x T }\nvar x \(nested("G[", "int", "]", depth: 500))\nvar y = x.x.x",
    "func f(x int) { if x == 1 {}\(nested(" else if x == 1 { y := x; _ = y }", "")) }",
    "func f(x int) { \(nested("{ x := x; ", "_ = x", "}")) }",
    "func f(x int) { \(nested("for i := range x { ", "", "}")) }",
    "func g[T any](x T) []T { return nil }\nvar x = \(nested("g(", "1", ")"))",
    "var (\n" + chain(depth) { "v\($0) = v\($0 + 1)" } + "\n)\nvar v\(depth) = 1",
    "const (\n" + chain(depth) { "v\($0) = v\($0 + 1) + 1" }
      + "\n)\nconst v\(depth) = 1\nvar x [v1]int",
    "type (\n" + chain(depth) { "T\($0) T\($0 + 1)" }
      + "\n)\ntype T\(depth) struct{ x int }\nvar y = T1{}.x",
    "type (\n" + chain(depth) { "T\($0) = T\($0 + 1)" }
      + "\n)\ntype T\(depth) = struct{ x int }\nvar y = T1{}.x",
    "type (\n" + chain(depth) { "T\($0) struct{ T\($0 + 1) }" }
      + "\n)\ntype T\(depth) struct{ x int }\nvar y = T1{}.x",
    "type (\n" + chain(depth) { "T\($0) interface{ T\($0 + 1) }" }
      + "\n)\ntype T\(depth) interface{ M() int }\nvar x T1\nvar y = x.M()",
    "func f() {\nv1 := 1\n" + chain(depth) { "v\($0 + 1) := v\($0)" } + "\n}",
  ]

  @Test(arguments: deep.indices)
  func deepTextIsSurvived(index: Int) throws {
    let sample = Self.deep[index]
    #expect(Parallel.withLargeStack { Self.askForAll(sample) })
  }

  private static let wide: [String] = [
    "var x = []int{\(String(repeating: "1, ", count: 100_000))}",
    "var x = [][]int{\(String(repeating: "{1}, ", count: 100_000))}",
    "type T struct{ a, b int }\nvar x = map[string]T{\(String(repeating: "\"k\": {a: 1, b: 2}, ", count: 20_000))}",
    "var " + chain(3_000) { "a\($0), " } + "b = " + String(repeating: "1, ", count: 2_999) + "2",
    "func f(i int) { _ = []bool{\(String(repeating: "i == 1, ", count: 20_000))} }",
    "const (\n\ta0 = iota\n" + chain(20_000) { "\ta\($0)" } + "\n)\nvar x [a19999]int",
    "type I interface {\n" + chain(5_000) { "m\($0)()" } + "\n}\nvar x I\nvar y = x.m4999",
    chain(10_000) { "func f\($0)() { f\($0 + 1)() }" },
    "func f(x int) { \(String(repeating: "x = x + 1; ", count: 100_000)) }",
    "var x = \"\(String(repeating: "a", count: 10_000_000))\"",
  ]

  @Test(arguments: wide.indices)
  func wideTextIsSurvived(index: Int) throws {
    let sample = Self.wide[index]
    #expect(Parallel.withLargeStack { Self.askForAll(sample) })
  }

  /// Asks for the type of each expression; false where the text cannot be loaded at all.
  private static func askForAll(_ text: String) -> Bool {
    guard let checker = (try? CheckedSample(text))?.checker else { return false }
    let tree = checker.syntax.tree(FileID(0))
    for declaration in tree.children(.root) {
      let body = checker.body(of: PackageNode(file: FileID(0), node: declaration))
      for node in tree.subtree(declaration) where body.mayBeExpression(node) {
        _ = body.finalType(of: node)
        _ = body.callee(of: node)
      }
    }
    _ = checker.interface()
    return true
  }
}

import Testing

@testable import GoTypes

/// The types of expressions as go/types has them.
struct ExpressionTypeTests {
  /// A line of a table: declarations, an expression of their last function, its type.
  struct Row: CustomTestStringConvertible, Sendable {
    var declarations: String
    var expression: String
    var type: String

    init(_ declarations: String, _ expression: String, _ type: String) {
      self.declarations = declarations
      self.expression = expression
      self.type = type
    }

    var testDescription: String { "\(expression) in \(declarations)" }
  }

  private func expect(_ row: Row) throws {
    let sample = try CheckedSample(row.declarations)
    let type = sample.type(of: row.expression).replacing("m.", with: "")
    #expect(type == row.type)
  }

  @Test(arguments: [
    Row("func f(s []string) { _ = s[0] }", "s[0]", "string"),
    Row("func f(s string) { _ = s[0] }", "s[0]", "uint8"),
    Row("func f(a *[4]int) { _ = a[1] }", "a[1]", "int"),
    Row("func f(s []byte) { _ = s[1:2] }", "s[1:2]", "[]uint8"),
    Row("func f(a [4]rune) { _ = a[:] }", "a[:]", "[]int32"),
    Row("func f(a *[4]int) { _ = a[:] }", "a[:]", "[]int"),
    Row("func f(m map[string]bool) { _ = m[\"x\"] }", "m[\"x\"]", "bool"),
    Row(
      "func f(m map[string]bool) { v, ok := m[\"x\"]; _, _ = v, ok }", "m[\"x\"]", "(bool, bool)"),
    Row("func f(m map[string]int) { v, ok := m[\"x\"]; _ = v; _ = ok }", "ok", "bool"),
    Row("func f(c <-chan error) { v, ok := <-c; _, _ = v, ok }", "<-c", "(error, bool)"),
    Row("func f(c <-chan error) { v := <-c; _ = v }", "v", "error"),
    Row("func f(x any) { s, ok := x.(string); _, _ = s, ok }", "x.(string)", "(string, bool)"),
    Row("func f(x any) { s, _ := (x.(string)); _ = s }", "s", "string"),
    Row(
      "type B bool\nfunc f(m map[string]int, ok B) { var v int; v, ok = m[\"x\"] }", "m[\"x\"]",
      "(int, B)"),
    Row(
      "type B bool\nfunc f(c chan int) { var ok B; v, ok := <-c; _, _ = v, ok }", "<-c", "(int, B)"),
    Row("func f(x any) { var v, ok any = x.(int); _, _ = v, ok }", "x.(int)", "(int, bool)"),
    Row("func f(p *int) { _ = *p }", "*p", "int"),
    Row("func f(x int) { _ = &x }", "&x", "*int"),
    Row("func f() { x := []int{1}; _ = x }", "x", "[]int"),
    Row(
      "func f() { _ = [...]string{2: \"a\", \"b\"} }", "[...]string{2: \"a\", \"b\"}", "[4]string"),
    Row("type T struct{ x int }\nfunc f() { _ = []*T{{1}} }", "{1}", "*T"),
    Row("type T struct{ x int }\nfunc f() { _ = map[T]int{{2}: 1} }", "{2}", "T"),
    Row(
      "func f() { _ = func(x int, s ...string) error { return nil } }",
      "func(x int, s ...string) error { return nil }", "func(int, ...string) error"),
    Row("func g(string, func(int)) {}\nfunc f() { _ = g }", "g", "func(string, func(int))"),
    Row(
      "func g(int, string, chan []int, map[*T]map[K]V, error) {}\ntype (T int; K int; V int)\nfunc f() { _ = g }",
      "g", "func(int, string, chan []int, map[*T]map[K]V, error)"),
    Row("func g() (int, map[string]bool) {}\nvar _, x = g()\nvar y = x", "x", "map[string]bool"),
    Row(
      "func g[K comparable](int, map[K]chan K) {}\nfunc f() { _ = g[string] }", "g[string]",
      "func(int, map[string]chan string)"),
    Row(
      "type I interface{ M(int, chan int) (bool, map[int]int) }\nfunc f(i I) { _ = i.M }", "i.M",
      "func(int, chan int) (bool, map[int]int)"),
    Row("func g(a, b, c int) {}\nfunc f() { _ = g }", "g", "func(int, int, int)"),
    Row("func f() { var c chan<- chan<- int; _ = c }", "c", "chan<- chan<- int"),
    Row("func f(c chan<- chan int) { _ = c }", "c", "chan<- chan int"),
    Row("func f(c chan (<-chan int)) { _ = <-<-c }", "<-c", "<-chan int"),
    Row("func f(c <-chan chan<- chan int) { _ = <-c }", "<-c", "chan<- chan int"),
    Row("func f() { x := 'a'; _ = x }", "x", "int32"),
    Row("func f() { x := 1i; _ = x }", "x", "complex128"),
    Row("func f() { x := new(5); _ = x }", "x", "*int"),
    Row("func f(n int) { x := new(n); _ = x }", "x", "*int"),
    Row("func f() { x, y := 1, 2.5; _ = x; _ = y }", "y", "float64"),
    Row("func g() (int, error)\nfunc f() { _, err := g(); _ = err }", "err", "error"),
    Row("func g() (int, error)\nfunc f() { g() }", "g()", "(int, error)"),
  ])
  func operationsAndLiterals(_ row: Row) throws { try expect(row) }

  @Test(arguments: [
    Row("func f(a, b int) bool { return a == b }", "a == b", "bool"),
    Row("func f(a, b int) { if a == b {} }", "a == b", "untyped bool"),
    Row("type B bool\nfunc f(a, b int) B { return a == b }", "a == b", "B"),
    Row("type B bool\nfunc f(a, b int, c B) { c = a == b && c }", "a == b", "B"),
    Row("func f(a, b int) { x := a < b; _ = x }", "a < b", "bool"),
    Row("func g(x any)\nfunc f(a, b int) { g(a < b) }", "a < b", "bool"),
    Row("func f(n uint) { var x int64 = 1 << n; _ = x }", "1 << n", "int64"),
    Row("func f(n uint, x uint8) { _ = x + 1<<n }", "1<<n", "uint8"),
    Row("func f(n uint) { x := 1 << n; _ = x }", "1 << n", "int"),
    Row("func f(n uint) { _ = uint32(1 << n) }", "1 << n", "uint32"),
    Row("func f(s []int, n uint) { _ = s[1<<n] }", "1<<n", "int"),
    Row("func f(a int) { switch { case a > 1: } }", "a > 1", "bool"),
    Row("func f(p *int) { _ = p == nil }", "nil", "untyped nil"),
    Row("const c = 1 << 3\nfunc f() { _ = [c + 1]int{} }", "[c + 1]int{}", "[9]int"),
    Row("const (a = iota; b; c)\nfunc f() { _ = [c]int{} }", "[c]int{}", "[2]int"),
    Row("const (a int8 = iota; b)\nfunc f() { x := b; _ = x }", "x", "int8"),
    Row("const w = 4 << (^uintptr(0) >> 63)\nfunc f() { _ = [w]int{} }", "[w]int{}", "[8]int"),
    Row("const last = '\\u00FF'\nfunc f() { _ = [last + 1]int{} }", "[last + 1]int{}", "[256]int"),
    Row("const b = 1 << 100\nfunc f() { var a [b >> 98]int; _ = a }", "a", "[4]int"),
    Row("const b = 1 << 126\nfunc f() { var a [b + b]int; _ = a }", "a", "[?]int"),
    Row("func f() { var a [5.0 / 2.5]int; _ = a }", "a", "[?]int"),
    Row("func f() { var a [6.0 / 2]int; _ = a }", "a", "[3]int"),
    Row("func f() { var a [5 / 2 * 2]int; _ = a }", "a", "[4]int"),
    Row("func f() { var a [5.0 / 2 * 2]int; _ = a }", "a", "[?]int"),
    Row("const w = uint8(5)\nconst v = ^w\nfunc f() { _ = [v]int{} }", "[v]int{}", "[250]int"),
    Row("func f() { const b = 1 << 17; var r uint32; w := b - r; _ = w }", "w", "uint32"),
  ])
  func untypedValuesAndConstants(_ row: Row) throws { try expect(row) }

  @Test(arguments: [
    Row("func f() { for i, v := range []string{} { _ = i; _ = v } }", "v", "string"),
    Row("func f() { for _, r := range \"abc\" { _ = r } }", "r", "int32"),
    Row("func f(m map[string][]int) { for k, v := range m { _ = k; _ = v } }", "v", "[]int"),
    Row("func f() { for i := range 10 { _ = i } }", "i", "int"),
    Row("func f(n uint8) { for i := range n { _ = i } }", "i", "uint8"),
    Row("func f(c chan error) { for e := range c { _ = e } }", "e", "error"),
    Row(
      "func f(s func(func(int, string) bool)) { for i, v := range s { _ = i; _ = v } }", "v",
      "string"),
    Row("func f(a *[3]bool) { for _, v := range a { _ = v } }", "v", "bool"),
    Row("func f(x any) { switch y := x.(type) { case int: _ = y } }", "y", "int"),
    Row("func f(x any) { switch y := x.(type) { case int, string: _ = y } }", "y", "any"),
    Row("func f(x error) { switch y := x.(type) { case nil: _ = y } }", "y", "error"),
    Row("func f(c chan int) { select { case v, ok := <-c: _ = v; _ = ok } }", "v", "int"),
    Row("func f(x int) { { x := \"s\"; _ = x } }", "x", "string"),
    Row("func f() { type T []int; var x T; _ = x[0] }", "x[0]", "int"),
    Row("func f() { iota := \"\"; _ = iota }", "iota", "string"),
    Row(
      "const p = \"a\\u00e9\"\nfunc f() { _ = [len(p) + 1]int{} }", "[len(p) + 1]int{}", "[4]int"),
    Row("func f(iota string) { _ = iota }", "iota", "string"),
  ])
  func variables(_ row: Row) throws { try expect(row) }

  @Test(arguments: [
    Row("type A struct{ x int }\ntype B struct{ *A }\nfunc f(b B) { _ = b.x }", "b.x", "int"),
    Row(
      "type A struct{ x int }\ntype B struct{ A; x string }\nfunc f(b *B) { _ = b.x }", "b.x",
      "string"),
    Row(
      "type A struct{}\nfunc (*A) M(int) string\ntype B struct{ A }\nfunc f(b B) { _ = b.M }",
      "b.M", "func(int) string"),
    Row("type A struct{}\nfunc (a *A) M(int)\nfunc f() { _ = (*A).M }", "(*A).M", "func(*A, int)"),
    Row("type A int\nfunc (a A) M() A\nfunc f() { _ = A.M }", "A.M", "func(A) A"),
    Row(
      "type I interface{ M() int }\ntype J interface{ I; N() }\nfunc f(j J) { _ = j.M() }", "j.M()",
      "int"),
    Row("type I interface{ error; M() }\nfunc f(i I) { _ = i.Error() }", "i.Error()", "string"),
    Row("func f(x interface{ B(); A(int) error }) { _ = x }", "x", "interface{A(int) error; B()}"),
    Row(
      "type L struct{ next *L; v int }\nfunc f(l *L) { _ = l.next.next.v }", "l.next.next.v", "int"),
    Row(
      "type A = []map[string]B\ntype B = int\nfunc f(a A) { _ = a[0][\"\"] }", "a[0][\"\"]", "int"),
    Row(
      "type A = b\ntype b struct{ c *c }\ntype c struct{ f func(A) }\nfunc f(x A) { _ = x.c.f }",
      "x.c.f", "func(b)"),
    Row("type F func() F\nfunc f(x F) { _ = x()()() }", "x()()()", "F"),
    Row(
      "type T struct{ a []int }\nfunc f(t T, m map[int]int, i int) { _ = m[t.a[i]] }", "t.a[i]",
      "int"),
    Row(
      "type T struct{ k string }\nfunc f(t T, m map[string]map[string]int) { _ = m[t.k] }", "t.k",
      "string"),
    Row("func f(h []func(int) string, i int) { _ = h[i](2) }", "h[i](2)", "string"),
    Row("func f(h []func(int, int) string, i int) { _ = h[i](2, 3) }", "h[i](2, 3)", "string"),
    Row(
      "import \"unsafe\"\nfunc f(p unsafe.Pointer) { _ = *(*[]int)(p) }", "*(*[]int)(p)", "[]int"),
    Row(
      "import \"unsafe\"\nfunc f(p *byte) { _ = unsafe.Slice(p, 3) }", "unsafe.Slice(p, 3)",
      "[]uint8"),
    Row("func f() { var x any = recover(); _ = x }", "recover()", "any"),
    Row("func f(a []int, b int) { a = append(a, b) }", "append(a, b)", "[]int"),
    Row("func f(x, y float32) { _ = complex(x, y) }", "complex(x, y)", "complex64"),
  ])
  func selectorsAndCalls(_ row: Row) throws { try expect(row) }

  @Test(arguments: [
    Row("func g[T any](x T) []T\nfunc f() { _ = g(\"\") }", "g(\"\")", "[]string"),
    Row("func g[T any](x T) []T\nfunc f() { _ = g(\"\") }", "g", "func(string) []string"),
    Row("func g[T any]() *T\nfunc f() { _ = g[int]() }", "g[int]()", "*int"),
    Row("func g[T any]() *T\nfunc f() { _ = g[int]() }", "g", "func[T]() *T"),
    Row("func g[S ~[]E, E any](s S) E\ntype L []bool\nfunc f(l L) { _ = g(l) }", "g(l)", "bool"),
    Row(
      "func g[K comparable, V any](m map[K]V) []V\nfunc f(m map[int]error) { _ = g(m) }", "g(m)",
      "[]error"),
    Row("func g[T any](a, b T) T\nfunc f() { _ = g(1, 2.5) }", "g(1, 2.5)", "float64"),
    Row(
      "func g[T, U any](s []T, h func(T) U) []U\nfunc f(s []int) { _ = g(s, func(int) string { return \"\" }) }",
      "g(s, func(int) string { return \"\" })", "[]string"),
    Row(
      "func g[T any](h func(T, T) int, x T) T\nfunc c[T any](a, b T) int\nfunc f() { _ = g(c, 1.5) }",
      "g(c, 1.5)", "float64"),
    Row(
      "type P[K comparable, V any] struct{ k K; v V }\nfunc f(p P[string, []int]) { _ = p.v }",
      "p.v", "[]int"),
    Row(
      "type P[T any] struct{ x T }\nfunc (p *P[U]) Get() U { return p.x }\nfunc f(p P[int]) { _ = p.Get() }",
      "p.Get()", "int"),
    Row(
      "type N[T any] struct{ next *N[T]; v T }\nfunc f(n N[bool]) { _ = n.next.next.v }",
      "n.next.next.v", "bool"),
    Row(
      "type Seq[T any] func(func(T) bool)\nfunc g[T any](s Seq[T]) []T\nfunc f(s func(func(int) bool)) { _ = g(s) }",
      "g(s)", "[]int"),
    Row("type V[T any] = map[string]T\nfunc f(v V[int]) { _ = v[\"\"] }", "v[\"\"]", "int"),
    Row("func f[T interface{ ~string | ~[]byte }](x T) { _ = x[0] }", "x[0]", "uint8"),
    Row(
      "type C[T any] interface{ Less(T) bool }\nfunc f[T C[T]](a, b T) { _ = a.Less(b) }", "a.Less",
      "func(T) bool"),
    Row(
      "type R struct{}\nfunc (r R) N[T any](x T) []T\nfunc f(r R) { _ = r.N(2) }", "r.N(2)", "[]int"
    ),
    Row("type R struct{}\nfunc (r R) N[T any](x T) { var y []T; _ = y }", "y", "[]T"),
  ])
  func generics(_ row: Row) throws { try expect(row) }
}

import Testing

@testable import GoTypes

/// Generic aliases, generic methods, and what tells type arguments.
struct GenericTypeTests {
  private typealias Row = ExpressionTypeTests.Row

  private static let aliases = """
    type A[T any] = []T
    type B[K comparable, V any] = map[K]A[V]
    type L[T any] struct{ next *L[T]; v T }
    func (l *L[T]) Get() T { return l.v }
    type M[T any] = L[T]
    type N[T any] = *M[T]
    type (
    \tO[T any] = func(T) A[T]
    \tP = A[int]
    )

    """

  @Test(arguments: [
    ("b B[string, bool]", "b[\"x\"]", "[]bool"), ("m M[string]", "m.next", "*L[string]"),
    ("m M[string]", "m.Get()", "string"), ("n N[error]", "n.next.v", "error"),
    ("o O[rune]", "o('x')", "[]int32"), ("p P", "p[0]", "int"),
    ("x int", "A[A[int]]{}", "[][]int"), ("x int", "N[int](nil)", "*L[int]"),
  ])
  func aliasesMayHaveTypeParameters(parameter: String, expression: String, type: String) throws {
    let sample = try CheckedSample(Self.aliases + "func f(\(parameter)) { _ = \(expression) }")
    #expect(sample.type(of: expression).replacing("m.", with: "") == type)
  }

  @Test func aFunctionMayDeclareAnAliasWithTypeParameters() throws {
    let sample = try CheckedSample(
      "func f() {\n\ttype A[T any] = map[string]T\n\t_ = A[int]{}\n\tvar x A[bool]\n\t_ = x\n}")
    #expect(sample.type(of: "A[int]{}") == "map[string]int")
    #expect(sample.type(of: "x") == "map[string]bool")
  }

  private static let methods = """
    type Conv[A, B any] interface{ Conv(A) B }
    type S[K comparable] struct{ k K; m map[K]int }
    type conv struct{}
    func (conv) Conv(s string) int { return 0 }
    func (s S[K]) M[V Conv[K, W], W any](v V) W { return v.Conv(s.k) }
    func (s *S[K]) N[V any](f func(K) V) []V { return nil }
    func (s S[K]) O[T ~[]K](t T) T { return t }
    func (s S[_]) P[E any, T ~map[string]E](t T) E { return t[""] }
    func (s S[A]) Q[B any](b B) (A, B) { return s.k, b }
    type keys []string
    type E struct{ *S[string] }
    type Opt[T any] struct{ v T }
    func (o Opt[T]) Map[U any](f func(T) U) Opt[U] { return Opt[U]{f(o.v)} }

    """

  @Test(arguments: [
    ("s.M[conv, int](conv{})", "int"), ("s.M(conv{})", "int"),
    ("s.N(func(k string) float64 { return 1 })", "[]float64"), ("s.O(keys{})", "keys"),
    ("s.O[[]string](nil)", "[]string"), ("s.P(map[string]bool{})", "bool"),
    ("s.Q(1.5)", "(string, float64)"), ("s.N[int]", "func(func(string) int) []int"),
    ("s.Q[rune]", "func(int32) (string, int32)"),
    ("e.N(func(string) error { return nil })", "[]error"),
    ("e.O[keys]", "func(keys) keys"), ("(&s).Q(s)", "(string, S[string])"),
    (
      "o.Map(func(int) string { return \"\" }).Map(func(s string) []byte { return nil }).v",
      "[]uint8"
    ),
  ])
  func methodsMayHaveTypeParameters(expression: String, type: String) throws {
    let sample = try CheckedSample(
      Self.methods + "func f(s S[string], e E, o Opt[int]) { _ = \(expression) }")
    #expect(sample.type(of: expression).replacing("m.", with: "") == type)
  }

  @Test func callsOfGenericMethodsHaveCallees() throws {
    let sample = try CheckedSample(
      Self.methods + "func f(s *S[string], e E) { s.N[int](nil); e.Q(1); s.O(keys{}) }")
    #expect(sample.callee(of: "s.N[int](nil)") == "m.(*S).N")
    #expect(sample.callee(of: "e.Q(1)") == "m.S.Q")
    #expect(sample.callee(of: "s.O(keys{})") == "m.S.O")
  }

  @Test func constraintsOfMethodsSeeTheReceiversTypeParameters() throws {
    let sample = try CheckedSample(Self.methods)
    #expect(sample.type(of: "v.Conv") == "func(K) W")
    #expect(sample.type(of: "t[\"\"]") == "E")
    let blank = try CheckedSample("type T[K, V any] struct{ v V }\nfunc (t *T[K, _]) f() { _ = t }")
    #expect(blank.type(of: "t") == "*m.T[K, V]")
  }

  private static let hashers = """
    type Hasher[T any] interface { Hash(*int, T); Equal(T, T) bool }
    type sh struct{}
    func (sh) Hash(*int, string) {}
    func (sh) Equal(a, b string) bool { return a == b }
    type ph struct{ n int }
    func (*ph) Hash(*int, []byte) {}
    func (*ph) Equal(a, b []byte) bool { return false }
    type Emb struct{ sh }
    type M[K, V any, H Hasher[K]] struct{ h H }
    func New[H Hasher[K], K, V any](h H, v V) *M[K, V, H] { return nil }
    func Use[K any, H Hasher[K]](h H) (k K) { return }
    type Src[T any] interface{ Next() (T, bool) }
    type ints struct{}
    func (ints) Next() (int, bool) { return 0, false }
    type many[E any] struct{}
    func (*many[E]) Next() (e E, ok bool) { return }
    func Drain[T any, S Src[T]](s S) []T { return nil }
    func Read[T any](s Src[T]) []T { return nil }
    func Anon[T any](s interface{ Next() (T, bool) }) (t T) { return }

    """

  @Test(arguments: [
    ("New(sh{}, 1)", "*M[string, int, sh]"), ("Use(&ph{})", "[]uint8"), ("Use(Emb{})", "string"),
    ("Use(h)", "float64"), ("Drain(ints{})", "[]int"), ("Drain(&many[string]{})", "[]string"),
    ("Drain(s)", "[]int32"), ("Read(ints{})", "[]int"), ("Read(s)", "[]int32"),
    ("Anon(ints{})", "int"), ("Anon(s)", "int32"), ("Anon(&many[error]{})", "error"),
  ])
  func methodsTellTypeArguments(expression: String, type: String) throws {
    let sample = try CheckedSample(
      Self.hashers + "func f(h Hasher[float64], s Src[rune]) { _ = \(expression) }")
    #expect(sample.type(of: expression).replacing("m.", with: "") == type)
  }

  // A generic function is instantiated by what it is assigned to.
  @Test(arguments: [
    "func f() { var x func(int) int = id; _ = x }", "func f(x func(int) int) { x = id }",
    "func g(func(int) int)\nfunc f() { g(id) }", "func f() func(int) int { return id }",
    "func f() { _ = []func(int) int{id} }", "func f() { _ = struct{ f func(int) int }{f: id} }",
  ])
  func assignmentTellsTypeArguments(function: String) throws {
    let sample = try CheckedSample("func id[T any](t T) T { return t }\n" + function)
    #expect(sample.type(of: "id") == "func(int) int")
  }
}

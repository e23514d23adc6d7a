/// Go texts that between them use most of the grammar.
enum Snippets {
  /// Whole files without errors.
  static let files: [String] = [
    "package a\n",
    "// only a comment\npackage a // and one behind\n",
    """
    package a

    import "fmt"

    import (
    \t. "math"
    \t_ "embed"
    \tyaml "gopkg.in/yaml.v3"
    )

    const (
    \tA, B = iota, 1 << iota
    \tC, D
    )

    var (
    \tx, y int = 1, 2
    \tz    = map[string][]*T{"a": {{}, nil}, "b": {&T{}}}
    )

    type (
    \tT struct {
    \t\tsync.Mutex
    \t\t*E
    \t\ta, b int `json:"a"`
    \t\tf    func(int, ...string) (n int, err error)
    \t}
    \tE        = struct{}
    \tI interface {
    \t\tM(x int) error
    \t\tfmt.Stringer
    \t\t~int | ~string
    \t}
    \tList[K comparable, V any] struct{ next *List[K, V] }
    \tR  <-chan int
    \tS  chan<- int
    \tB  chan int
    \tA4 [4]int
    )
    """,
    """
    package a

    func (t *T) M(a, b int, rest ...string) (n int, err error) {
    \tdefer func() { recover() }()
    \tgo t.run(a, rest...)
    outer:
    \tfor i := 0; i < 10; i++ {
    \t\tfor range 3 {
    \t\t\tcontinue outer
    \t\t}
    \t\tfor k, v := range m {
    \t\t\tm[k], v = v, m[k]
    \t\t\tbreak outer
    \t\t}
    \t\tgoto end
    \t}
    end:
    \tif x := f(); x > 0 && !y || z {
    \t\treturn 1, nil
    \t} else if x == -1 {
    \t\tn++
    \t} else {
    \t\tn--
    \t}
    \tswitch x := g(); {
    \tcase x < 1, x > 5:
    \t\tfallthrough
    \tdefault:
    \t\tn += 2
    \t}
    \tswitch v := i.(type) {
    \tcase int, string:
    \t\t_ = v
    \tcase nil:
    \t}
    \tselect {
    \tcase v, ok := <-c:
    \t\t_, _ = v, ok
    \tcase c <- 1:
    \tcase <-done:
    \tdefault:
    \t}
    \ta, b = b, a
    \ts := xs[1:2:3]
    \ts = append(s[:0], xs...)
    \treturn len(s), errors.New("x" + `raw`)
    }
    """,
    """
    package a

    func F[T any, U ~[]T](x T, f func(T) U) U {
    \tvar c chan<- (<-chan int) = make(chan<- (<-chan int), 3)
    \tp := new(struct{ a int })
    \t(*p).a = int('a') &^ 0x1F ^ 0b1 | 1e9 + 2i
    \t_ = G[int, []string](F[T, U])
    \t_ = i.(interface{ M() }).M
    \t_ = [...]int{2: 1, 3}
    \t_ = func(a, b int) (int, error) { return a % b, nil }
    \treturn U(f(x))
    }
    """,
    "package a\r\n\r\nfunc f() {\r\n\tx := 1 // c\r\n\t_ = x\r\n}\r\n",
    "\u{FEFF}package a\n\nvar ä, 変 = \"😀\", '😀'\n",
    "package a;func f(){};var x=1;type T=int",
    "\n\n\t  package a  \n\n\n",
  ]

  /// Files whose syntax the pinned grammar does not know.
  static let gaps: [String] = [
    "package a\n\nfunc (r T) M[P any](x P) P { return x }\n\nvar x = new(1)\n",
    "package a\n\nfunc f() { old, new := 1, 2; _ = new(old) + new }\n",
  ]

  /// Texts that are no Go, or not quite.
  static let broken: [String] = [
    "", " ", "\n", "\u{FEFF}", "\0", "package", "package a\nfunc", "package a\nfunc f( {",
    "package a\n}\n", "package a\nvar x = \"open\n", "package a\nvar x = `open\n",
    "package a\n/* open\n", "package a\nvar x = 'a\n", "func f() {}\n", "x := 1\n", "}}}}", "((((",
    "package a\nfunc f() { x := }\n", "package a\nfunc f() { if { for { switch {\n",
    "package a\nfunc f() { return }}\nfunc g() {}\n", "package a\nvar x = \u{0}1\n",
    "<html><body>Not found</body></html>\n", "package a\n<<<<<<< HEAD\nvar x = 1\n=======\n",
    "package a\ntype T struct {\n\ta int\n\tb\n\tc *\n}\nvar y = 2\n",
  ]
}

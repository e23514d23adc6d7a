import Basics
import TestKit
import Testing

@testable import OracleKit

/// The Go program that asks go/types, on small modules whose answers are known.
@Suite(.enabled(if: TypeOracleProgram.isThere, "make toolchain has not run"))
struct TypeOracleProgramTests {
  @Test func answersAreThoseOfTheManual() throws {
    try TemporaryDirectory.with(Self.files) { root in
      let run = try TypeOracleProgram.run(TypeOracleProgram.command + [root, "./..."], in: "/")
      #expect(run.status == 0)
      let counts = "typeoracle: packages 2, files 4, expressions 58, calls 13, errors 0"
      #expect(run.errors.hasPrefix(counts), "\(run.errors)")
      let stream = try OracleStream(bytes: Array(run.output.utf8))
      let answers = try TypeOracleProgram.answers(of: stream)
      let expected = Self.answers.split(separator: "\n").map(String.init)
      #expect(answers.count == expected.count)
      for (answer, right) in zip(answers, expected) { #expect(answer == right) }
    }
  }

  @Test func theBytesAreThoseOfTheManual() throws {
    let files = [
      "go.mod": "module m\n", "a.go": "package m\n\nfunc f(x byte) byte { return f(x) }\n",
    ]
    try TemporaryDirectory.with(files) { root in
      let run = try TypeOracleProgram.run(TypeOracleProgram.command + [root, "./..."], in: "/")
      let lines = run.output.split(separator: "\n").map(String.init)
      #expect(
        lines == [
          "T 0 uint8", "T 1 func(uint8) uint8", "N 0 m.f", "F \(root)/a.go", "E 40 44 c 0",
          "C 40 44 0", "E 40 41 d 1", "E 42 43 d 0",
        ])
    }
  }

  @Test func brokenCodeStillHasAnswers() throws {
    let files = [
      "go.mod": "module m\n",
      "a.go": """
      package m

      import "no/such"

      var x, y, z = such.Y, []such.Z{}, []int{}

      func f() { g(); f(); f(y) }

      """,
      "b/b.go": "package b\n\nfunc f( {\n",
      "c/c.go": "package c\n\nimport \"m/d\"\n\nvar X = d.X\n",
      "d/d.go": "package d\n\nimport \"m/c\"\n\nvar X = c.X\n",
    ]
    try TemporaryDirectory.with(files) { root in
      let run = try TypeOracleProgram.run(
        TypeOracleProgram.command + ["-o", root + "/stream", root, "./..."], in: "/")
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("undefined: g"))
      let stream = try OracleStream(bytes: try FileSystem.read(root + "/stream"))
      let answers = try TypeOracleProgram.answers(of: stream)
      #expect(answers.contains("C f() → m.f"))
      #expect(answers.contains("E l []int{} → []int"))
      #expect(!answers.contains { $0.contains("invalid") })
    }
  }

  @Test func theProgramIsFormattedAndVetted() throws {
    let format = try Subprocess.run(
      [TypeOracleProgram.toolchain + "/gofmt", "-l", TypeOracleProgram.source], in: "/")
    #expect(format.status == 0 && format.output.isEmpty, "gofmt: \(format.output)")
    let vet = try TypeOracleProgram.run(
      [TypeOracleProgram.toolchain + "/go", "vet", "."], in: TypeOracleProgram.source)
    #expect(vet.status == 0, "\(vet.errors)")
  }

  private static let files = [
    "go.mod": "module example.com/m\n\ngo 1.25\n",
    "a.go": production,
    "a_test.go": "package m\n\nfunc helper() inner { return inner{} }\n",
    "export_test.go": """
    package m

    func Exported(in *inner) int { return uses(in) }

    func uses(*inner) int { return 0 }

    """,
    "x_test.go": """
    package m_test

    import "example.com/m"

    var _ = m.Exported(nil)

    """,
  ]

  private static let production = """
    package m

    import (
    	"fmt"
    	"io"
    	alias "sync"
    )

    type byteList = []byte

    type pair[K comparable, V any] struct {
    	key K
    	val V
    }

    func (p *pair[K, V]) Get() V { return p.val }

    type inner struct{ alias.Mutex }

    func first[T any](items ...T) T { return items[0] }

    func all(r io.Reader, list byteList, m map[rune]interface{}, in inner, p *pair[string, error]) {
    	n, err := r.Read(list)
    	v, ok := m['x']
    	in.Lock()
    	in.Mutex.Unlock()
    	fmt.Println(n, err, v, ok, p.Get())
    	_ = first[int]
    	_ = (first(1.5, 2))
    	_ = [][]int{{1}}
    	_ = func(a, b any, c ...*inner) (x, y chan<- int) { return nil, nil }
    	_ = string(list) == "a" && len(list) > 2
    	_ = struct {
    		alias.Mutex
    		A, b int `tag`
    	}{}
    	var e interface {
    		error
    		B(x int)
    	}
    	e.B(1)
    	f := e.Error
    	_, _ = f(), (*pair[string, error]).Get(p)
    }

    """

  private static let answers = """
    F a.go
    E s p.val → V
    E d p → *example.com/m.pair[K, V]
    E i items[0] → T
    E d items → []T
    E c r.Read(list) → (int, error)
    I r.Read(list) → io.Reader.Read
    E s r.Read → func([]uint8) (int, error)
    E d r → io.Reader
    E d list → []uint8
    E i m['x'] → (any, bool)
    E d m → map[int32]any
    C in.Lock() → sync.(*Mutex).Lock
    E s in.Lock → func()
    E d in → example.com/m.inner
    C in.Mutex.Unlock() → sync.(*Mutex).Unlock
    E s in.Mutex.Unlock → func()
    E s in.Mutex → sync.Mutex
    E d in → example.com/m.inner
    E c fmt.Println(n, err, v, ok, p.Get()) → (int, error)
    C fmt.Println(n, err, v, ok, p.Get()) → fmt.Println
    E s fmt.Println → func(...any) (int, error)
    E d n → int
    E d err → error
    E d v → any
    E d ok → bool
    E c p.Get() → error
    C p.Get() → example.com/m.(*pair).Get
    E s p.Get → func() error
    E d p → *example.com/m.pair[string, error]
    E o first[int] → func(...int) int
    E d first → func[T](...T) T
    E o (first(1.5, 2)) → float64
    E c first(1.5, 2) → float64
    C first(1.5, 2) → example.com/m.first
    E d first → func(...float64) float64
    E l [][]int{{1}} → [][]int
    E l {1} → []int
    E f func(a, b any, c ...*inner) (x, y chan<- int) { return nil, nil } → func(any, any, ...*example.com/m.inner) (chan<- int, chan<- int)
    E d nil → untyped nil
    E d nil → untyped nil
    E o string(list) == "a" && len(list) > 2 → bool
    E o string(list) == "a" → bool
    E c string(list) → string
    V string(list)
    E d list → []uint8
    E o len(list) > 2 → bool
    E c len(list) → int
    B len(list)
    E d list → []uint8
    E l struct { alias.Mutex A, b int `tag` }{} → struct{Mutex sync.Mutex; A int; b int}
    I e.B(1) → interface.B
    E s e.B → func(int)
    E d e → interface{B(int); Error() string}
    E s e.Error → func() string
    E d e → interface{B(int); Error() string}
    E c f() → string
    D f()
    E d f → func() string
    E c (*pair[string, error]).Get(p) → error
    C (*pair[string, error]).Get(p) → example.com/m.(*pair).Get
    E s (*pair[string, error]).Get → func(*example.com/m.pair[string, error]) error
    E d p → *example.com/m.pair[string, error]
    F a_test.go
    E l inner{} → example.com/m.inner
    F export_test.go
    E c uses(in) → int
    C uses(in) → example.com/m.uses
    E d uses → func(*example.com/m.inner) int
    E d in → *example.com/m.inner
    F x_test.go
    E c m.Exported(nil) → int
    C m.Exported(nil) → example.com/m.Exported
    E s m.Exported → func(*example.com/m.inner) int
    E d nil → untyped nil
    """
}

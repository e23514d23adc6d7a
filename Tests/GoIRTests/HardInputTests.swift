import GoSyntax
import GoTypes
import Testing

@testable import GoIR

/// Go that is broken, deep or wide is lowered as far as it makes sense, and its graphs are sound.
struct HardInputTests {
  private static let sample = """
    type T[K comparable] struct{ m map[K][]func(int) (string, error); mu struct{ sync.Mutex } }
    func (t *T[K]) Get(k K, rest ...int) (s string, err error) {
    \tdefer t.mu.Unlock()
    \tdefer func() { if r := recover(); r != nil { err = r.(error) } }()
    outer:
    \tfor i, f := range t.m[k] {
    \t\tswitch x := any(i).(type) {
    \t\tcase int, string: continue outer
    \t\tcase nil: break outer
    \t\tdefault: _ = x; goto end
    \t\t}
    \t\tselect {
    \t\tcase v, ok := <-c: if !ok { return }; s += v
    \t\tcase c <- f: fallthrough
    \t\tdefault: go f(i)
    \t\t}
    \t}
    end:
    \tvar a [3]T[K]
    \ta[1].m, s = nil, T[K]{m: map[K][]func(int) (string, error){k: {f, nil}}}.m[k][0](len(rest))
    \tx, y := &a[0].m, s[1:2:3]
    \tif p := *x; p != nil && y == "" || len(a) << 2 > 3 { panic(p) } else if a == b { iota++ }
    \treturn s, T.Get
    }
    """

  @Test func everyBeginningOfAFileHasSoundGraphs() throws {
    let bytes = Array(Self.sample.utf8)
    for length in stride(from: 0, to: bytes.count, by: 5) {
      let text = String(decoding: bytes[..<length], as: UTF8.self)
      let sample = try LoweredSample(text)
      #expect(sample.faults().isEmpty, "\(text)")
    }
  }

  @Test func aFileWithALineLeftOutHasSoundGraphs() throws {
    let lines = Self.sample.split(separator: "\n")
    for left in lines.indices {
      var rest = lines
      rest.remove(at: left)
      let text = rest.joined(separator: "\n")
      #expect(try LoweredSample(text).faults().isEmpty, "\(text)")
    }
  }

  @Test func jumpsWithoutTargetsAreNoJumps() throws {
    let sample = try LoweredSample(
      """
      func f(a bool) int {
      \tbreak
      \tcontinue
      \tfallthrough
      \tgoto nowhere
      \tif a { break lost }
      \treturn 1, 2, 3
      }
      """)
    #expect(sample.faults().isEmpty)
  }

  @Test func loopsThatNothingLeadsToEnd() throws {
    let sample = try LoweredSample(
      """
      func f(n int) int {
      \tpanic(n)
      \tfor i := 0; i < n; i++ { for n > 0 { n-- } }
      \tfor { n++ }
      \tfor range n { for { if n > 0 { continue } } }
      \treturn n
      }
      """)
    #expect(sample.faults().isEmpty)
    #expect(try sample.function().blocks.elements.contains { $0.isUnreachable })
  }

  /// Such a loop has one way in, its own end: who looks for a variable's value goes round.
  @Test func loopsThatNothingLeadsToHaveAnEnd() throws {
    for loop in ["for a {}", "for {}", "for i := range n { _ = i }", "L: for a { continue L }"] {
      let sample = try LoweredSample(
        "func f(a bool, n int) int {\n\tx := n\n\treturn x\n\t\(loop)\n\t"
          + "if a { x++ }\n\tprintln(len(\"a\"), x)\n\treturn x + n\n}")
      #expect(sample.faults().isEmpty, "\(loop)")
    }
  }

  @Test func builtinsThatGiveNothingAreNoValues() throws {
    let sample = try LoweredSample(
      """
      func f(a bool, c chan int, m map[int]int) bool {
      \tx := close(c)
      \ty := a && panic("x")
      \tf(delete(m, 1), clear(m), m)
      \tz := panic("y") || a
      \t_ = x
      \treturn y || z && close(c)
      }
      """)
    #expect(sample.faults().isEmpty)
  }

  @Test func duplicateDeclarationsAreLoweredApart() throws {
    let sample = try LoweredSample(
      "func f(a, a int) (a int) { a := a; var a = a; return a }\nfunc f() { f(1, 2) }")
    #expect(sample.declarations.count == 2)
    #expect(sample.faults().isEmpty)
  }
}

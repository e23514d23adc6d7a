import Basics
import GoIR
import GoTypes
import TestKit
import Testing

@testable import GoFlow

/// The flow analysis ends, soon, whatever the program looks like.
@Suite(.serialized) struct FlowRobustnessTests {
  /// Analyses a package `m` of one file, and prints how long that took.
  private func analyze(
    _ what: String, _ text: String, within limit: Duration = .seconds(120)
  ) throws -> AnalyzedSample {
    let start = ContinuousClock.now
    let sample = try AnalyzedSample(text)
    let time = ContinuousClock.now - start
    print("\(what): \(time / .milliseconds(1)) ms, of these the analysis \(sample.milliseconds)")
    #expect(time < limit, "\(what)")
    _ = sample.dump
    return sample
  }

  @Test func recursiveFunctionsEnd() throws {
    let sample = try analyze(
      "recursion",
      """
      type node struct { left, right *node; items []int }
      func walk(n *node, out []int) []int {
        if n == nil { return out }
        n.items = append(n.items, len(out))
        out = walk(n.left, append(out, n.items...))
        go walk(n.right, out)
        return out
      }
      func even(n *node) bool { if n == nil { return true }; n.items = nil; return odd(n.left) }
      func odd(n *node) bool { if n == nil { return false }; go even(n.right); return even(n.left) }
      """)
    #expect(sample.conflicts.contains { $0.contains("a.go:6") })
  }

  @Test func manyFunctionsThatCallEachOtherEnd() throws {
    let count = 20
    let functions = (0..<count).map { index in
      let others = [1, 7, 23].map { "f\((index + $0) % count)(s, c)" }.joined(separator: "; ")
      return "func f\(index)(s *state, c chan []int) { s.x\(index) = append(s.x\(index), 1); "
        + "c <- s.x\((index + 5) % count); go \(others.replacing("; ", with: "; go ")); \(others) }"
    }
    let fields = (0..<count).map { "x\($0) []int" }.joined(separator: "; ")
    _ = try analyze(
      "20 functions in one component",
      "type state struct { \(fields) }\n"
        + functions.joined(separator: "\n") + "\n")
  }

  @Test(arguments: [10, 100, 200])
  func chainsOfCallsEnd(count: Int) throws {
    let chain = (0..<count).map { index in
      "func f\(index)(p *t, s []int) []int { p.n++; return f\(index + 1)(p, append(s, \(index))) }\n"
    }
    let sample = try analyze(
      "\(count) calls deep",
      "type t struct { n int; kept []int }\n" + chain.joined()
        + "func f\(count)(p *t, s []int) []int { p.kept = s; return s }\n"
        + "func Start(p *t) {\ngo f0(p, nil)\np.kept = nil\n}\n")
    // Line 1 is the package clause, line 2 the type.
    let (last, own) = ("a.go:\(count + 3)", "a.go:\(count + 6)")
    #expect(sample.conflicts.contains { $0.contains(last) && $0.contains(own) })
  }

  @Test func chainsOfGoroutinesEnd() throws {
    let count = 40
    let chain = (0..<count).map { index in
      "func f\(index)(p *t, c chan *t) { go f\(index + 1)(p, c); c <- p; p.n++ }\n"
    }
    _ = try analyze(
      "40 goroutines, each started by the other",
      "type t struct { n int }\n" + chain.joined() + "func f\(count)(p *t, c chan *t) { p.n++ }\n")
  }

  @Test func nestedClosuresEnd() throws {
    let depth = 60
    let open = (0..<depth).map { "x\($0) := []int{\($0)}\ngo func() {\n" }.joined()
    let uses = (0..<depth).map { "x\($0) = append(x\($0), 1)\n" }.joined()
    let close = (0..<depth).reversed().map { "}()\nx\($0)[0]++\n" }.joined()
    let sample = try analyze("60 closures in each other", "func f() {\n\(open)\(uses)\(close)}\n")
    #expect(!sample.conflicts.isEmpty)
  }

  @Test func functionValuesCalledWithThemselvesEnd() throws {
    _ = try analyze(
      "function values",
      """
      type self func(self, []int) self
      func knot(f self, s []int) self { s[0]++; return f(f, s) }
      func tie(s []int) { knot(knot, s); var f self; f = func(g self, s []int) self {
        go g(f, s); return g(f, append(s, 1)) }; f(f, s); go f(f, s) }
      type y func(y) y
      func omega() { w := y(func(x y) y { return x(x) }); w(w) }
      func each(fs []func(func())) { for _, f := range fs { f(func() { each(fs) }) } }
      """)
  }

  @Test func wideFunctionsEnd() throws {
    let count = 600
    let statements = (0..<count).map { index in
      switch index % 5 {
      case 0: "p.f\(index % 40) = append(p.f\(index % 40), \(index))"
      case 1: "if n > \(index) { s = p.f\(index % 40)[1:] } else { s = append(s, n) }"
      case 2: "go use(s, p)"
      case 3: "p.mu.Lock(); p.f\(index % 40)[0] = n; p.mu.Unlock()"
      default: "m[n+\(index)] = s"
      }
    }
    let fields = (0..<40).map { "f\($0) []int" }.joined(separator: "; ")
    let sample = try analyze(
      "600 statements",
      "import \"sync\"\ntype t struct { mu sync.Mutex; \(fields) }\n"
        + "func use(s []int, p *t) { s[0] = len(p.f1) }\n"
        + "func f(p *t, n int, s []int, m map[int][]int) {\n\(statements.joined(separator: "\n"))\n}\n"
    )
    #expect(!sample.conflicts.isEmpty)
  }

  @Test func longRunsOfBranchesEnd() throws {
    let count = 400
    let statements = (0..<count).map { index in
      "if n&\(index) == 0 { p = p.next } else { q, p = p, q; go touch(q) }; p.n = \(index)\n"
    }
    _ = try analyze(
      "400 branches",
      "type t struct { next *t; n int }\nfunc touch(p *t) { p.n++ }\n"
        + "func f(p, q *t, n int) {\nfor {\n\(statements.joined())}\n}\n")
  }

  @Test func brokenGoEnds() throws {
    for (index, text) in [
      "func f( { go x(; y <- ; }", "func f() { go func() { x.y.z = append(x.y) }(); x.y.z[0]++ }",
      "type T struct { T }; func (t T) m() { go t.m(); t.T.T.T = t }",
      "func f() { for { go f(1, 2, f) ; defer ; select { case <-: } } }",
      "func f(a, b) { a[b] = append(a...); go a(b, ...) }",
      "type A = B; type B = A; func f(a A) { go a.f() }",
      "func f() { var wg sync.WaitGroup; wg.Go(f(wg)) ; wg.Add(; }", "func () f() { go f }", "{{{{",
      "",
    ].enumerated() {
      _ = try analyze(
        "broken Go \(index)", text + "\nfunc rest(s []int) { go rest(s); s[0] = 1 }\n")
    }
  }

  /// The small programs with pieces taken out.
  @Test func programsWithHolesEnd() throws {
    var random = FlowRandom(state: 11)
    var files = ["go.mod": "module m\n\ngo 1.27\n"]
    for (name, text) in try AnalyzedSample.programs(every: 5) {
      var bytes = Array(text.utf8)
      for _ in 0..<6 {
        let start = random.next(bytes.count - 20)
        bytes.removeSubrange(start..<start + 1 + random.next(12))
      }
      files[name + "/a.go"] = String(decoding: bytes, as: UTF8.self)
    }
    let start = ContinuousClock.now
    let sample = try AnalyzedSample(files: files, jobs: 2)
    print(
      "\(files.count - 1) programs with holes: \((ContinuousClock.now - start) / .milliseconds(1)) ms"
    )
    #expect(!sample.dump.isEmpty)
  }
}

/// Numbers that are the same in every run: splitmix64.
struct FlowRandom {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(bound))
  }
}

import Basics
import GoIR
import Testing

@testable import GoFlow

struct BodyCompilerTests {
  @Test func whatIsOnlyComputedIsLeftOut() throws {
    let sample = try CollectedSample(
      """
      type T struct { n int; tags []string }

      func f(t *T, k int) []string {
        x := k * 2
        y := x * x
        if y > 3 { y++ }
        t.n = x + 1
        _ = t.tags
        return t.tags
      }
      """)
    #expect(
      try sample.text("m.f") == """
        m.f(t *m.T, k int) (_ []string)
        b0:
          %0 = parameter 0 : pointer
          %1 = parameter 1
          %2 = constant 2
          %3 = binary %1 * %2
          branch → b1 b2
        b1:  from b0
          jump → b2
        b2:  from b0 b1
          %6 = constant 1
          %7 = binary %3 + %6
          store %0.*.n = %7
          %9 = load %0.*.tags : slice
          %10 = load %0.*.tags : slice
          return %10

        """)
  }

  @Test func branchesAskOnlyWhatCallsSaid() throws {
    let sample = try CollectedSample(
      """
      func try() (int, bool)

      func f(a, b bool) {
        if _, ok := try(); !ok { a = b }
        if a == b { f(a, b) }
      }
      """)
    #expect(
      try sample.text("m.f") == """
        m.f(a bool, b bool)
        b0:
          %0 = parameter 0
          %1 = parameter 1
          %2 = call m.try()
          %3 = extract %2 1
          branch %3 → b2 b1
        b1:  from b0
          jump → b2
        b2:  from b0 b1
          %6 = phi [%0, %1]
          branch → b3 b4
        b3:  from b2
          %8 = call m.f(%6, %1)
          jump → b4
        b4:  from b2 b3
          return

        """)
  }

  @Test func loopsKeepWhatCountsTheirTurns() throws {
    let sample = try CollectedSample(
      "func f(n int) {\nfor i := 0; i < n; i++ { f(0) }\nfor n != 7 { n = g(n) }\n}\n"
        + "func g(n int) int\n")
    let text = try sample.text("m.f")
    #expect(text.contains("branch %4 → b2"))
    #expect(text.contains("branch → "))
  }

  @Test func valuesAreTakenApartByTheirLayouts() throws {
    let sample = try CollectedSample(
      """
      type Inner struct { n int; list [2][]int }
      type Outer struct { name string; in Inner; next *Outer }

      func pair() (string, Outer, error)

      func f(m map[string]*Outer, c chan Outer, any interface{}) Outer {
        _, o, err := pair()
        if p, ok := m["a"]; ok { _ = p }
        q, ok := <-c
        _, _ = q, ok
        for k, v := range m { _, _ = k, v }
        r, isOuter := any.(Outer)
        _ = isOuter
        f(nil, nil, err)
        f(nil, nil, r)
        return o
      }
      """)
    let text = try sample.text("m.f")
    let outer = ".in.list[] slice, .next pointer"
    let parts = "#1.in.list[] slice, #1.next pointer"
    #expect(text.contains("call m.pair() : {\(parts), #2 interface}"), "\(text)")
    #expect(text.contains("extract %3 1 : {\(outer)}"), "\(text)")
    #expect(text.contains("[ok] : {#0 pointer}"), "\(text)")
    #expect(text.contains("[ok] : {#0.in.list[] slice, #0.next pointer}"), "\(text)")
    #expect(text.contains("next %0 : {#2 pointer}"), "\(text)")
    #expect(text.contains("assert %2 [ok] : {#0.in.list[] slice, #0.next pointer}"), "\(text)")
  }

  @Test func largeAndDeepStructsEndWithTheRest() throws {
    let fields = (0..<30).map { "f\($0) *int" }.joined(separator: "; ")
    let deep = (0..<8).reduce("*int") { inner, _ in "struct{ x \(inner) }" }
    let sample = try CollectedSample(
      """
      var wide struct { \(fields) }
      var deep \(deep)

      func f() any { w := wide; d := deep; return [2]any{w, d} }
      """)
    let leaves = sample.facts.layouts.map(\.leaves)
    #expect(
      leaves.contains { $0.count == Layout.maximumLeaves + 1 && $0.last?.steps == [.rest] })
    #expect(
      leaves.contains { layout in
        layout.count == 1 && layout[0].steps.count == Layout.maximumDepth + 1
          && layout[0].steps.last == .rest
      })
  }

  @Test func structsThatContainThemselvesEnd() throws {
    let sample = try CollectedSample(
      """
      type T struct { a, b [2]T; p *int }
      func f(t T) T { return t }
      """)
    #expect(sample.facts.functions.count == 1)
  }

  @Test func longTablesWithoutReferencesAreOneValue() throws {
    let numbers = (0..<100).map { "\($0)" }.joined(separator: ", ")
    let sample = try CollectedSample("var table = []int{\(numbers)}")
    #expect(
      try sample.text("m.var") == """
        m.var()
        b0:
          %0 = composite {} : slice
          store table = %0
          return

        """)
  }

  @Test func literalsFollowTheirDeclarations() throws {
    let sample = try CollectedSample(
      """
      func g() {}

      func f(x int) func() {
        n := x
        return func() {
          defer func() { n++ }()
        }
      }
      """)
    let functions = sample.facts.functions
    #expect(functions.map(\.literal) == [0, 0, 1, 2])
    #expect(functions.map(\.parent.rawValue) == [.max, .max, 1, 2])
    #expect(functions[2].captures == functions[3].captures)
    let captured = functions[2].captures.map { functions[1].variables[Int($0)] }
    #expect(captured.map { sample.facts.texts[$0.name.index] } == ["n"])
    #expect(try sample.text("m.f").contains("closure m.f#1"))
    #expect(try sample.text("m.f#1").contains("closure m.f#2"))
    #expect(try sample.text("m.f#1").contains("runDeferred"))
  }

  @Test func readsOfMapsChannelsAndBytesAreKept() throws {
    let sample = try CollectedSample(
      """
      func f(m map[int]int, c chan int, s []byte, t string) {
        _, _, _, _ = len(m), len(c), cap(c), len(s)
        _ = string(s)
        _ = []byte(t)
        _ = s[1:]
      }
      """)
    let opcodes = try sample.function("m.f").body.instructions.map(\.opcode)
    #expect(opcodes.filter { $0 == .builtin }.count == 3)
    #expect(opcodes.filter { $0 == .convert }.count == 1)
    #expect(!opcodes.contains(.slice))
  }

  @Test func typesOfFunctionsHaveFieldsOfTheirOwn() throws {
    let sample = try CollectedSample(
      """
      type T struct { p *int }
      func f() { type T struct { p *int }; var t T; use(&t.p) }
      func g() { type T struct { p *int }; var t T; use(&t.p) }
      func h() { var t T; use(&t.p) }
      func use(p **int)
      """)
    let owners = sample.facts.fields.map { sample.facts.texts[$0.owner.index] }
    #expect(owners == ["T·1", "T·2", "T"])
  }

  @Test func whatDoesNotFitIsCut() throws {
    let elements = String(repeating: "&x, ", count: 66_000)
    let sample = try CollectedSample("var x int\nvar all = []*int{\(elements)}")
    let facts = sample.facts
    let composite = facts.functions.flatMap(\.body.instructions).first { $0.opcode == .composite }
    #expect(composite?.operandCount == .max)
    #expect(try PackageFacts(decoding: facts.encoded()) == facts)

    var layouts = LayoutTable()
    let numbers = (0..<70_000).map { field in
      let leaf = Layout.Leaf(steps: [.field(FieldNumber(field))], kind: .pointer)
      return layouts.number(of: Layout(leaves: [leaf]))
    }
    #expect(layouts.layouts.count == 0x1_0000)
    #expect(numbers.first == LayoutNumber(rawValue: 3))
    #expect(numbers.last == .open)
  }
}

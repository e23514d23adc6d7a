import GoTypes
import Testing

@testable import GoIR

/// What was lowered can be let go and lowered again.
struct DropTests {
  @Test func whatIsLoweredAgainIsTheSame() throws {
    let sample = try LoweredSample(
      """
      type T struct{ m map[string][]func() }
      func (t *T) f(k string) {
      \tfor _, g := range t.m[k] { go func() { g(); t.f(k) }() }
      }
      """)
    let before = try [sample.text(), sample.text(1)]
    sample.bodies.drop(try sample.declaration().node)
    #expect(try [sample.text(), sample.text(1)] == before)
  }

  /// Fields, variables and callees keep their numbers.
  @Test func namesStayWhenBodiesGo() throws {
    let sample = try LoweredSample("var v struct{ a, b int }\nfunc f() { v.b = v.a; f() }")
    _ = try sample.function()
    let fields = sample.bodies.symbols.fields.elements
    sample.bodies.drop(try sample.declaration().node)
    _ = try sample.function()
    #expect(sample.bodies.symbols.fields.elements == fields)
    #expect(fields.map(\.name) == ["b", "a"])
  }
}

import Testing

/// What cannot be found has the shape that its uses force.
struct UnknownTypeTests {
  @Test func elementsOfUnknownMapsHaveKeys() throws {
    let sample = try LoweredSample(
      """
      import "lost/x"
      func f(h x.Header, k string) {
      \tdelete(h, k)
      \th[k] = nil
      \tfor i, v := range h { println(i, v) }
      }
      """)
    let lines = try sample.text().split(separator: "\n")
    #expect(lines.contains("  store %0[%1] (h[]) = %3"))
    #expect(sample.faults().isEmpty)
    let function = try sample.function()
    #expect(function.addresses.elements.contains { $0.step == .mapElement })
  }

  @Test func elementsOfUnknownSlicesAreLoaded() throws {
    let sample = try LoweredSample(
      """
      import "lost/x"
      func f(l x.List) {
      \tl = append(l, nil)
      \tfor i, v := range l { println(i, v) }
      }
      """)
    let function = try sample.function()
    #expect(function.instructions.elements.contains { $0.opcode == .load })
    #expect(function.addresses.elements.contains { $0.step == .element })
  }

  @Test func unknownChannelsAreReceivedFrom() throws {
    let sample = try LoweredSample(
      """
      import "lost/x"
      func f(c x.Channel) {
      \tc <- nil
      \tfor v := range c { println(v) }
      }
      """)
    #expect(
      try sample.function().instructions.elements.contains {
        $0.opcode == .receive && $0.flags.contains(.commaOk)
      })
  }

  /// A selector on something unknown reads behind a pointer; calls of it keep their names.
  @Test func fieldsOfTheUnknownLieBehindAPointer() throws {
    let sample = try LoweredSample(
      """
      import "lost/x"
      func f(p x.P) {
      \tp.n = 1
      \tp.Close(p.n)
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter p
          %1 = constant 1
          store %0.*.n (p.*.n) = %1
          %3 = load %0.*.n (p.*.n)
          %4 = call (%0).?Close(%3)
          return
        """)
  }
}

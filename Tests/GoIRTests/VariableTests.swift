import Testing

/// Variables that live in memory, and when a new one begins.
struct VariableTests {
  @Test func capturedVariablesAreDeclaredInEachIteration() throws {
    let sample = try LoweredSample(
      """
      func f(xs []string) {
      \tfor i, x := range xs {
      \t\tgo func() { println(i, x) }()
      \t}
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter xs
          jump → b1
        b1:  from b0 b2
          %2 = next %0
          %3 = extract %2 0
          branch %3 → b2 b3
        b2:  from b1
          %5 = extract %2 1
          declare i = %5
          %7 = load %0[%5] (xs[])
          declare x = %7
          %9 = closure #1
          go %9 value()
          jump → b1
        b3:  from b1
          return
        """)
    #expect(
      try sample.text(1)
        == """
          captures i, x
        b0:
          %0 = load i
          %1 = load x
          %2 = builtin println(%0, %1)
          return
        """)
    #expect(sample.faults().isEmpty)
  }

  @Test func eachIterationHasItsOwnVariable() throws {
    let sample = try LoweredSample(
      """
      func f(n int) {
      \tfor i := 0; i < n; i++ {
      \t\tdefer func() { println(i) }()
      \t}
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter n
          %1 = constant 0
          declare i = %1
          jump → b1
        b1:  from b0 b3
          %4 = load i
          %5 = binary %4 < %0
          branch %5 → b2 b4
        b2:  from b1
          %7 = closure #1
          defer %7 value()
          jump → b3
        b3:  from b2
          %10 = load i
          declare i = %10 [implicit]
          %12 = load i
          %13 = constant 1
          %14 = binary %12 + %13
          store i = %14
          jump → b1
        b4:  from b1
          runDeferred %8 [repeated]
          return
        """)
    #expect(
      try sample.text(1)
        == """
          captures i
        b0:
          %0 = load i
          %1 = builtin println(%0)
          return
        """)
    #expect(sample.faults().isEmpty)
  }

  @Test func before122AllIterationsShareTheirVariables() throws {
    let sample = try LoweredSample(
      """
      func f(n int) {
      \tfor i := 0; i < n; i++ {
      \t\tdefer func() { println(i) }()
      \t}
      \tfor i, s := range []string{"a"} {
      \t\tgo println(&i, &s)
      \t}
      }
      """, go: "1.21")
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter n
          %1 = constant 0
          declare i = %1
          jump → b1
        b1:  from b0 b3
          %4 = load i
          %5 = binary %4 < %0
          branch %5 → b2 b4
        b2:  from b1
          %7 = closure #1
          defer %7 value()
          jump → b3
        b3:  from b2
          %10 = load i
          %11 = constant 1
          %12 = binary %10 + %11
          store i = %12
          jump → b1
        b4:  from b1
          %15 = constant "a"
          %16 = composite {%15}
          %17 = zero
          declare i = %17
          %19 = zero
          declare s = %19
          jump → b5
        b5:  from b4 b6
          %22 = next %16
          %23 = extract %22 0
          branch %23 → b6 b7
        b6:  from b5
          %25 = extract %22 1
          store i = %25
          %27 = load %16[%25] (%16[])
          store s = %27
          %29 = address i
          %30 = address s
          go println(%29, %30)
          jump → b5
        b7:  from b5
          runDeferred %8 [repeated]
          return
        """)
    #expect(
      try sample.text(1)
        == """
          captures i
        b0:
          %0 = load i
          %1 = builtin println(%0)
          return
        """)
    #expect(sample.faults().isEmpty)
  }
}

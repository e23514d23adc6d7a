import Testing

/// Deferred calls, panics, and calls that do not return.
struct ExitTests {
  @Test func aPanicLeadsToNamedResultsWhereItIsRecovered() throws {
    let sample = try LoweredSample(
      """
      func g() (int, error)
      func f() (n int, err error) {
      \tdefer func() {
      \t\tif r := recover(); r != nil {
      \t\t\tn = 1
      \t\t}
      \t}()
      \tif n, err := g(); err != nil {
      \t\treturn n, err
      \t}
      \tpanic("x")
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = zero
          declare n = %0
          %2 = zero
          declare err = %2
          %4 = closure #1
          defer %4 value()
          %6 = call m.g()
          %7 = extract %6 0
          %8 = extract %6 1
          %9 = constant nil
          %10 = binary %8 != %9
          branch %10 → b1 b2
        b1:  from b0
          store n = %7
          store err = %8
          runDeferred %5 [sure]
          %15 = load n
          %16 = load err
          return %15, %16
        b2:  from b0
          %18 = constant "x"
          %19 = convert %18 [implicit]
          startPanic %19
          runDeferred %5 [sure]
          %22 = load n
          %23 = load err
          return %22, %23 [recovered]
        """)
    #expect(
      try sample.text(1)
        == """
          captures n
        b0:
          %0 = recover
          %1 = constant nil
          %2 = binary %0 != %1
          branch %2 → b1 b2
        b1:  from b0
          %4 = constant 1
          store n = %4
          jump → b2
        b2:  from b0 b1
          return
        """)
    #expect(sample.faults().isEmpty)
  }

  @Test func deferredCallsRunInReverseOrder() throws {
    let sample = try LoweredSample(
      """
      func f(a, b bool, c func()) {
      \tdefer c()
      \tif a {
      \t\tdefer println("a")
      \t}
      \tfor b {
      \t\tdefer println("b")
      \t\tb = !b
      \t}
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter a
          %1 = parameter b
          %2 = parameter c
          defer %2 c()
          branch %0 → b1 b2
        b1:  from b0
          %5 = constant "a"
          defer println(%5)
          jump → b2
        b2:  from b0 b1
          jump → b3
        b3:  from b2 b5
          %9 = phi [%1, %13] b
          branch %9 → b4 b6
        b4:  from b3
          %11 = constant "b"
          defer println(%11)
          %13 = unary ! %9
          jump → b5
        b5:  from b4
          jump → b3
        b6:  from b3
          runDeferred %12 [repeated]
          runDeferred %6
          runDeferred %3 [sure]
          return
        """)
    #expect(sample.faults().isEmpty)
  }

  @Test func exitsThatUnwindWithTheSameCallsPendingAreOne() throws {
    let sample = try LoweredSample(
      """
      func f(a, b, c bool) {
      \tif a {
      \t\tpanic("before")
      \t}
      \tdefer println("end")
      \tif b {
      \t\tpanic("b")
      \t}
      \tif c {
      \t\tpanic("c")
      \t}
      }
      """)
    let text = try sample.text()
    // The exit before the defer statement, and the one that two blocks lead to.
    #expect(text.ranges(of: "unwind").count == 2)
    // There, and where the function returns.
    #expect(text.ranges(of: "runDeferred").count == 2)
    #expect(sample.faults().isEmpty)
  }

  @Test func callsThatNeverReturnEndTheirBlock() throws {
    let sample = try LoweredSample(
      """
      func fail() { panic("never") }
      func stop() { fail() }
      func run() { for { } }
      func f(n int) int {
      \tdefer println("end")
      \tif n > 1 {
      \t\tstop()
      \t}
      \tif n > 0 {
      \t\trun()
      \t}
      \tselect {}
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter n
          %1 = constant "end"
          defer println(%1)
          %3 = constant 1
          %4 = binary %0 > %3
          branch %4 → b1 b2
        b1:  from b0
          %6 = call m.stop() [never-returns]
          runDeferred %2 [sure]
          unwind
        b2:  from b0
          %9 = constant 0
          %10 = binary %0 > %9
          branch %10 → b3 b4
        b3:  from b2
          %12 = call m.run() [never-returns]
          halt
        b4:  from b2
          halt
        """)
    #expect(sample.faults().isEmpty)
  }
}

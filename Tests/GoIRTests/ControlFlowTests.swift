import Testing

/// Branches and jumps.
struct ControlFlowTests {
  @Test func selectEvaluatesItsOperandsOnce() throws {
    let sample = try LoweredSample(
      """
      func f(a, b chan int, d chan string) (r int) {
      \tselect {
      \tcase v, ok := <-a:
      \t\tif ok {
      \t\t\tr = v
      \t\t}
      \tcase b <- 1:
      \t\treturn 2
      \tcase <-d:
      \t}
      \treturn
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter a
          %1 = parameter b
          %2 = parameter d
          %3 = zero
          %4 = constant 1
          select %0, %1, %4, %2 → b1 b4 b5
        b1:  from b0
          %6 = receive %0 [ok selected]
          %7 = extract %6 0
          %8 = extract %6 1
          branch %8 → b2 b3
        b2:  from b1
          jump → b3
        b3:  from b1 b2
          %11 = phi [%3, %7] r
          jump → b6
        b4:  from b0
          send %1, %4 [selected]
          %14 = constant 2
          return %14
        b5:  from b0
          %16 = receive %2 [selected]
          jump → b6
        b6:  from b3 b5
          %18 = phi [%11, %3] r
          return %18
        """)
    #expect(sample.faults().isEmpty)
  }

  @Test func fallthroughLeadsToTheNextClause() throws {
    let sample = try LoweredSample(
      """
      func f(x int) (s string) {
      \tswitch {
      \tcase x > 3:
      \t\ts = "a"
      \t\tfallthrough
      \tcase x > 2, x == 0:
      \t\ts += "b"
      \tdefault:
      \t\ts = "c"
      \t}
      \treturn s
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter x
          %1 = zero
          %2 = constant 3
          %3 = binary %0 > %2
          branch %3 → b1 b2
        b1:  from b0
          %5 = constant "a"
          jump → b4
        b2:  from b0
          %7 = constant 2
          %8 = binary %0 > %7
          branch %8 → b4 b3
        b3:  from b2
          %10 = constant 0
          %11 = binary %0 == %10
          branch %11 → b4 b5
        b4:  from b2 b3 b1
          %13 = phi [%1, %1, %5] s
          %14 = constant "b"
          %15 = binary %13 + %14
          jump → b7
        b5:  from b3
          jump → b6
        b6:  from b5
          %18 = constant "c"
          jump → b7
        b7:  from b4 b6
          %20 = phi [%15, %18] s
          return %20
        """)
    #expect(sample.faults().isEmpty)
  }

  @Test func jumpsLeadToLabels() throws {
    let sample = try LoweredSample(
      """
      func f(n int) {
      retry:
      \tif n > 0 {
      \t\tn--
      \t\tgoto retry
      \t}
      outer:
      \tfor {
      \t\tfor {
      \t\t\tif n == 1 { break outer }
      \t\t\tcontinue outer
      \t\t}
      \t}
      \tprintln(n)
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter n
          jump → b1
        b1:  from b0 b2
          %2 = phi [%0, %7] n
          %3 = constant 0
          %4 = binary %2 > %3
          branch %4 → b2 b3
        b2:  from b1
          %6 = constant 1
          %7 = binary %2 - %6
          jump → b1
        b3:  from b1
          jump → b4
        b4:  from b3 b11
          jump → b5
        b5:  from b4
          jump → b6
        b6:  from b5
          jump → b7
        b7:  from b6
          %13 = constant 1
          %14 = binary %2 == %13
          branch %14 → b8 b10
        b8:  from b7
          jump → b9
        b9:  from b8
          %17 = builtin println(%2)
          return
        b10:  from b7
          jump → b11
        b11:  from b10
          jump → b4
        """)
    #expect(sample.faults().isEmpty)
  }
}

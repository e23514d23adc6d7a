import Testing

/// Range loops of every kind.
struct RangeTests {
  @Test func iteratorFunctionsGiveWhatTheyYield() throws {
    let sample = try LoweredSample(
      """
      func f(seq func(yield func(int, string) bool)) {
      \tfor k, v := range seq { println(k, v) }
      \tfor range seq { }
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter seq
          jump → b1
        b1:  from b0 b2
          %2 = next %0
          %3 = extract %2 0
          branch %3 → b2 b3
        b2:  from b1
          %5 = extract %2 1
          %6 = extract %2 2
          %7 = builtin println(%5, %6)
          jump → b1
        b3:  from b1
          jump → b4
        b4:  from b3 b5
          %10 = next %0
          %11 = extract %10 0
          branch %11 → b5 b6
        b5:  from b4
          jump → b4
        b6:  from b4
          return
        """)
    #expect(sample.faults().isEmpty)
  }

  /// An array is copied before the loop, what a pointer to one points at is not.
  @Test func elementsAreReadInEachStep() throws {
    let sample = try LoweredSample(
      """
      func f() {
      \tvar arr [3]int
      \tfor i, v := range arr { println(i, v) }
      \tfor i, v := range &arr { println(i, v) }
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = zero
          declare arr = %0
          %2 = load arr
          jump → b1
        b1:  from b0 b2
          %4 = next %2
          %5 = extract %4 0
          branch %5 → b2 b3
        b2:  from b1
          %7 = extract %4 1
          %8 = element %2, %7
          %9 = builtin println(%7, %8)
          jump → b1
        b3:  from b1
          %11 = address arr
          jump → b4
        b4:  from b3 b5
          %13 = next %11
          %14 = extract %13 0
          branch %14 → b5 b6
        b5:  from b4
          %16 = extract %13 1
          %17 = load %11.*[%16] (arr[])
          %18 = builtin println(%16, %17)
          jump → b4
        b6:  from b4
          return
        """)
    #expect(sample.faults().isEmpty)
  }

  @Test func channelsAreReceivedFromAndIntegersCounted() throws {
    let sample = try LoweredSample(
      """
      func f(c chan int) {
      \tfor v := range c { println(v) }
      \tfor i := range 10 { println(i) }
      \tfor i, r := range "abc" { println(i, r) }
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter c
          jump → b1
        b1:  from b0 b2
          %2 = receive %0 [ok]
          %3 = extract %2 1
          branch %3 → b2 b3
        b2:  from b1
          %5 = extract %2 0
          %6 = builtin println(%5)
          jump → b1
        b3:  from b1
          %8 = constant 10
          jump → b4
        b4:  from b3 b5
          %10 = next %8
          %11 = extract %10 0
          branch %11 → b5 b6
        b5:  from b4
          %13 = extract %10 1
          %14 = builtin println(%13)
          jump → b4
        b6:  from b4
          %16 = constant "abc"
          jump → b7
        b7:  from b6 b8
          %18 = next %16
          %19 = extract %18 0
          branch %19 → b8 b9
        b8:  from b7
          %21 = extract %18 1
          %22 = extract %18 2
          %23 = builtin println(%21, %22)
          jump → b7
        b9:  from b7
          return
        """)
    #expect(sample.faults().isEmpty)
  }
}

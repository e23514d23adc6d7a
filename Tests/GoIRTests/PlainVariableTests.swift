import Testing

/// Variables that are neither addressed nor captured are values.
struct PlainVariableTests {
  @Test func aSentSliceIsAValueAndNotAVariable() throws {
    let sample = try LoweredSample(
      """
      func f(ch chan []int, batch []int) {
      \tch <- batch
      \tbatch = nil
      \tch <- batch
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter ch
          %1 = parameter batch
          send %0, %1
          %3 = constant nil
          send %0, %3
          return
        """)
    #expect(sample.faults().isEmpty)
  }

  @Test func loopsJoinTheValuesOfVariables() throws {
    let sample = try LoweredSample(
      """
      func f(n int) int {
      \tfor i := 0; i < n; i++ {
      \t\tif i == 3 {
      \t\t\tcontinue
      \t\t}
      \t\tn--
      \t}
      \treturn n
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter n
          %1 = constant 0
          jump → b1
        b1:  from b0 b5
          %3 = phi [%1, %16] i
          %4 = phi [%0, %14] n
          %5 = binary %3 < %4
          branch %5 → b2 b6
        b2:  from b1
          %7 = constant 3
          %8 = binary %3 == %7
          branch %8 → b3 b4
        b3:  from b2
          jump → b5
        b4:  from b2
          %11 = constant 1
          %12 = binary %4 - %11
          jump → b5
        b5:  from b3 b4
          %14 = phi [%4, %12] n
          %15 = constant 1
          %16 = binary %3 + %15
          jump → b1
        b6:  from b1
          return %4
        """)
    #expect(sample.faults().isEmpty)
  }
}

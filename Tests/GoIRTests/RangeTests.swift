import Testing

/// Range loops of every kind.
struct RangeTests {
  @Test func rangesStepThroughWhatTheyGoOver() throws {
    let sample = try LoweredSample(
      """
      func f(seq func(yield func(int, string) bool)) {
      \tfor k, v := range seq { println(k, v) }
      \tfor i := range 10 { println(i) }
      \tfor range seq { }
      \tvar arr [3]int
      \tfor i, v := range arr { println(i, v) }
      \tfor i, v := range &arr { println(i, v) }
      \tfor c := range make(chan int) { println(c) }
      \tfor i, r := range "abc" { println(i, r) }
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
          %9 = constant 10
          jump → b4
        b4:  from b3 b5
          %11 = next %9
          %12 = extract %11 0
          branch %12 → b5 b6
        b5:  from b4
          %14 = extract %11 1
          %15 = builtin println(%14)
          jump → b4
        b6:  from b4
          jump → b7
        b7:  from b6 b8
          %18 = next %0
          %19 = extract %18 0
          branch %19 → b8 b9
        b8:  from b7
          jump → b7
        b9:  from b7
          %22 = zero
          declare arr = %22
          %24 = load arr
          jump → b10
        b10:  from b9 b11
          %26 = next %24
          %27 = extract %26 0
          branch %27 → b11 b12
        b11:  from b10
          %29 = extract %26 1
          %30 = element %24, %29
          %31 = builtin println(%29, %30)
          jump → b10
        b12:  from b10
          %33 = address arr
          jump → b13
        b13:  from b12 b14
          %35 = next %33
          %36 = extract %35 0
          branch %36 → b14 b15
        b14:  from b13
          %38 = extract %35 1
          %39 = load %33.*[%38] (arr[])
          %40 = builtin println(%38, %39)
          jump → b13
        b15:  from b13
          %42 = make
          jump → b16
        b16:  from b15 b17
          %44 = receive %42 [ok]
          %45 = extract %44 1
          branch %45 → b17 b18
        b17:  from b16
          %47 = extract %44 0
          %48 = builtin println(%47)
          jump → b16
        b18:  from b16
          %50 = constant "abc"
          jump → b19
        b19:  from b18 b20
          %52 = next %50
          %53 = extract %52 0
          branch %53 → b20 b21
        b20:  from b19
          %55 = extract %52 1
          %56 = extract %52 2
          %57 = builtin println(%55, %56)
          jump → b19
        b21:  from b19
          return
        """)
    #expect(sample.faults().isEmpty)
  }
}

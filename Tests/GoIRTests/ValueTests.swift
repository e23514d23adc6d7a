import Testing

/// Values that are made of others.
struct ValueTests {
  @Test func mapsAssertionsAndBuiltins() throws {
    let sample = try LoweredSample(
      """
      func f(m map[string]int, k string, x any, c chan int) {
      \tv, ok := m[k]
      \te, ok2 := x.(error)
      \tdelete(m, k)
      \t_, _, _, _ = v, ok, e, ok2
      \ty := [][]int{{1}, {2, 3}}
      \tz := map[string]*struct{ a int }{"x": {a: 1}}
      \ty[0] = append(y[0], z["x"].a, <-c)
      \tcopy(y[0][1:], y[1][:2:3])
      \tclear(m)
      \tclose(c)
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter m
          %1 = parameter k
          %2 = parameter x
          %3 = parameter c
          %4 = load %0[%1] (m[]) [ok]
          %5 = extract %4 0
          %6 = extract %4 1
          %7 = assert %2 [ok]
          %8 = extract %7 0
          %9 = extract %7 1
          delete %0, %1
          %11 = constant 1
          %12 = composite {%11}
          %13 = constant 2
          %14 = constant 3
          %15 = composite {%13, %14}
          %16 = composite {%12, %15}
          %17 = constant "x"
          %18 = constant 1
          %19 = composite {a: %18}
          %20 = new %19
          %21 = composite {%17: %20}
          %22 = constant 0
          %23 = constant 0
          %24 = load %16[%23] (%16[])
          %25 = constant "x"
          %26 = load %21[%25] (%21[])
          %27 = load %26.*.a (%21[].*.a)
          %28 = receive %3
          %29 = append %24, %27, %28
          store %16[%22] (%16[]) = %29
          %31 = constant 0
          %32 = load %16[%31] (%16[])
          %33 = constant 1
          %34 = slice %32, %33, _, _
          %35 = constant 1
          %36 = load %16[%35] (%16[])
          %37 = constant 2
          %38 = constant 3
          %39 = slice %36, _, %37, %38
          %40 = copy %34, %39
          clear %0
          close %3
          return
        """)
    #expect(sample.faults().isEmpty)
  }

  @Test func initialValuesAreABody() throws {
    let sample = try LoweredSample(
      """
      var table = map[string]func(){"a": func() { println(table) }}
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = constant "a"
          %1 = closure #1
          %2 = composite {%0: %1}
          store table = %2
          return
        """)
    #expect(
      try sample.text(1)
        == """
        b0:
          %0 = load table
          %1 = builtin println(%0)
          return
        """)
    #expect(sample.faults().isEmpty)
  }
}

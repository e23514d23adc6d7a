import Testing

/// What calls get.
struct CallTests {
  @Test func receiversAreWhatMethodsTake() throws {
    let sample = try LoweredSample(
      """
      type S struct{ n int }
      func (s *S) Inc(by ...int) { s.n++ }
      func (s S) Get() int { return s.n }
      type I interface{ Inc(by ...int) }
      type E struct{ *S; I }
      func f(e E, i I) {
      \te.S.Inc(1, 2)
      \te.Get()
      \tx := S{}
      \tx.Inc()
      \th := x.Inc
      \th(3)
      \tk := (*S).Inc
      \tk(&x, 4)
      \ti = &x
      \ti.Inc([]int{1}...)
      \te.I.Inc()
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter e
          %1 = parameter i
          %2 = field %0.S
          %3 = constant 1
          %4 = constant 2
          %5 = composite {%3, %4} [implicit]
          %6 = call (%2).m.(*S).Inc(%5)
          %7 = field %0.S
          %8 = load %7.* (e.S.*) [implicit]
          %9 = call (%8).m.S.Get()
          %10 = composite {}
          declare x = %10
          %12 = address x
          %13 = zero [implicit]
          %14 = call (%12).m.(*S).Inc(%13)
          %15 = address x
          %16 = methodValue m.(*S).Inc of %15
          %17 = constant 3
          %18 = composite {%17} [implicit]
          %19 = call %16 h(%18)
          %20 = function m.(*S).Inc
          %21 = address x
          %22 = constant 4
          %23 = composite {%22} [implicit]
          %24 = call %20 k(%21, %23)
          %25 = address x
          %26 = convert %25 [implicit]
          %27 = constant 1
          %28 = composite {%27}
          %29 = call (%26).m.I.Inc(%28) [spread]
          %30 = field %0.I
          %31 = zero [implicit]
          %32 = call (%30).m.I.Inc(%31)
          return
        """)
    #expect(sample.faults().isEmpty)
  }

  @Test func argumentsOfGenericFunctionsAreLowered() throws {
    let sample = try LoweredSample(
      """
      func Map[T, U any](xs []T, f func(T) U) (out []U) {
      \tfor _, x := range xs { out = append(out, f(x)) }
      \treturn
      }
      func f() []string {
      \treturn Map([]int{1}, func(i int) string { return "x" })
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = constant 1
          %1 = composite {%0}
          %2 = closure #1
          %3 = call m.Map(%1, %2)
          return %3
        """)
    #expect(
      try sample.text(1)
        == """
        b0:
          %0 = parameter i
          %1 = constant "x"
          return %1
        """)
    #expect(sample.faults().isEmpty)
  }
}

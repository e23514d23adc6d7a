import Testing

/// What loads and stores name.
struct PlaceTests {
  @Test func placesArePathsOfLoads() throws {
    let sample = try LoweredSample(
      """
      type T struct{ a, b int; next *T; m map[string]*T; arr [4]int }
      func f(t *T, k string) int {
      \tt.next.next.a = 1
      \tt.m[k].b += 2
      \tp := &t.next.arr[2]
      \tv := t.arr
      \tv[1] = *p
      \tw := *t
      \tw.next.b++
      \tw.b = 3
      \treturn w.b + v[0]
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter t
          %1 = parameter k
          %2 = load %0.*.next (t.*.next)
          %3 = load %2.*.next (t.*.next.*.next)
          %4 = constant 1
          store %3.*.a (t.*.next.*.next.*.a) = %4
          %6 = load %0.*.m (t.*.m)
          %7 = load %6[%1] (t.*.m[])
          %8 = load %7.*.b (t.*.m[].*.b)
          %9 = constant 2
          %10 = binary %8 + %9
          store %7.*.b (t.*.m[].*.b) = %10
          %12 = load %0.*.next (t.*.next)
          %13 = constant 2
          %14 = address %12.*.arr[%13] (t.*.next.*.arr[])
          %15 = load %0.*.arr (t.*.arr)
          %16 = constant 1
          %17 = load %14.* (t.*.next.*.arr[])
          %18 = updateElement %15, %16, %17
          %19 = load %0.* (t.*)
          %20 = field %19.next
          %21 = load %20.*.b (t.*.next.*.b)
          %22 = constant 1
          %23 = binary %21 + %22
          store %20.*.b (t.*.next.*.b) = %23
          %25 = constant 3
          %26 = updateField %19.b = %25
          %27 = field %26.b
          %28 = constant 0
          %29 = element %18, %28
          %30 = binary %27 + %29
          return %30
        """)
    #expect(sample.faults().isEmpty)
  }

  @Test func elementsOfArraysLieInTheirVariable() throws {
    let sample = try LoweredSample(
      """
      func f(a [2]struct{ xs []int }, i int) []int {
      \ta[i].xs = nil
      \tp := &a
      \tp[0].xs[1]++
      \treturn a[1].xs[:]
      }
      """)
    #expect(
      try sample.text()
        == """
        b0:
          %0 = parameter a
          declare a = %0
          %2 = parameter i
          %3 = constant nil
          store a[%2].xs (a[].xs) = %3
          %5 = address a
          %6 = constant 0
          %7 = load %5.*[%6].xs (a[].xs)
          %8 = constant 1
          %9 = load %7[%8] (a[].xs[])
          %10 = constant 1
          %11 = binary %9 + %10
          store %7[%8] (a[].xs[]) = %11
          %13 = constant 1
          %14 = load a[%13].xs (a[].xs)
          %15 = slice %14, _, _, _
          return %15
        """)
    #expect(sample.faults().isEmpty)
  }
}

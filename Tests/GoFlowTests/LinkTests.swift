import Basics
import Testing

@testable import GoFlow

struct LinkTests {
  @Test func callsGoToTheOtherPackagesBodies() throws {
    let sample = try LinkedSample([
      "a.go": """
      package m
      import "m/b"
      type T struct{ b.S }
      func f(t *T) { t.Set(1); b.Free(); t.N = 2; missing() }
      """,
      "b/b.go": """
      package b
      type S struct { N int }
      func (s *S) Set(n int) { s.N = n }
      func Free() { go func() { shared = 1 }() }
      var shared int
      """,
    ])
    #expect(try sample.calls("m.f") == ["m/b.S.Set", "m/b.Free", "unknown "])
    #expect(try sample.callees("m/b.Free") == ["m/b.Free#1"])
    #expect(try sample.text("m/b.S.Set").contains("store %0.*.N"))
    #expect(try sample.text("m.f").contains("S.N = "))
    let shared = GlobalNumber(0)
    #expect(sample.program.texts[sample.program.globals[shared].name] == "shared")
  }

  private static let wrappers = [
    "a.go": """
    package m
    type Store interface { Put(int); Get() int }
    type Getter interface { Get() int }
    type Disk struct { n int }
    func (d *Disk) Put(n int) { d.n = n }
    func (d *Disk) Get() int { return d.n }
    type Memory struct { n int }
    func (m Memory) Put(n int) {}
    func (m Memory) Get() int { return m.n }
    type Only struct{}
    func (Only) Get() int { return 0 }
    type Cached struct { Getter }
    type Big struct { *Disk }
    type Mock struct{}
    func (Mock) Get() int { return 1 }
    type Wrong struct{}
    func (Wrong) Get() string { return "" }

    func read(g Getter) int { return g.Get() }
    func store(s Store) { s.Put(1); _ = read(s) }
    func anything(x any) { if s, ok := x.(Store); ok { s.Put(2) } }
    func cached(c interface { Get() int; More() }) { c.Get() }
    func wire() {
      store(&Disk{})
      anything(Big{})
      anything(Wrong{})
      read(Only{})
      var x any = Memory{}
      _ = x.(Wrong)
    }
    func hold() { use(&Cached{}) }
    func use(x interface{ Get() int; Has() }) {}
    func generic[T Store](t T) { t.Put(3) }
    """,
    "a_test.go": """
    package m
    func testRead(g Getter) { g.Get(); read(Mock{}) }
    """,
  ]

  @Test func typesComeToInterfacesByConversionsAlone() throws {
    let sample = try LinkedSample(Self.wrappers)
    #expect(
      try sample.calls("m.store") == ["m.Disk.Put | m.Disk.Put.Disk* | m.Memory.Put", "m.read"])
    #expect(
      try sample.calls("m.read") == [
        "m.Disk.Get | m.Disk.Get.Disk* | m.Memory.Get | m.Only.Get"
      ])
    #expect(try sample.calls("m.anything") == ["m.Disk.Put | m.Disk.Put.Disk* | m.Memory.Put"])
    #expect(try sample.calls("m.cached") == ["unknown Get"])
    #expect(try sample.calls("m.generic") == ["unknown m.Store.Put"])
  }

  @Test func whatTestsConvertComesToTestsAlone() throws {
    let sample = try LinkedSample(Self.wrappers)
    #expect(
      try sample.calls("m.testRead").first
        == "m.Disk.Get | m.Disk.Get.Disk* | m.Memory.Get | m.Only.Get | m.Mock.Get")
    #expect(try !sample.callees("m.read").contains("m.Mock.Get"))
  }

  @Test func embeddedInterfacesLeadToWhatLiesInThem() throws {
    let sample = try LinkedSample(
      """
      type Reader interface { Read() }
      type File struct{}
      func (*File) Read() {}
      type Wrapper struct { Reader }
      func (*Wrapper) More() {}
      type Full interface { Read(); More() }

      func f(x Full) { x.Read() }
      func main() { var r Reader = &File{}; f(&Wrapper{r}) }
      """)
    #expect(try sample.calls("m.f") == ["m.File.Read.Reader!"])
  }

  @Test func veryManyTargetsCountAsUnknown() throws {
    func program(_ count: Int) throws -> LinkedSample {
      let types = (0..<count).map { "type T\($0) struct{}\nfunc (T\($0)) M() {}\n" }.joined()
      let uses = (0..<count).map { "f(T\($0){})" }.joined(separator: "; ")
      return try LinkedSample(
        "type I interface { M() }\n\(types)func f(i I) { i.M() }\nfunc g() { \(uses) }")
    }
    #expect(try program(16).callees("m.f").count == 16)
    #expect(try program(17).callees("m.f").isEmpty)
    #expect(try program(17).calls("m.f") == ["unknown m.I.M"])
  }

  @Test func methodsThatAreNotExportedBelongToTheirPackage() throws {
    let sample = try LinkedSample([
      "a.go": """
      package m
      import "m/b"
      type I interface { b.I; own() }
      type T struct{}
      func (T) hidden() {}
      func (T) own() {}
      func f(x any) { x.(b.I).Call(); x.(interface{ hidden() }).hidden() }
      func g() { f(T{}); f(b.New()) }
      """,
      "b/b.go": """
      package b
      type I interface { hidden(); Call() }
      type T struct{}
      func (T) hidden() {}
      func (T) Call() {}
      func New() T { return T{} }
      """,
    ])
    #expect(try sample.calls("m.f") == ["m/b.T.Call", "m.T.hidden"])
  }
}

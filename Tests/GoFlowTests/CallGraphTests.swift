import Basics
import Testing

@testable import GoFlow

struct CallGraphTests {
  private static let files = [
    "a.go": """
    package m
    import "m/b"
    func a() { d(); b.Leaf() }
    func d() { e() }
    func e() { d(); x := func() { leaf() }; x() }
    func leaf() {}
    func value() { use(leaf); m := T.M; _ = m; t := T{}; use(t.M) }
    func use(func()) {}
    type T struct{}
    func (T) M() { go leaf() }
    func back() { func() { back() }() }
    func self() { self() }
    """,
    "b/b.go": "package b\nfunc Leaf() { defer inner() }\nfunc inner() {}\n",
    "b/b_test.go": "package b_test\nimport \"m/b\"\nfunc TestIt() { b.Leaf() }\n",
  ]

  @Test func componentsComeAfterWhatTheyDependOn() throws {
    let sample = try LinkedSample(Self.files)
    let graph = sample.graph
    for (index, component) in graph.components.elements.enumerated() {
      #expect(component.dependencies.allSatisfy { $0.index < index })
      for function in component.functions {
        #expect(graph.component(of: function).index == index)
        for callee in graph.callees(of: function) {
          #expect(graph.component(of: callee).index <= index)
        }
      }
    }
    #expect(sample.components.contains(["m.d", "m.e"]))
    #expect(sample.components.contains(["m.back", "m.back#1"]))
    let recursive = graph.components.elements.indices.filter {
      graph.components.elements[$0].isRecursive
    }
    #expect(
      recursive.flatMap { sample.components[$0] }.sorted() == [
        "m.back", "m.back#1", "m.d", "m.e", "m.self",
      ])
  }

  @Test func bodiesDependOnWhatTheyMention() throws {
    let sample = try LinkedSample(Self.files)
    #expect(try sample.callees("m.value") == ["m.leaf", "m.use", "m.T.M"])
    #expect(try sample.callees("m.T.M") == ["m.leaf"])
    #expect(try sample.callees("m/b.Leaf") == ["m/b.inner"])
    #expect(try sample.callees("m/b_test [test].TestIt") == ["m/b.Leaf"])
  }

  @Test func nothingDependsOnTheOrderOfPackagesOrOnThreads() throws {
    let one = try LinkedSample(Self.files)
    let other = try LinkedSample(Self.files, reversed: true, jobs: 3)
    #expect(one.components == other.components)
    #expect(one.program.functions.elements == other.program.functions.elements)
    #expect(one.program.callees.elements == other.program.callees.elements)
    #expect(one.program.files == other.program.files)
  }

  @Test func longChainsNeedNoStack() throws {
    let count = 20_000
    let chain = (0..<count).map { "func f\($0)() { f\(($0 + 1) % count)() }\n" }.joined()
    let sample = try LinkedSample(chain)
    #expect(sample.graph.components.count == 1)
  }
}

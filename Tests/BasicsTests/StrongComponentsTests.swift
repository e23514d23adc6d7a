import Basics
import Testing

struct StrongComponentsTests {
  private func components(_ edges: [[Int]]) -> StrongComponents {
    StrongComponents(nodes: edges.count, edges: { edges[$0].count }, target: { edges[$0][$1] })
  }

  @Test func circlesAreOneComponentBehindWhatTheyLeadTo() {
    // 0 -> 1 <-> 2 -> 3, and 4 alone.
    let found = components([[1], [2], [1, 3], [], [4]])
    #expect(found.components == [2, 1, 1, 0, 3])
    #expect(found.count == 4)
  }

  @Test func longWaysNeedNoStack() {
    let count = 200_000
    let found = components((0..<count).map { [($0 + 1) % count] })
    #expect(found.count == 1)
  }

  @Test func noNodesAreNoComponents() { #expect(components([]).count == 0) }
}

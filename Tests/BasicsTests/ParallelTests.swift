import Basics
import Synchronization
import Testing

struct ParallelTests {
  @Test(arguments: [(0, 4), (1, 4), (3, 16), (1000, 1), (1000, 4), (5, 0), (5, -3)])
  func resultsComeInTheOrderOfTheItems(count: Int, jobs: Int) {
    let results = Parallel.map(count: count, jobs: jobs) { _, index in index * index }
    #expect(results == (0..<count).map { $0 * $0 })
  }

  @Test func noItemsMakeNoResults() {
    #expect(Parallel.map(count: -1, jobs: 2) { _, index in index }.isEmpty)
  }

  @Test func everyItemIsDoneOnce() {
    let count = 5000
    let calls = Mutex(Array(repeating: 0, count: count))
    _ = Parallel.map(count: count, jobs: 8) { _, index in calls.withLock { $0[index] += 1 } }
    #expect(calls.withLock { $0 } == Array(repeating: 1, count: count))
  }

  @Test func workersAreNumberedBelowTheJobs() {
    let workers = Parallel.map(count: 500, jobs: 3) { worker, _ in worker }
    #expect(workers.allSatisfy { (0..<3).contains($0) })
    #expect(Set(Parallel.map(count: 2, jobs: 9) { worker, _ in worker }).isSubset(of: [0, 1]))
  }

  @Test func resultsThatOwnMemoryArriveWhole() {
    let results = Parallel.map(count: 300, jobs: 4) { _, index -> [String]? in
      index.isMultiple(of: 7) ? nil : Array(repeating: "item \(index)", count: 10)
    }
    for (index, result) in results.enumerated() {
      #expect(
        result == (index.isMultiple(of: 7) ? nil : Array(repeating: "item \(index)", count: 10)))
    }
  }

  @Test func workersRecurseDeeply() {
    let sums = Parallel.map(count: 2, jobs: 2) { _, index in Self.sum(50_000 + index) }
    #expect(sums == [1_250_025_000, 1_250_075_001])
    #expect(Parallel.withLargeStack { Self.sum(50_000) } == 1_250_025_000)
  }

  @Test func workCanItselfBeParallel() {
    let sums = Parallel.map(count: 4, jobs: 2) { _, outer in
      Parallel.map(count: 10, jobs: 2) { _, inner in outer * inner }.reduce(0, +)
    }
    #expect(sums == [0, 45, 90, 135])
  }

  /// Each item but the first depends on some before it; what they give, it adds up.
  @Test(arguments: [1, 2, 7])
  func itemsComeAfterThoseThatTheyDependOn(jobs: Int) {
    let dependencies = (0..<400).map { index in
      index % 50 == 0
        ? [] : Array(Set([index - 1, index / 2, index - index % 7 - 1].filter { $0 >= 0 }))
    }
    var expected: [Int] = []
    for list in dependencies {
      expected.append(list.reduce(1) { ($0 &+ expected[$1]) % 1_000_003 })
    }
    let results = Parallel.map(dependencies: dependencies, jobs: jobs) { index, finished -> Int in
      dependencies[index].reduce(1) { ($0 &+ (finished($1) ?? .min / 2)) % 1_000_003 }
    }
    #expect(results == expected)
  }

  @Test func whatIsReachedThroughOthersIsFinishedToo() {
    let results = Parallel.map(dependencies: [[], [0], [1], [2], []], jobs: 3) {
      index, finished -> String in index == 3 ? "\(index)" + (finished(0) ?? "-") : "\(index)"
    }
    #expect(results == ["0", "1", "2", "30", "4"])
    #expect(Parallel.map(dependencies: [], jobs: 2) { index, _ in index }.isEmpty)
  }

  /// Taking the next item costs little, however many there are to choose from.
  @Test func manyItemsWaitInAHeap() {
    let count = 100_000
    let dependencies = (0..<count).map { $0 % 3 == 2 ? [$0 - 1, $0 - 2] : [] }
    let results = Parallel.map(dependencies: dependencies, jobs: 2) { index, finished in
      dependencies[index].allSatisfy { finished($0) != nil } ? index : -1
    }
    #expect(results == Array(0..<count))
  }

  /// Each thread has one thing for all of its items, and nobody else uses it meanwhile.
  @Test(arguments: [1, 3])
  func threadsKeepTheirScratch(jobs: Int) {
    final class Scratch {
      var isInUse = false
      var items = 0
    }
    let results = Parallel.map(
      dependencies: Array(repeating: [], count: 300), jobs: jobs, scratch: { Scratch() }
    ) { _, scratch, _ -> (wasInUse: Bool, number: Int) in
      let wasInUse = scratch.isInUse
      scratch.isInUse = true
      defer { scratch.isInUse = false }
      scratch.items += 1
      return (wasInUse, scratch.items)
    }
    #expect(!results.contains { $0.wasInUse })
    let begun = results.count { $0.number == 1 }
    #expect(begun >= 1 && begun <= jobs)
  }

  @Test func thereIsAProcessor() { #expect(Parallel.processorCount >= 1) }

  /// The sum of the numbers up to `count`, a frame for each.
  @inline(never)
  private static func sum(_ count: Int) -> Int { count == 0 ? 0 : count + sum(count - 1) }
}

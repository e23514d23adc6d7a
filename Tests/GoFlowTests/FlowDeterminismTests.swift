import Basics
import GoIR
import GoTypes
import TestKit
import Testing

@testable import GoFlow

/// The same program gives the same flow.
struct FlowDeterminismTests {
  /// Packages that import each other, of several files each, and the small programs beside them.
  private static func files() throws -> [String: String] {
    var files = [
      "go.mod": "module m\n\ngo 1.27\n",
      "queue/queue.go": """
      package queue
      import "sync"
      type Queue struct { mu sync.Mutex; items [][]byte; sinks []Sink; wake chan struct{} }
      type Sink interface { Put(b []byte) }
      func New(sinks ...Sink) *Queue { q := &Queue{sinks: sinks}; go q.run(); return q }
      """,
      "queue/run.go": """
      package queue
      func (q *Queue) run() { for range q.wake { for _, s := range q.sinks { s.Put(q.items[0]) } } }
      """,
      "queue/add.go": """
      package queue
      func (q *Queue) Add(b []byte) { q.mu.Lock(); q.items = append(q.items, b); q.mu.Unlock() }
      func (q *Queue) Len() int { return len(q.items) }
      """,
      "sink/sink.go": """
      package sink
      type Memory struct { all map[string][]byte; last []byte }
      func (m *Memory) Put(b []byte) { m.last = b; m.all[string(b)] = b }
      func (m *Memory) Last() []byte { return m.last }
      """,
      "use.go": """
      package m
      import ("m/queue"; "m/sink")
      func Run(b []byte) {
        s := &sink.Memory{}
        q := queue.New(s)
        q.Add(b)
        b[0] = 1
        copy(b, s.Last())
        done := make(chan int)
        go func() { q.Add(b); close(done) }()
        <-done
        b = append(b, 1)
      }
      """,
    ]
    for (name, text) in try AnalyzedSample.programs(every: 4) { files[name + "/a.go"] = text }
    return files
  }

  private static func facts(_ files: [String: String], jobs: Int) throws -> [PackageFacts] {
    let program = try SampleProgram.load(files, jobs: jobs)
    return program.map(program.graph.importOrder, jobs: jobs) { checker in
      PackageFacts(collecting: PackageBodies(checker))
    }
  }

  @Test func nothingDependsOnOrderOrThreads() throws {
    let files = try Self.files()
    let facts = try Self.facts(files, jobs: 1)
    let first = AnalyzedSample(facts, texts: files, jobs: 1)
    let dump = first.dump
    #expect(first.conflicts.count > 20)
    #expect(dump.contains("func (Queue).run\n"))
    for jobs in [1, 2, 4] {
      expectSame(AnalyzedSample(facts, texts: files, jobs: jobs).dump, dump, "\(jobs) threads")
    }
    var random = FlowRandom(state: 3)
    for _ in 0..<3 {
      var shuffled = facts
      for index in shuffled.indices.dropLast() {
        shuffled.swapAt(index, index + random.next(shuffled.count - index))
      }
      expectSame(
        AnalyzedSample(shuffled, texts: files, jobs: 2).dump, dump, "another order of packages")
    }
    expectSame(
      AnalyzedSample(facts.reversed(), texts: files, jobs: 4).dump, dump, "packages the other way")
    expectSame(
      try AnalyzedSample(files: files, jobs: 4).dump, dump, "collected anew with four threads")
  }

  @Test func functionsThatWereEncodedGiveTheSame() throws {
    let files = try Self.files()
    let analysis = AnalyzedSample(try Self.facts(files, jobs: 1), texts: files, jobs: 1).analysis
    let bytes = try analysis.encodedFunctions()
    let again = try FlowAnalysis(analysis.program, decoding: bytes, jobs: 2)
    #expect(again.functions.elements.map(\.summary) == analysis.functions.elements.map(\.summary))
    #expect(again.functions.elements.map(\.calls) == analysis.functions.elements.map(\.calls))
    #expect(
      again.functions.elements.map(\.conflicts) == analysis.functions.elements.map(\.conflicts))
    #expect(again.slotConflicts == analysis.slotConflicts)
    #expect(try again.encodedFunctions() == bytes)
  }

  @Test func damagedFunctionsAreRefused() throws {
    let files = ["a.go": "func f(s []int) []int { return append(s, 1) }\n"]
    let analysis = try AnalyzedSample(files["a.go"] ?? "").analysis
    let bytes = try analysis.encodedFunctions()
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1
      #expect(throws: (any Error).self) {
        try FlowAnalysis(analysis.program, decoding: damaged, jobs: 1)
      }
      #expect(throws: (any Error).self) {
        try FlowAnalysis(analysis.program, decoding: Array(bytes[..<index]), jobs: 1)
      }
    }
    let other = try AnalyzedSample("func f() {}\nfunc g() {}\n").analysis
    #expect(throws: FactsError.malformed) {
      try FlowAnalysis(other.program, decoding: bytes, jobs: 1)
    }
  }

  @Test func factsThatWereEncodedGiveTheSame() throws {
    let files = try Self.files()
    let facts = try Self.facts(files, jobs: 2)
    let decoded = try facts.map { try PackageFacts(decoding: $0.encoded()) }
    expectSame(
      AnalyzedSample(decoded, texts: files, jobs: 2).dump,
      AnalyzedSample(facts, texts: files, jobs: 2).dump, "decoded facts")
  }

  /// The names of a package's files decide their order; what is found stays the same.
  @Test func conflictsDoNotDependOnWhichFileComesFirst() throws {
    let texts = try Self.files().filter { $0.key.hasPrefix("queue/") }
    let rest = try Self.files().filter { !$0.key.hasPrefix("queue/") }
    func conflicts(_ names: [String: String]) throws -> [String] {
      var files = rest
      for (name, text) in texts { files[names[name] ?? name] = text }
      let back = Dictionary(uniqueKeysWithValues: names.map { ($1, $0) })
      return try AnalyzedSample(files: files).conflicts.map { line in
        // Two passes, as names may change places.
        var line = line
        for (new, _) in back { line = line.replacing(new + ":", with: "<\(new)>:") }
        for (new, old) in back { line = line.replacing("<\(new)>:", with: "\(old):") }
        return line
      }.sorted()
    }
    let same = try conflicts([:])
    #expect(!same.isEmpty)
    #expect(
      try conflicts([
        "queue/queue.go": "queue/z.go", "queue/run.go": "queue/y.go", "queue/add.go": "queue/x.go",
      ]) == same)
  }

  /// Says the first line that differs.
  private func expectSame(_ found: String, _ wanted: String, _ what: String) {
    if found == wanted { return }
    let left = found.split(separator: "\n", omittingEmptySubsequences: false)
    let right = wanted.split(separator: "\n", omittingEmptySubsequences: false)
    let index = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let line = index.map { "\(left[$0]) instead of \(right[$0])" } ?? "another length"
    Issue.record("\(what): \(line)")
  }
}

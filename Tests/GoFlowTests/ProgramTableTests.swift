import Basics
import FlowKit
import Testing

@testable import GoFlow

/// The small programs below `Programs`, each with two lines that may meet or may not.
struct ProgramTableTests {
  private static let root = (0..<3).reduce(#filePath) { path, _ in FilePath.directory(path) }

  @Test func answersAreThoseOfThePrograms() throws {
    let start = ContinuousClock.now
    let programs = try FlowCase.all(root: Self.root)
    let table = try FlowTable(programs, jobs: Parallel.processorCount)
    let time = ContinuousClock.now - start
    print(table.counts)
    print("\(programs.count) programs in \(time / .milliseconds(1)) ms")
    for surprise in table.surprises(try KnownWrong(root: Self.root)) {
      Issue.record("\(surprise); where that is right: racelint-dev flow-table --record")
    }
  }

  /// The analysis is asked for at least fifteen programs of each topic, half of them harmless.
  @Test func programsAskForBoth() throws {
    let programs = try FlowCase.all(root: Self.root)
    #expect(programs.count >= 150)
    #expect(programs.count { !$0.mayMeet } * 5 >= programs.count * 2)
    for topic in ["aliasing", "retention", "strands", "order", "types"] {
      #expect(programs.count { $0.topic == topic } >= 15, "\(topic)")
    }
    #expect(Set(programs.map(\.category)).isSuperset(of: FlowCase.categories))
  }

  @Test func programsOfAnotherFormAreRefused() throws {
    let good = "// answer: yes\n// reason: Both.\npackage p\nvar a = b // A\nvar b = 1 // B\n"
    let program = try FlowCase(name: "order/a.go", text: good)
    #expect((program.firstLine, program.secondLine) == (4, 5))
    #expect(program.topic == "order")
    for (old, new) in [
      ("yes", "no"), ("yes", "no (because)"), ("reason", "note"), ("// A", ""), ("// B", "// A"),
      ("// A", "// A B"),
    ] {
      #expect(throws: FlowCaseError.self) {
        try FlowCase(name: "order/a.go", text: good.replacing(old, with: new, maxReplacements: 1))
      }
    }
  }

  @Test func whatIsKnownKeepsItsWords() throws {
    let text = "// answer: yes\n// reason: No.\npackage p\n\nfunc f() {} // A B\n"
    let table = try FlowTable(
      [try FlowCase(name: "order/a.go", text: text), try FlowCase(name: "order/b.go", text: text)],
      jobs: 1)
    let known = KnownWrong(text: "# head\norder/a.go missed: no code\norder/c.go noise\n")
    #expect(
      table.surprises(known) == [
        "order/b.go: missed", "order/c.go: known as wrong, but there is no such program",
      ])
    let written = known.text(table)
    #expect(written.hasSuffix("\norder/a.go missed: no code\norder/b.go missed\n"))
    #expect(table.surprises(KnownWrong(text: written)).isEmpty)
  }
}

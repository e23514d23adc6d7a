import Basics
import TestKit
import Testing

@Suite struct FixTests {
  @Test func fixMendsTheFileForGood() throws {
    try TemporaryDirectory.with(Samples.tally) { root in
      let first = try Programs.check("--fix", in: root)
      #expect(first.status == 0)
      #expect(first.output.hasPrefix("fixed 1 finding in 1 file\nno findings in 1 package, "))
      #expect(try Self.text(root + "/tally.go") == Self.mended(Samples.hazard()))
      let second = try Programs.check("--fix", in: root)
      #expect(second.status == 0)
      #expect(second.output.hasPrefix("fixed 0 findings in 0 files\n"))
    }
  }

  @Test(
    "The patch of --diff does what --fix does", arguments: ["", "pkg/deep", "with space", "é"])
  func theDiffApplies(folder: String) throws {
    let file = folder.isEmpty ? "tally.go" : folder + "/tally.go"
    try TemporaryDirectory.with(["go.mod": Samples.module, file: Samples.hazard()]) { root in
      let run = try Programs.shell("\"$racelint\" check --diff > fix.patch", in: root)
      #expect(run.status == 1)
      #expect(run.errors == "racelint: 1 finding; the patch fixes 1 finding in 1 file\n")
      #expect(try Self.text("\(root)/\(file)") == Samples.hazard())
      let applied = try Subprocess.run(["git", "apply", "fix.patch"], in: root)
      #expect(applied.status == 0, "\(applied.errors)")
      #expect(try Self.text("\(root)/\(file)") == Self.mended(Samples.hazard()))
    }
  }

  @Test func lineEndingsAndTheByteOrderMarkStay() throws {
    let text = "\u{FEFF}" + Samples.hazard().replacing("\n", with: "\r\n")
    try TemporaryDirectory.with(["go.mod": Samples.module, "tally.go": text]) { root in
      let run = try Programs.check("--fix", in: root)
      #expect(run.status == 0, "\(run.output)")
      #expect(try FileSystem.read(root + "/tally.go") == Array(Self.mended(text).utf8))
    }
  }

  @Test("What locks add ends its lines as the file does", arguments: ["\n", "\r\n"])
  func locksEndLinesAsTheFile(end: String) throws {
    try TemporaryDirectory.with([
      "go.mod": Samples.module, "queue.go": Self.queue.replacing("\n", with: end),
    ]) { root in
      let patch = try Programs.shell("\"$racelint\" check --diff > fix.patch", in: root)
      #expect(patch.status == 1)
      let run = try Programs.check("--fix", in: root)
      #expect(run.status == 0, "\(run.output)")
      let fixed = try Self.text(root + "/queue.go")
      #expect(fixed == Self.lockedQueue.replacing("\n", with: end))
      let back = try Subprocess.run(["git", "apply", "--reverse", "fix.patch"], in: root)
      #expect(back.status == 0, "\(back.errors)")
      #expect(try Self.text(root + "/queue.go") == Self.queue.replacing("\n", with: end))
    }
  }

  /// The second mutex is declared in the second round: the first one has the name by then. Where both
  /// are used, neither mutex is held around what the other one is for.
  private static let queue = """
    package tally

    type Queue struct {
    \tlength int
    \tserved int
    }

    func Start(jobs <-chan func()) *Queue {
    \tq := &Queue{}
    \tgo func() {
    \t\tfor job := range jobs {
    \t\t\tq.length++
    \t\t\tjob()
    \t\t\tq.served++
    \t\t}
    \t}()
    \treturn q
    }

    func (q *Queue) Wait(sleep func()) {
    \tfor q.length < 10 {
    \t\tsleep()
    \t}
    }

    func (q *Queue) All() int { return q.length + q.served }

    """

  private static let lockedQueue = """
    package tally

    import "sync"

    type Queue struct {
    \tlength int
    \tserved int

    \tmu sync.Mutex

    \tservedMu sync.Mutex
    }

    func Start(jobs <-chan func()) *Queue {
    \tq := &Queue{}
    \tgo func() {
    \t\tfor job := range jobs {
    \t\t\tq.mu.Lock()
    \t\t\tq.length++
    \t\t\tq.mu.Unlock()
    \t\t\tjob()
    \t\t\tq.servedMu.Lock()
    \t\t\tq.served++
    \t\t\tq.servedMu.Unlock()
    \t\t}
    \t}()
    \treturn q
    }

    func (q *Queue) Wait(sleep func()) {
    \tfor {
    \t\tq.mu.Lock()
    \t\tlength := q.length
    \t\tq.mu.Unlock()
    \t\tif !(length < 10) {
    \t\t\tbreak
    \t\t}
    \t\tsleep()
    \t}
    }

    func (q *Queue) All() int {
    \tq.mu.Lock()
    \tlength := q.length
    \tq.mu.Unlock()
    \tq.servedMu.Lock()
    \tdefer q.servedMu.Unlock()
    \treturn length + q.served
    }

    """

  @Test func bytesThatAreNoUTF8AreNotChangedByAFix() throws {
    // The comment would move with the statement.
    let line = Array("\t\twg.Done() // caf".utf8) + [0xE9]
    let bytes = Samples.hazard().split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasSuffix("\twg.Done()") ? line : Array($0.utf8) }
      .joined(separator: Array("\n".utf8))
    try TemporaryDirectory.with(["go.mod": Samples.module]) { root in
      try TemporaryDirectory.write(Array(bytes), to: root + "/tally.go")
      let run = try Programs.check("--fix", in: root)
      #expect(run.status == 1)
      #expect(try FileSystem.read(root + "/tally.go") == Array(bytes))
    }
  }

  private static func mended(_ text: String) -> String {
    text.replacing("\t\twg.Done()", with: "\t\tdefer wg.Done()")
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try FileSystem.read(path), as: UTF8.self)
  }
}

import TestKit
import Testing

@testable import Driver

/// `racelint check --stdin-filename FILE -`.
@Suite struct StandardInputTests {
  private static let hazard = """
    package tally

    import "sync"

    func Sum(parts []int) int {
    	var wg sync.WaitGroup
    	sum := 0
    	wg.Add(1)
    	go func() {
    		wg.Done()
    		sum = len(parts)
    	}()
    	wg.Wait()
    	return sum
    }

    """

  private func check(
    _ arguments: String..., files: [String: String], input: String
  ) throws -> (code: Application.ExitCode, output: String, errors: String) {
    try TemporaryDirectory.with(files) { root in
      let run = Run(["check", "-q"] + arguments, in: root, engine: .live, input: input)
      return (run.code, run.output, run.errors)
    }
  }

  @Test func checksTheTextInPlaceOfTheFile() throws {
    let files = ["go.mod": "module m\n", "p/a.go": Self.hazard]
    let mended = Self.hazard.replacing("\twg.Done", with: "\tdefer wg.Done")
    let clean = try check("--stdin-filename", "p/a.go", "-", files: files, input: mended)
    #expect(clean.code == .clean && clean.output == "" && clean.errors == "")
    let moved = try check("--stdin-filename=p/a.go", "-", files: files, input: "\n" + Self.hazard)
    #expect(moved.code == .findings)
    #expect(moved.output.hasPrefix("p/a.go:11:3: early-done: "))
  }

  @Test func reportsOnlyWhatLiesInTheFile() throws {
    let files = ["go.mod": "module m\n", "old.go": Self.hazard.replacing("Sum", with: "Old")]
    let run = try check("--stdin-filename", "new.go", "-", files: files, input: Self.hazard)
    #expect(run.output.hasPrefix("new.go:10:3: early-done: "))
    #expect(run.output.split(separator: "\n").count == 1)
  }

  @Test func readsTheModuleOfTheFileOrWhatThePatternsName() throws {
    // What is handed over is changed by the caller, in another package.
    let files = [
      "go.mod": "module m\n", "sink/doc.go": "package sink\n",
      "use/use.go": """
      package use

      import "m/sink"

      func Use(text []byte) {
      	sink.Keep(text)
      	text[0] = 'x'
      }

      """,
    ]
    let text = "package sink\n\nfunc Keep(text []byte) { go func() { println(string(text)) }() }\n"
    let whole = try check("--stdin-filename", "sink/sink.go", "-", files: files, input: text)
    #expect(whole.output.hasPrefix("sink/sink.go:3:53: async-alias: "))
    let alone = try check(
      "--stdin-filename", "sink/sink.go", "./sink", "-", files: files, input: text)
    #expect(alone.code == .clean && alone.output == "")
  }

  @Test(arguments: [
    (["-"], "racelint check needs --stdin-filename FILE to read -"),
    (["--stdin-filename", "a.go"], "option --stdin-filename needs the operand -"),
    (
      ["--stdin-filename", "a.txt", "-"],
      "option --stdin-filename takes the path of a .go file, not \"a.txt\""
    ),
    (
      ["--stdin-filename", "a.go", "-", "--fix"], "choose one of --stdin-filename and --fix"
    ),
    (
      ["--stdin-filename", "a.go", "-", "--write-baseline", "b"],
      "choose one of --stdin-filename and --write-baseline"
    ),
    (
      ["--stdin-filename", "a.go", "-", "--new-from-patch", "-"],
      "choose one of --stdin-filename and --new-from-patch"
    ),
  ])
  func refusesWhatMakesNoSense(arguments: [String], reason: String) throws {
    let run = Run(["check"] + arguments)
    #expect(run.code == .failure && run.output == "")
    #expect(run.errors == "racelint: \(reason)\n")
  }

  @Test func tellsHowLongEachStageTook() throws {
    try TemporaryDirectory.with(["go.mod": "module m\n", "a.go": Self.hazard]) { root in
      let run = Run(["check", "-q", "--verbose"], in: root, engine: .live)
      let lines = run.errors.split(separator: "\n")
      let names = lines.map { $0.split(separator: " ")[1] }
      #expect(
        names == [
          "load", "parse", "types", "rules", "collect", "link", "graph", "facts", "functions",
          "contexts", "judge", "bodies", "hazards", "report",
        ])
      for line in lines {
        #expect(
          line.wholeMatch(of: /racelint: [a-z]+ +[0-9]+\.[0-9]{3} s( on all threads)?/) != nil)
      }
      #expect(run.output == Run(["check", "-q"], in: root, engine: .live).output)
    }
  }
}

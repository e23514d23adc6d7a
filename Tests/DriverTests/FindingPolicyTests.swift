import Basics
import Findings
import TestKit
import Testing

@testable import Driver

/// What configurations do to the findings of the analysis itself.
@Suite struct FindingPolicyTests {
  /// A function with one hazard that late-add reports, and that nothing else does.
  private static func hazard(_ package: String) -> String {
    """
    package \(package)

    import "sync"

    func Run(jobs []func()) {
    	var wg sync.WaitGroup
    	for _, job := range jobs {
    		go func() {
    			wg.Add(1)
    			defer wg.Done()
    			job()
    		}()
    	}
    	wg.Wait()
    }

    """
  }

  private static let module = [
    "go.mod": "module example.com/m\n\ngo 1.25\n", "a/a.go": hazard("a"), "b/b.go": hazard("b"),
    "b/gen/gen.go": hazard("gen"),
  ]

  /// The files with findings, each with its severity.
  private func findings(
    _ configuration: String, _ arguments: String..., in directory: String = "",
    files: [String: String] = [:]
  ) throws -> [String] {
    let all = Self.module.merging([".racelint.yml": configuration]) { $1 }.merging(files) { $1 }
    return try TemporaryDirectory.with(all) { root in
      let run = Run(
        ["check", "--format=checkstyle"] + arguments, in: root + directory, engine: .live)
      #expect(run.errors == "")
      var file: Substring = ""
      var found: [String] = []
      for line in run.output.split(separator: "\n") {
        if let name = line.firstMatch(of: /<file name="([^"]*)"/) { file = name.1 }
        if let severity = line.firstMatch(of: /severity="([^"]*)"/) {
          found.append("\(file) \(severity.1)")
        }
      }
      return found
    }
  }

  private static let all = ["a/a.go error", "b/b.go error", "b/gen/gen.go error"]

  @Test func reportsAllWhereNothingIsSaid() throws {
    #expect(try findings("") == Self.all)
  }

  @Test func leavesOutExcludedPathsEvenIfTheyAreNamed() throws {
    #expect(try findings("exclude: [gen]\n") == ["a/a.go error", "b/b.go error"])
    #expect(try findings("exclude: b/**\n") == ["a/a.go error"])
    #expect(try findings("exclude: b/**\n", "b/b.go") == [])
    #expect(try findings("exclude: b/**\n", in: "/b") == [], "globs start from the configuration")
  }

  @Test func turnsRulesOnAndOffAndWeighsThem() throws {
    #expect(try findings("rules: {late-add: off}\n") == [])
    #expect(
      try findings("rules: {late-add: note}\nexclude: b\n") == ["a/a.go info"])
    #expect(try findings("rules: {late-add: off}\n", "--only=late-add") == Self.all)
    #expect(try findings("rules: {late-add: on}\n", "--disable=late-add") == [])
  }

  @Test func saysOtherThingsOfSomePaths() throws {
    let off = "overrides: [{paths: b, rules: {late-add: off}}"
    #expect(try findings(off + "]\n") == ["a/a.go error"])
    #expect(
      try findings(off + ", {paths: gen, rules: {late-add: warning}}]\n")
        == ["a/a.go error", "b/gen/gen.go warning"], "the last one wins")
    let on = "rules: {late-add: off}\noverrides: [{paths: a, rules: {late-add: on}}]\n"
    #expect(try findings(on) == ["a/a.go error"])
    #expect(try findings(on, "--disable=late-add") == [])
    #expect(try findings(on, "--only=early-done") == [])
  }

  @Test func asksForMoreOrLessConfidence() throws {
    let files = [
      "a/a.go":
        "package a\n\ntype T struct{ s []int }\n\nfunc New(s []int) *T { return &T{s: s} }\n",
      "b/b.go": "package b\n", "b/gen/gen.go": "package gen\n",
    ]
    func found(_ configuration: String, _ arguments: String...) throws -> Int {
      try findings(
        "rules: {retained-argument: on}\n" + configuration, arguments.first ?? "--tests",
        files: files
      ).count
    }
    let least = try found("min-confidence: possible\n")
    #expect(least == 1)
    #expect(try found("min-confidence: confirmed\n") == 0)
    #expect(
      try found("min-confidence: confirmed\noverrides: [{paths: a, min-confidence: possible}]\n")
        == 1)
    #expect(
      try found(
        "overrides: [{paths: a, min-confidence: possible}]\n", "--min-confidence=confirmed") == 0)
  }

  @Test func judgesBuildConstraintsByItsTags() throws {
    let files = ["a/a.go": "//go:build slow\n\n" + Self.hazard("a")]
    #expect(try findings("exclude: b\n", files: files) == [])
    #expect(try findings("exclude: b\ntags: slow\n", files: files) == ["a/a.go error"])
    #expect(try findings("exclude: b\ntags: slow\n", "--tags=fast", files: files) == [])
  }

  @Test func believesTheModelsThatItNames() throws {
    let program = """
      package a

      import "example.com/queue"

      func Count(parts []int) int {
      	seen := map[int]int{}
      	queue.Later(func() { seen[0] = 1 })
      	for _, part := range parts {
      		seen[part]++
      	}
      	return len(seen)
      }

      """
    let files = [
      "a/a.go": program,
      "vendor/example.com/queue/q.go": "package queue\n\nfunc Later(f func()) {}\n",
    ]
    #expect(try findings("exclude: b\n", files: files) == [])
    let model = "example.com/queue:\n  Later: {runs: {goroutine: 0}}\n"
    let found = try findings(
      "exclude: b\nmodels: m/queue.yaml\n",
      files: files.merging(["m/queue.yaml": model]) { $1 })
    #expect(found == ["a/a.go error"])
  }
}

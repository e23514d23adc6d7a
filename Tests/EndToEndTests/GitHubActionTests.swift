import Basics
import Glibc
import TestKit
import Testing

/// The script behind `action.yml`, run under bash with the variables that GitHub's runner sets.
@Suite struct GitHubActionTests {
  private static let script = "Integrations/github-action.sh"

  /// What a step left behind.
  private struct Step {
    var run: Subprocess
    /// The lines of its outputs, and the summary of its job.
    var outputs: [Substring]
    var summary: String
  }

  /// Runs the script in a directory; the runner's own files lie in `scratch`.
  private func step(
    _ command: String, in directory: String, scratch: String, root: String = Programs.root,
    _ variables: [String: String] = [:]
  ) throws -> Step {
    for name in ["outputs", "summary", "path"] {
      try TemporaryDirectory.write([], to: "\(scratch)/\(name)")
    }
    let environment = [
      "HOME": scratch, "RUNNER_TEMP": scratch, "RUNNER_OS": "Linux", "RUNNER_ARCH": "X64",
      "GITHUB_OUTPUT": scratch + "/outputs", "GITHUB_STEP_SUMMARY": scratch + "/summary",
      "GITHUB_PATH": scratch + "/path",
      "GIT_CONFIG_NOSYSTEM": "1", "RACELINT_BIN": Programs.racelint,
    ].merging(variables) { $1 }
    let run = try Subprocess.run(
      ["bash", "\(root)/\(Self.script)", command], in: directory, environment: environment)
    func text(_ name: String) throws -> String {
      String(decoding: try FileSystem.read("\(scratch)/\(name)"), as: UTF8.self)
    }
    return Step(
      run: run, outputs: try text("outputs").split(separator: "\n"), summary: try text("summary"))
  }

  @discardableResult
  private func git(_ arguments: String..., in directory: String) throws -> String {
    let run = try Subprocess.run(
      ["git", "-c", "user.name=test", "-c", "user.email=test@localhost"] + arguments,
      in: directory, environment: ["HOME": directory, "GIT_CONFIG_NOSYSTEM": "1"])
    #expect(run.status == 0, "git \(arguments): \(run.errors)")
    return run.output.replacing("\n", with: "")
  }

  /// A repository whose main branch holds an old hazard, with a branch `work` that brings another
  /// one and is merged on a branch `merge`, as GitHub does it for a pull request.
  private func withOrigin(_ body: (_ root: String, _ origin: String) throws -> Void) throws {
    try TemporaryDirectory.with { root in
      let origin = root + "/origin"
      func write(_ text: String, to file: String) throws {
        try TemporaryDirectory.write(Array(text.utf8), to: "\(origin)/\(file)")
        try git("add", ".", in: origin)
      }
      TemporaryDirectory.makeDirectories(origin)
      TemporaryDirectory.makeDirectories(root + "/scratch")
      try git("init", "-q", "-b", "main", in: origin)
      try write(Samples.module, to: "go.mod")
      try write(Samples.hazard(function: "Old"), to: "old.go")
      try git("commit", "-q", "-m", "begin", in: origin)
      try git("checkout", "-q", "-b", "work", in: origin)
      try write(Samples.hazard(function: "New"), to: "new.go")
      try git("commit", "-q", "-m", "new", in: origin)
      try git("checkout", "-q", "main", in: origin)
      try write("package tally\n", to: "other.go")
      try git("commit", "-q", "-m", "other", in: origin)
      try git("checkout", "-q", "-b", "merge", in: origin)
      try git("merge", "-q", "--no-edit", "work", in: origin)
      try body(root, origin)
    }
  }

  /// A clone with as little history as GitHub's checkout makes.
  private func clone(_ branch: String, of origin: String, to root: String) throws -> String {
    try git(
      "clone", "-q", "--depth=1", "--no-tags", "--single-branch", "-b", branch,
      "file://" + origin, root + "/" + branch + "-clone", in: root)
    return root + "/" + branch + "-clone"
  }

  @Test(arguments: ["merge", "work"])
  func reportsWhatAPullRequestBrings(branch: String) throws {
    try withOrigin { root, origin in
      let clone = try clone(branch, of: origin, to: root)
      let scratch = root + "/scratch"
      let step = try step(
        "check", in: clone, scratch: scratch,
        ["GITHUB_BASE_REF": "main", "GITHUB_SHA": try git("rev-parse", "merge", in: origin)])
      #expect(step.run.status == 1, "\(step.run.errors)")
      #expect(step.run.output.hasPrefix("new.go:10:3: early-done: "), "\(step.run.output)")
      #expect(step.run.output.contains("\n1 finding (1 fixable), 1 old in 1 package"))
      #expect(step.outputs == ["sarif=\(scratch)/racelint.sarif", "findings=true"])
      #expect(step.summary.contains("early-done") && !step.summary.contains("old.go"))
      let sarif = String(decoding: try FileSystem.read(scratch + "/racelint.sarif"), as: UTF8.self)
      #expect(sarif.contains("\"uri\": \"new.go\"") && !sarif.contains("\"uri\": \"old.go\""))
    }
  }

  @Test func reportsAllWhereThereIsNoPullRequestOrAllIsWanted() throws {
    try withOrigin { root, origin in
      let clone = try clone("merge", of: origin, to: root)
      let scratch = root + "/scratch"
      for variables in [[:], ["GITHUB_BASE_REF": "main", "RACELINT_NEW_ONLY": "false"]] {
        let step = try step("check", in: clone, scratch: scratch, variables)
        #expect(step.run.status == 1 && step.run.output.contains("\n2 findings (2 fixable) in "))
      }
    }
  }

  @Test func takesItsInputs() throws {
    try TemporaryDirectory.with(["scratch/x": ""]) { root in
      for (file, text) in Samples.tally {
        try TemporaryDirectory.write(Array(text.utf8), to: "\(root)/user/\(file)")
      }
      let (user, scratch) = (root + "/user", root + "/scratch")
      let mild = try step("check", in: user, scratch: scratch, ["RACELINT_FAIL": "false"])
      #expect(mild.run.status == 0 && mild.outputs.last == "findings=true")
      let other = try step(
        "check", in: user, scratch: scratch,
        ["RACELINT_ARGS": "--only late-add  --no-tests", "RACELINT_PATTERNS": ". ./..."])
      #expect(other.run.status == 0 && other.outputs.last == "findings=false")
      let broken = try step("check", in: user, scratch: scratch, ["RACELINT_ARGS": "--ony x"])
      #expect(broken.run.status == 2 && broken.outputs == [])
      #expect(
        broken.run.output == "::error title=racelint::unknown option --ony; did you mean --only?\n")
    }
  }

  @Test func buildsOnceForTheSameSources() throws {
    try TemporaryDirectory.with([
      "a/Makefile":
        "packages:\n\techo packages\ninstall:\n\tmkdir -p $(PREFIX)/bin\n\tcp made $(PREFIX)/bin/racelint\n",
      "a/made": "", "a/Package.swift": "1", "a/Sources/x": "", "a/Rules/x": "",
      "a/Grammars/go/grammar.lock": "", "a/Grammars/go/include/x": "", "scratch/x": "",
    ]) { root in
      let scratch = root + "/scratch"
      try TemporaryDirectory.write(
        try FileSystem.read("\(Programs.root)/\(Self.script)"), to: "\(root)/a/\(Self.script)")
      chmod(root + "/a/made", 0o755)
      func keys() throws -> [Substring] {
        let step = try step("key", in: root, scratch: scratch, root: root + "/a")
        #expect(step.run.status == 0, "\(step.run.errors)")
        return step.outputs
      }
      let first = try keys()
      #expect(first.count == 2 && first[0] == "directory=\(scratch)/racelint")
      #expect(first[1].hasPrefix("key=racelint-Linux-X64-") && first[1].last?.isNumber == true)
      #expect(try keys() == first)
      try TemporaryDirectory.write(Array("2".utf8), to: root + "/a/Package.swift")
      #expect(try keys()[1] != first[1])

      for _ in 1...2 {
        let step = try step(
          "install", in: root, scratch: scratch, root: root + "/a",
          ["RACELINT_DIRECTORY": scratch + "/racelint"])
        #expect(step.run.status == 0 && step.run.output.contains("packages\n"))
        #expect(FileSystem.isFile(scratch + "/racelint/bin/racelint"))
        let path = String(decoding: try FileSystem.read(scratch + "/path"), as: UTF8.self)
        #expect(path == scratch + "/racelint/bin\n")
        unlink(root + "/a/made")
      }
    }
  }

  /// Inputs that are declared and not read, and the other way around, are mistakes of spelling.
  @Test func theActionReadsTheInputsThatItDeclares() throws {
    let text = String(decoding: try FileSystem.read(Programs.root + "/action.yml"), as: UTF8.self)
    let lines = text.split(separator: "\n")
    let declared = lines.drop { $0 != "inputs:" }.dropFirst().prefix { $0.hasPrefix(" ") }
      .compactMap { $0.wholeMatch(of: /[ ]{2}([a-z-]+):/)?.1 }
    let read = Set(text.matches(of: /inputs\.([a-z-]+)/).map(\.1))
    #expect(!declared.isEmpty && Set(declared) == read)
    let script = String(
      decoding: try FileSystem.read("\(Programs.root)/\(Self.script)"), as: UTF8.self)
    for match in text.matches(of: /(RACELINT_[A-Z_]+):/) {
      #expect(script.contains("$" + match.1) || script.contains("${" + match.1), "\(match.1)")
    }
  }
}

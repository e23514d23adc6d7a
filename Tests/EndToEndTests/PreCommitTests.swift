import Basics
import Glibc
import TestKit
import Testing

/// The hooks of `.pre-commit-hooks.yaml`, run by the real pre-commit at commits of a repository.
@Suite(.enabled(if: Programs.preCommit != nil, "make test has not fetched pre-commit"))
struct PreCommitTests {
  private static let safe =
    "package tally\n\nfunc Sum(parts []int) int {\n\tsum := 0\n\tfor _, part := range parts {\n\t\tsum += part\n\t}\n\treturn sum\n}\n"

  /// A repository that uses a hook, with one commit that holds a module.
  private struct Repository {
    /// What the repository and that of the hooks lie in.
    let root: String
    var directory: String { root + "/user" }

    /// - Parameter racelint: What the script runs in place of a racelint that it builds.
    init(_ root: String, hook: String, arguments: String = "[]", racelint: String?) throws {
      self.root = root
      self.racelint = racelint
      try write(
        """
        repos:
          - repo: \(root)/hooks
            rev: v1.0.0
            hooks:
              - id: \(hook)
                args: \(arguments)

        """, to: ".pre-commit-config.yaml")
      try write(Samples.module, to: "go.mod")
      try write(PreCommitTests.safe, to: "tally.go")
      try makeHooks()
      try run(["git", "init", "-q"])
      try run(["git", "add", "."])
      try run(["git", "commit", "-q", "-m", "begin"])
      try run(["python3", "-m", "pre_commit", "install"])
    }

    private let racelint: String?

    /// A repository with the hooks of the checkout as they are now, and with a Makefile that makes a
    /// program at once.
    private func makeHooks() throws {
      for file in [".pre-commit-hooks.yaml", "Integrations/pre-commit.sh"] {
        let target = "\(root)/hooks/\(file)"
        try TemporaryDirectory.write(try FileSystem.read("\(Programs.root)/\(file)"), to: target)
        chmod(target, 0o755)
      }
      let recipe = "\tln -s \"$(PROGRAM)\" .build/release/racelint\n\ttouch .build/release.stamp\n"
      try TemporaryDirectory.write(
        Array("build:\n\techo made >> made\n\tmkdir -p .build/release\n\(recipe)".utf8),
        to: root + "/hooks/Makefile")
      let commands = [
        ["init", "-q"], ["add", "."], ["commit", "-q", "-m", "hooks"], ["tag", "v1.0.0"],
      ]
      for command in commands { try run(["git"] + command, in: root + "/hooks") }
    }

    func write(_ text: String, to file: String) throws {
      try TemporaryDirectory.write(Array(text.utf8), to: "\(directory)/\(file)")
    }

    func read(_ file: String) throws -> String {
      String(decoding: try FileSystem.read("\(directory)/\(file)"), as: UTF8.self)
    }

    /// Commits what is staged, with what the hooks print.
    func commit() throws -> Subprocess { try start(["git", "commit", "-m", "change"]) }

    /// Runs a program that has to succeed.
    func run(_ arguments: [String], in directory: String? = nil) throws {
      let run = try start(arguments, in: directory)
      #expect(run.status == 0, "\(arguments): \(run.output)\(run.errors)")
    }

    private func start(_ arguments: [String], in directory: String? = nil) throws -> Subprocess {
      let binaries = FilePath.directory(Programs.racelint)
      let path = getenv("PATH").map { String(cString: $0) } ?? ""
      var environment = [
        "HOME": root, "PRE_COMMIT_HOME": root + "/cache", "PYTHONPATH": Programs.preCommit ?? "",
        "PATH": "\(binaries):\(path)", "GIT_CONFIG_NOSYSTEM": "1", "PROGRAM": Programs.racelint,
      ]
      for role in ["AUTHOR", "COMMITTER"] {
        environment["GIT_\(role)_NAME"] = "test"
        environment["GIT_\(role)_EMAIL"] = "test@localhost"
      }
      if let racelint { environment["RACELINT_BIN"] = racelint }
      return try Subprocess.run(
        arguments, in: directory ?? self.directory, environment: environment)
    }
  }

  private func withRepository(
    hook: String = "racelint", arguments: String = "[]", racelint: String? = Programs.racelint,
    _ body: (Repository) throws -> Void
  ) throws {
    try TemporaryDirectory.with { root in
      TemporaryDirectory.makeDirectories(root + "/user")
      try body(Repository(root, hook: hook, arguments: arguments, racelint: racelint))
    }
  }

  @Test(arguments: ["racelint", "racelint-system"])
  func refusesACommitThatBringsAHazard(hook: String) throws {
    try withRepository(hook: hook) { repository in
      try repository.write(Samples.hazard(), to: "tally.go")
      try repository.run(["git", "add", "tally.go"])
      let refused = try repository.commit()
      #expect(refused.status == 1)
      #expect(refused.errors.contains("racelint...."))
      #expect(refused.errors.contains("Failed\n- hook id: \(hook)\n- exit code: 1\n\n"))
      #expect(refused.errors.contains("\ntally.go:10:3: early-done: `wg.Done()` announces"))
      #expect(refused.errors.contains("fix     Defer `wg.Done()` [safe]\n"))
      #expect(try repository.read("tally.go") == Samples.hazard(), "nothing is changed")
    }
  }

  @Test func letsACleanCommitPassBesideHazardsThatAreOlderOrNotPartOfIt() throws {
    try withRepository { repository in
      try repository.write(Samples.hazard(function: "Old"), to: "old.go")
      try repository.run(["git", "add", "old.go"])
      try repository.run(["git", "commit", "-q", "--no-verify", "-m", "old"])
      try repository.write(Self.safe + "\nvar Total int\n", to: "tally.go")
      try repository.run(["git", "add", "tally.go"])
      try repository.write(Samples.hazard(function: "Untracked"), to: "untracked.go")
      try repository.write(Samples.hazard(function: "Unstaged"), to: "old.go")
      let passed = try repository.commit()
      #expect(passed.status == 0, "\(passed.errors)")
      #expect(passed.errors.contains("Passed\n"))
      #expect(try repository.read("old.go") == Samples.hazard(function: "Unstaged"))
    }
  }

  @Test func sparesCommitsWithoutGo() throws {
    try withRepository { repository in
      try repository.write("text\n", to: "readme.txt")
      try repository.run(["git", "add", "readme.txt"])
      let passed = try repository.commit()
      #expect(passed.status == 0 && passed.errors.contains("Skipped\n"))
    }
  }

  @Test func mendsWhatIsStagedWhereThatIsAsked() throws {
    try withRepository(arguments: "[--fix]") { repository in
      try repository.write(Samples.hazard(), to: "tally.go")
      try repository.run(["git", "add", "tally.go"])
      let refused = try repository.commit()
      #expect(refused.status == 1)
      #expect(refused.errors.contains("- files were modified by this hook\n"))
      #expect(refused.errors.contains("fixed 1 finding in 1 file\n"))
      #expect(try repository.read("tally.go").contains("\t\tdefer wg.Done()\n"))
      try repository.run(["git", "add", "tally.go"])
      #expect(try repository.commit().status == 0)
    }
  }

  @Test func buildsItselfOnceInItsClone() throws {
    try withRepository(racelint: nil) { repository in
      for turn in 1...2 {
        try repository.write(Self.safe + "\nvar Total\(turn) int\n", to: "tally.go")
        try repository.run(["git", "add", "tally.go"])
        let passed = try repository.commit()
        #expect(passed.status == 0 && passed.errors.contains("Passed\n"), "\(passed.errors)")
      }
      let cache = repository.root + "/cache"
      let made = try FileSystem.entries(cache).filter { $0.name.hasPrefix("repo") }.map {
        String(decoding: try FileSystem.read("\(cache)/\($0.name)/made"), as: UTF8.self)
      }
      #expect(made == ["made\n"])
    }
  }

  @Test func saysWhyItCannotBeBuilt() throws {
    try withRepository(racelint: nil) { repository in
      let makefile = repository.root + "/hooks/Makefile"
      try TemporaryDirectory.write(
        Array("build:\n\techo no Swift >&2; exit 1\n".utf8), to: makefile)
      try repository.run(["git", "commit", "-qam", "broken"], in: repository.root + "/hooks")
      try repository.run(["git", "tag", "-f", "v1.0.0"], in: repository.root + "/hooks")
      try repository.write(Self.safe + "\nvar Total int\n", to: "tally.go")
      try repository.run(["git", "add", "tally.go"])
      let refused = try repository.commit()
      #expect(refused.status == 1 && refused.errors.contains("- exit code: 2\n"))
      #expect(refused.errors.contains("no Swift\n"))
      #expect(refused.errors.contains("racelint: could not be built in "))
    }
  }
}

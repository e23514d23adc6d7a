import Basics
import Findings
import Glibc
import TestKit
import Testing

@testable import Driver

@Suite struct ConfigurationTests {
  private static let full = """
    # What this project wants.
    min-confidence: confirmed
    exclude: gen/**
    tags: [integration, e2e]
    models: []
    rules:
      bad-word: error
      late-word: on
    overrides:
      - paths: [internal, "*_old.go"]
        rules: {bad-word: off}
      - paths: [internal/new]
        min-confidence: possible
        rules: {bad-word: note}

    """

  private func config(_ text: String, _ arguments: String...) throws -> Run {
    try TemporaryDirectory.with([".racelint.yml": text]) { Run(["config"] + arguments, in: $0) }
  }

  @Test func showsWhatIsInForceAndWhereItComesFrom() throws {
    #expect(
      try config(Self.full, "--tags=x", "--disable=late-word").output == """
        # configuration: .racelint.yml
        min-confidence: confirmed            # line 2
        exclude: ["gen/**"]                  # line 3
        tags: ["x"]                          # --tags
        models: []                           # line 5
        rules:
          bad-word: error                    # line 7
          late-word: off                     # --disable
        overrides:
          - paths: ["internal", "*_old.go"]  # line 10
            rules:
              bad-word: off                  # line 11
          - paths: ["internal/new"]          # line 12
            min-confidence: possible         # line 13
            rules:
              bad-word: note                 # line 14

        """)
    #expect(
      try config(Self.full, "--no-config").output == """
        # no configuration file
        min-confidence: likely  # default
        exclude: []             # default
        tags: []                # default
        models: []              # default
        rules:
          bad-word: warning     # default
          late-word: off        # default
        overrides: []           # default

        """)
    let only = try config(Self.full, "--only=late-word", "--min-confidence=likely").output
    #expect(only.contains("bad-word: off ") && only.contains("late-word: warning "))
    #expect(only.contains("# --only\n") && !only.contains("bad-word: note"))
    #expect(!only.contains("min-confidence: possible"), "the command line wins for all paths")
  }

  @Test func whatItShowsIsAConfigurationThatSaysTheSame() throws {
    func values(_ text: String) -> [Substring] {
      text.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "#" } }
    }
    for text in [Self.full, ""] {
      let shown = try config(text).output
      #expect(values(try config(shown).output).count == values(shown).count)
      func words(_ text: String) -> [String] {
        values(text).map { $0.split(separator: " ").joined(separator: " ") }
      }
      #expect(words(try config(shown).output) == words(shown))
    }
  }

  @Test(
    arguments: [
      ("excludes: []\n", "1:1: unknown key `excludes`; did you mean exclude?"),
      (
        "\nzzz: 1\n",
        "2:1: unknown key `zzz`; known here are min-confidence, exclude, tags, models, rules, "
          + "overrides"
      ),
      ("rules:\n  bad-wrod: on\n", "2:3: unknown rule `bad-wrod`; did you mean bad-word?"),
      ("rules:\n  x: on\n", "2:3: unknown rule `x`; see racelint rules"),
      (
        "rules:\n  bad-word: eror\n",
        "2:13: `bad-word` is one of on, off, error, warning, note, true, false, not `eror`; did you "
          + "mean error?"
      ),
      ("rules: [bad-word]\n", "1:8: wanted are rules by id"),
      (
        "min-confidence: [likely]\n",
        "1:17: `min-confidence` is one of possible, likely, confirmed"
      ),
      (
        "min-confidence: sure\n",
        "1:17: `min-confidence` is one of possible, likely, confirmed, not `sure`"
      ),
      ("exclude: {a: b}\n", "1:10: `exclude` is a list of globs"),
      ("exclude:\n", "1:9: `exclude` is a list of globs"),
      ("exclude: [a, \"b[\"]\n", "1:14: `b[` is no glob"),
      ("tags: [[a]]\n", "1:8: `tags` is a list of build tags"),
      (
        "- a\n",
        "1:1: wanted are keys such as min-confidence, exclude, tags, models, rules, overrides"
      ),
      ("rules: {}\nrules: {}\n", "2:1: `rules` is there twice"),
      ("overrides: {}\n", "1:12: `overrides` is a list, each item with paths and what holds there"),
      ("overrides:\n  - rules: {}\n", "2:5: an override needs `paths`"),
      (
        "overrides:\n  - path: x\n", "2:5: unknown key `path`; did you mean paths?"
      ),
      ("a: [\n", "2:1: did not find expected node content"),
      ("rules: {}\n---\nrules: {}\n", "3:1: more than one document"),
    ] as [(String, String)])
  func saysWhereItIsWrong(text: String, message: String) throws {
    let run = try config(text)
    #expect(run.errors == "racelint: .racelint.yml:\(message)\n")
    #expect(run.code == .failure && run.output == "")
  }

  @Test func isFoundUpwardToTheTopOfTheRepository() throws {
    let yaml = "min-confidence: possible\n"
    try TemporaryDirectory.with([
      ".racelint.yml": yaml, "a/b/x.go": "", "repo/.git/HEAD": "", "repo/c/x.go": "",
      "linked/.git": "gitdir: x", "linked/.racelint.yml": yaml, "linked/c/x.go": "",
    ]) { root throws in
      func head(_ directory: String) -> Substring {
        Run(["config"], in: root + directory).output.prefix { $0 != "\n" }
      }
      #expect(head("") == "# configuration: .racelint.yml")
      #expect(head("/a/b") == "# configuration: ../../.racelint.yml")
      #expect(head("/repo/c") == "# no configuration file")
      #expect(head("/linked/c") == "# configuration: ../.racelint.yml")
    }
  }

  @Test func canBeNamed() throws {
    try TemporaryDirectory.with(["a.go": "bad\n", "c/x.yml": "rules: {bad-word: off}\n"]) {
      root throws in
      let run = Run(["config", "--config=c/x.yml"], in: root)
      #expect(run.output.hasPrefix("# configuration: c/x.yml\n") && run.code == .clean)
      let missing = Run(["check", "--config=none.yml"], in: root)
      #expect(missing.code == .failure)
      #expect(
        missing.errors
          == "racelint: cannot read configuration none.yml: No such file or directory\n")
      let both = Run(["check", "--config=c/x.yml", "--no-config"], in: root)
      #expect(both.errors == "racelint: choose one of --config and --no-config\n")
    }
  }

  @Test func anotherKindOfFileOfThatNameIsToldOf() throws {
    try TemporaryDirectory.with([".racelint.yml/x": ""]) { root throws in
      #expect(
        Run(["config"], in: root).errors
          == "racelint: cannot read configuration .racelint.yml: Is a directory\n")
    }
  }

  @Test func modelsAreReadAndHeldToTheirForm() throws {
    try TemporaryDirectory.with([
      "sub/.racelint.yml": "models: [../m.yaml]\n", "m.yaml": "example.com/q:\n  Put: {kepes: 0}\n",
      "none/.racelint.yml": "models: m.yaml\n",
    ]) { root throws in
      let run = Run(["check"], in: root + "/sub")
      #expect(run.code == .failure)
      #expect(run.errors.hasPrefix("racelint: \(root)/m.yaml:2:9: unknown key `kepes`; known are "))
      #expect(
        Run(["config"], in: root + "/none").errors
          == "racelint: cannot read models m.yaml: No such file or directory\n")
    }
  }
}

import Testing

@testable import Driver

@Suite struct ArgumentParserTests {
  private func options(_ arguments: String...) throws -> CommandLineOptions {
    try ArgumentParser.parse(["check"] + arguments).options
  }

  private func error(_ arguments: [String]) -> String? {
    do throws(CommandLineError) {
      _ = try ArgumentParser.parse(arguments)
      return nil
    } catch {
      return ErrorMessages.message(for: error)
    }
  }

  @Test func readsValuesInEveryForm() throws {
    #expect(try options("--jobs=4").jobs == 4)
    #expect(try options("--jobs", "4").jobs == 4)
    #expect(try options("-j", "4").jobs == 4)
    #expect(try options("-j4").jobs == 4)
    #expect(try options("--goos=linux", "--goarch", "arm64").goarch == "arm64")
    #expect(try options("--min-confidence=possible").minimumConfidence == .possible)
    #expect(try options("--output=a=b").output == "a=b")
    #expect(try options("--output", "-").output == nil)
  }

  @Test func addsUpListsAndTakesTheLastOfTheRest() throws {
    let options = try options(
      "--only", "a,b", "--only=c", "--tags=x, y", "--color=always", "--color=never", "--no-tests",
      "--tests", "--disable=z")
    #expect(options.only == ["a", "b", "c"])
    #expect(options.tags == ["x", "y"])
    #expect(options.disabled == ["z"])
    #expect(options.color == .never)
    #expect(options.includesTests)
    #expect(try !self.options("--tests", "--no-tests").includesTests)
  }

  @Test func mixesOptionsAndOperandsUpToTwoDashes() throws {
    let invocation = try ArgumentParser.parse(["check", "./a", "-q", "b.go", "--", "--fix", "-x"])
    #expect(invocation.operands == ["./a", "b.go", "--fix", "-x"])
    #expect(invocation.options.isQuiet)
    #expect(!invocation.options.appliesFixes)
  }

  @Test func knowsEveryDocumentedOption() throws {
    let options = try options(
      "--fix", "--unsafe-fixes", "--exit-zero", "--no-cache", "--quiet", "--format", "json")
    #expect(options.appliesFixes && options.allowsUnsafeFixes && options.exitsZero)
    #expect(!options.usesCache && options.isQuiet && options.formats == ["json"])
    #expect(try self.options("--diff").printsDiff)
  }

  @Test(
    arguments: [
      ([], "no command; try racelint check ./... or racelint --help"),
      (["chek"], "unknown command chek; did you mean check?"),
      (["lint"], "unknown command lint; see racelint --help"),
      (["./..."], "unknown command ./...; did you mean racelint check ./...?"),
      (["--fix", "./..."], "option --fix before the command; try racelint check --fix"),
      (["--onyl"], "unknown option --onyl; did you mean --only?"),
      (["check", "--onyl"], "unknown option --onyl; did you mean --only?"),
      (["check", "--onyl=x"], "unknown option --onyl; did you mean --only?"),
      (["check", "-tags=x"], "unknown option -tags=x; did you mean --tags?"),
      (["check", "--no-test"], "unknown option --no-test; did you mean --no-tests?"),
      (["check", "--zzz"], "unknown option --zzz"), (["check", "-x"], "unknown option -x"),
      (["check", "-qx"], "unknown option -qx"),
      (["rules", "--fix"], "racelint rules takes no option --fix"),
      (["check", "--only"], "option --only needs a value: RULE[,RULE...]"),
      (["check", "--only", "--fix"], "option --only needs a value: RULE[,RULE...]"),
      (["check", "--only="], "option --only takes RULE[,RULE...], not \"\""),
      (["check", "--only=a,,b"], "option --only takes RULE[,RULE...], not \"a,,b\""),
      (["check", "--fix=yes"], "option --fix takes no value"),
      (["check", "--format=xml"], "unknown format xml; see racelint help check"),
      (["check", "--format=text,sarrif=a"], "unknown format sarrif; did you mean sarif?"),
      (["check", "--format=sarif="], "option --format takes a file after the =, not \"sarif=\""),
      (
        ["check", "--format=json", "--format=text"],
        "json and text cannot both go to standard output; name a file: json=FILE"
      ),
      (["check", "--format=json,text", "-oa"], "json and text cannot both go to a"),
      (["check", "--format=json=a,sarif=./a"], "json and sarif cannot both go to ./a"),
      (["check", "--format=json=a,sarif", "-oa"], "json and sarif cannot both go to a"),
      (
        ["check", "--format=json=a", "--output=b"],
        "nothing is left for --output b: each format has a file of its own"
      ),
      (
        ["check", "--color", "red"], "option --color takes auto, always or never, not \"red\""
      ),
      (["check", "-j0"], "option -j takes a number from 1 to 1024, not \"0\""),
      (["check", "--fix", "--diff"], "choose one of --fix and --diff"),
      (["check", "--diff", "--format=json"], "choose one of --diff and --format"),
      (
        ["check", "--baseline=a", "--write-baseline=b"],
        "choose one of --baseline and --write-baseline"
      ),
      (["check", "--diff", "--write-baseline=b"], "choose one of --diff and --write-baseline"),
      (["check", "--baseline="], "option --baseline takes the path of a file, not \"\""),
      (
        ["check", "--statistics", "--format=json"],
        "option --statistics needs the format text"
      ),
      (
        ["check", "--new-from-rev=a", "--new-from-patch=b"],
        "choose one of --new-from-rev and --new-from-patch"
      ),
      (
        ["check", "--new-from-rev=a", "--write-baseline=b"],
        "choose one of --new-from-rev and --write-baseline"
      ),
      (["check", "--whole-files"], "option --whole-files needs one of --new-from-..."),
      (
        ["check", "--new-from-rev=--x"],
        "option --new-from-rev takes a revision of git, not \"--x\""
      ),
      (["check", "--unsafe-fixes"], "option --unsafe-fixes needs --fix or --diff"),
      (["explain"], "racelint explain needs RULE; see racelint rules"),
      (["explain", "a", "b"], "racelint explain does not take \"b\""),
      (["version", "x"], "racelint version does not take \"x\""),
    ] as [([String], String)])
  func saysWhatIsWrong(arguments: [String], message: String) {
    #expect(error(arguments) == message)
  }

  @Test func asksForHelpWithoutMindingTheRest() throws {
    #expect(try ArgumentParser.parse(["-h"]).command == nil)
    #expect(try ArgumentParser.parse(["explain", "--help"]).options.wantsHelp)
    #expect(try ArgumentParser.parse(["check", "--fix", "--diff", "-h"]).options.wantsHelp)
    #expect(try ArgumentParser.parse(["--version"]).command == .version)
  }

  @Test(arguments: [
    ("only", "only", 0), ("onyl", "only", 1), ("", "abc", 3), ("fix", "fxi", 1), ("a", "b", 1),
    ("tags", "tag", 1), ("kitten", "sitting", 3),
  ])
  func measuresDistance(left: String, right: String, distance: Int) {
    #expect(Suggestion.distance(left, right) == distance)
    #expect(Suggestion.distance(right, left) == distance)
  }

  @Test func suggestsOnlyWhatIsNear() {
    let rules = ["early-done", "late-add", "async-alias"]
    #expect(Suggestion.nearest(to: "erly-done", among: rules) == "early-done")
    #expect(Suggestion.nearest(to: "async", among: rules) == "async-alias")
    #expect(Suggestion.nearest(to: "deadlock", among: rules) == nil)
  }
}

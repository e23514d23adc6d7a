import Reporting
import TestKit
import Testing

@testable import Driver

/// What `racelint review` prints.
@Suite struct ReviewTests {
  typealias Host = ReviewHostFixture

  /// The document that a review of the branch `work` prints in a form.
  private func review(
    _ format: String, in root: String, _ options: String...
  ) throws -> JSONValue {
    let run = Run(["review", "--base=main", "--format", format] + options, in: root)
    #expect(run.errors == "")
    return try #require(JSONValue(reading: Array(run.output.utf8)))
  }

  @Test func commentsOnLinesThatTheDiffShows() throws {
    let padding = String(repeating: "fine\n", count: 12)
    let old = ["a.go": "bad\n" + padding + "end\n"]
    // Line 1 is three lines before the change, and shown; it is old.
    try Host.with(old, ["a.go": "bad\n" + padding + "bad\nend\n"]) { host in
      let json = try review("json", in: host.root)
      let comments = try #require(json["comments"]?.elements)
      #expect(comments.map { $0["startLine"]?.integer } == [14])
      #expect(comments.first?["suggestion"]?.text == "good")
      let head = try Host.git("rev-parse", "HEAD", in: host.root)
      let base = try Host.git("rev-parse", "main", in: host.root)
      #expect(json["head"]?.text == head && json["base"]?.text == base)
    }
  }

  @Test func gitLabGetsBothNumbersOfALineThatStayed() throws {
    // Deleted lines make the lines around them new, which the diff shows as unchanged.
    try Host.with(["a.go": "one\ntwo\nbad\nend\n"], ["a.go": "one\nbad\nend\n"]) { host in
      let position = try review("gitlab", in: host.root)["discussions"]?.elements?.first?[
        "position"]
      #expect(position?["old_line"]?.integer == 3 && position?["new_line"]?.integer == 2)
      let github = try review("github", in: host.root)
      #expect(github["comments"]?.elements?.first?["line"]?.integer == 2)
    }
  }

  @Test func aRenamedFileHasBothItsPaths() throws {
    let padding = String(repeating: "fine\n", count: 20)
    try Host.with(["a.go": padding], [:]) { host in
      try Host.git("mv", "a.go", "b.go", in: host.root)
      try Host.write(["b.go": padding + "bad\n"], host.root)
      let position = try review("gitlab", in: host.root)["discussions"]?.elements?.first?[
        "position"]
      #expect(position?["old_path"]?.text == "a.go" && position?["new_path"]?.text == "b.go")
    }
  }

  @Test func filesOutsideOfTheChangeAreLeftOut() throws {
    try Host.with(["a.go": "fine\n"], [:]) { host in
      try Host.write(["new.go": "bad\n"], host.root)
      let run = Run(["review", "--base=main", "--format=github"], in: host.root)
      #expect(run.code == .clean)
      let json = try #require(JSONValue(reading: Array(run.output.utf8)))
      #expect(json["comments"]?.elements == [])
      #expect(json["body"]?.text == "racelint found nothing that this change has to do with.\n")
    }
  }

  @Test func mistakesOfTheCommandLineAreNamed() {
    func errors(_ arguments: String...) -> String {
      let run = Run(["review"] + arguments)
      #expect(run.code == .failure && run.output == "")
      return run.errors
    }
    #expect(errors() == "racelint: racelint review needs --base REV\n")
    #expect(
      errors("--base=x", "--post", "--format=json")
        == "racelint: choose one of --post and --format json\n")
    #expect(
      errors("--base=x", "--post", "--output=f") == "racelint: choose one of --post and --output\n")
    #expect(
      errors("--base=x", "--format=sarif")
        == "racelint: option --format takes github, gitlab or json, not \"sarif\"\n")
    #expect(errors("--base=x", "--fix") == "racelint: racelint review takes no option --fix\n")
  }
}

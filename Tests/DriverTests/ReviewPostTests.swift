import Basics
import Reporting
import TestKit
import Testing

@testable import Driver

/// Reviews against a host that holds them to the rules of GitHub and GitLab.
@Suite struct ReviewPostTests {
  typealias Host = ReviewHostFixture
  private static let padding = String(repeating: "fine\n", count: 12)
  /// The change brings "bad" on line 2, and "stuck" far below; "bad" on line 1 of b.go is old.
  private static let old = ["a.go": "fine\n" + padding + "end\n", "b.go": "bad\n" + padding]
  private static let new = [
    "a.go": "fine\na bad day\n" + padding + "stuck\nend\n", "b.go": "bad\n" + padding + "bad\n",
  ]

  @Test(arguments: Host.Kind.allCases)
  func postsCommentsWithSuggestionsOnceOnly(kind: Host.Kind) throws {
    try Host.with(Self.old, Self.new) { host in
      let (first, waits) = host.post(kind)
      #expect(first.errors == "" && first.code == .findings && waits == [])
      #expect(first.output == "posted 3 comments, 0 remarks\n")
      let accepted = try host.accepted()
      let comments = accepted.filter { $0["kind"]?.text == "comment" }
      #expect(comments.count == 3)
      #expect(comments.first?["applied"]?.text == Self.new["a.go"]?.replacing("bad", with: "good"))
      #expect(accepted.count == (kind == .github ? 4 : 3), "GitHub's review has a text of its own")

      let again = host.post(kind).run
      #expect(again.output == "posted 0 comments, 0 remarks; 3 told before\n")
      #expect(try host.accepted().count == accepted.count)
    }
  }

  /// A fix in two files cannot be a suggestion, and "bad" in b.go stands outside of the diff when
  /// only a step of its trace is new.
  @Test(arguments: Host.Kind.allCases)
  func aFixElsewhereIsShownAsADiff(kind: Host.Kind) throws {
    try Host.with(["a.go": "fine\n", "t.go": "twin\n"], ["a.go": "fine\nbad\n"]) { host in
      #expect(host.post(kind).run.output == "posted 1 comment, 0 remarks\n")
      let comment = try #require(try host.accepted().first { $0["kind"]?.text == "comment" })
      #expect(comment["applied"] == .null)
      let body = try #require(comment["body"]?.text)
      #expect(body.contains("```diff\n--- a/a.go\n") && body.contains("\n-twin\n+pair\n```\n"))
    }
  }

  @Test(arguments: Host.Kind.allCases)
  func whatFailsForNowIsTriedAgain(kind: Host.Kind) throws {
    let answers = [
      "GET:502", "GET:429:Retry-After=7", "POST:after502",
      "POST:403:x-ratelimit-remaining=0:retry-after=3", "GET:503",
    ]
    try Host.with(Self.old, Self.new, answers: answers) { host in
      let (run, waits) = host.post(kind)
      #expect(run.errors == "" && run.code == .findings)
      #expect(waits.prefix(3) == [1, 7, 4])
      let bodies = try host.accepted().compactMap { $0["body"]?.text }
        .flatMap { ReviewMark.fingerprints(in: $0) }
      #expect(bodies.count == 3 && Set(bodies).count == 3, "each once, though one was lost")
    }
  }

  @Test func anAnswerThatWasLostIsNotPostedTwice() throws {
    try Host.with(Self.old, Self.new, answers: ["POST:after502"]) { host in
      let (run, waits) = host.post(.github)
      #expect(run.code == .findings && run.errors == "" && waits == [1])
      let posts = try host.requests().filter { $0.hasPrefix("POST") }
      #expect(posts.count == 1)
    }
  }

  @Test func patienceEnds() throws {
    try Host.with(
      Self.old, Self.new, answers: Array(repeating: "GET:500", count: 7)
    ) { host in
      let (run, waits) = host.post(.github)
      #expect(run.code == .failure && waits == [1, 2, 4, 8, 16, 32])
      #expect(
        run.errors
          == "racelint: the host does not show the pull request now: 500 asked to fail; "
          + "given up after 6 tries\n")
    }
    try Host.with(Self.old, Self.new, answers: ["GET:429:Retry-After=3600"]) { host in
      let (run, waits) = host.post(.gitlab)
      #expect(run.code == .failure && waits == [])
      #expect(
        run.errors
          == "racelint: the host does not show the merge request now: 429 asked to fail; it wants "
          + "3600 s of waiting, which is too long\n")
    }
  }

  @Test func aHostThatIsNotThereIsTriedAgain() throws {
    try Host.with(Self.old, Self.new) { host in
      // Nobody listens on the first port.
      let (run, waits) = host.post(.github, ["GITHUB_API_URL": "http://127.0.0.1:1"])
      #expect(run.code == .failure && waits.count == 6)
      #expect(run.errors.hasPrefix("racelint: cannot reach the host: curl: (7) "))
      #expect(run.errors.hasSuffix("; given up after 6 tries\n"))
    }
  }

  /// What is rejected at its line is told in the text, and the others stay where they are.
  @Test(arguments: Host.Kind.allCases)
  func aRejectedLineFallsBackToTheText(kind: Host.Kind) throws {
    // GitHub rejects the review as a whole, then the first of its comments.
    let answers = kind == .github ? ["POST:422", "POST:422"] : ["POST:400"]
    try Host.with(Self.old, Self.new, answers: answers) { host in
      let run = host.post(kind).run
      #expect(run.output == "posted 2 comments, 1 remark\n" && run.errors == "")
      let accepted = try host.accepted()
      let text = try #require(accepted.last?["body"]?.text)
      #expect(accepted.count == 3 && text.contains("#### `a.go:2`"))
      #expect(ReviewMark.fingerprints(in: text).count == 1)
      #expect(host.post(kind).run.output == "posted 0 comments, 0 remarks; 3 told before\n")
    }
  }

  /// From an older base there are lines that the host does not show.
  @Test(arguments: Host.Kind.allCases)
  func linesThatTheHostDoesNotShowAreToldInTheText(kind: Host.Kind) throws {
    try Host.with(Self.old, Self.new) { host in
      let run = host.post(kind, options: ["--base=main~1"]).run
      #expect(run.output == "posted 3 comments, 1 remark\n" && run.errors == "")
      let text = try #require(try host.accepted().last?["body"]?.text)
      #expect(text.contains("#### `b.go:1`"))
    }
  }

  /// Lines of a file that is not as the host has it have other numbers there.
  @Test(arguments: Host.Kind.allCases)
  func filesThatDifferFromTheHeadTakeNoComments(kind: Host.Kind) throws {
    try Host.with(Self.old, Self.new) { host in
      try Host.write(["a.go": "\n" + Self.new["a.go", default: ""]], host.root)
      #expect(host.post(kind).run.output == "posted 1 comment, 2 remarks\n")
    }
  }

  @Test func theEventNamesThePullRequest() throws {
    try Host.with(Self.old, Self.new) { host in
      try Host.write(["event.json": "{\"pull_request\": {\"number\": 7}}"], host.state)
      let changes = ["GITHUB_REF": "refs/heads/x", "GITHUB_EVENT_PATH": host.state + "/event.json"]
      #expect(host.post(.github, changes).run.code == .findings)
    }
  }

  @Test func everyRefusalIsOneLine() throws {
    try Host.with(Self.old, Self.new) { host in
      func refusal(_ kind: Host.Kind, _ changes: [String: String?]) -> String {
        let run = host.post(kind, changes).run
        #expect(run.code == .failure && run.output == "")
        return run.errors
      }
      #expect(
        refusal(.github, ["GITHUB_TOKEN": nil])
          == "racelint: GITHUB_TOKEN is not set; --post needs it for access to GitHub\n")
      #expect(
        refusal(.gitlab, ["GITLAB_TOKEN": nil])
          == "racelint: GITLAB_TOKEN is not set; --post needs it for access to GitLab "
          + "(CI_JOB_TOKEN may not comment)\n")
      #expect(
        refusal(.github, ["GITHUB_TOKEN": "wrong"])
          == "racelint: the host refuses to show the pull request: 401 Bad credentials\n")
      #expect(
        refusal(.github, ["GITHUB_TOKEN": "x\nurl = \"http://other\""])
          == "racelint: GITHUB_TOKEN is not a token: it holds spaces or control characters\n")
      #expect(
        refusal(.github, ["GITHUB_REPOSITORY": "../x"])
          == "racelint: GITHUB_REPOSITORY is not OWNER/NAME\n")
      #expect(
        refusal(.github, ["GITHUB_REF": "refs/heads/main"])
          == "racelint: neither GITHUB_EVENT_PATH nor GITHUB_REF names a pull request to comment "
          + "on\n")
      #expect(
        refusal(.github, ["GITHUB_REPOSITORY": "owner/other"])
          == "racelint: the host refuses to show the pull request: 404 Not Found\n")
      #expect(
        refusal(.gitlab, ["CI_MERGE_REQUEST_IID": nil])
          == "racelint: CI_MERGE_REQUEST_IID is not set; --post needs it for the merge request\n")
      #expect(
        refusal(.gitlab, ["CI_PROJECT_ID": "5/../6"])
          == "racelint: CI_PROJECT_ID is not a number\n")
      #expect(
        refusal(.github, ["GITHUB_ACTIONS": nil])
          == "racelint: --post needs --format github or gitlab where no runner of theirs sets the "
          + "place\n")
      let accepted = try host.accepted()
      #expect(accepted.isEmpty)
    }
  }

  @Test func aCloneWithoutTheReviewedCommitIsRefused() throws {
    try Host.with(Self.old, Self.new) { host in
      try TemporaryDirectory.with { scratch throws in
        try Host.git(
          "clone", "-q", "-b", "main", "--single-branch", "file://" + host.root, "c", in: scratch)
        let run = Run(
          ["review", "--base", "HEAD", "--post"], in: scratch + "/c",
          environment: host.environment(.github))
        let head = try Host.git("rev-parse", "work", in: host.root)
        #expect(run.code == .failure)
        #expect(
          run.errors
            == "racelint: the clone has not the commit \(head) that is reviewed; fetch it, or check "
            + "it out\n")
      }
    }
  }
}

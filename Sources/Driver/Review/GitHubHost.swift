import Basics
import Reporting

/// A pull request of GitHub.
struct GitHubHost: ReviewHost {
  /// The address of the pull request in the REST interface.
  private let address: String
  private let headers: [String]
  private var commit = ""

  /// The pull request that the environment names, as GitHub's runner sets it.
  init(_ environment: [String: String], in directory: String) throws(ReviewError) {
    let variables = HostVariables(environment: environment)
    let token = try variables.token("GITHUB_TOKEN", "access to GitHub")
    let repository = try variables.value("GITHUB_REPOSITORY", "the repository")
    let names = repository.split(separator: "/", omittingEmptySubsequences: false)
    // A name of dots alone would lead elsewhere.
    guard names.count == 2,
      names.allSatisfy({ $0.wholeMatch(of: /[A-Za-z0-9._-]*[A-Za-z0-9_-][A-Za-z0-9._-]*/) != nil })
    else {
      throw .badVariable("GITHUB_REPOSITORY", expected: "OWNER/NAME")
    }
    let name = "GITHUB_API_URL"
    let root = try variables.address(name, environment[name] ?? "https://api.github.com")
    let number = try Self.number(environment, directory)
    address = "\(root)/repos/\(repository)/pulls/\(number)"
    headers = [
      "Authorization: Bearer \(token)", "Accept: application/vnd.github+json",
      "X-GitHub-Api-Version: 2022-11-28",
    ]
  }

  /// The number of the pull request: the event's, or the one of `refs/pull/7/merge`.
  private static func number(
    _ environment: [String: String], _ directory: String
  ) throws(ReviewError) -> Int {
    if let path = environment["GITHUB_EVENT_PATH"],
      let bytes = try? FileSystem.read(FilePath.join(directory, path)),
      let event = JSONValue(reading: bytes),
      let number = event["pull_request"]?["number"]?.integer
    {
      return number
    }
    let reference = (environment["GITHUB_REF"] ?? "").split(separator: "/")
    guard reference.count == 4, reference[..<2] == ["refs", "pull"], let number = Int(reference[2])
    else { throw .noPullRequest }
    return number
  }

  private func request(
    _ action: String, _ path: String, _ body: [UInt8]? = nil
  ) -> HTTPRequest {
    HTTPRequest(
      action: action, method: body == nil ? "GET" : "POST", url: address + path,
      headers: headers, body: body)
  }

  mutating func head() throws(ReviewError) -> String {
    let action = "show the pull request"
    guard let head = try Curl().json(request(action, ""))["head"]?["sha"]?.text else {
      throw .answer(action)
    }
    commit = head
    return head
  }

  func told() throws(ReviewError) -> Set<String> {
    try fingerprints(request("list the comments", "/comments"))
      .union(try fingerprints(request("list the reviews", "/reviews")))
  }

  func post(_ review: Review, rejected: inout Set<String>) throws(ReviewError) {
    let form = GitHubReview(commit: commit)
    let whole = request("take the review", "/reviews", form.render(review))
    let answer = try Curl().send(whole)
    if (200..<300).contains(answer.status) { return }
    // One line that is not of its diff, and GitHub takes none of the comments.
    guard answer.status == 422, !review.comments.isEmpty else { throw Curl.refusal(whole, answer) }
    for comment in review.comments {
      let single = request("take a comment", "/comments", form.render(comment))
      let answer = try Curl().send(single)
      if answer.status == 422 {
        rejected.insert(comment.fingerprint)
      } else if !(200..<300).contains(answer.status) {
        throw Curl.refusal(single, answer)
      }
    }
    var rest = review.demoting(rejected)
    rest.comments = []
    if rest.isEmpty { return }
    let last = request("take the review", "/reviews", form.render(rest))
    let end = try Curl().send(last)
    guard (200..<300).contains(end.status) else { throw Curl.refusal(last, end) }
  }
}

import Reporting

/// A merge request of GitLab.
struct GitLabHost: ReviewHost {
  /// The address of the merge request in the REST interface.
  private let address: String
  private let headers: [String]
  private var commits = GitLabReview.Commits(base: "", start: "", head: "")

  /// The merge request that the environment names, as GitLab's runner sets it.
  init(_ environment: [String: String]) throws(ReviewError) {
    let variables = HostVariables(environment: environment)
    let token = try variables.token(
      "GITLAB_TOKEN", "access to GitLab (CI_JOB_TOKEN may not comment)")
    let name = "CI_API_V4_URL"
    let root = try variables.address(name, try variables.value(name, "the address of GitLab"))
    let project = try variables.number("CI_PROJECT_ID", "the project")
    let number = try variables.number("CI_MERGE_REQUEST_IID", "the merge request")
    address = "\(root)/projects/\(project)/merge_requests/\(number)"
    headers = ["PRIVATE-TOKEN: \(token)"]
  }

  private func request(
    _ action: String, _ path: String, _ body: [UInt8]? = nil
  ) -> HTTPRequest {
    HTTPRequest(
      action: action, method: body == nil ? "GET" : "POST", url: address + path,
      headers: headers, body: body)
  }

  mutating func head() throws(ReviewError) -> String {
    let action = "show the merge request"
    let commits = try Curl().json(request(action, ""))["diff_refs"]
    guard let base = commits?["base_sha"]?.text, let start = commits?["start_sha"]?.text,
      let head = commits?["head_sha"]?.text
    else { throw .answer(action) }
    self.commits = GitLabReview.Commits(base: base, start: start, head: head)
    return head
  }

  func told() throws(ReviewError) -> Set<String> {
    try fingerprints(request("list the comments", "/notes"))
  }

  func post(_ review: Review, rejected: inout Set<String>) throws(ReviewError) {
    let form = GitLabReview(commits)
    for comment in review.comments {
      let single = request("take a comment", "/discussions", form.render(comment))
      let answer = try Curl().send(single)
      if answer.status == 400 || answer.status == 422 {
        rejected.insert(comment.fingerprint)
      } else if !(200..<300).contains(answer.status) {
        throw Curl.refusal(single, answer)
      }
    }
    var rest = review.demoting(rejected)
    rest.comments = []
    if rest.isEmpty { return }
    let last = request("take a note", "/notes", form.note(rest))
    let end = try Curl().send(last)
    guard (200..<300).contains(end.status) else { throw Curl.refusal(last, end) }
  }
}

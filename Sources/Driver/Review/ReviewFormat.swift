/// The forms that a review can have, by their names on the command line.
enum ReviewFormat: String, CaseIterable, Sendable {
  /// A review of a pull request.
  case github
  /// Discussions of a merge request.
  case gitlab
  /// For programs.
  case json

  /// The variables of the environment that say where a review runs and goes.
  static let variables = [
    "GITHUB_ACTIONS", "GITHUB_TOKEN", "GITHUB_REPOSITORY", "GITHUB_API_URL", "GITHUB_EVENT_PATH",
    "GITHUB_REF", "GITLAB_CI", "GITLAB_TOKEN", "CI_API_V4_URL", "CI_PROJECT_ID",
    "CI_MERGE_REQUEST_IID",
  ]

  /// The form of the host whose runner set the environment; nil where there is none.
  static func host(of environment: [String: String]) -> ReviewFormat? {
    if environment["GITHUB_ACTIONS", default: ""] == "true" { return .github }
    return environment["GITLAB_CI", default: ""] == "true" ? .gitlab : nil
  }
}

import Basics

/// A repository with a change, and a host of reviews on a port of this machine that has it.
public struct ReviewHostFixture {
  /// The two hosts, as the environment of their runners names them.
  public enum Kind: String, CaseIterable, Sendable {
    case github
    case gitlab
  }

  /// What could not be prepared.
  private struct Failure: Error { var text: String }

  /// The repository, its links resolved.
  public let root: String
  /// The directory that the host writes to.
  public let state: String
  private let port: String

  /// Makes a repository whose branch `main` holds `old`, after a commit of nothing, and whose branch `work`, which is checked
  /// out, holds `new` too; starts a host that fails as `answers` say, see `server.py`.
  public static func with(
    _ old: [String: String], _ new: [String: String], answers: [String] = [],
    _ body: (ReviewHostFixture) throws -> Void
  ) throws {
    try TemporaryDirectory.with(["state/requests": "", "state/accepted": ""]) { scratch throws in
      let root = FilePath.resolvingLinks(scratch).map { $0 + "/repository" } ?? scratch
      TemporaryDirectory.makeDirectories(root)
      try git("init", "-q", "-b", "main", in: root)
      try commit(in: root)
      try write(old, root)
      try commit(in: root)
      try git("checkout", "-q", "-b", "work", in: root)
      try write(new, root)
      try commit(in: root)
      let script = FilePath.clean(FilePath.directory(#filePath) + "/../ReviewHosts/server.py")
      let server = try BackgroundProcess(
        ["python3", script, root, "main", "work", scratch + "/state"] + answers)
      defer { server.stop() }
      guard Int(server.firstLine) != nil else { throw Failure(text: "the host has not started") }
      try body(
        ReviewHostFixture(root: root, state: scratch + "/state", port: server.firstLine))
    }
  }

  /// Writes texts to files below a directory.
  public static func write(_ files: [String: String], _ root: String) throws {
    for (name, text) in files {
      try TemporaryDirectory.write(Array(text.utf8), to: root + "/" + name)
    }
  }

  /// What git prints, without line feeds.
  @discardableResult
  public static func git(_ arguments: String..., in directory: String) throws -> String {
    let run = try Subprocess.run(
      ["git", "-c", "user.name=test", "-c", "user.email=test@localhost"] + arguments,
      in: directory,
      environment: [
        "HOME": directory, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
        "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
      ])
    if run.status != 0 { throw Failure(text: "git \(arguments): \(run.errors)") }
    return run.output.replacing("\n", with: "")
  }

  /// Commits all there is.
  public static func commit(in root: String) throws {
    try git("add", "-A", in: root)
    try git("commit", "-q", "--allow-empty", "-m", "change", in: root)
  }

  /// What a runner of the host sets.
  public func environment(_ kind: Kind) -> [String: String] {
    let address = "http://127.0.0.1:\(port)"
    return switch kind {
    case .github:
      [
        "GITHUB_ACTIONS": "true", "GITHUB_TOKEN": "secret-token",
        "GITHUB_REPOSITORY": "owner/name", "GITHUB_REF": "refs/pull/7/merge",
        "GITHUB_API_URL": address,
      ]
    case .gitlab:
      [
        "GITLAB_CI": "true", "GITLAB_TOKEN": "secret-token", "CI_API_V4_URL": address,
        "CI_PROJECT_ID": "5", "CI_MERGE_REQUEST_IID": "7",
      ]
    }
  }

  /// The lines of the requests: "GET /repos/…".
  public func requests() throws -> [String] {
    String(decoding: try FileSystem.read(state + "/requests"), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }
}

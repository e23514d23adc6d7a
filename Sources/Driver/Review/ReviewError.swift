import Basics

/// Why a review cannot be posted.
enum ReviewError: Error, Hashable {
  /// Nothing tells whether it goes to GitHub or GitLab.
  case noHost
  /// A variable of the environment is not set; what it is needed for.
  case noVariable(String, String)
  /// A variable holds what it cannot mean.
  case badVariable(String, expected: String)
  /// Neither the event nor the reference names a pull request.
  case noPullRequest
  /// The program curl is not there, or does not start.
  case noCurl(String)
  /// A request could not be made, for a reason that stays.
  case request(String)
  /// The host refuses what was asked for.
  case refused(String, status: Int, reason: String)
  /// The host answers what cannot be read.
  case answer(String)
  /// The host or the way to it fails for now; in how many seconds it wants to be asked again.
  case transient(String, after: Int?)
  /// It failed too often, or wants to be left alone for longer than racelint waits.
  case gaveUp(String, tries: Int, wait: Int?)
  /// The clone has not the commit that is reviewed.
  case unknownHead(String)

  /// The error in one line, without the name of the tool.
  var message: String {
    switch self {
    case .noHost: "--post needs --format github or gitlab where no runner of theirs sets the place"
    case .noVariable(let name, let purpose): "\(name) is not set; --post needs it for \(purpose)"
    case .badVariable(let name, let expected): "\(name) is not \(expected)"
    case .noPullRequest:
      "neither GITHUB_EVENT_PATH nor GITHUB_REF names a pull request to comment on"
    case .noCurl(let reason): "--post needs curl, which cannot be run: \(reason)"
    case .request(let reason): "cannot ask the host: \(Self.line(reason))"
    case .refused(let action, let status, let reason):
      "the host refuses to \(action): \(status)" + (reason.isEmpty ? "" : " \(Self.line(reason))")
    case .answer(let action): "cannot read what the host answers when asked to \(action)"
    case .transient(let reason, _): Self.line(reason)
    case .gaveUp(let reason, let tries, let wait):
      if let wait {
        "\(Self.line(reason)); it wants \(wait) s of waiting, which is too long"
      } else {
        "\(Self.line(reason)); given up after \(tries) tries"
      }
    case .unknownHead(let commit):
      "the clone has not the commit \(Self.line(commit)) that is reviewed; fetch it, or check it out"
    }
  }

  /// What others say, on one line and not too long.
  private static func line(_ text: String) -> String {
    let words = text.split { $0.isWhitespace || $0.unicodeScalars.contains { $0.value < 0x20 } }
    let line = words.joined(separator: " ")
    return line.count > 300 ? line.prefix(300) + "…" : line
  }
}

import Basics
import Glibc
import Reporting

/// HTTP by way of the program `curl`: racelint holds no TLS of its own.
///
/// The command line holds no secret: address and headers go through standard input, and what is sent
/// through a file that others cannot read. Settings of the user for curl are not read; proxies of
/// the environment are used. Redirections are not followed, so that no other host sees the headers.
struct Curl {
  /// Exit statuses of curl for names that do not resolve, and connections that do not come about,
  /// break or last too long.
  private static let passing: Set<Int32> = [5, 6, 7, 18, 28, 35, 52, 55, 56, 92]

  /// The answer to a request, whatever its status, unless it may be another one later.
  func send(_ request: HTTPRequest) throws(ReviewError) -> HTTPResponse {
    let file = try request.body.map { (body) throws(ReviewError) in try TemporaryFile(body) }
    defer { file?.remove() }
    var lines = [
      "url = \(Self.quoted(request.url))", "request = \(Self.quoted(request.method))",
      "header = \"Expect:\"", "header = \(Self.quoted("User-Agent: racelint/" + Version.current))",
    ]
    lines += request.headers.map { "header = \(Self.quoted($0))" }
    if let file {
      lines.append("header = \"Content-Type: application/json\"")
      lines.append("data-binary = \(Self.quoted("@" + file.path))")
    }
    let run: ExternalProgram
    do throws(FileError) {
      run = try ExternalProgram.run(
        "curl",
        [
          "--disable", "--silent", "--show-error", "--include", "--suppress-connect-headers",
          "--proto", "=http,https", "--globoff", "--connect-timeout", "15", "--max-time", "60",
          "--config", "-",
        ], environment: ["LC_ALL": "C"], input: Array(lines.joined(separator: "\n").utf8))
    } catch {
      throw .noCurl(error.reason)
    }
    guard run.status == 0 else {
      let reason = String(decoding: run.errors, as: UTF8.self)
      throw Self.passing.contains(run.status)
        ? .transient("cannot reach the host: \(reason)", after: nil) : .request(reason)
    }
    guard let response = HTTPResponse(reading: run.output) else { throw .answer(request.action) }
    let reason = Self.reason(response)
    if response.isTransient(reason: reason) {
      throw .transient(
        "the host does not \(request.action) now: \(response.status) \(reason)",
        after: response.retryAfter(now: time(nil)))
    }
    return response
  }

  /// The answer as JSON; a status other than 2xx is a refusal.
  func json(_ request: HTTPRequest) throws(ReviewError) -> JSONValue {
    let response = try send(request)
    guard (200..<300).contains(response.status) else { throw Self.refusal(request, response) }
    guard let value = JSONValue(reading: response.body) else { throw .answer(request.action) }
    return value
  }

  /// The error that an answer with another status than 2xx stands for.
  static func refusal(_ request: HTTPRequest, _ response: HTTPResponse) -> ReviewError {
    .refused(request.action, status: response.status, reason: reason(response))
  }

  /// What the body of a failure says; empty where it says nothing.
  private static func reason(_ response: HTTPResponse) -> String {
    guard response.status >= 300, let value = JSONValue(reading: response.body) else { return "" }
    let said = [value["message"]?.text, value["error"]?.text].compactMap { $0 }
    let errors = (value["errors"]?.elements ?? []).compactMap { $0.text ?? $0["message"]?.text }
    return (said + errors).joined(separator: "; ")
  }

  /// A value of curl's configuration. Line feeds would begin another option.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// What a host answers.
struct HTTPResponse {
  var status: Int
  /// By their names in lower case.
  var headers: [String: String]
  var body: [UInt8]

  /// Reads what `curl --include` prints; nil where it is no answer of HTTP.
  init?(reading bytes: [UInt8]) {
    var rest = bytes[...]
    repeat {
      guard let head = Self.takeHead(&rest), let status = Self.status(head.first) else {
        return nil
      }
      self.status = status
      headers = [:]
      for line in head.dropFirst() {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { continue }
        headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
      }
      // What comes before the answer itself: "100 Continue".
      body = Array(rest)
    } while (100..<200).contains(status)
  }

  private static func takeHead(_ bytes: inout ArraySlice<UInt8>) -> [String]? {
    var lines: [String] = []
    while let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      var line = bytes[..<end]
      bytes = bytes[(end + 1)...]
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      if line.isEmpty { return lines }
      lines.append(String(decoding: line, as: UTF8.self))
    }
    return nil
  }

  private static func status(_ line: String?) -> Int? {
    guard let words = line?.split(separator: " "), words.count > 1, words[0].hasPrefix("HTTP/")
    else { return nil }
    return Int(words[1])
  }

  /// Whether the same request may succeed later. `reason` is what the body says.
  func isTransient(reason: String) -> Bool {
    if status == 429 || status >= 500 { return true }
    return status == 403
      && (headers["retry-after"] != nil || headers["x-ratelimit-remaining"] == "0"
        || reason.lowercased().contains("rate limit"))
  }

  /// In how many seconds the host wants to be asked again, at `now` seconds since 1970.
  func retryAfter(now: Int) -> Int? {
    if let seconds = headers["retry-after"].flatMap({ Int($0) }) { return max(0, seconds) }
    guard headers["x-ratelimit-remaining"] == "0",
      let reset = headers["x-ratelimit-reset"].flatMap({ Int($0) })
    else { return nil }
    return max(1, reset - now)
  }
}

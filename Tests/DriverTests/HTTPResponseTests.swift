import Testing

@testable import Driver

@Suite struct HTTPResponseTests {
  private func response(_ text: String) -> HTTPResponse? {
    HTTPResponse(reading: Array(text.replacing("\n", with: "\r\n").utf8))
  }

  @Test func readsTheLastAnswer() throws {
    let answer = try #require(
      response("HTTP/1.1 100 Continue\n\nHTTP/2 201\nX-A: b: c\nx-a:d\nodd\n\n{}"))
    #expect(answer.status == 201 && answer.headers == ["x-a": "d"])
    #expect(answer.body == Array("{}".utf8))
    for text in ["", "HTTP/1.1 200 OK\n", "hello\n\n", "HTTP/1.1 x\n\n"] {
      #expect(response(text) == nil, "\(text)")
    }
  }

  @Test(
    arguments: [
      ("429 Too Many", "", "", true, nil), ("502 Bad", "", "", true, nil),
      ("403 Forbidden", "", "not yours", false, nil),
      ("403 Forbidden", "Retry-After: 60\n", "", true, 60),
      ("403 Forbidden", "X-RateLimit-Remaining: 0\nX-RateLimit-Reset: 1090\n", "", true, 90),
      ("403 Forbidden", "X-RateLimit-Remaining: 0\nX-RateLimit-Reset: 10\n", "", true, 1),
      ("403 Forbidden", "X-RateLimit-Remaining: 9\nX-RateLimit-Reset: 1090\n", "", false, nil),
      ("403 Forbidden", "", "You have exceeded a secondary rate limit", true, nil),
      ("503 No", "Retry-After: Wed, 21 Oct 2026 07:28:00 GMT\n", "", true, nil),
      ("422 No", "", "", false, nil), ("200 OK", "", "", false, nil),
    ] as [(String, String, String, Bool, Int?)])
  func knowsWhatPasses(
    status: String, headers: String, reason: String, passes: Bool, after: Int?
  ) throws {
    let answer = try #require(response("HTTP/1.1 \(status)\n\(headers)\n"))
    #expect(answer.isTransient(reason: reason) == passes)
    #expect(answer.retryAfter(now: 1000) == after)
  }
}

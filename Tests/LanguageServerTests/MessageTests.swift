import LanguageServer
import Reporting
import Testing

@Suite struct MessageTests {
  @Test(arguments: [
    ("{\"id\": 1, \"method\": \"m\"}", ClientMessage.request(.number(1), method: "m", .null)),
    (
      "{\"id\": \"a\", \"method\": \"m\", \"params\": [1]}",
      .request(.text("a"), method: "m", [1])
    ),
    ("{\"method\": \"m\", \"params\": {}}", .notification(method: "m", [:])),
    ("{\"id\": 1, \"result\": null}", .response),
    ("{\"id\": 1, \"error\": {}}", .response),
    ("{", .fault(nil, .notJSON)),
    ("", .fault(nil, .notJSON)),
    ("[]", .fault(nil, .noMessage)),
    ("7", .fault(nil, .noMessage)),
    ("{\"id\": 3}", .fault(.number(3), .noMessage)),
    ("{\"id\": 1.5, \"method\": \"m\"}", .fault(nil, .noMessage)),
    ("{\"id\": 1e999, \"method\": \"m\"}", .fault(nil, .noMessage)),
    ("{\"id\": null, \"method\": \"m\"}", .fault(nil, .noMessage)),
    ("{\"id\": 4, \"method\": 5}", .fault(.number(4), .noMessage)),
  ])
  func areRead(text: String, message: ClientMessage) {
    #expect(ClientMessage(reading: Array(text.utf8)) == message)
  }

  @Test func areWritten() {
    let error = ServerMessage.error(nil, .unknownMethod("x/\"y\""))
    #expect(
      String(decoding: error.bytes, as: UTF8.self)
        == "Content-Length: 94\r\n\r\n{\"error\": {\"code\": -32601, \"message\": \"unknown method x/\\\"y\\\"\"}, "
        + "\"id\": null, \"jsonrpc\": \"2.0\"}")
    let result = ServerMessage.result(.text("a"), ["b": [1, .number(2.5), true, .null]])
    #expect(
      String(decoding: result.bytes, as: UTF8.self).hasSuffix(
        "{\"id\": \"a\", \"jsonrpc\": \"2.0\", \"result\": {\"b\": [1, 2.5, true, null]}}"))
  }

  @Test(arguments: [
    ("file:///a/b.go", "/a/b.go"), ("file:///a%20b/%C3%A4.go", "/a b/ä.go"),
    ("FILE://localhost/a/../b.go", "/b.go"), ("file:///a/b.go#L1", "/a/b.go"),
  ])
  func urisNameFiles(uri: String, path: String) { #expect(DocumentURI.path(uri) == path) }

  @Test(arguments: [
    "untitled:a.go", "file://host/a.go", "file:///a%2", "file:///a%zz", "file:///%00", "",
  ])
  func otherURIsNameNone(uri: String) { #expect(DocumentURI.path(uri) == nil) }

  @Test func pathsComeBackFromTheirURIs() {
    for path in ["/a/b.go", "/a b/ä#?%+.go", "/日本/x~.go"] {
      let uri = DocumentURI.uri(path)
      #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
      #expect(DocumentURI.path(uri) == path)
    }
    #expect(DocumentURI.uri("/a b.go") == "file:///a%20b.go")
  }
}

import Reporting

/// A document that is open in an editor, as far as it has told of it.
public struct TextDocument: Sendable {
  /// Its name, as the client writes it.
  public let uri: String
  /// The number of its last change.
  public private(set) var version: Int
  /// The text, UTF-8.
  public private(set) var bytes: [UInt8]

  /// The document in the parameters of `textDocument/didOpen`; nil where there is none.
  public init?(opened json: JSONValue?) {
    guard let uri = json?["uri"]?.text, let version = json?["version"]?.integer,
      let text = json?["text"]?.text
    else { return nil }
    self.uri = uri
    self.version = version
    bytes = Array(text.utf8)
  }

  /// Makes the changes in the parameters of `textDocument/didChange`, each in the text that the one
  /// before has left. False where they are none; the document is then as it was.
  public mutating func change(_ parameters: JSONValue, _ encoding: PositionEncoding) -> Bool {
    guard let changes = parameters["contentChanges"]?.elements,
      let version = parameters["textDocument"]?["version"]?.integer
    else { return false }
    var bytes = bytes
    for change in changes {
      guard let text = change["text"]?.text else { return false }
      guard let json = change["range"], json != .null else {
        bytes = Array(text.utf8)
        continue
      }
      guard let range = TextRange(json) else { return false }
      let lines = DocumentLines(bytes)
      let start = lines.offset(of: range.start, encoding)
      bytes.replaceSubrange(
        start..<max(start, lines.offset(of: range.end, encoding)), with: text.utf8)
    }
    self.bytes = bytes
    self.version = version
    return true
  }
}

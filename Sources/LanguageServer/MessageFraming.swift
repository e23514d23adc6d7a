/// Cuts what a client sends into messages: headers, among them `Content-Length`, an empty line, and so
/// many bytes of text.
///
/// What begins no message is passed over up to the next `Content-Length`, so that one broken message
/// costs no more than those that were sent with it.
public struct MessageFraming {
  /// What stands next in the input.
  public enum Piece: Hashable, Sendable {
    /// The text of a message.
    case message([UInt8])
    /// Bytes that belong to no message.
    case garbage
  }

  /// The longest message that is taken, in bytes.
  public static let longestMessage = 256 << 20
  /// So much is read in search of the end of headers.
  private static let longestHeader = 16 << 10

  private var bytes: [UInt8] = []
  /// Where what is not yet cut begins.
  private var start = 0
  /// The length of the text whose headers were read.
  private var length: Int?

  /// A cutter of an empty input.
  public init() {}

  /// Takes more of the input.
  public mutating func add(_ more: [UInt8]) {
    if start == bytes.count {
      bytes = more
      start = 0
    } else {
      if start > 1 << 20 {
        bytes.removeFirst(start)
        start = 0
      }
      bytes += more
    }
  }

  /// The next piece; nil where more of the input is needed.
  public mutating func next() -> Piece? {
    if length == nil {
      guard let header = takeHeader() else { return nil }
      guard let found = Self.length(header) else { return .garbage }
      length = found
    }
    guard let length, bytes.count - start >= length else { return nil }
    defer {
      start += length
      self.length = nil
    }
    return .message(Array(bytes[start..<start + length]))
  }

  /// The bytes up to an empty line, which go; all but the last of too many without one.
  private mutating func takeHeader() -> ArraySlice<UInt8>? {
    var lineStart = start
    for index in start..<min(bytes.count, start + Self.longestHeader)
    where bytes[index] == UInt8(ascii: "\n") {
      let line = bytes[lineStart..<index]
      if line.isEmpty || line.elementsEqual([UInt8(ascii: "\r")]) {
        defer { start = index + 1 }
        return bytes[start..<lineStart]
      }
      lineStart = index + 1
    }
    guard bytes.count - start >= Self.longestHeader else { return nil }
    // A header may begin in the part that stays.
    start += Self.longestHeader / 2
    return []
  }

  /// What the last `Content-Length` of some lines says; nil where none says a length.
  private static func length(_ header: ArraySlice<UInt8>) -> Int? {
    let name = Array("content-length:".utf8)
    let lower = header.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    guard lower.count >= name.count else { return nil }
    var found: Int?
    for start in 0...(lower.count - name.count) where lower[start...].starts(with: name) {
      let line = lower[(start + name.count)...].prefix { $0 != UInt8(ascii: "\n") }
      let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      guard words.count == 1, let digits = words.first, digits.count <= 10,
        digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
        let length = Int(String(decoding: digits, as: UTF8.self)), length <= longestMessage
      else { continue }
      found = length
    }
    return found
  }
}

/// A path with `...` in it, which stands for any text, slashes and nothing included.
///
/// As in Go, a final `/...` also matches nothing at all: `net/...` matches `net`.
struct Wildcard: Hashable, Sendable {
  private static let mark = "..."

  /// What stands between the marks.
  private let pieces: [[UInt8]]
  /// The path without its final `/...`, or nil if it has none.
  private let stem: Wildcard.Stem?

  private struct Stem: Hashable, Sendable {
    var pieces: [[UInt8]]
  }

  init(_ text: String) {
    pieces = Self.pieces(text)
    stem = text.hasSuffix("/...") ? Stem(pieces: Self.pieces(String(text.dropLast(4)))) : nil
  }

  /// Whether a text has a mark at all.
  static func isOne(_ text: String) -> Bool { firstMark(Array(text.utf8), from: 0) != nil }

  /// The part of a text before its first mark.
  static func fixedPart(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: bytes[..<(firstMark(bytes, from: 0) ?? bytes.count)], as: UTF8.self)
  }

  /// Whether the whole path matches.
  func matches(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    return Self.match(pieces, bytes) || stem.map { Self.match($0.pieces, bytes) } ?? false
  }

  /// The first piece must begin the text and the last must end it; those between are taken
  /// where they first occur, which loses no match as each mark may stand for anything.
  private static func match(_ pieces: [[UInt8]], _ text: [UInt8]) -> Bool {
    guard let first = pieces.first, let last = pieces.last else { return false }
    if pieces.count == 1 { return first == text }
    guard text.count >= first.count + last.count, text.starts(with: first),
      text.suffix(last.count) == last[...]
    else { return false }
    var index = first.count
    let end = text.count - last.count
    for piece in pieces.dropFirst().dropLast() {
      while index + piece.count <= end, text[index..<index + piece.count] != piece[...] {
        index += 1
      }
      guard index + piece.count <= end else { return false }
      index += piece.count
    }
    return true
  }

  private static func pieces(_ text: String) -> [[UInt8]] {
    let bytes = Array(text.utf8)
    var pieces: [[UInt8]] = []
    var start = 0
    while let mark = firstMark(bytes, from: start) {
      pieces.append(Array(bytes[start..<mark]))
      start = mark + 3
    }
    return pieces + [Array(bytes[start...])]
  }

  private static func firstMark(_ bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= start + 3 else { return nil }
    return (start...(bytes.count - 3)).first { index in
      bytes[index..<index + 3].allSatisfy { $0 == UInt8(ascii: ".") }
    }
  }
}

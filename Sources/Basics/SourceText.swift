/// The bytes of one file, as they are on disk.
///
/// Nothing is decoded or normalised: byte-order marks, carriage returns and bytes that are
/// not UTF-8 stay where they are, so that every byte offset is true of the file.
public struct SourceText: Sendable {
  /// The largest file that is read, in bytes: offsets are 32 bits, with room to spare.
  public static let largestSize = 1 << 30

  /// The path that the text was read from and is reported under.
  public let path: String
  /// The bytes.
  public let bytes: [UInt8]

  /// A text with its bytes, read under `path`.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A text from a string, for tests and for input that is no file.
  public init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  /// The range of the whole text.
  public var range: ByteRange { ByteRange(start: 0, end: UInt32(bytes.count)) }

  /// The text of a range; bytes that are not UTF-8 are shown as U+FFFD. Allocates.
  public func string(_ range: ByteRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }

  /// Whether the bytes of a string stand anywhere. To search a collection for another one by the
  /// standard library takes many times as long.
  public func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return true }
    guard wanted.count <= bytes.count else { return false }
    for start in 0...bytes.count - wanted.count where bytes[start] == first {
      if bytes[start...].starts(with: wanted) { return true }
    }
    return false
  }

  /// Whether the range holds exactly the bytes of the string. Allocates nothing.
  @inlinable
  public func matches(_ range: ByteRange, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    var index = Int(range.start)
    for byte in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) {
      if bytes[index] != byte { return false }
      index += 1
    }
    return true
  }

  /// Whether two ranges, of this text and of another, hold the same bytes.
  @inlinable
  public func matches(_ range: ByteRange, _ other: SourceText, _ otherRange: ByteRange) -> Bool {
    range.count == otherRange.count
      && bytes[range.indices].elementsEqual(other.bytes[otherRange.indices])
  }
}

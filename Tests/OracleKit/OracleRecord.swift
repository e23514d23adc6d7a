import Basics

/// A line of the stream below a file.
struct OracleRecord {
  /// E, C, I, B, V or D.
  var kind: UInt8
  /// The class of an expression; zero in other records.
  var expressionClass: UInt8
  /// The span of the expression.
  var range: ByteRange
  /// An index into the types of kind E, into the functions of kinds C and I; zero in others.
  var name: Int
}

/// Walks over the records of a file. Allocates nothing.
struct OracleRecordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private let end: Int
  /// The number of the line that was read last, from 1.
  private(set) var line = 0

  /// Reads a part of the bytes, which must begin and end where lines do.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next record, lines of the tables passed over; nil at the end, and where a line is
  /// malformed, which `isAtEnd` tells apart.
  mutating func next() -> OracleRecord? {
    while position < end {
      line += 1
      let kind = bytes[position]
      switch kind {
      case UInt8(ascii: "T"), UInt8(ascii: "N"):
        while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        position += 1
        continue
      case UInt8(ascii: "E"), UInt8(ascii: "C"), UInt8(ascii: "I"), UInt8(ascii: "B"),
        UInt8(ascii: "V"), UInt8(ascii: "D"):
        return record(kind)
      default:
        return nil
      }
    }
    return nil
  }

  /// Whether everything was read.
  var isAtEnd: Bool { position >= end }

  private mutating func record(_ kind: UInt8) -> OracleRecord? {
    let begin = position
    position += 1
    guard let start = number(), let last = number(), start <= last else { return fail(begin) }
    var record = OracleRecord(
      kind: kind, expressionClass: 0, range: ByteRange(start: start, end: last), name: 0)
    switch kind {
    case UInt8(ascii: "E"):
      guard position + 2 < end, bytes[position] == UInt8(ascii: " ") else { return fail(begin) }
      record.expressionClass = bytes[position + 1]
      position += 2
      fallthrough
    case UInt8(ascii: "C"), UInt8(ascii: "I"):
      guard let name = number() else { return fail(begin) }
      record.name = Int(name)
    default:
      break
    }
    guard position >= end || bytes[position] == UInt8(ascii: "\n") else { return fail(begin) }
    position += 1
    return record
  }

  /// Goes back to a line that is not as it should be, so that the end is not reached.
  private mutating func fail(_ begin: Int) -> OracleRecord? {
    position = begin
    return nil
  }

  /// The number after a space.
  private mutating func number() -> UInt32? {
    guard position < end, bytes[position] == UInt8(ascii: " ") else { return nil }
    position += 1
    let first = position
    var value: UInt32 = 0
    while position < end {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value &* 10 &+ UInt32(digit)
      position += 1
    }
    return position > first && position < first + 10 ? value : nil
  }
}

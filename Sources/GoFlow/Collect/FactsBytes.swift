import Basics

/// Why bytes are not the facts of a package.
public enum FactsError: Error, Hashable, Sendable {
  /// They do not begin as facts do.
  case notFacts
  /// Another version of the program wrote them.
  case otherVersion(UInt32)
  /// They end too early.
  case truncated
  /// They say what cannot be.
  case malformed
}

/// Writes numbers in as few bytes as they need: LEB128.
struct FactsWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ more: ArraySlice<UInt8>) { bytes += more }

  mutating func number(_ number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func count(_ count: Int) { number(UInt32(count)) }

  /// A number that may be `UInt32.max`, which takes one byte.
  mutating func optional(_ raw: UInt32) { number(raw &+ 1) }

  mutating func id(_ id: some TableID) { number(id.rawValue) }

  /// A number as its distance from another one, small in either direction.
  mutating func distance(from base: UInt32, to number: UInt32) {
    let distance = Int32(bitPattern: number &- base)
    self.number(UInt32(bitPattern: (distance << 1) ^ (distance >> 31)))
  }

  mutating func text(_ text: String) {
    count(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func list<Element>(
    _ elements: [Element], _ write: (inout FactsWriter, Element) -> Void
  ) {
    count(elements.count)
    for element in elements { write(&self, element) }
  }
}

/// Reads what a `FactsWriter` wrote, or other bytes: then it throws or gives other numbers.
struct FactsReader {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func byte() throws(FactsError) -> UInt8 {
    guard position < bytes.count else { throw .truncated }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func number() throws(FactsError) -> UInt32 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 35, by: 7) {
      let byte = try byte()
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 {
        guard let result = UInt32(exactly: number) else { throw .malformed }
        return result
      }
    }
    throw .malformed
  }

  /// How many elements follow, each of at least one byte: no more than there are bytes.
  mutating func count() throws(FactsError) -> Int {
    let count = Int(try number())
    guard count <= bytes.count - position else { throw .truncated }
    return count
  }

  mutating func optional() throws(FactsError) -> UInt32 { try number() &- 1 }

  /// A number below a bound.
  mutating func number(below bound: Int) throws(FactsError) -> UInt32 {
    let number = try number()
    guard Int(number) < bound else { throw .malformed }
    return number
  }

  mutating func id<ID: TableID>(below bound: Int) throws(FactsError) -> ID {
    ID(rawValue: try number(below: bound))
  }

  /// A number below a bound, or `none`.
  mutating func optional<ID: TableID>(below bound: Int) throws(FactsError) -> ID {
    let raw = try optional()
    guard raw == .max || Int(raw) < bound else { throw .malformed }
    return ID(rawValue: raw)
  }

  mutating func number(from base: UInt32) throws(FactsError) -> UInt32 {
    let coded = try number()
    return base &+ (coded >> 1 ^ (0 &- (coded & 1)))
  }

  mutating func text() throws(FactsError) -> String {
    let count = try count()
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func list<Element>(
    _ read: (inout FactsReader) throws(FactsError) -> Element
  ) throws(FactsError) -> [Element] {
    let count = try count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }
}

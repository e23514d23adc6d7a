import Basics

/// Reads what a `FlowEncoder` wrote. Of other bytes it throws, or gives other values; memory stays
/// in proportion to the bytes.
final class FlowDecoder {
  fileprivate var reader: FactsReader
  fileprivate let names: [String]

  private init(_ bytes: [UInt8]) throws(FactsError) {
    reader = FactsReader(bytes)
    names = try reader.list { reader throws(FactsError) in try reader.text() }
  }

  /// The value that some bytes are, all of them.
  static func value<Value: Decodable>(_ type: Value.Type, of bytes: [UInt8]) throws -> Value {
    let decoder = try FlowDecoder(bytes)
    let value = try type.init(from: DecodingPlace(decoder))
    guard decoder.reader.isAtEnd else { throw FactsError.malformed }
    return value
  }

  fileprivate func bool() throws -> Bool { try reader.number(below: 2) == 1 }
  fileprivate func uint8() throws -> UInt8 { try reader.byte() }
  fileprivate func uint16() throws -> UInt16 {
    guard let number = UInt16(exactly: try reader.optional()) else { throw FactsError.malformed }
    return number
  }
  fileprivate func uint32() throws -> UInt32 { try reader.optional() }
  fileprivate func int32() throws -> Int32 {
    let coded = try reader.number()
    return Int32(bitPattern: coded >> 1 ^ (0 &- (coded & 1)))
  }
  fileprivate func uint64() throws -> UInt64 {
    let low = UInt64(try reader.number())
    return low | UInt64(try reader.number()) << 32
  }

  fileprivate func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let known: Any? =
      switch type {
      case is UInt32.Type: try uint32()
      case is UInt8.Type: try uint8()
      case is Bool.Type: try bool()
      case is Int32.Type: try int32()
      case is UInt64.Type: try uint64()
      case is UInt16.Type: try uint16()
      case is String.Type: try reader.text()
      default: nil
      }
    if let known = known as? Value { return known }
    return try type.init(from: DecodingPlace(self))
  }
}

/// Where a value is read.
private struct DecodingPlace: Decoder {
  let decoder: FlowDecoder
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ decoder: FlowDecoder) { self.decoder = decoder }

  func container<Key>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Members(decoder))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try Elements(decoder) }
  func singleValueContainer() -> any SingleValueDecodingContainer { Single(decoder) }
}

private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: FlowDecoder
  var codingPath: [any CodingKey] { [] }

  init(_ decoder: FlowDecoder) { self.decoder = decoder }

  /// The case of an enum; only there it is asked.
  var allKeys: [Key] {
    guard let number = try? decoder.reader.number(below: decoder.names.count),
      let key = Key(stringValue: decoder.names[Int(number)])
    else { return [] }
    return [key]
  }
  func contains(_ key: Key) -> Bool { true }
  func decodeNil(forKey key: Key) throws -> Bool { try !decoder.bool() }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try decoder.value(type)
  }
  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    try decoder.bool() ? try decoder.value(type) : nil
  }
  func nestedContainer<Other>(
    keyedBy type: Other.Type, forKey key: Key
  ) -> KeyedDecodingContainer<Other> {
    KeyedDecodingContainer(Members<Other>(decoder))
  }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try Elements(decoder)
  }
  func superDecoder() -> any Decoder { DecodingPlace(decoder) }
  func superDecoder(forKey key: Key) -> any Decoder { DecodingPlace(decoder) }
}

private struct Elements: UnkeyedDecodingContainer {
  let decoder: FlowDecoder
  private let length: Int
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var count: Int? { length }
  var isAtEnd: Bool { currentIndex >= length }

  init(_ decoder: FlowDecoder) throws {
    self.decoder = decoder
    length = try decoder.reader.count()
  }

  private mutating func next() throws {
    guard !isAtEnd else { throw FactsError.malformed }
    currentIndex += 1
  }
  mutating func decodeNil() -> Bool { false }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next()
    return try decoder.value(type)
  }
  mutating func nestedContainer<Other>(
    keyedBy type: Other.Type
  ) throws -> KeyedDecodingContainer<Other> {
    try next()
    return KeyedDecodingContainer(Members<Other>(decoder))
  }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next()
    return try Elements(decoder)
  }
  func superDecoder() -> any Decoder { DecodingPlace(decoder) }
}

private struct Single: SingleValueDecodingContainer {
  let decoder: FlowDecoder
  var codingPath: [any CodingKey] { [] }

  init(_ decoder: FlowDecoder) { self.decoder = decoder }

  func decodeNil() -> Bool { false }
  func decode(_ type: Bool.Type) throws -> Bool { try decoder.bool() }
  func decode(_ type: String.Type) throws -> String { try decoder.reader.text() }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try decoder.uint8() }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try decoder.uint16() }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try decoder.uint32() }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try decoder.uint64() }
  func decode(_ type: Int32.Type) throws -> Int32 { try decoder.int32() }
  func decode(_ type: Double.Type) throws -> Double { throw FactsError.malformed }
  func decode(_ type: Float.Type) throws -> Float { throw FactsError.malformed }
  func decode(_ type: Int.Type) throws -> Int { throw FactsError.malformed }
  func decode(_ type: Int8.Type) throws -> Int8 { throw FactsError.malformed }
  func decode(_ type: Int16.Type) throws -> Int16 { throw FactsError.malformed }
  func decode(_ type: Int64.Type) throws -> Int64 { throw FactsError.malformed }
  func decode(_ type: UInt.Type) throws -> UInt { throw FactsError.malformed }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.value(type) }
}

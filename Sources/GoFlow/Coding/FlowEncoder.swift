import Basics

/// Writes values one after another in as few bytes as they need, without names of members: what is
/// read must be asked for in the order in which it was written, as synthesized conformances do.
///
/// Of enums with associated values the name of the case is written, by its number in a list of
/// names that comes first.
final class FlowEncoder {
  fileprivate var writer = FactsWriter()
  fileprivate var names: [String] = []
  private var numbers: [String: UInt32] = [:]
  /// Where lists begin whose lengths were not known yet, with their lengths.
  private var lengths: [(position: Int, count: ListCount)] = []

  fileprivate final class ListCount {
    var count = 0
  }

  /// A value as bytes; equal values are equal bytes.
  static func bytes(of value: some Encodable) throws -> [UInt8] {
    let encoder = FlowEncoder()
    try value.encode(to: EncodingPlace(encoder))
    return encoder.finish()
  }

  fileprivate func name(_ name: String) {
    let number = numbers[name] ?? UInt32(names.count)
    if Int(number) == names.count {
      names.append(name)
      numbers[name] = number
    }
    writer.number(number)
  }

  fileprivate func list() -> ListCount {
    let count = ListCount()
    lengths.append((writer.bytes.count, count))
    return count
  }

  private func finish() -> [UInt8] {
    var result = FactsWriter()
    result.list(names) { $0.text($1) }
    var last = 0
    for (position, count) in lengths {
      result.append(writer.bytes[last..<position])
      result.count(count.count)
      last = position
    }
    result.append(writer.bytes[last...])
    return result.bytes
  }
}

/// Where a value is written.
private struct EncodingPlace: Encoder {
  let encoder: FlowEncoder
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ encoder: FlowEncoder) { self.encoder = encoder }

  func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Members(encoder))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    Elements(encoder, encoder.list())
  }
  func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder) }
}

extension FlowEncoder {
  fileprivate func encode(_ value: Bool) { writer.byte(value ? 1 : 0) }
  fileprivate func encode(_ value: UInt8) { writer.byte(value) }
  fileprivate func encode(_ value: String) { writer.text(value) }
  /// Small numbers and the largest one, which stands for none, take one byte.
  fileprivate func encode(_ value: UInt32) { writer.optional(value) }
  fileprivate func encode(_ value: Int32) {
    writer.number(UInt32(bitPattern: (value << 1) ^ (value >> 31)))
  }
  fileprivate func encode(_ value: UInt64) {
    writer.number(UInt32(truncatingIfNeeded: value))
    writer.number(UInt32(truncatingIfNeeded: value >> 32))
  }

  fileprivate func encode<Value: Encodable>(any value: Value) throws {
    switch value {
    case let number as UInt32: encode(number)
    case let number as UInt8: encode(number)
    case let flag as Bool: encode(flag)
    case let number as Int32: encode(number)
    case let number as UInt64: encode(number)
    case let number as UInt16: encode(UInt32(number))
    case let text as String: encode(text)
    default: try value.encode(to: EncodingPlace(self))
    }
  }

  fileprivate static func refuse(_ value: Any) -> EncodingError {
    EncodingError.invalidValue(
      value, EncodingError.Context(codingPath: [], debugDescription: "no such number is written"))
  }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: FlowEncoder
  var codingPath: [any CodingKey] { [] }

  init(_ encoder: FlowEncoder) { self.encoder = encoder }

  func encodeNil(forKey key: Key) { encoder.encode(false) }
  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try encoder.encode(any: value)
  }
  func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
    encoder.encode(value != nil)
    if let value { try encoder.encode(any: value) }
  }
  /// The case of an enum.
  func nestedContainer<Other>(
    keyedBy type: Other.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Other> {
    encoder.name(key.stringValue)
    return KeyedEncodingContainer(Members<Other>(encoder))
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    Elements(encoder, encoder.list())
  }
  func superEncoder() -> any Encoder { EncodingPlace(encoder) }
  func superEncoder(forKey key: Key) -> any Encoder { EncodingPlace(encoder) }
}

private struct Elements: UnkeyedEncodingContainer {
  let encoder: FlowEncoder
  private let length: FlowEncoder.ListCount
  var codingPath: [any CodingKey] { [] }
  var count: Int { length.count }

  init(_ encoder: FlowEncoder, _ length: FlowEncoder.ListCount) {
    self.encoder = encoder
    self.length = length
  }

  func encodeNil() throws { throw FlowEncoder.refuse("nil") }
  func encode<Value: Encodable>(_ value: Value) throws {
    length.count += 1
    try encoder.encode(any: value)
  }
  func nestedContainer<Other>(keyedBy type: Other.Type) -> KeyedEncodingContainer<Other> {
    length.count += 1
    return KeyedEncodingContainer(Members<Other>(encoder))
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    length.count += 1
    return Elements(encoder, encoder.list())
  }
  func superEncoder() -> any Encoder { EncodingPlace(encoder) }
}

private struct Single: SingleValueEncodingContainer {
  let encoder: FlowEncoder
  var codingPath: [any CodingKey] { [] }

  init(_ encoder: FlowEncoder) { self.encoder = encoder }

  func encodeNil() throws { throw FlowEncoder.refuse("nil") }
  func encode(_ value: Bool) { encoder.encode(value) }
  func encode(_ value: String) { encoder.encode(value) }
  func encode(_ value: UInt8) { encoder.encode(value) }
  func encode(_ value: UInt16) { encoder.encode(UInt32(value)) }
  func encode(_ value: UInt32) { encoder.encode(value) }
  func encode(_ value: UInt64) { encoder.encode(value) }
  func encode(_ value: Int32) { encoder.encode(value) }
  func encode(_ value: Double) throws { throw FlowEncoder.refuse(value) }
  func encode(_ value: Float) throws { throw FlowEncoder.refuse(value) }
  func encode(_ value: Int) throws { throw FlowEncoder.refuse(value) }
  func encode(_ value: Int8) throws { throw FlowEncoder.refuse(value) }
  func encode(_ value: Int16) throws { throw FlowEncoder.refuse(value) }
  func encode(_ value: Int64) throws { throw FlowEncoder.refuse(value) }
  func encode(_ value: UInt) throws { throw FlowEncoder.refuse(value) }
  func encode<Value: Encodable>(_ value: Value) throws { try encoder.encode(any: value) }
}

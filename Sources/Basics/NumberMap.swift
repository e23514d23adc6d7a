/// A map from numbers to small numbers, for tables that give each thing one number. A dictionary
/// mixes its keys with a secret, which costs more than such a table is worth.
///
/// Open addressing with linear steps; the hash is a multiplication (Knuth, "The Art of Computer
/// Programming", 6.4). Single keys are never removed. The key `UInt64.max` cannot be held.
public struct NumberMap: Sendable {
  private var keys: [UInt64] = []
  private var values: [UInt32] = []
  private var shift: UInt64 = 64
  public private(set) var count = 0

  public init() {}

  /// The value of a key, or nil.
  @inlinable public subscript(key: UInt64) -> UInt32? { find(key) }

  @usableFromInline func find(_ key: UInt64) -> UInt32? {
    if keys.isEmpty { return nil }
    let mask = keys.count - 1
    var index = slot(key)
    while true {
      let found = keys[index]
      if found == key { return values[index] }
      if found == .max { return nil }
      index = (index + 1) & mask
    }
  }

  /// Gives a key a value.
  public mutating func set(_ key: UInt64, _ value: UInt32) {
    precondition(key != .max, "a key that stands for none")
    if count * 4 >= keys.count * 3 { grow() }
    let mask = keys.count - 1
    var index = slot(key)
    while keys[index] != .max {
      if keys[index] == key {
        values[index] = value
        return
      }
      index = (index + 1) & mask
    }
    keys[index] = key
    values[index] = value
    count += 1
  }

  /// Forgets everything but keeps the room.
  public mutating func removeAll() {
    if count == 0 { return }
    for index in keys.indices { keys[index] = .max }
    count = 0
  }

  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    let size = max(16, oldKeys.count * 2)
    keys = Array(repeating: .max, count: size)
    values = Array(repeating: 0, count: size)
    shift = UInt64(64 - size.trailingZeroBitCount)
    let mask = size - 1
    for (key, value) in zip(oldKeys, oldValues) where key != .max {
      var index = slot(key)
      while keys[index] != .max { index = (index + 1) & mask }
      keys[index] = key
      values[index] = value
    }
  }
}

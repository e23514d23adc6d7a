/// A map from numbers to small numbers, for tables that give each thing one number. A dictionary
/// mixes its keys with a secret, which costs more than such a table is worth.
///
/// Open addressing with linear steps; the hash is a multiplication (Knuth, "The Art of Computer
/// Programming", 6.4). Single keys are never removed. The key `UInt64.max` cannot be held.
public struct NumberMap: Sendable {
  /// A key beside its value, so that both are found at one place of the memory.
  private struct Entry {
    var key: UInt64
    var value: UInt32
    static let free = Entry(key: .max, value: 0)
  }
  private var entries: [Entry] = []
  private var shift: UInt64 = 64
  public private(set) var count = 0

  public init() {}

  /// The value of a key, or nil.
  @inlinable public subscript(key: UInt64) -> UInt32? { find(key) }

  @usableFromInline func find(_ key: UInt64) -> UInt32? {
    if entries.isEmpty { return nil }
    let mask = entries.count - 1
    var index = slot(key)
    while true {
      let found = entries[index]
      if found.key == key { return found.value }
      if found.key == .max { return nil }
      index = (index + 1) & mask
    }
  }

  /// Gives a key a value.
  public mutating func set(_ key: UInt64, _ value: UInt32) {
    precondition(key != .max, "a key that stands for none")
    if count * 4 >= entries.count * 3 { grow() }
    let mask = entries.count - 1
    var index = slot(key)
    while entries[index].key != .max {
      if entries[index].key == key {
        entries[index].value = value
        return
      }
      index = (index + 1) & mask
    }
    entries[index] = Entry(key: key, value: value)
    count += 1
  }

  /// Forgets everything but keeps the room, as far as it was in use.
  public mutating func removeAll() {
    // To clear what is far too large would cost more than to make it anew.
    if entries.count > 32 * count + 256 {
      entries = []
      shift = 64
    } else if count > 0 {
      for index in entries.indices { entries[index].key = .max }
    }
    count = 0
  }

  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private mutating func grow() {
    let old = entries
    let size = max(16, old.count * 2)
    entries = []
    entries.reserveCapacity(size)
    entries.append(contentsOf: repeatElement(.free, count: size))
    shift = UInt64(64 - size.trailingZeroBitCount)
    let mask = size - 1
    for entry in old where entry.key != .max {
      var index = slot(entry.key)
      while entries[index].key != .max { index = (index + 1) & mask }
      entries[index] = entry
    }
  }
}

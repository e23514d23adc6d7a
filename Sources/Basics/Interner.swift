/// A name that an `Interner` knows. Equal names of one interner have equal symbols.
public struct Symbol: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// Gives each distinct run of bytes one number. Not for sharing between threads.
///
/// An open-addressing table over one byte store: a look-up hashes the bytes once and
/// allocates nothing unless the name is new. Symbols are numbered in order of arrival.
public struct Interner: Sendable {
  private var store: [UInt8] = []
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  /// Symbol plus one for each slot, zero where it is free; a power of two long.
  private var slots: [UInt32]

  /// An interner with no names, with room for a few hundred.
  public init() { slots = Array(repeating: 0, count: 1024) }

  /// How many names there are.
  public var count: Int { ends.count }

  /// The symbol of the bytes; new bytes get the next symbol.
  public mutating func intern(_ bytes: some RandomAccessCollection<UInt8>) -> Symbol {
    let hash = Self.hash(bytes)
    let slot = find(bytes, hash)
    if slots[slot] != 0 { return Symbol(rawValue: slots[slot] - 1) }
    slots[slot] = UInt32(ends.count) + 1
    store.append(contentsOf: bytes)
    ends.append(UInt32(store.count))
    hashes.append(hash)
    if ends.count * 4 > slots.count * 3 { grow() }
    return Symbol(ends.count - 1)
  }

  /// The symbol of a string; a new string gets the next symbol.
  public mutating func intern(_ text: String) -> Symbol { intern(Array(text.utf8)) }

  /// The symbol of the bytes if they are known, else `none`.
  public func symbol(of bytes: some RandomAccessCollection<UInt8>) -> Symbol {
    let slot = find(bytes, Self.hash(bytes))
    return slots[slot] == 0 ? .none : Symbol(rawValue: slots[slot] - 1)
  }

  /// The name of a symbol. Allocates: for printing only.
  public func string(_ symbol: Symbol) -> String {
    String(decoding: store[range(symbol)], as: UTF8.self)
  }

  private func range(_ symbol: Symbol) -> Range<Int> {
    let start = symbol.index == 0 ? 0 : Int(ends[symbol.index - 1])
    return start..<Int(ends[symbol.index])
  }

  private func find(_ bytes: some RandomAccessCollection<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let symbol = Symbol(rawValue: slots[slot] - 1)
      if hashes[symbol.index] == hash, store[range(symbol)].elementsEqual(bytes) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index) + 1
    }
  }

  /// 32-bit FNV-1a: names are short, and the table is not open to attack by timing.
  private static func hash(_ bytes: some RandomAccessCollection<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash ^ (hash >> 15)
  }
}

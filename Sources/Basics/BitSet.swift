/// A set of ids of one table, one bit each.
///
/// Ids are given in ascending order. Sets with the same ids are equal.
public struct BitSet<ID: TableID>: Hashable, Sendable, Sequence {
  /// The bits; the last word is not zero.
  private var words: [UInt64] = []

  /// The empty set.
  public init() {}

  /// Whether no id is in the set.
  public var isEmpty: Bool { words.isEmpty }

  /// How many ids are in the set.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Takes an id out, where it is there.
  public mutating func remove(_ id: ID) {
    let word = id.index >> 6
    guard word < words.count else { return }
    words[word] &= ~(1 << UInt64(id.index & 63))
    while words.last == 0 { words.removeLast() }
  }

  /// Whether all ids are in another set too.
  public func isSubset(of other: BitSet) -> Bool {
    for (index, word) in words.enumerated() {
      let others = index < other.words.count ? other.words[index] : 0
      if word & ~others != 0 { return false }
    }
    return true
  }

  /// Whether the id is in the set.
  public func contains(_ id: ID) -> Bool {
    let word = id.index >> 6
    return word < words.count && words[word] & (1 << UInt64(id.index & 63)) != 0
  }

  /// Adds an id, which must not be `none`; says whether it was new.
  @discardableResult
  public mutating func insert(_ id: ID) -> Bool {
    let word = id.index >> 6
    while word >= words.count { words.append(0) }
    let bit: UInt64 = 1 << UInt64(id.index & 63)
    let isNew = words[word] & bit == 0
    words[word] |= bit
    return isNew
  }

  /// Adds all ids of another set; says whether any was new.
  @discardableResult
  public mutating func formUnion(_ other: BitSet) -> Bool {
    while words.count < other.words.count { words.append(0) }
    var isNew = false
    for (index, word) in other.words.enumerated() where word & ~words[index] != 0 {
      words[index] |= word
      isNew = true
    }
    return isNew
  }

  /// Takes all ids of another set out.
  public mutating func subtract(_ other: BitSet) {
    for index in 0..<Swift.min(words.count, other.words.count) {
      words[index] &= ~other.words[index]
    }
    while words.last == 0 { words.removeLast() }
  }

  /// Whether no id is in both sets.
  public func isDisjoint(with other: BitSet) -> Bool {
    for index in 0..<Swift.min(words.count, other.words.count)
    where words[index] & other.words[index] != 0 {
      return false
    }
    return true
  }

  /// The ids that are in one of two sets.
  public func union(_ other: BitSet) -> BitSet {
    var all = self
    all.formUnion(other)
    return all
  }

  /// The ids that are in both sets.
  public func intersection(_ other: BitSet) -> BitSet {
    var result = BitSet()
    result.words = zip(words, other.words).map { $0 & $1 }
    while result.words.last == 0 { result.words.removeLast() }
    return result
  }

  public func makeIterator() -> Iterator { Iterator(words: words) }

  /// Gives the ids in ascending order.
  public struct Iterator: IteratorProtocol {
    fileprivate let words: [UInt64]
    private var index = 0
    private var rest: UInt64

    fileprivate init(words: [UInt64]) {
      self.words = words
      rest = words.first ?? 0
    }

    public mutating func next() -> ID? {
      while rest == 0 {
        index += 1
        guard index < words.count else { return nil }
        rest = words[index]
      }
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      return ID(index << 6 + bit)
    }
  }
}

/// A set of ids of one table, one bit each.
public struct BitSet<ID: TableID>: Hashable, Sendable {
  private var words: [UInt64] = []

  /// The empty set.
  public init() {}

  /// Whether no id is in the set.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// How many ids are in the set.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

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
}

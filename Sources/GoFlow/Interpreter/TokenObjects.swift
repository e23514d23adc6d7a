/// Goroutines as a set of bits, a word for each 64 of them.
struct TokenBits: Equatable {
  fileprivate(set) var words: [UInt64] = []

  init() {}

  init(_ tokens: [TokenID]) {
    for token in tokens { insert(token) }
  }

  mutating func insert(_ token: TokenID) {
    while words.count <= token.index >> 6 { words.append(0) }
    words[token.index >> 6] |= 1 << UInt64(token.index & 63)
  }

  func contains(_ token: TokenID) -> Bool {
    token.index >> 6 < words.count && words[token.index >> 6] >> UInt64(token.index & 63) & 1 != 0
  }

  fileprivate func word(_ index: Int) -> UInt64 { index < words.count ? words[index] : 0 }
}

/// Pairs of goroutines and objects: a row of bits for each object, in the order of the objects.
///
/// A function that starts many goroutines makes many objects anew while all of them run, so that
/// most rows are full: a list of the pairs would be as long as the product.
struct TokenObjects: Equatable {
  private var objects: [UInt32] = []
  /// The rows one behind the other.
  private var words: [UInt64] = []
  /// How many words a row has: as many as the highest goroutine wants.
  private var width = 1

  var isEmpty: Bool { objects.isEmpty }

  static func == (left: Self, right: Self) -> Bool {
    guard left.objects == right.objects else { return false }
    if left.width == right.width { return left.words == right.words }
    let (narrow, wide) = left.width < right.width ? (left, right) : (right, left)
    return narrow.objects.indices.allSatisfy { row in
      (0..<wide.width).allSatisfy { narrow.word(row, $0) == wide.word(row, $0) }
    }
  }

  func contains(_ token: TokenID, _ object: ObjectID) -> Bool {
    guard let row = row(of: object) else { return false }
    return word(row, token.index >> 6) >> UInt64(token.index & 63) & 1 != 0
  }

  /// Whether goroutines are all in pairs with an object.
  func contains(_ tokens: TokenBits, _ object: ObjectID) -> Bool {
    guard let row = row(of: object) else { return tokens.words.allSatisfy { $0 == 0 } }
    return tokens.words.indices.allSatisfy { tokens.words[$0] & ~word(row, $0) == 0 }
  }

  /// The goroutines that are in a pair with any object, but not with one.
  func tokens(except object: ObjectID) -> TokenBits {
    var found = TokenBits()
    found.words = Array(repeating: 0, count: width)
    for index in words.indices { found.words[index % width] |= words[index] }
    if let row = row(of: object) {
      for index in 0..<width { found.words[index] &= ~word(row, index) }
    }
    return found
  }

  mutating func insert(_ tokens: TokenBits, _ object: ObjectID) {
    guard tokens.words.contains(where: { $0 != 0 }) else { return }
    widen(to: tokens.words.count)
    let place = place(of: object)
    if place == objects.count || objects[place] != object.rawValue {
      objects.insert(object.rawValue, at: place)
      words.insert(contentsOf: repeatElement(0, count: width), at: place * width)
    }
    for (index, bits) in tokens.words.enumerated() { words[place * width + index] |= bits }
  }

  mutating func insert(_ token: TokenID, _ object: ObjectID) {
    var tokens = TokenBits()
    tokens.insert(token)
    insert(tokens, object)
  }

  mutating func remove(_ token: TokenID, _ object: ObjectID) {
    guard let row = row(of: object), token.index >> 6 < width else { return }
    words[row * width + token.index >> 6] &= ~(1 << UInt64(token.index & 63))
    if (0..<width).allSatisfy({ word(row, $0) == 0 }) {
      objects.remove(at: row)
      words.removeSubrange(row * width..<(row + 1) * width)
    }
  }

  /// Removes all pairs of a goroutine.
  mutating func removeAll(of token: TokenID) {
    guard token.index >> 6 < width else { return }
    let mask = ~(UInt64(1) << UInt64(token.index & 63))
    var isAny = false
    for row in objects.indices {
      let index = row * width + token.index >> 6
      if words[index] & ~mask != 0 {
        words[index] &= mask
        isAny = true
      }
    }
    if isAny { removeEmptyRows() }
  }

  /// Removes all pairs of some objects.
  mutating func removeAll(where isMeant: (ObjectID) -> Bool) {
    keep(objects.indices.filter { !isMeant(ObjectID(rawValue: objects[$0])) })
  }

  /// Joins what two ways say of goroutines: what only one side knows a goroutine of keeps what that
  /// side says.
  mutating func join(_ other: Self, _ ownTokens: TokenBits, _ otherTokens: TokenBits) {
    if self == other { return }
    var joined = Self()
    joined.width = max(width, other.width)
    joined.objects.reserveCapacity(max(objects.count, other.objects.count))
    joined.words.reserveCapacity(max(objects.count, other.objects.count) * joined.width)
    var (left, right) = (0, 0)
    while left < objects.count || right < other.objects.count {
      let isLeft =
        right == other.objects.count
        || left < objects.count && objects[left] <= other.objects[right]
      let isRight =
        left == objects.count
        || right < other.objects.count && other.objects[right] <= objects[left]
      joined.objects.append(isLeft ? objects[left] : other.objects[right])
      for index in 0..<joined.width {
        let own = isLeft ? word(left, index) : 0
        let others = isRight ? other.word(right, index) : 0
        joined.words.append(
          own & others | own & ~otherTokens.word(index) | others & ~ownTokens.word(index))
      }
      if isLeft { left += 1 }
      if isRight { right += 1 }
    }
    joined.removeEmptyRows()
    self = joined
  }

  // MARK: Rows

  private func row(of object: ObjectID) -> Int? {
    let place = place(of: object)
    return place < objects.count && objects[place] == object.rawValue ? place : nil
  }

  /// Where the row of an object is, or would be.
  private func place(of object: ObjectID) -> Int {
    // Most are newer than all others.
    if let last = objects.last, last < object.rawValue { return objects.count }
    var (low, high) = (0, objects.count)
    while low < high {
      let middle = (low + high) / 2
      if objects[middle] < object.rawValue { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func word(_ row: Int, _ index: Int) -> UInt64 {
    index < width ? words[row * width + index] : 0
  }

  private mutating func widen(to count: Int) {
    if count <= width { return }
    var wider: [UInt64] = []
    wider.reserveCapacity(objects.count * count)
    for row in objects.indices {
      for index in 0..<count { wider.append(word(row, index)) }
    }
    words = wider
    width = count
  }

  private mutating func removeEmptyRows() {
    keep(objects.indices.filter { row in (0..<width).contains { word(row, $0) != 0 } })
  }

  private mutating func keep(_ kept: [Int]) {
    if kept.count == objects.count { return }
    words = kept.flatMap { words[$0 * width..<($0 + 1) * width] }
    objects = kept.map { objects[$0] }
  }
}

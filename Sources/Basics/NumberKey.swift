/// A key of dictionaries and sets that is told apart by one number.
///
/// The standard library mixes keys with a secret (SipHash), against those who choose them to
/// collide; of small numbers that a program counts itself nobody chooses any, and the mixing costs
/// more than the rest of a look-up. Here one multiplication mixes the number, and the seed that each
/// table has: see `Hashable._rawHashValue(seed:)`, by which the standard library does so for its
/// own types.
public protocol NumberKey: Hashable {
  /// The number; others that are not equal may have it too.
  var keyNumber: UInt64 { get }
}

extension NumberKey {
  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(keyNumber) }

  @inlinable public func _rawHashValue(seed: Int) -> Int {
    let seeded = keyNumber ^ UInt64(bitPattern: Int64(seed))
    let product = seeded.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    // Tables look at the lowest bits.
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }
}

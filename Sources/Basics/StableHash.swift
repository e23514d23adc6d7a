/// A hash that is the same on every machine and in every run: FNV-1a, 128 bits.
///
/// It names findings in baselines and reports; it is no protection against forgery.
public struct StableHash: Sendable {
  private var value: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
  private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B

  /// The hash of nothing.
  public init() {}

  /// Adds a part; parts are kept apart, so that "a","bc" and "ab","c" differ.
  public mutating func combine(_ part: String) {
    for byte in part.utf8 { add(byte) }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt128(byte)) &* Self.prime }

  /// The hash as 32 hexadecimal digits.
  public var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}

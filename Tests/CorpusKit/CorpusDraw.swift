/// A draw of findings that somebody is to read: the same for the same findings and seed.
public struct CorpusDraw {
  /// How many of one rule are drawn at most, so that the frequent ones leave room for the others.
  public static let maximumOfRule = 15

  /// The findings drawn, in their own order.
  public let findings: [CorpusFinding]

  /// Draws `count` of some findings, or all where there are fewer.
  public init(_ count: Int, of findings: [CorpusFinding], seed: UInt64) {
    var generator = SplitMix(state: seed)
    let shuffled = findings.indices.shuffled(using: &generator)
    var ofRule: [String: Int] = [:]
    var drawn: [Int] = []
    for index in shuffled where drawn.count < count {
      let rule = findings[index].rule
      guard ofRule[rule, default: 0] < Self.maximumOfRule else { continue }
      ofRule[rule, default: 0] += 1
      drawn.append(index)
    }
    self.findings = drawn.sorted().map { findings[$0] }
  }
}

/// A generator of random numbers with a known beginning: SplitMix64, by Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators" (2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

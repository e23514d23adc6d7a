import Basics
import GoSyntax
import Testing

/// Files as an editor or a bad download leaves them: cut off or changed anywhere.
struct MutationTests {
  private static let sample = Array((Snippets.files[2...4].joined() + Snippets.gaps[0]).utf8)

  @Test func aFileCutOffAnywhereKeepsItsInvariants() throws {
    for size in stride(from: 0, through: Self.sample.count, by: 7) {
      try Self.check(Array(Self.sample[..<size]), "cut at \(size)")
      try Self.check(Array(Self.sample[size...]), "begun at \(size)")
    }
  }

  @Test func aFileChangedAnywhereKeepsItsInvariants() throws {
    var random = SeededNumbers(seed: 42)
    let replacements = Array("(){}[]\"'`/*\n;,.:=<-\\\0\u{E9}x0".utf8) + [0xFF, 0x80]
    for offset in stride(from: 0, to: Self.sample.count, by: 7) {
      var changed = Self.sample
      let byte = replacements.randomElement(using: &random) ?? 0
      changed[offset] = byte
      try Self.check(changed, "\(byte) at \(offset)")
      var longer = Self.sample
      longer.insert(byte, at: offset)
      try Self.check(longer, "\(byte) put in at \(offset)")
      var shorter = Self.sample
      shorter.removeSubrange(offset..<min(offset + 3, shorter.count))
      try Self.check(shorter, "three bytes gone at \(offset)")
    }
  }

  @Test func piecesPutTogetherAtRandomKeepTheirInvariants() throws {
    var random = SeededNumbers(seed: 3)
    let pieces = Self.sample.split { $0 == 0x20 || $0 == 0x0A }
    for round in 0..<150 {
      let count = Int.random(in: 1...60, using: &random)
      let chosen = (0..<count).map { _ in pieces.randomElement(using: &random) ?? [] }
      try Self.check(Array(chosen.joined(separator: [0x20])), "round \(round)")
    }
  }

  private static func check(_ bytes: [UInt8], _ change: String) throws {
    let tree = try parse(bytes)
    let broken = tree.brokenInvariants()
    #expect(broken == [], "\(change)")
    #expect(tree.source.bytes == bytes)
  }
}

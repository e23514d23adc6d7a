import Basics
import Testing

struct NumberMapTests {
  @Test func whatWasSetIsFound() {
    var map = NumberMap()
    #expect(map[0] == nil)
    for key in UInt64(0)..<2_000 { map.set(key << 32 | key * 7, UInt32(key)) }
    #expect(map.count == 2_000)
    for key in UInt64(0)..<2_000 { #expect(map[key << 32 | key * 7] == UInt32(key)) }
    #expect(map[1] == nil)
    #expect(map[.max - 1] == nil)
  }

  /// Also of a map that was large, and of one that has been emptied before.
  @Test func nothingIsLeftOfWhatIsForgotten() {
    var map = NumberMap()
    for count in [UInt64(3), 5_000, 1, 40, 0, 7] {
      for key in 0..<count { map.set(key, UInt32(key + count)) }
      #expect(map.count == Int(count))
      #expect((0..<count).allSatisfy { map[$0] == UInt32($0 + count) })
      #expect(map[count] == nil)
      map.removeAll()
      #expect(map.count == 0)
      #expect((0..<count).allSatisfy { map[$0] == nil })
    }
  }

  @Test func settingAgainReplaces() {
    var map = NumberMap()
    map.set(5, 1)
    map.set(5, 2)
    #expect(map[5] == 2)
    #expect(map.count == 1)
  }
}

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

  @Test func settingAgainReplaces() {
    var map = NumberMap()
    map.set(5, 1)
    map.set(5, 2)
    #expect(map[5] == 2)
    #expect(map.count == 1)
  }
}

import Basics
import Testing

private struct Key: NumberKey {
  var name: String
  var keyNumber: UInt64 { UInt64(name.utf8.count) }
}

private struct ID: TableID {
  let rawValue: UInt32
}

struct NumberKeyTests {
  @Test func keysOfOneNumberAreToldApart() {
    let keys = ["a", "b", "ab", "ba"].map { Key(name: $0) }
    #expect(Set(keys).count == 4)
    let places = Dictionary(uniqueKeysWithValues: zip(keys, 0...))
    #expect(keys.map { places[$0] } == [0, 1, 2, 3])
  }

  @Test func idsAreSpreadOverTables() {
    let ids = (0..<10_000).map { ID(rawValue: UInt32($0) << 12) }
    #expect(Set(ids).count == ids.count)
    // As many as chance would leave empty or fill twice, and not all in a few.
    let lowest = Set(ids.map { $0._rawHashValue(seed: 1) & 0x3FFF })
    #expect(lowest.count > 5_000)
  }
}

struct ListNumbersTests {
  @Test func equalListsHaveOneNumber() {
    var numbers = ListNumbers<ID>()
    let (first, second) = (ID(rawValue: 1), ID(rawValue: 2))
    #expect(numbers.number(of: []) == 0)
    #expect(numbers.number(of: [first, second]) == 1)
    #expect(numbers.number(of: [second, first]) == 2)
    #expect(numbers.number(of: [first, second]) == 1)
    #expect(numbers.lists == [[], [first, second], [second, first]])
  }

  @Test func oneElementIsAListOfItsOwn() {
    var numbers = ListNumbers<ID>()
    let (first, second) = (ID(rawValue: 1), ID(rawValue: 2))
    #expect(numbers.number(of: [first, second]) == 1)
    #expect(numbers.number(ofOnly: first) == 2)
    #expect(numbers.number(of: [first]) == 2)
    #expect(numbers.number(of: [second]) == 3)
    #expect(numbers.number(ofOnly: second) == 3)
  }
}

import Basics
import Testing

struct TableTests {
  @Test func idsAndRangesKeepTheirSizes() {
    #expect(MemoryLayout<Symbol>.stride == 4)
    #expect(MemoryLayout<ByteRange>.stride == 8)
    #expect(MemoryLayout<(Symbol, Symbol)>.stride == 8)
  }

  @Test func noneIsTheLargestIDAndNamesNothing() {
    #expect(Symbol.none.isNone)
    #expect(Symbol.none.rawValue == .max)
    #expect(!Symbol(0).isNone)
    #expect(Symbol(Int(UInt32.max) - 1) < Symbol.none)
    #expect(Symbol(7).index == 7)
  }

  @Test func idsCountUpInTheOrderOfAppending() {
    var table = Table<Symbol, String>()
    #expect(table.isEmpty)
    let ids = [table.append("a"), table.append("b")]
    #expect(ids == [Symbol(0), Symbol(1)])
    table[Symbol(0)] = "c"
    #expect(table.elements == ["c", "b"])
    #expect(Array(table.ids) == [Symbol(0), Symbol(1)])
    #expect(Table<Symbol, String>(["x", "y"])[Symbol(1)] == "y")
  }

  @Test func rangesAreHalfOpen() {
    let range = ByteRange(start: 3, end: 6)
    #expect(range.count == 3)
    #expect(range.indices == 3..<6)
    #expect(range.contains(3))
    #expect(range.contains(5))
    #expect(!range.contains(6))
    #expect(!range.contains(2))
    #expect(!range.isEmpty)
  }

  @Test func aRangeContainsItselfAndTheInsertionPointsAtItsEnds() {
    let range = ByteRange(start: 3, end: 6)
    #expect(range.contains(range))
    #expect(range.contains(ByteRange(at: 3)))
    #expect(range.contains(ByteRange(at: 6)))
    #expect(!range.contains(ByteRange(start: 5, end: 7)))
    #expect(!range.contains(ByteRange(at: 7)))
    #expect(ByteRange(at: 4).isEmpty)
    #expect(!ByteRange(at: 4).contains(4))
  }

  @Test func rangesAreOrderedByStartThenEnd() {
    let ordered = [
      ByteRange(at: 0), ByteRange(start: 0, end: 9), ByteRange(start: 1, end: 2),
      ByteRange(start: 1, end: 3),
    ]
    #expect(ordered.reversed().sorted() == ordered)
  }

  @Test func aWholeRangeOfTheLargestTextHasItsCount() {
    #expect(ByteRange(start: 0, end: UInt32(SourceText.largestSize)).count == 1 << 30)
    #expect(ByteRange(start: 0, end: .max).count == Int(UInt32.max))
  }
}

struct BitSetTests {
  @Test func anEmptySetContainsNothing() {
    let set = BitSet<Symbol>()
    #expect(set.isEmpty)
    #expect(set.count == 0)
    #expect(!set.contains(Symbol(0)))
    #expect(!set.contains(Symbol(1_000_000)))
    #expect(!set.contains(.none))
  }

  @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 4095, 4096])
  func containsExactlyWhatWasInserted(index: Int) {
    var set = BitSet<Symbol>()
    let news = [set.insert(Symbol(index)), set.insert(Symbol(index))]
    #expect(news == [true, false])
    #expect(set.count == 1)
    #expect(!set.isEmpty)
    for other in max(0, index - 70)...(index + 70) {
      #expect(set.contains(Symbol(other)) == (other == index))
    }
  }

  @Test(arguments: [[1], [1, 64], [64, 200], [0, 63, 64, 4096]])
  func whatIsTakenOutIsGone(indices: [Int]) {
    var set = BitSet<Symbol>()
    for index in indices { set.insert(Symbol(index)) }
    let whole = set
    for (count, index) in indices.reversed().enumerated() {
      #expect(set.isSubset(of: whole))
      #expect(whole.isSubset(of: set) == (count == 0))
      set.remove(Symbol(index))
      set.remove(Symbol(index + 1000))
      #expect(!set.contains(Symbol(index)))
      #expect(set.count == indices.count - count - 1)
    }
    #expect(set == BitSet())
    #expect(set.isEmpty)
  }

  @Test func agreesWithASetOnManyIDs() {
    var set = BitSet<Symbol>()
    var expected: Set<Int> = []
    var state: UInt32 = 1
    for _ in 0..<2000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      let index = Int(state >> 20)
      let isNew = set.insert(Symbol(index))
      let isExpected = expected.insert(index).inserted
      #expect(isNew == isExpected)
    }
    #expect(set.count == expected.count)
    #expect((0..<4096).filter { set.contains(Symbol($0)) } == expected.sorted())
  }
}

import Basics
import Testing

struct InternerTests {
  @Test func equalBytesHaveEqualSymbols() {
    var names = Interner()
    let first = names.intern("wg")
    let other = names.intern("mu")
    let again = [names.intern(Array("wg".utf8)), names.intern(Array("xwgx".utf8)[1..<3])]
    #expect(other != first)
    #expect(again == [first, first])
    #expect(names.count == 2)
    #expect(names.string(first) == "wg")
  }

  @Test func symbolsAreNumberedInTheOrderOfArrival() {
    var names = Interner()
    let indices = ["b", "a", "b", "c"].map { names.intern($0).index }
    #expect(indices == [0, 1, 0, 2])
  }

  @Test func theEmptyNameIsAName() {
    var names = Interner()
    #expect(names.symbol(of: []).isNone)
    let empty = names.intern("")
    let other = names.intern("a")
    let again = names.intern("")
    #expect(again == empty)
    #expect(empty != other)
    #expect(names.string(empty).isEmpty)
    #expect(names.string(other) == "a")
    #expect(names.symbol(of: []) == empty)
  }

  @Test func aLookUpAddsNothing() {
    var names = Interner()
    let known = names.intern("known")
    #expect(names.symbol(of: Array("unknown".utf8)).isNone)
    #expect(names.symbol(of: Array("known".utf8)) == known)
    #expect(names.count == 1)
  }

  @Test func bytesThatAreNotUTF8AreKeptApart() {
    var names = Interner()
    let symbols = [[0xFF], [0xFE], [0xFF]].map { names.intern($0 as [UInt8]) }
    #expect(symbols == [Symbol(0), Symbol(1), Symbol(0)])
    #expect(names.string(Symbol(0)) == "\u{FFFD}")
  }

  @Test func composedAndDecomposedLettersAreDifferentNames() {
    var names = Interner()
    let symbols = ["\u{E9}", "e\u{301}"].map { names.intern($0) }
    #expect(symbols == [Symbol(0), Symbol(1)])
  }

  @Test func growsBeyondAHundredThousandNames() {
    var names = Interner()
    let count = 120_000
    for index in 0..<count where names.intern("name\(index)").index != index {
      Issue.record("name\(index) has another symbol")
      return
    }
    #expect(names.count == count)
    for index in stride(from: 0, to: count, by: 97) {
      #expect(names.symbol(of: Array("name\(index)".utf8)) == Symbol(index))
      #expect(names.string(Symbol(index)) == "name\(index)")
    }
    #expect(names.symbol(of: Array("name\(count)".utf8)).isNone)
  }
}

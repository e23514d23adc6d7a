import Basics
import Testing

struct StableHashTests {
  // Baselines of users hold these values: they never change. Made by another implementation
  // of 128-bit FNV-1a, each part ended by the byte 0xFF.
  @Test(arguments: [
    ([], "6c62272e07bb014262b821756295c58d"),
    ([""], "d228cb68f51a8caf78912b704e49f346"),
    (["a"], "0880954550ab1be95aa0733055b751b9"),
    (["abc"], "696f7cc6d3757277b806e97644f2362c"),
    (["a", "bc"], "36cc24064d83d94f708145dd58651e3b"),
    (["ab", "c"], "32763e664083d94f70814487f805ad59"),
    (["", "", "a"], "65e60f08e0757277b806e860202777d3"),
    (
      ["early-done", "m/p", "(*Pool).Run", "wg.Done()"],
      "fe394221eb531d0d57f09e6973e10f7c"
    ),
    (["ключ 😀"], "96373cbc7b6ffef5d7f6b864e43b1d1f"),
  ])
  func knownPartsHaveKnownHashes(parts: [String], expected: String) {
    #expect(Self.hash(parts) == expected)
  }

  @Test func partsAreKeptApart() {
    let groups = [
      ["abc"], ["ab", "c"], ["a", "bc"], ["a", "b", "c"], ["", "abc"], ["abc", ""],
      ["", "ab", "c"],
    ]
    #expect(Set(groups.map(Self.hash)).count == groups.count)
  }

  @Test func leadingZeroesAreWritten() {
    // About one hash in sixteen begins with a zero.
    for number in 0..<200 { #expect(Self.hash(["\(number)"]).utf8.count == 32) }
    #expect((0..<200).contains { Self.hash(["\($0)"]).hasPrefix("0") })
  }

  private static func hash(_ parts: [String]) -> String {
    var hash = StableHash()
    for part in parts { hash.combine(part) }
    return hash.hexadecimal
  }
}

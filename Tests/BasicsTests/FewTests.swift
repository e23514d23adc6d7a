import Basics
import Testing

struct FewTests {
  @Test(arguments: [[], [7], [7, 8], [7, 8, 9]])
  func holdsWhatItIsMadeOf(elements: [Int]) {
    #expect(Array(Few(all: elements)) == elements)
    #expect(Array(Few(all: elements[...])) == elements)
    var list = Few<Int>()
    for element in elements { list.append(element) }
    #expect(Array(list) == elements)
    #expect(list == Few(all: elements))
    #expect(list.count == elements.count)
    #expect(Array(list.map { $0 * 2 }) == elements.map { $0 * 2 })
  }

  @Test(arguments: [1, 3]) func changesElementsWhereTheyAre(count: Int) {
    var list = Few(repeating: 0, count: count)
    list[count - 1] = 5
    #expect(Array(list) == Array(repeating: 0, count: count - 1) + [5])
  }
}

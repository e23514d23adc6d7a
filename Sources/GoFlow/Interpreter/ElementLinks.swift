/// Which cells of elements have elements of others too: those that were copied there, as far as the
/// function found them and does not know them singly.
struct ElementLinks {
  /// What one cell has in common with others.
  struct Link {
    var target: Cell
    var sources: [Cell]
  }

  /// A cell has the elements of no more others; what comes later is left out.
  static let maximumSources = 8

  /// By the numbers of the objects, then by the ways of the cells.
  private var byObject: [[Link]] = []
  private(set) var isEmpty = true
  /// How many were added.
  private(set) var count = 0

  /// All of them, in the order of their cells.
  var all: some Sequence<Link> { byObject.lazy.joined() }

  /// Whether cells of an object have elements of others.
  func hasLinks(_ object: ObjectID) -> Bool {
    object.index < byObject.count && !byObject[object.index].isEmpty
  }

  /// The links of an object's cells.
  func links(of object: ObjectID) -> [Link] {
    object.index < byObject.count ? byObject[object.index] : []
  }

  /// The cells whose elements a cell has too; nil where there are none.
  func sources(of target: Cell) -> [Cell]? {
    links(of: target.object).first { $0.target == target }?.sources
  }

  mutating func add(_ source: Cell, to target: Cell) {
    isEmpty = false
    let object = target.object.index
    while byObject.count <= object { byObject.append([]) }
    guard let index = byObject[object].firstIndex(where: { $0.target >= target }),
      byObject[object][index].target == target
    else {
      let place = byObject[object].firstIndex { $0.target > target } ?? byObject[object].count
      byObject[object].insert(Link(target: target, sources: [source]), at: place)
      count += 1
      return
    }
    guard byObject[object][index].sources.count < Self.maximumSources,
      !byObject[object][index].sources.contains(source)
    else { return }
    byObject[object][index].sources.append(source)
    count += 1
  }
}

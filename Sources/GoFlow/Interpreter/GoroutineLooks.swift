import Basics
import GoIR

/// The cells in which goroutines look for what lies there: what is put into other ones they do not
/// come by.
struct GoroutineLooks {
  private struct Looks {
    var cells: Set<Cell> = []
    /// Objects of which all is looked at that can be reached.
    var deep: Set<ObjectID> = []
  }

  /// By token; nil of goroutines of which nothing was noted.
  private var looks: [Looks?] = []
  /// Of how many goroutines something was noted.
  private var knownCount = 0
  /// The cells into which any of them looks, and whether one looks at all that can be reached.
  private var cells: Set<Cell> = []
  private var isDeep = false

  /// A goroutine looks into a cell.
  mutating func note(_ cell: Cell, by token: TokenID) {
    make(token)
    looks[token.index]?.cells.insert(cell)
    cells.insert(cell)
  }

  /// A goroutine looks at all that can be reached from an object.
  mutating func noteDeep(_ object: ObjectID, by token: TokenID) {
    make(token)
    looks[token.index]?.deep.insert(object)
    isDeep = true
  }

  /// It is known of a goroutine into what it looks.
  mutating func make(_ token: TokenID) {
    while looks.count <= token.index { looks.append(nil) }
    if looks[token.index] == nil {
      looks[token.index] = Looks()
      knownCount += 1
    }
  }

  /// Whether one of some goroutines may look into a cell; `count` of them there are in all.
  func mayAnyLook(into cell: Cell, of count: Int) -> Bool {
    isDeep || knownCount < count || cells.contains(cell)
  }

  /// Whether nothing is known of a goroutine, or it looks into a cell.
  func mayLook(_ token: TokenID, into cell: Cell) -> Bool {
    guard token.index < looks.count, let known = looks[token.index] else { return true }
    return known.cells.contains(cell)
  }

  /// The objects of which a goroutine looks at all that can be reached.
  func deep(_ token: TokenID) -> Set<ObjectID> {
    token.index < looks.count ? looks[token.index]?.deep ?? [] : []
  }
}

extension BodyInterpreter {
  /// Notes on which way a goroutine gets to what it uses.
  func noteLooks(
    _ record: AccessRecord, _ instance: inout SummaryInstance, by token: TokenID
  ) {
    guard loops.isCyclic else { return }
    goroutineLooks.make(token)
    let way = path(record.cell.path, &instance)
    if isDeep(way) {
      for cell in cells(of: objects(record.cell.object, &instance)) {
        goroutineLooks.noteDeep(cell.object, by: token)
      }
    }
    var current = record.cell.object
    while case .initial(let cell) = instance.summary.objects[Int(current)].origin {
      for found in cells(cell, &instance) { goroutineLooks.note(found, by: token) }
      current = cell.object
    }
  }

  /// Whether a goroutine may get at what is put into a cell.
  func mayLook(_ token: TokenID, into cell: Cell) -> Bool {
    if goroutineLooks.mayLook(token, into: cell) { return true }
    for object in goroutineLooks.deep(token) {
      if isReached(cell.object, from: object)
        || reachable(from: Cell(object)).contains(where: { $0.object == cell.object })
      {
        return true
      }
    }
    return false
  }
}

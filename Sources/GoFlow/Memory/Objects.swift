import Basics
import GoIR

/// What memory is, seen from one function.
enum ObjectOrigin: Hashable {
  /// What a reference of a parameter leads to, by the parameter's position, the receiver first,
  /// and the way to the reference in a struct.
  case parameter(UInt32, PathID)
  /// A variable that lives in memory and belongs to a function around this one.
  case captured(UInt32)
  case global(GlobalNumber)
  /// A variable of this function that lives in memory: its latest instance.
  case variable(UInt32)
  /// What an instruction made last; of calls the functions that were called make several.
  case site(ValueID, UInt32)
  /// What a call made of which only that is known: what lies in it is nobody else's either.
  case opaque(ValueID, UInt32)
  /// What a part of another object led to as the function began, or what others put there.
  case initial(Cell)
  /// What a call gave of which nothing is known.
  case unknown(ValueID, UInt32)
  /// Whatever lies in a slot, anywhere in the program.
  case slot(SlotKey)
}

/// The function that a function value runs.
public enum CodeReference: Hashable, Sendable, Codable {
  case none
  /// A literal or declared function; what a literal captures are the parts of its object.
  case function(FunctionNumber)
  /// A method bound to its receiver, which is part 0 of the object; or a function without body.
  case callee(CalleeNumber, isBound: Bool)
}

/// What is known of an object.
struct ObjectInfo {
  var origin: ObjectOrigin
  /// Whether the function found it: then what lies in it at first is not known.
  var isIncoming: Bool
  /// How many loads lead to it from a root.
  var depth: UInt8
  /// The object from which it was reached through what the function found; itself where it was not.
  var root = ObjectID.none
  /// Whether callers see it.
  var isVisible = false
  /// Of function values.
  var code = CodeReference.none
  /// Whether it was taken out of a channel or pool: then no other taker has it.
  var isTaken = false
  /// Of channels that this function makes: the capacity; -1 where it is not a constant.
  var capacity: Int32 = -1
}

struct Reference: Hashable {
  var cell: Cell
  var header: HeaderID
}

/// The objects, headers, references and sets of one function, each with one number.
///
/// Who goes through one function after another uses the same tables for all of them: the room that
/// they have is kept.
final class FlowTables {
  private(set) var objects = Table<ObjectID, ObjectInfo>()
  private(set) var headers: [HeaderInfo] = [HeaderInfo(kind: .unknown)]
  private(set) var references = Table<ReferenceID, Reference>()
  var paths = PathTable()
  /// Whether some headers show parts of arrays.
  private(set) var hasWindows = false
  /// Whether something was taken out of where others put it.
  private var hasTaken = false
  /// Whether some objects are function values.
  private(set) var hasFunctionValues = false
  /// Fields in which all slices are clipped.
  var clippedFields = BitSet<FieldNumber>()
  /// Package variables of which the same is known.
  var clippedGlobals = BitSet<GlobalNumber>()
  var sets = SetPool()
  var lockLists = ListPool<HeldLock, LockListID>()
  var cellLists = ListPool<Cell, CellListID>()

  /// The cells that something is put into, by their numbers, and these by cell and by object.
  var trackedCells: [Cell] = []
  var trackedIDs = NumberMap()
  var trackedOfObject = NumbersOfObjects()
  /// The names that published objects have where others find them.
  let aliases = AliasTable()

  /// The objects by their origins: a map for each kind of origin that two numbers name.
  private var objectIDs = Array(repeating: NumberMap(), count: 8)
  private var slotIDs: [SlotKey: ObjectID] = [:]
  /// How many times a header that was known got another kind or parent.
  private(set) var headerChanges = 0
  /// Whether, since this was set to false, somebody asked for something that hangs on the kinds or
  /// parents of headers that instructions make.
  var areHeadersRead = false
  var windows = KnownWindows()
  /// What is known of numbers that parts of arrays begin and end with.
  var numbers = NumberBounds()
  private var initialHeaders = NumberColumn<ObjectID>()
  private var madeHeaders = NumberMap()
  private var cellIDs = NumberMap()
  private var cellCount: UInt32 = 0
  private var referenceIDs = NumberMap()
  /// The references to objects as wholes of which no header is known, or the first one: most there
  /// are.
  private var plainReferences = NumberColumn<ObjectID>()
  private var initialReferences = NumberColumn<ObjectID>()
  /// The cells that sets of several references lead to, as far as that was asked.
  private var cellsOfSets = NumberColumn<SetID>()
  private var listsOfCells: [Few<Cell>] = []
  /// The numbers of objects as wholes, and what these led to.
  private var wholeCells = NumberColumn<ObjectID>()
  private var foundAtWholes = NumberColumn<ObjectID>()

  static let maximumLoads: UInt8 = 4

  /// Forgets everything but keeps the room.
  func removeAll() {
    objects.removeAll()
    headers.removeLast(headers.count - 1)
    references.removeAll()
    paths.removeAll()
    (hasWindows, hasTaken, hasFunctionValues, areHeadersRead) = (false, false, false, false)
    sets.removeAll()
    lockLists.removeAll()
    cellLists.removeAll()
    for kind in objectIDs.indices { objectIDs[kind].removeAll() }
    slotIDs.removeAll(keepingCapacity: true)
    headerChanges = 0
    windows = KnownWindows()
    numbers.removeAll()
    initialHeaders.removeAll()
    madeHeaders.removeAll()
    cellIDs.removeAll()
    cellCount = 0
    referenceIDs.removeAll()
    plainReferences.removeAll()
    initialReferences.removeAll()
    cellsOfSets.removeAll()
    listsOfCells.removeAll(keepingCapacity: true)
    wholeCells.removeAll()
    foundAtWholes.removeAll()
    trackedCells.removeAll(keepingCapacity: true)
    trackedIDs.removeAll()
    trackedOfObject.removeAll()
    aliases.removeAll()
  }

  /// The number of an object; a new one is added.
  func object(_ origin: ObjectOrigin) -> ObjectID {
    if let known = find(origin) { return known }
    var info = ObjectInfo(
      origin: origin, isIncoming: true, depth: 0, root: ObjectID(objects.count))
    switch origin {
    case .variable, .site: info.isIncoming = false
    case .initial(let cell):
      info.depth = objects[cell.object].depth + 1
      info.root = objects[cell.object].root
      info.isVisible = objects[cell.object].isVisible
    case .parameter, .captured, .global, .slot: info.isVisible = true
    case .opaque, .unknown: break
    }
    let id = objects.append(info)
    if case .slot(let slot) = origin {
      slotIDs[slot] = id
    } else if case .initial(let cell) = origin, cell.path == .whole {
      foundAtWholes[cell.object] = id.rawValue
    } else {
      let (kind, key) = Self.name(of: origin)
      objectIDs[kind].set(key, id.rawValue)
    }
    return id
  }

  private func find(_ origin: ObjectOrigin) -> ObjectID? {
    if case .slot(let slot) = origin { return slotIDs[slot] }
    if case .initial(let cell) = origin, cell.path == .whole {
      return foundAtWholes[cell.object].map { ObjectID(rawValue: $0) }
    }
    let (kind, key) = Self.name(of: origin)
    return objectIDs[kind][key].map { ObjectID(rawValue: $0) }
  }

  /// The kind of an origin and the two numbers that name it.
  private static func name(of origin: ObjectOrigin) -> (kind: Int, key: UInt64) {
    func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
      UInt64(first) << 32 | UInt64(second)
    }
    switch origin {
    case .parameter(let position, let path): return (0, pair(position, path.rawValue))
    case .captured(let variable): return (1, UInt64(variable))
    case .global(let global): return (2, UInt64(global.rawValue))
    case .variable(let variable): return (3, UInt64(variable))
    case .site(let value, let part): return (4, pair(value.rawValue, part))
    case .opaque(let value, let part): return (5, pair(value.rawValue, part))
    case .initial(let cell): return (6, cell.key)
    case .unknown(let value, let part): return (7, pair(value.rawValue, part))
    case .slot: return (0, 0)
    }
  }

  func setCode(_ object: ObjectID, _ code: CodeReference) {
    objects[object].code = code
    if code != .none { hasFunctionValues = true }
  }
  func setTaken(_ object: ObjectID) {
    objects[object].isTaken = true
    hasTaken = true
  }
  /// Whether the function takes out what others put into a cell.
  func isTakenOut(of cell: Cell) -> Bool {
    hasTaken && find(.initial(cell)).map { objects[$0].isTaken } ?? false
  }
  func setCapacity(_ object: ObjectID, _ capacity: Int32) {
    objects[object].capacity = capacity
  }

  /// What a part of an object led to as the function began.
  ///
  /// The nodes of lists and trees are one object for each way into a node: what is reached by a
  /// way that was gone before, as `n.next.next`, is what was reached then. Elements of elements are
  /// others. What lies at the end of more than `maximumLoads` loads is one object with all that is
  /// reached from there: see `isBlurred`.
  func found(at cell: Cell) -> ObjectID {
    var current = cell.object
    while case .initial(let outer) = objects[current].origin {
      if outer.path == cell.path, paths.hasName(cell.path) { return current }
      current = outer.object
    }
    return isBlurred(cell.object) ? cell.object : object(.initial(cell))
  }

  /// Whether an object stands for all that is reached by more than `maximumLoads` loads: uses of
  /// it say nothing.
  func isBlurred(_ object: ObjectID) -> Bool { objects[object].depth > Self.maximumLoads }

  /// The header of an incoming object, as it was at first.
  func initialHeader(_ object: ObjectID) -> HeaderID {
    if let known = initialHeaders[object] { return HeaderID(rawValue: known) }
    let id = HeaderID(headers.count)
    headers.append(HeaderInfo(kind: isFoundClipped(object) ? .clipped : .initial, object: object))
    initialHeaders[object] = id.rawValue
    return id
  }

  /// Whether an object was found in a field or package variable in which all slices are clipped.
  private func isFoundClipped(_ object: ObjectID) -> Bool {
    guard case .initial(let cell) = objects[object].origin else { return false }
    if cell.path == .whole {
      guard case .global(let global) = objects[cell.object].origin else { return false }
      return clippedGlobals.contains(global)
    }
    guard let field = paths.nodes[cell.path.index].step.field else { return false }
    return clippedFields.contains(field)
  }

  /// The header that an instruction makes; its parents grow as more of them are seen.
  func header(
    _ value: ValueID, _ part: UInt32 = 0, _ kind: HeaderKind, _ parents: [HeaderID],
    _ window: ElementWindow = ElementWindow(), isElement: Bool = false
  ) -> HeaderID {
    let key = UInt64(value.rawValue) << 32 | UInt64(part)
    if let known = madeHeaders[key] {
      let id = HeaderID(rawValue: known)
      if headers[id.index].kind != kind {
        headers[id.index].kind = kind
        headerChanges += 1
      }
      for parent in parents where !headers[id.index].parents.contains(parent) {
        guard headers[id.index].parents.count < 8 else { break }
        headers[id.index].parents.append(parent)
        headerChanges += 1
      }
      return id
    }
    let id = HeaderID(headers.count)
    headers.append(
      HeaderInfo(kind: kind, parents: parents, window: window, isElement: isElement))
    if !window.isWhole { hasWindows = true }
    madeHeaders.set(key, id.rawValue)
    return id
  }

  /// The number of a cell.
  func number(of cell: Cell) -> UInt32 {
    let isWhole = cell.path == .whole
    if let known = isWhole ? wholeCells[cell.object] : cellIDs[cell.key] { return known }
    let number = cellCount
    cellCount += 1
    if isWhole { wholeCells[cell.object] = number } else { cellIDs.set(cell.key, number) }
    return number
  }

  func reference(_ cell: Cell, _ header: HeaderID = .unknown) -> ReferenceID {
    if cell.path == .whole {
      if header == .unknown {
        if let known = plainReferences[cell.object] { return ReferenceID(rawValue: known) }
        let id = references.append(Reference(cell: cell, header: header))
        plainReferences[cell.object] = id.rawValue
        return id
      }
      if header.rawValue == initialHeaders[cell.object] {
        if let known = initialReferences[cell.object] { return ReferenceID(rawValue: known) }
        let id = references.append(Reference(cell: cell, header: header))
        initialReferences[cell.object] = id.rawValue
        return id
      }
    }
    let key = UInt64(number(of: cell)) << 32 | UInt64(header.rawValue)
    if let known = referenceIDs[key] { return ReferenceID(rawValue: known) }
    let id = references.append(Reference(cell: cell, header: header))
    referenceIDs.set(key, id.rawValue)
    return id
  }

  /// The cells that the references of a set lead to, each once; worked out when it is first asked.
  func cells(ofSeveral set: SetID) -> Few<Cell> {
    if let known = cellsOfSets[set] { return listsOfCells[Int(known)] }
    var cells: [Cell] = []
    cells.reserveCapacity(sets.count(set))
    for id in sets[set] {
      let cell = references[id].cell
      if !cells.contains(cell) { cells.append(cell) }
    }
    cellsOfSets[set] = UInt32(listsOfCells.count)
    listsOfCells.append(Few(all: cells))
    return Few(all: cells)
  }

  /// The set of one reference.
  func set(_ object: ObjectID, _ path: PathID = .whole, _ header: HeaderID = .unknown)
    -> SetID
  {
    sets.single(reference(Cell(object, path), header))
  }

  /// Whether an append to a slice with the header `base` leaves alone all that a slice with the
  /// header `other` shows. Looks at no more than `maximumLooks` pairs; false where that is not
  /// enough.
  func mustNotReachFurther(_ other: HeaderID, than base: HeaderID) -> Bool {
    noteRead(other)
    noteRead(base)
    var looks = Self.maximumLooks
    return mustNotReachFurther(other, than: base, &looks)
  }

  static let maximumLooks = 200

  private func mustNotReachFurther(
    _ other: HeaderID, than base: HeaderID, _ looks: inout Int
  ) -> Bool {
    if other == base { return true }
    looks -= 1
    if looks < 0 { return false }
    let rightKind = headers[base.index].kind
    if rightKind == .clipped { return true }
    if rightKind == .grown || rightKind == .same {
      let count = headers[base.index].parents.count
      var isSure = count > 0
      var index = 0
      while isSure, index < count {
        let parent = headers[base.index].parents[index]
        if parent == base || !mustNotReachFurther(other, than: parent, &looks) { isSure = false }
        index += 1
      }
      if isSure { return true }
    }
    let leftKind = headers[other.index].kind
    let count = headers[other.index].parents.count
    guard leftKind == .cut || leftKind == .same, count > 0 else { return false }
    for index in 0..<count {
      let parent = headers[other.index].parents[index]
      if parent == other || !mustNotReachFurther(parent, than: base, &looks) { return false }
    }
    return true
  }

  /// Whether a slice surely has no room behind its end.
  func isClipped(_ header: HeaderID) -> Bool {
    noteRead(header)
    var looks = Self.maximumLooks
    return isClipped(header, &looks)
  }

  /// What a header was made of, as far as it is known.
  func parents(of header: HeaderID) -> [HeaderID] {
    noteRead(header)
    return headers[header.index].parents
  }

  /// Notes that somebody asks about a header. The unknown one and those that were found stay as they
  /// are.
  func noteRead(_ header: HeaderID) {
    switch headers[header.index].kind {
    case .unknown, .initial: break
    default: areHeadersRead = true
    }
  }

  private func isClipped(_ header: HeaderID, _ looks: inout Int) -> Bool {
    let kind = headers[header.index].kind
    if kind == .clipped { return true }
    looks -= 1
    guard kind == .same, looks > 0 else { return false }
    let count = headers[header.index].parents.count
    for index in 0..<count {
      let parent = headers[header.index].parents[index]
      if parent == header || !isClipped(parent, &looks) { return false }
    }
    return count > 0
  }
}

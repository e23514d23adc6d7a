import Basics
import GoIR

/// How an instruction uses memory.
public enum AccessKind: UInt8, Sendable, Hashable, CaseIterable, Codable {
  case read
  case write
  /// `append`: writes behind the end of its base, up to its capacity.
  case append
  case atomicRead
  case atomicWrite
  /// An atomic addition of a constant above zero.
  case atomicCount

  /// Whether it changes anything.
  public var isWrite: Bool { self != .read && self != .atomicRead }
  public var isAtomic: Bool { self == .atomicRead || self == .atomicWrite || self == .atomicCount }
}

/// Which element of a slice or array an access is about, as far as elements can be told apart.
public enum ElementIndex: Hashable, Sendable, Codable {
  case unknown
  case constant(Int32)
  /// The value of a parameter.
  case parameter(UInt32)
  /// The value of a captured variable.
  case captured(UInt32)
  /// Another one for each of the goroutines that one run of the function starts there.
  case perInstance
  /// Another one in each turn of the loop in which the function starts the goroutine; no summary
  /// says so.
  case perTurn
  /// What an atomic counter gave, and a constant: the cell of the counter, by the numbers of the body
  /// or of the summary. Nobody else gets the same number from it.
  case counted(SummaryCell, Int32)
  /// One of those from a bound on, before another one.
  case within(ElementBound, ElementBound)
}

extension ElementIndex {
  /// Whether each instance of a goroutine has another one.
  var isOfEach: Bool { self == .perInstance || self == .perTurn }
}

/// How a lock is held.
public enum LockMode: UInt8, Hashable, Sendable, Codable {
  case read
  case write
}

/// A cell of an object by the summary's numbers.
public struct SummaryCell: NumberKey, Sendable, Comparable, Codable {
  public var object: UInt32
  public var path: UInt32
  public init(_ object: UInt32, _ path: UInt32) {
    self.object = object
    self.path = path
  }
  public var keyNumber: UInt64 { UInt64(object) << 32 | UInt64(path) }
  public static func < (left: Self, right: Self) -> Bool {
    (left.object, left.path) < (right.object, right.path)
  }
}

public struct SummaryLock: NumberKey, Sendable, Codable {
  public var cell: SummaryCell
  public var mode: LockMode
  public var keyNumber: UInt64 { cell.keyNumber << 1 | UInt64(mode.rawValue) }
}

/// A lock that a function holds at its end if its first result is as it is said.
public struct ConditionalLock: Hashable, Sendable, Codable {
  public var lock: SummaryLock
  public var result: Bool
}

/// What starts a goroutine.
public enum StrandKind: UInt8, Hashable, Sendable, Codable {
  /// A `go` statement.
  case goroutine
  /// A call of a library that runs the function in a goroutine.
  case library
  /// The library's goroutines, perhaps many at once.
  case pool
  /// One goroutine of the library's.
  case loop
  /// A subtest that runs beside others.
  case parallelTest
}

/// Where a goroutine begins.
public struct StrandStart: Hashable, Sendable, Codable {
  public var kind: StrandKind
  /// The function in which it begins, and the instruction.
  public var function: FunctionNumber
  public var value: ValueID
  /// Whether it may run beside itself.
  public var isRepeated: Bool

  /// Whether one instruction starts both.
  func isSamePlace(as other: Self) -> Bool {
    function == other.function && value == other.value
  }
}

/// A use of memory: of the function itself, of one that it calls, or of a goroutine.
public struct AccessRecord: NumberKey, Sendable, Codable {
  public var cell: SummaryCell
  public var header: UInt32
  public var kind: AccessKind
  public var index: ElementIndex
  /// Locks surely and perhaps held, in the summary's lists of locks.
  public var mustLocks: UInt32
  public var mayLocks: UInt32
  /// What was surely waited for before, and what is surely signalled after, in the summary's lists
  /// of cells.
  public var waited: UInt32
  public var signalled: UInt32
  /// The instruction of this function, an access or a call.
  public var value: ValueID
  /// Of a call the function that was called, and the record of its summary.
  public var callee: FunctionNumber
  public var record: UInt32
  /// Where the record is one of the accesses of the callee's goroutines, the goroutine's number
  /// in its summary; else `max`.
  public var strand: UInt32
  /// Whether a function that it calls knows the memory by a slot already.
  public var isNamedBelow: Bool
  /// Whether it is known by the place that the function put its own memory in.
  public var isOwnPut: Bool
  /// Whether it is of something that was taken out of a channel or pool: no other taker has it.
  public var isTaken: Bool
  /// Whether something else lies since in the cell where the function found it.
  public var isReplaced: Bool
  /// Of a goroutine that is started many times whether each uses something else, which it was given.
  public var isOfEach = false
  /// Whether the function itself, or one that it calls, put there what it uses.
  public var isAlias = false
  /// Whether the function, or one that it calls, had put the memory where others take it out.
  public var isSent = false
  /// Of a use of all that can be reached the fields that it looks into.
  public var fields = FieldReach.all
  /// Of a goroutine that the function leaves behind: the object was found in a place of callers, itself or
  /// so many steps above it, and when the function returns no place leads to what lay there any more;
  /// `max` where one may.
  public var letGo = UInt8.max

  /// By the most telling parts.
  public var keyNumber: UInt64 {
    let place = UInt64(cell.object) << 32 | UInt64(cell.path)
    let order = UInt64(mustLocks) << 48 ^ UInt64(waited) << 40 ^ UInt64(signalled) << 32
    return place &* 0x9E37_79B9_7F4A_7C15 ^ order ^ UInt64(value.rawValue) << 8
      ^ UInt64(kind.rawValue)
  }
}

/// What a function does to memory, to its callers' eyes.
///
/// Objects are named as the function finds them: by parameters, captured and package variables,
/// and the loads that lead on from there; `fresh` ones it makes itself and gives away.
public struct FunctionSummary: Hashable, Sendable, Codable {
  public enum Origin: Hashable, Sendable, Codable {
    case parameter(UInt32, path: UInt32)
    case captured(UInt32)
    case global(GlobalNumber)
    case initial(SummaryCell)
    /// Made by the function, with what it put there.
    case fresh
    /// Made by the function, and nothing that callers know lies in it.
    case opaque
    case unknown
    case slot(SlotKey)
  }
  public struct Object: Hashable, Sendable, Codable {
    public var origin: Origin
    public var code: CodeReference
    public var capacity: Int32
    public var isTaken = false
    /// Of a slot the cell by which the function knows it, where there is one.
    public var home: SummaryCell?
    /// Of what lies in an element the index by which it is found there.
    public var index = ElementIndex.unknown
    /// Of what the function made whether one instance of it may lie at several places.
    public var isSpread = false
  }
  public struct PathNode: Hashable, Sendable, Codable {
    public var parent: UInt32
    public var step: PathStep
  }
  public struct Header: Hashable, Sendable, Codable {
    var kind: HeaderKind
    var parents: [UInt32]
    /// Of an initial header the object.
    var object: UInt32
    /// What it shows of its parents, as far as that is known in numbers.
    var window = ElementWindow()
    var isElement = false
  }
  public struct Reference: Hashable, Sendable, Codable {
    public var cell: SummaryCell
    public var header: UInt32
  }
  /// What a cell holds when the function returns.
  public struct Store: Hashable, Sendable, Codable {
    public var cell: SummaryCell
    public var set: [Reference]
    /// Whether nothing of what was there before is left.
    public var isSure: Bool
    /// Whether others take it out of the cell.
    public var isHandedOut = false
    /// Whether it is given back there: who does so has it alone until then.
    public var isGiven = false
    /// Whether it was found somewhere and does not lie there any more wherever it is put here.
    public var isGivenUp = false
  }
  /// The elements at one place are also those of another.
  public struct Link: Hashable, Sendable, Codable {
    public var target: SummaryCell
    public var source: SummaryCell
  }
  public struct Leaf: Hashable, Sendable, Codable {
    public var path: UInt32
    public var set: [Reference]
  }
  /// A goroutine that may go on after the function returned, with what it uses.
  public struct Strand: Hashable, Sendable, Codable {
    public var start: StrandStart
    public var accesses: [AccessRecord]
    /// Whether the function waits for its end, but on some ways out.
    public var isDoubtful = false
  }
  public struct Signal: Hashable, Sendable, Codable {
    public var cell: SummaryCell
    public var kind: SignalKind
    public var waited: UInt32
  }
  public struct Wait: Hashable, Sendable, Codable {
    public var cell: SummaryCell
    /// What it waits for.
    public var kind: SignalKind
  }
  /// A call of a function value that the caller gives.
  public struct ValueCall: Hashable, Sendable, Codable {
    public var function: Reference
    /// The leaves of the arguments, by position.
    public var arguments: [[Leaf]]
    /// Where it runs: in the caller's goroutine, or in one that starts so.
    public var strand: StrandStart?
    public var mustLocks: UInt32
    public var mayLocks: UInt32
    public var signalled: UInt32
    public var waited: UInt32
    public var value: ValueID
    /// Whether none of the goroutines that the function leaves behind runs yet.
    public var isBeforeStrands: Bool
    /// The arguments, one bit each, that are another thing for each instance of the goroutine.
    public var ownArguments: UInt64 = 0
    /// Whether the function waits for the end of the goroutine that makes the call.
    public var isJoined = false
    /// Whether it does so on some ways out only.
    public var isDoubtful = false
    /// Whether the function lies in an element that each instance of the goroutine has alone.
    public var isOfEach = false
    /// Whether each of the goroutines that one run of the function starts there calls another function
    /// value of a container.
    public var hasOneEach = false
    /// What the arguments are as indices, by position; empty where nothing is known of any.
    public var indices: [ElementIndex] = []
  }

  public var paths: [PathNode] = [PathNode(parent: .max, step: .rest)]
  public var objects: [Object] = []
  public var headers: [Header] = []
  public var lockLists: [[SummaryLock]] = [[]]
  public var cellLists: [[SummaryCell]] = [[]]
  /// What is known of the bounds of windows and indices that are worked out of parameters and captured
  /// variables.
  public var numbers: [NumberBound] = []

  public var accesses: [AccessRecord] = []
  /// Uses of the function itself that are too many for its callers; their numbers go on behind
  /// those of `accesses`.
  public var ownUses: [AccessRecord] = []
  public var strands: [Strand] = []
  public var stores: [Store] = []
  public var links: [Link] = []
  /// By position.
  public var results: [[Leaf]] = []
  public var valueCalls: [ValueCall] = []
  /// Locks held at the end that were not held at the beginning, surely and perhaps.
  public var acquired: [SummaryLock] = []
  public var mayAcquire: [SummaryLock] = []
  /// Locks that are held at the end where the first result is true, or where it is false.
  public var acquiredWhere: [ConditionalLock] = []
  /// Locks that are released and were not acquired here.
  public var released: [SummaryCell] = []
  /// Locks of callers that are released on some way and held again when it returns.
  public var opened: [SummaryCell] = []
  /// Fields that are filled once, and surely are when it returns.
  public var filled: [SummaryCell] = []
  /// What is surely signalled, and waited for, when it returns.
  public var signals: [Signal] = []
  public var waits: [Wait] = []
  /// What is signalled on some ways only.
  public var maySignal: [SummaryCell] = []
  /// Channels on which the functions that it calls may signal, as far as neither `signals` nor
  /// `maySignal` says so.
  public var signalledBelow: [SummaryCell] = []
  /// Channels on which goroutines may signal that it leaves behind.
  public var signalledLater: [SummaryCell] = []
  /// Objects that it hands out more than once.
  public var handedTwice: [UInt32] = []
  /// Objects that it hands out and keeps.
  public var handedAndKept: [UInt32] = []
  /// Whether it marks a test as parallel.
  public var marksParallel = false

  public init() {}

  /// All uses by their numbers.
  var uses: [AccessRecord] { ownUses.isEmpty ? accesses : accesses + ownUses }

  /// The position of the result that is an object which the function made; nil where none is.
  func result(of object: UInt32) -> UInt32? {
    for (position, leaves) in results.enumerated() {
      for leaf in leaves where leaf.path == 0 {
        if leaf.set.contains(where: { $0.cell == SummaryCell(object, 0) }) {
          return UInt32(position)
        }
      }
    }
    return nil
  }

  /// The fields that an object was put into which the function made.
  func fields(holding object: UInt32) -> [FieldNumber] {
    guard case .fresh = objects[Int(object)].origin else { return [] }
    return stores.compactMap { store in
      guard let field = paths[Int(store.cell.path)].step.field,
        store.set.contains(where: { $0.cell == SummaryCell(object, 0) })
      else { return nil }
      return field
    }
  }

  /// How callers get to an object that the function made: the position of the result and the way
  /// from there, of one field at most; nil where they do not.
  func given(_ object: UInt32) -> (result: UInt32, cell: SummaryCell?)? {
    if let position = result(of: object) { return (position, nil) }
    for store in stores where store.set.contains(where: { $0.cell == SummaryCell(object, 0) }) {
      if let position = result(of: store.cell.object) { return (position, store.cell) }
    }
    return nil
  }

  /// A use by its number, of a goroutine if `strand` is not `max`; nil where there is none.
  func use(_ number: UInt32, strand: UInt32 = .max) -> AccessRecord? {
    if strand != .max {
      guard Int(strand) < strands.count else { return nil }
      let accesses = strands[Int(strand)].accesses
      return Int(number) < accesses.count ? accesses[Int(number)] : nil
    }
    if Int(number) < accesses.count { return accesses[Int(number)] }
    let rest = Int(number) - accesses.count
    return rest < ownUses.count ? ownUses[rest] : nil
  }
}

/// What a signal is.
public enum SignalKind: UInt8, Hashable, Sendable, Codable {
  /// `Done` of a wait group and the like.
  case done
  case send
  case close
  /// A receive from a channel without room: the sender goes on.
  case receive
}

import Basics

/// Where a goroutine that runs functions of the program comes from.
enum RunOrigin: Hashable {
  /// Whatever calls the program from outside.
  case outside
  /// What runs before everything else (see "Package initialization" in the specification).
  case initialization
  /// A server calls a method of a type for each request.
  case handler(FunctionNumber)
  case strand(ContextID)
}

/// What tells that callers from outside call a function as the analysis takes it.
enum EntryEvidence: UInt8, Comparable {
  /// Nothing in the program shows how it is called, or what shows it says the same.
  case unshown
  /// Other packages of the program call it: how others do is shown there. Where a lock guards what
  /// it uses, all of them need it all the same.
  case shown
  /// The program itself calls it only while it sets things up, or with a lock held: others have to
  /// do so too.
  case supposed

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A goroutine that the program starts, by where it begins.
struct ContextID: TableID {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A shared place, as one goroutine knows it.
struct KnownPlace: Hashable, Comparable {
  var identity: IdentityID
  /// Whether the goroutine, or the one that started it, has another object there than others that
  /// say so too: it made it or took it out, and put it where others find it.
  var isOwn = false
  /// Whether it was taken out of where it lay: nobody else who took it out has it.
  var isTaken = false
  /// Whether it comes there only when the function that makes it has returned: nobody else has it
  /// yet.
  var isLater = false
  /// Whether whoever started the goroutine made it: others that say so too have another object.
  var isMade = false

  static func < (left: Self, right: Self) -> Bool {
    (left.identity, left.rank) < (right.identity, right.rank)
  }

  private var rank: Int {
    (isOwn ? 1 : 0) + (isTaken ? 2 : 0) + (isLater ? 4 : 0) + (isMade ? 8 : 0)
  }
}

/// A shared place that is known at a place of a function.
struct ContextBinding: Hashable, Comparable {
  var key: BindingKey
  var place: KnownPlace

  static func < (left: Self, right: Self) -> Bool {
    (left.key, left.place) < (right.key, right.place)
  }
}

/// A lock by its identity.
struct IdentityLock: Hashable, Comparable {
  var identity: IdentityID
  var mode: LockMode

  static func < (left: Self, right: Self) -> Bool {
    (left.identity, left.mode.rawValue) < (right.identity, right.mode.rawValue)
  }
}

/// One goroutine that may run a function, and what it has in common with others there. All lists
/// are in order.
struct RunContext: Hashable {
  var origin: RunOrigin
  /// Whether it is a task that the goroutine took out of where it lay.
  var isTask = false
  var bindings: [ContextBinding] = []
  /// Locks that all callers hold surely, and that they hold at least on some ways.
  var mustLocks: [IdentityLock] = []
  var mayLocks: [IdentityLock] = []
  /// What callers surely waited for before, and signal after.
  var waited: [IdentityID] = []
  var signalled: [IdentityID] = []
  /// What tells of the call from outside in which it all begins.
  var entry = EntryEvidence.unshown
  /// The goroutines that a caller in the same goroutine starts: what happens between them was
  /// judged there.
  var covered: [ContextID] = []

  /// Whether what orders it orders another one too: then both joined are this one.
  func saysNoMore(than other: RunContext) -> Bool {
    mustLocks == other.mustLocks && mayLocks == other.mayLocks && waited == other.waited
      && signalled == other.signalled && covered == other.covered
  }

  /// What is known at a place of the function.
  func places(_ key: BindingKey) -> [KnownPlace] {
    guard let first = bindings.firstIndex(where: { $0.key == key }) else { return [] }
    var end = first + 1
    while end < bindings.count, bindings[end].key == key { end += 1 }
    return bindings[first..<end].map(\.place)
  }
}

/// A context that many hold: one reference in place of its lists.
final class SharedContext: Sendable {
  let context: RunContext

  init(_ context: RunContext) { self.context = context }
}

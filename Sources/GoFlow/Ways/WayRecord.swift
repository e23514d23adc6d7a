import Basics
import GoIR

/// What a body puts where, noted on a last look at it, when all is known.
///
/// Without it sets alone are kept, which is all that conflicts need; the ways that memory took are
/// wanted for those few bodies only through which the memory of a finding goes.
struct WayRecord {
  /// A store of a called function: what each of its references is here; without what lay in the
  /// cell before, which summaries name beside what the function puts there.
  struct Source {
    var callee: FunctionNumber
    /// The number of the store in the callee's summary.
    var store: Int
    var references: [SetID]
  }
  /// Something is put into a cell.
  struct Put {
    var cell: Cell
    var set: SetID
    /// The instruction.
    var value: ValueID
    /// The called function's store, by its number in `sources`; nil for the instruction itself.
    var source: Int?
  }
  /// A use of memory under the name that it has for others.
  struct AliasUse {
    var site: AccessSite
    var kind: AccessKind
    /// The memory as the function knows it, and as others know it.
    var own: Cell
    var found: Cell
    var alias: UInt32
  }

  /// No more is noted of one body.
  static let maximumCount = 20_000

  /// Whether what is done is noted: not while it is still worked out.
  var isOn = false
  private(set) var puts: [Put] = []
  private(set) var sources: [Source] = []
  private(set) var aliasUses: [AliasUse] = []
  /// What the body itself, and what it calls in its own goroutine, writes.
  private(set) var writes: [FlowAccess] = []
  /// The locks that are surely held where memory is found: at loads, calls and steps of loops.
  private(set) var locks: [ValueID: [HeldLock]] = [:]
  /// The called function's store that is being done, and what it puts.
  private var source: Int?
  private var given = SetID.empty
  /// The numbers that objects and ways have in the summary.
  var objects = NumberColumn<ObjectID>()
  var paths = NumberColumn<PathID>()

  mutating func begin(_ source: Source, _ given: SetID) {
    guard isOn else { return }
    self.given = given
    self.source = sources.count
    sources.append(source)
  }

  mutating func endSource() { source = nil }

  mutating func note(_ set: SetID, into cell: Cell, at value: ValueID) {
    guard isOn, puts.count < Self.maximumCount else { return }
    puts.append(
      Put(cell: cell, set: source == nil ? set : given, value: value, source: source))
  }

  mutating func note(_ access: FlowAccess) {
    guard isOn, writes.count < Self.maximumCount else { return }
    writes.append(access)
  }

  mutating func note(held: [HeldLock], at value: ValueID) {
    if isOn { locks[value] = held }
  }

  mutating func note(_ access: FlowAccess, own: Cell, alias: UInt32) {
    guard isOn, aliasUses.count < Self.maximumCount else { return }
    aliasUses.append(
      AliasUse(
        site: access.site, kind: access.kind, own: own, found: access.cell, alias: alias))
  }
}

extension BodyInterpreter {
  /// A store of a called function comes next.
  func beginStore(_ index: Int, _ instance: inout SummaryInstance) {
    let store = instance.summary.stores[index]
    let references = store.set.map { reference -> SetID in
      let isKept =
        reference.cell.object == store.cell.object
        || instance.summary.objects[Int(reference.cell.object)].origin == .initial(store.cell)
      return isKept ? .empty : set([reference], &instance)
    }
    wayRecord?.begin(
      WayRecord.Source(callee: instance.function, store: index, references: references),
      references.reduce(.empty) { tables.sets.union($0, $1) })
  }
}

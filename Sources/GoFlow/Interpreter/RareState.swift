/// Lists of a state that are empty in most bodies. They lie apart so that a state is small to copy.
///
/// Changed only by the state that alone holds it.
final class RareState {
  /// Locks of several objects of which one is meant, and its lock held: whoever uses one of them
  /// then uses the one that is meant.
  fileprivate var eitherLocks: [HeldLock] = []
  /// Locks that were tried and are surely not held on some way here.
  fileprivate var failed: [HeldLock] = []
  /// Locks that may have been released without having been acquired here.
  fileprivate var released: [Cell] = []
  /// Locks that were so released, and acquired again on some way here: callers have them as before.
  fileprivate var regained: [Cell] = []
  /// Goroutines that may run now.
  fileprivate var live: [TokenID] = []
  /// Goroutines of which it is not known whether enough was received to have seen their ends.
  fileprivate var doubtful: [TokenID] = []
  /// Goroutines that wait for a signal of this function first.
  fileprivate var pending: [TokenID] = []
  /// Of live goroutines the objects of which they have older instances only.
  fileprivate var stale = TokenObjects()
  /// Of live goroutines the objects that were made anew since they began.
  fileprivate var renewed = TokenObjects()
  /// Headers that live goroutines have, and headers that surely reach as far: the pairs.
  fileprivate var bounds: [NumberPair] = []
  /// Slices that were not handed over although other instances of their arrays were: the header
  /// of a joined value, the array.
  fileprivate var owned: [NumberPair] = []
  /// What was surely waited for.
  fileprivate var waited: [WaitCount] = []
  /// Channels of several objects of which one is meant, and its channel was closed.
  fileprivate var eitherWaits: [Cell] = []
  /// What was surely signalled.
  fileprivate var signalled: [Cell] = []
  /// Objects that hold a counter of those who use them, which is down to zero.
  fileprivate var unused: [ObjectID] = []
  /// Objects that were given back to where others take them out.
  fileprivate var given: [ObjectID] = []
  /// What was surely waited for since objects were handed out, on all ways on which they were.
  fileprivate var acknowledged: [Acknowledgement] = []
  /// Objects that are not there: the references to them are nil.
  fileprivate var absent: [ObjectID] = []
  /// Fields that are filled once, and surely were.
  fileprivate var filled: [Cell] = []

  /// A copy, or where there is none to copy one of which all is empty.
  fileprivate init(_ other: RareState?) {
    guard let other else { return }
    eitherLocks = other.eitherLocks
    failed = other.failed
    released = other.released
    regained = other.regained
    live = other.live
    doubtful = other.doubtful
    pending = other.pending
    stale = other.stale
    renewed = other.renewed
    bounds = other.bounds
    owned = other.owned
    waited = other.waited
    eitherWaits = other.eitherWaits
    signalled = other.signalled
    unused = other.unused
    given = other.given
    absent = other.absent
    filled = other.filled
    acknowledged = other.acknowledged
  }

  /// The goroutines that have older instances of something, but the latest one of an object.
  func goroutines(withLatest object: ObjectID) -> [TokenID] {
    if stale.isEmpty { return [] }
    let wanted = stale.tokens(except: object)
    return live.filter { wanted.contains($0) } + pending.filter { wanted.contains($0) }
  }

  /// Whether two say the same; none says that all is empty.
  static func areEqual(_ left: RareState?, _ right: RareState?) -> Bool {
    if left === right { return true }
    let (left, right) = (left ?? RareState(nil), right ?? RareState(nil))
    return left.live == right.live && left.pending == right.pending
      && left.stale == right.stale && left.renewed == right.renewed
      && left.bounds == right.bounds && left.owned == right.owned
      && left.waited == right.waited && left.signalled == right.signalled
      && left.eitherWaits == right.eitherWaits && left.eitherLocks == right.eitherLocks
      && left.failed == right.failed && left.released == right.released
      && left.regained == right.regained
      && left.doubtful == right.doubtful && left.unused == right.unused
      && left.given == right.given && left.absent == right.absent
      && left.acknowledged == right.acknowledged && left.filled == right.filled
  }
}

extension FlowState {
  /// Whether goroutines may run, or wait for a signal of this function first.
  var hasGoroutines: Bool {
    guard let rare else { return false }
    return !rare.live.isEmpty || !rare.pending.isEmpty
  }

  /// The goroutines have another instance of an object than the latest one.
  mutating func makeStale(_ object: ObjectID) {
    guard let rare else { return }
    let tokens = goroutines
    if rare.stale.contains(tokens, object), rare.renewed.contains(tokens, object) { return }
    let own = ownRare
    own.stale.insert(tokens, object)
    own.renewed.insert(tokens, object)
  }

  /// The goroutines that may run, or wait for a signal of this function first.
  var goroutines: TokenBits {
    var tokens = TokenBits(live)
    for token in pending { tokens.insert(token) }
    return tokens
  }

  /// The lists that lie apart, to be changed: what others hold too is copied.
  private var ownRare: RareState {
    mutating get {
      if isKnownUniquelyReferenced(&rare), let rare { return rare }
      let own = RareState(rare)
      rare = own
      return own
    }
  }

  var eitherLocks: [HeldLock] {
    get { rare?.eitherLocks ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.eitherLocks = newValue } }
    _modify { yield &ownRare.eitherLocks }
  }
  var failed: [HeldLock] {
    get { rare?.failed ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.failed = newValue } }
    _modify { yield &ownRare.failed }
  }
  var released: [Cell] {
    get { rare?.released ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.released = newValue } }
    _modify { yield &ownRare.released }
  }
  var regained: [Cell] {
    get { rare?.regained ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.regained = newValue } }
    _modify { yield &ownRare.regained }
  }
  var live: [TokenID] {
    get { rare?.live ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.live = newValue } }
    _modify { yield &ownRare.live }
  }
  var doubtful: [TokenID] {
    get { rare?.doubtful ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.doubtful = newValue } }
    _modify { yield &ownRare.doubtful }
  }
  var pending: [TokenID] {
    get { rare?.pending ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.pending = newValue } }
    _modify { yield &ownRare.pending }
  }
  var stale: TokenObjects {
    get { rare?.stale ?? TokenObjects() }
    set { if rare != nil || !newValue.isEmpty { ownRare.stale = newValue } }
    _modify { yield &ownRare.stale }
  }
  var renewed: TokenObjects {
    get { rare?.renewed ?? TokenObjects() }
    set { if rare != nil || !newValue.isEmpty { ownRare.renewed = newValue } }
    _modify { yield &ownRare.renewed }
  }
  var bounds: [NumberPair] {
    get { rare?.bounds ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.bounds = newValue } }
    _modify { yield &ownRare.bounds }
  }
  var owned: [NumberPair] {
    get { rare?.owned ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.owned = newValue } }
    _modify { yield &ownRare.owned }
  }
  var waited: [WaitCount] {
    get { rare?.waited ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.waited = newValue } }
    _modify { yield &ownRare.waited }
  }
  var eitherWaits: [Cell] {
    get { rare?.eitherWaits ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.eitherWaits = newValue } }
    _modify { yield &ownRare.eitherWaits }
  }
  var signalled: [Cell] {
    get { rare?.signalled ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.signalled = newValue } }
    _modify { yield &ownRare.signalled }
  }
  var unused: [ObjectID] {
    get { rare?.unused ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.unused = newValue } }
    _modify { yield &ownRare.unused }
  }
  var absent: [ObjectID] {
    get { rare?.absent ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.absent = newValue } }
    _modify { yield &ownRare.absent }
  }
  var filled: [Cell] {
    get { rare?.filled ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.filled = newValue } }
    _modify { yield &ownRare.filled }
  }
  var acknowledged: [Acknowledgement] {
    get { rare?.acknowledged ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.acknowledged = newValue } }
    _modify { yield &ownRare.acknowledged }
  }
  var given: [ObjectID] {
    get { rare?.given ?? [] }
    set { if rare != nil || !newValue.isEmpty { ownRare.given = newValue } }
    _modify { yield &ownRare.given }
  }
}

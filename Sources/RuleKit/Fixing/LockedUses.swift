import Basics
import Findings
import GoFlow
import GoIR
import GoSyntax

/// The statements that use something without the lock that guards it elsewhere, and that may take
/// that lock.
struct LockedUses {
  private let program: ProgramContext
  private let shared: SharedName
  /// The places that have the lock's name.
  private let locks: [SlotKey.Base]
  private let spelling: LockSpelling
  /// Calls of what others call while they hold it, and its name there.
  private var calls: [(call: LockedCall, mutex: String)] = []
  private var found: [(site: LockedSite, function: FunctionNumber)] = []
  private var written: [LockedSite] = []

  init(
    _ program: ProgramContext, _ lock: String, _ spelling: LockSpelling, _ shared: SharedName
  ) {
    self.program = program
    self.spelling = spelling
    self.shared = shared
    locks = program.lockOrder.locks.filter { program.printer.name(of: $0) == lock }
  }

  func inOrder() -> [LockedSite] { found.map(\.site).inOrder() }

  /// Whether a statement writes what is shared.
  func isWritten(_ site: LockedSite) -> Bool {
    !site.isRead || written.contains { $0.isSame(as: site) && $0.operand == site.operand }
  }

  /// Adds the statement around a use; throws where it may not take the lock.
  ///
  /// - Parameter trace: The calls on the way to the use, and the use.
  mutating func add(
    _ trace: [FlowSite], isWrite: Bool, _ extent: CommonLock.Extent
  ) throws(Refusal) {
    guard let use = trace.last else { throw Refusal(.isForeign) }
    guard let place = program.location(use), program.isAnchor(place.file),
      let tree = program.tree(place.file), let node = program.node(place.range, in: tree)
    else { throw Refusal(.isForeign, at: program.firstLine(use)) }
    guard mayLock(at: use) else {
      if extent == .statements { throw Refusal(.mayBeHeld, at: place) }
      return try addCalls(on: trace, place)
    }
    guard isNamed(in: place.file) else { throw Refusal(.hasNoName, at: place) }
    guard let site = site(around: node, tree) else { throw Refusal(.waits, at: place) }
    if isWrite { written.append(site) }
    if found.contains(where: { $0.site.isSame(as: site) }) { return }
    found.append((site, use.function))
  }

  private func site(around node: NodeID, _ tree: SyntaxTree) -> LockedSite? {
    guard let clone = CloneExpression(program, file: tree.source.path) else { return nil }
    return LockedSite(
      tree, around: node, using: shared,
      LockedSite.Freedom(mayPassCalls: true, clone: clone))
  }

  /// The imports that copies need; nil where one cannot be added.
  func importEdits() -> [TextEdit]? {
    var copies: [String: [CloneExpression.Copy]] = [:]
    for (site, _) in found {
      var reads = site.others.flatMap(\.reads)
      if case .reads(let own) = site.form { reads += own }
      copies[site.tree.source.path, default: []] += reads.compactMap(\.copy)
    }
    var edits: [TextEdit] = []
    for file in copies.keys.sorted() {
      guard let own = copies[file], !own.isEmpty else { continue }
      guard let added = CloneExpression(program, file: file)?.importEdits(for: own) else {
        return nil
      }
      edits += added
    }
    return edits
  }

  /// Adds the call on the way to a use by which what others call while they hold the lock is called
  /// without it: all such calls where the way does not tell. Throws where the lock is held there in
  /// another way, or one of the calls may not be made under it.
  private mutating func addCalls(on trace: [FlowSite], _ place: SourceLocation) throws(Refusal) {
    guard let function = trace.last?.function else { return }
    let entered = locks.filter { program.lockOrder.isEntered(function, holding: $0) }
    guard let lock = entered.first, entered.count == 1 else {
      throw Refusal(entered.isEmpty ? .nests : .mayBeHeld, at: place)
    }
    let way = zip(trace, trace.dropFirst()).map { BareCall(site: $0, callee: $1.function) }
    let last = way.last { !program.lockOrder.isEntered($0.site.function, holding: lock) }
    let all = program.lockOrder.bareCalls(of: last?.callee ?? function, without: lock)
    guard let last else {
      guard let all else { throw Refusal(.mayBeHeld, at: place) }
      if all.isEmpty { throw Refusal(.isHeldByAll, at: place) }
      // Tests have objects of their own.
      let others = all.filter { !program.isInTest($0.site.function) }
      for call in others.isEmpty ? all : others { try add(call, under: lock) }
      return
    }
    try add(last, under: lock)
    // Of several calls one is told, and of tests each may have objects of its own.
    for call in all ?? []
    where !program.isInTest(call.site.function) || program.isInTest(last.site.function) {
      do throws(Refusal) {
        try add(call, under: lock)
      } catch {
        if call.site.function == last.site.function { throw error }
      }
    }
  }

  private mutating func add(_ call: BareCall, under lock: SlotKey.Base) throws(Refusal) {
    let own = try LockedCall(program, call)
    guard program.lockOrder.mayTake(lock, at: call.site) else {
      throw Refusal(.nests, at: own.location)
    }
    if calls.contains(where: { $0.call.isSame(as: own) }) { return }
    guard !calls.contains(where: { $0.call.meets(own) }) else {
      throw Refusal(.hasNoRoom, at: own.location)
    }
    guard isNamed(in: own.tree.source.path), let mutex = spelling.name(at: own, of: call.callee)
    else { throw Refusal(.hasNoName, at: own.location) }
    calls.append((own, mutex))
  }

  /// Whether a file may name the lock: it belongs to its package, or to all.
  private func isNamed(in file: String) -> Bool {
    locks.contains { lock in
      let (package, name): (TextID, TextID)
      switch lock {
      case .field(let field):
        let key = program.program.fields[field]
        (package, name) = (key.package, key.name)
      case .global(let global):
        let key = program.program.globals[global]
        (package, name) = (key.package, key.name)
      case .variable: return true
      }
      return program.program.texts[name].first?.isUppercase == true
        || program.files[file]?.package == program.program.texts[package]
    }
  }

  /// The name of the lock at the first of the calls.
  var mutexOfCalls: String? { calls.first?.mutex }
  /// What of calls runs under the lock.
  var reachOfCalls: [SourceLocation] { calls.map(\.call.location) }

  /// What takes the lock around calls; throws where there is no room, or one of the statements uses
  /// something without the lock too.
  func callEdits(_ names: inout FreshNames) throws(Refusal) -> [TextEdit] {
    var edits: [TextEdit] = []
    for (call, mutex) in calls.sorted(by: { LockedCall.isBefore($0.call, $1.call) }) {
      guard
        !found.contains(where: {
          $0.site.tree === call.tree && $0.site.statement == call.statement
        }),
        let own = call.edits(
          LockCalls(mutex: mutex), recovers: program.mayRecover(around: call.statement, call.tree),
          &names)
      else { throw Refusal(.hasNoRoom, at: call.location) }
      edits += own
    }
    return edits
  }

  private func mayLock(at site: FlowSite) -> Bool {
    !locks.isEmpty && locks.allSatisfy { program.lockOrder.mayTake($0, at: site) }
  }

  /// Adds all other statements of the same functions that use it without the lock: of several uses in
  /// one function one is told. Throws where one of them may not take it.
  mutating func addOthers() throws(Refusal) {
    for (site, function) in found {
      let tree = site.tree
      let around = tree.runner(of: site.statement)
      let operands = [site.operand] + site.others.map(\.operand)
      for mention in tree.subtree(around)
      where tree.isName(mention, shared.name) && operands.contains(tree.operand(ofField: mention))
        && tree.runner(of: mention) == around && !isDeclared(mention, tree)
      {
        if found.contains(where: { $0.site.contains(mention, of: tree) }) { continue }
        guard let use = use(mention, beside: function, tree) else {
          if tree.isTarget(mention) || tree.isTarget(tree.parent(of: mention)) {
            throw Refusal(.isUntold, at: tree.location(mention))
          }
          continue
        }
        if isHeld(at: use) { continue }
        guard mayLock(at: use) else { throw Refusal(.mayBeHeld, at: tree.location(mention)) }
        guard let other = self.site(around: mention, tree) else {
          throw Refusal(.waits, at: tree.location(mention))
        }
        found.append((other, use.function))
      }
    }
  }

  private func isHeld(at site: FlowSite) -> Bool {
    !program.lockOrder.held(at: site).isDisjoint(with: locks)
  }

  /// The same in a function or in a literal beside it, whichever the mention stands in.
  private func use(
    _ mention: NodeID, beside function: FunctionNumber, _ tree: SyntaxTree
  ) -> FlowSite? {
    if let use = use(mention, in: function, tree) { return use }
    let declaration = program.program.declaration(of: function)
    return program.program.functions.ids.lazy.filter {
      $0 != function && program.program.declaration(of: $0) == declaration
    }.compactMap { use(mention, in: $0, tree) }.first
  }

  /// An instruction of a function that stands for a mention, or for the whole that is read there.
  private func use(
    _ mention: NodeID, in function: FunctionNumber, _ tree: SyntaxTree
  ) -> FlowSite? {
    let whole =
      tree.kind(mention) == .fieldIdentifier ? tree.parent(of: mention) : mention
    let range = tree.range(whole)
    let body = program.program.functions[function].body
    for index in body.instructions.indices {
      let site = FlowSite(function: function, value: ValueID(index))
      guard let place = program.location(site), range.start <= place.range.start,
        place.range.end <= range.end
      else { continue }
      return site
    }
    // Of what is put there only the statement is known.
    let statement = tree.headStatement(around: mention).map { tree.range($0) } ?? range
    return body.instructions.indices.lazy.map { FlowSite(function: function, value: ValueID($0)) }
      .first { site in
        guard body.instructions[site.value.index].opcode == .store,
          let place = program.location(site)
        else { return false }
        return place.range.start <= range.start && range.end <= place.range.end
          && statement.start <= place.range.start && place.range.end <= statement.end
      }
  }

  private func isDeclared(_ mention: NodeID, _ tree: SyntaxTree) -> Bool {
    let (parent, child) = tree.place(of: mention)
    switch tree.kind(parent) {
    case .varSpec, .parameterDeclaration: return tree[mention].field == .name
    case .shortVarDeclaration: return tree.child(parent, .left) == child
    default: return false
    }
  }
}

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
  private var found: [(site: LockedSite, function: FunctionNumber)] = []
  private var written: [LockedSite] = []

  init(_ program: ProgramContext, _ lock: String, _ shared: SharedName) {
    self.program = program
    self.shared = shared
    locks = program.lockOrder.locks.filter { program.printer.name(of: $0) == lock }
  }

  func inOrder() -> [LockedSite] { found.map(\.site).inOrder() }

  /// Whether a statement writes what is shared.
  func isWritten(_ site: LockedSite) -> Bool {
    !site.isRead || written.contains { $0.isSame(as: site) }
  }

  /// Adds the statement around a use; false where it may not take the lock.
  mutating func add(_ use: FlowSite, isWrite: Bool) -> Bool {
    guard mayLock(at: use), let place = program.location(use), program.isAnchor(place.file),
      let tree = program.tree(place.file), let node = program.node(place.range, in: tree),
      let site = site(around: node, tree)
    else { return false }
    if isWrite { written.append(site) }
    if found.contains(where: { $0.site.isSame(as: site) }) { return true }
    found.append((site, use.function))
    return true
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
      guard case .reads(let reads) = site.form else { continue }
      copies[site.tree.source.path, default: []] += reads.compactMap(\.copy)
    }
    var edits: [TextEdit] = []
    for (file, copies) in copies where !copies.isEmpty {
      guard let added = CloneExpression(program, file: file)?.importEdits(for: copies) else {
        return nil
      }
      edits += added
    }
    return edits
  }

  private func mayLock(at site: FlowSite) -> Bool {
    !locks.isEmpty && locks.allSatisfy { program.lockOrder.mayTake($0, at: site) }
  }

  /// Adds all other statements of the same functions that use it without the lock: of several uses in
  /// one function one is told. False where one of them may not take it.
  mutating func addOthers() -> Bool {
    for (site, function) in found {
      let tree = site.tree
      let around = tree.function(around: site.statement)
      for mention in tree.subtree(around)
      where tree.isName(mention, shared.name) && tree.operand(ofField: mention) == site.operand
        && tree.function(around: mention) == around && !isDeclared(mention, tree)
      {
        if found.contains(where: { $0.site.contains(mention, of: tree) }) { continue }
        guard let use = use(mention, in: function, tree) else {
          if tree.isTarget(mention) || tree.isTarget(tree.parent(of: mention)) { return false }
          continue
        }
        if isHeld(at: use) { continue }
        guard mayLock(at: use), let other = self.site(around: mention, tree) else {
          return false
        }
        found.append((other, function))
      }
    }
    return true
  }

  private func isHeld(at site: FlowSite) -> Bool {
    !program.lockOrder.held(at: site).isDisjoint(with: locks)
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

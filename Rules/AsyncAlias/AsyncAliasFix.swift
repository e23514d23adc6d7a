import Findings
import GoFlow
import GoSyntax
import RuleKit

/// The edits that hand over copies.
struct AsyncAliasFix {
  /// One expression that is handed over, and what goes wrong with what it names.
  struct Item {
    var hazards: [MemoryHazard]
    var location: SourceLocation
    var text: String
  }

  private let program: ProgramContext
  private let items: [Item]

  init(_ program: ProgramContext, _ items: [Item]) {
    self.program = program
    self.items = items
  }

  /// Nil where a copy of one of them, one level deep, would not end what goes wrong.
  func fix() -> Fix? {
    guard let file = items.first?.location.file, let clone = CloneExpression(program, file: file)
    else { return nil }
    var edits: [TextEdit] = []
    var originals: [CopiedExpression] = []
    for item in items {
      guard item.location.file == file, item.hazards.allSatisfy({ mends($0) }),
        let handOff = item.hazards.first?.way.handOff, let kind = kind(of: item)
      else { return nil }
      if case .capture(let variable) = handOff.form {
        guard isVariable(variable, of: kind, in: handOff),
          let place = program.location(handOff.site),
          let copy = CaptureCopy(program, use: item.location, kind: kind, in: place)?.edits()
        else { return nil }
        edits += copy.filter { !edits.contains($0) }
      } else {
        guard
          let original = item.hazards.compactMap({ hazard in
            hazard.way.handOff.flatMap { program.original(of: $0, kind) }
          }).first
        else { return nil }
        originals.append(original)
        originals += alike(original, handOff).filter { !originals.contains($0) }
      }
    }
    guard let copies = clone.edits(copying: originals) else { return nil }
    edits += copies.filter { !edits.contains($0) }
    let keepsAll =
      items.allSatisfy { $0.hazards.allSatisfy { isSafe($0) } }
      && !originals.contains { $0.isBoxed && !clone.keepsType($0) }
    return Fix(
      title: "Hand over a copy of \(items.map(\.text).asList)", safety: keepsAll ? .safe : .unsafe,
      edits: program.aligned(edits))
  }

  /// The same argument where the function starts other goroutines with the same function: of several
  /// that share something one is told.
  private func alike(_ original: CopiedExpression, _ handOff: HandOff) -> [CopiedExpression] {
    let function = handOff.site.function
    let body = program.program.functions[function].body
    let start = body.instructions[handOff.site.value.index]
    guard start.opcode == .go, let tree = program.tree(original.file) else { return [] }
    return body.instructions.indices.compactMap { index in
      let other = body.instructions[index]
      guard other.opcode == .go, other.payload == start.payload,
        handOff.operand < Int(other.operandCount),
        case let value = body.operands[Int(other.firstOperand) + handOff.operand], !value.isNone,
        let alike = program.original(at: FlowSite(function: function, value: value), original.kind),
        alike.file == original.file, alike.node != original.node,
        tree.text(alike.node) == tree.text(original.node)
      else { return nil }
      return alike
    }
  }

  /// What all hazards of an expression are about; nil where it is not the same.
  private func kind(of item: Item) -> ReferenceKind? {
    guard let kind = item.hazards.first?.way.kind,
      item.hazards.allSatisfy({ $0.way.kind == kind })
    else { return nil }
    return kind
  }

  private func isVariable(
    _ variable: UInt32, of kind: ReferenceKind, in handOff: HandOff
  ) -> Bool {
    let declaration = program.program.declaration(of: handOff.site.function)
    let variables = program.program.functions[declaration].variables
    return Int(variable) < variables.count && variables[Int(variable)].kind == kind
  }

  /// Whether a copy, made where the memory is handed over, is made before or after the owner's use
  /// and not beside it.
  private func mends(_ hazard: MemoryHazard) -> Bool {
    // What who got it puts into it is there for others, but for what he appends, and what he watches
    // comes from others.
    guard let handOff = hazard.way.handOff, !handOff.isContainer, !handOff.isCutShort,
      !hazard.other.kind.isWrite || hazard.other.kind == .append, !isWatched(hazard)
    else { return false }
    guard hazard.owner.kind.isWrite, let start = hazard.owner.goroutine else { return true }
    let site = FlowSite(function: start.function, value: start.value)
    var way = hazard.owner.trace[...]
    if let index = way.lastIndex(of: site) { way = way[(index + 1)...] }
    var functions = Set(way.map(\.function))
    if !start.value.isNone { functions.remove(start.function) }
    // Each goroutine that starts there has its own copy then.
    if site == handOff.site { return true }
    return ([handOff.site] + handOff.calls).contains { functions.contains($0.function) }
  }

  // MARK: What stays as it is

  /// Whether nobody misses the memory itself: who got it looks at it soon, and the owner needs no
  /// lock for the copy.
  private func isSafe(_ hazard: MemoryHazard) -> Bool {
    guard hazard.owner.locks.isEmpty else { return false }
    if isPassedOn(hazard) { return true }
    switch hazard.other.goroutine?.kind {
    case .goroutine, .pool: return true
    case .library, .loop, .parallelTest, nil: return false
    }
  }

  /// Whether it goes through a queue, as a message.
  private func isPassedOn(_ hazard: MemoryHazard) -> Bool {
    hazard.way.taken != nil || !hazard.way.queue.isEmpty
  }

  /// Whether who got it looks at it again and again, to see what changed.
  private func isWatched(_ hazard: MemoryHazard) -> Bool {
    if isPassedOn(hazard) { return false }
    var way = hazard.other.trace[...]
    if let start = hazard.other.goroutine,
      let index = way.lastIndex(of: FlowSite(function: start.function, value: start.value))
    {
      way = way[(index + 1)...]
    }
    return way.contains { isRepeated($0) }
  }

  /// Whether something is done in a loop without an end, or by the clock.
  private func isRepeated(_ site: FlowSite) -> Bool {
    guard let place = program.location(site), let tree = program.tree(place.file),
      let node = program.node(place.range, in: tree)
    else { return true }
    for ancestor in tree.ancestors(of: node).reversed() {
      switch tree.kind(ancestor) {
      case .funcLiteral, .functionDeclaration, .methodDeclaration: return false
      case .forStatement:
        let clause = tree.firstChild(ancestor)
        switch tree.kind(clause) {
        case .forClause: continue
        case .rangeClause:
          let text = tree.text(tree.child(clause, .right))
          if text.hasSuffix(".C") || text.contains("time.Tick(") { return true }
        default: return true
        }
      default: continue
      }
    }
    return false
  }
}

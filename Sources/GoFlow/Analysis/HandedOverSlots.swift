import Basics
import GoIR

/// What was put into a slot by who goes on using it, and taken out by another one.
extension SlotJudge {
  /// Who puts something into a slot and goes on using it may be anybody; who takes it out has the
  /// object around the slot in common with others.
  mutating func judgeHanded(_ slot: SlotKey.Base) {
    let givers = facts.handed[slot] ?? []
    var count = 0
    var channel: PlaceTag?
    if case .field(let field) = slot { channel = PlaceTag(rawValue: UInt64(field.rawValue)) }
    let all = givers.indices.map { giver(of: givers[$0].fact, at: $0) }
    let writers = all.filter { givers[$0.position].fact.kind.isWrite }
    var places: [IdentityID] = []
    for index in factsBySlot[slot] ?? [] {
      let taker = facts.facts[index]
      let candidates = taker.kind.isWrite ? all : writers
      guard !candidates.isEmpty, let way = way(from: slot, to: taker.identity) else { continue }
      let origin = facts.runs[Int(taker.context)].context.origin
      let isRepeated = facts.contexts.start(of: origin)?.isRepeated == true
      facts.contexts.identities.list(taker.identity, withAncestorsIn: &places)
      for candidate in candidates {
        guard candidate.leadsAnywhere || candidate.isAmong(places),
          isRepeated || candidate.origin != origin
        else { continue }
        let (own, given) = (givers[candidate.position].way, givers[candidate.position].fact)
        guard Self.overlaps(own, way), !isHidden(own, way, from: taker.fields),
          !isHidden(way, own, from: given.fields),
          mayConflict(given, taker, through: channel ?? facts.tag(given.identity)),
          !isSwappedOut(taker, from: slot, given), !isSwappedOut(given, from: slot, taker)
        else { continue }
        add(
          SlotConflict(
            slot: slot, way: own.count >= way.count ? own : way, first: use(given),
            second: use(taker), isHandedOver: true,
            isPossibleOnly: mayHaveCommonLock(given, taker)
              || isSupposed(given) && !given.identity.isNone || isSupposed(taker)),
          &count)
        if count >= Self.maximumConflictsOfPlace { return }
      }
    }
  }

  /// One that puts something into a slot, as far as every taker asks.
  private struct Giver {
    var position: Int
    var origin: RunOrigin
    /// The slot, as far as it is known which; how many steps lead there.
    var slot: IdentityID
    var depth: Int
    /// Whether it is not known enough of the slot to tell it from others.
    var leadsAnywhere: Bool

    /// Whether the slot is on the way that some places are, the root last.
    func isAmong(_ places: [IdentityID]) -> Bool {
      depth < places.count && places[places.count - 1 - depth] == slot
    }
  }

  private func giver(of fact: SlotFact, at position: Int) -> Giver {
    let isKnown = !fact.identity.isNone
    return Giver(
      position: position, origin: facts.runs[Int(fact.context)].context.origin,
      slot: fact.identity, depth: isKnown ? Int(nodes[fact.identity.index].depth) : 0,
      leadsAnywhere: !isKnown || nodes[fact.identity.index].root == .nascent)
  }

  /// Finds the facts behind each slot into which something is handed.
  mutating func indexFacts() {
    var wanted = Set(facts.handedSlots)
    for flow in functions.elements {
      for pair in flow.handedTwice {
        wanted.insert(pair.first.base)
        wanted.insert(pair.second.base)
      }
    }
    for (index, fact) in facts.facts.enumerated() {
      var current = fact.identity
      while !nodes[current.index].parent.isNone {
        if let field = nodes[current.index].step.field { note(index, .field(field), wanted) }
        current = nodes[current.index].parent
      }
      switch facts.contexts.identities.root(of: fact.identity) {
      case .global(let global): note(index, .global(global), wanted)
      case .variable(let function, let variable):
        note(index, .variable(function, variable), wanted)
      case .users, .nascent: break
      }
    }
  }

  private mutating func note(_ index: Int, _ slot: SlotKey.Base, _ wanted: Set<SlotKey.Base>) {
    guard wanted.contains(slot), factsBySlot[slot]?.last != index else { return }
    factsBySlot[slot, default: []].append(index)
  }

  /// The way from a slot to a place; nil where the place is not reached from there.
  func way(from slot: SlotKey.Base, to id: IdentityID) -> [MemoryName.Selector]? {
    var way: [MemoryName.Selector] = []
    var current = id
    while !nodes[current.index].parent.isNone {
      let step = nodes[current.index].step
      if case .field(let field) = slot, step.field == field { return way.reversed() }
      way.append(MemoryName.Selector(step))
      current = nodes[current.index].parent
    }
    switch (facts.contexts.identities.root(of: id), slot) {
    case (.global(let one), .global(let other)) where one == other: return way.reversed()
    case (.variable(let function, let variable), .variable(let other, let number))
    where function == other && variable == number:
      return way.reversed()
    default: return nil
    }
  }

  static func overlaps(
    _ first: [MemoryName.Selector], _ second: [MemoryName.Selector]
  ) -> Bool {
    for (left, right) in zip(first, second) {
      if left == .rest || right == .rest { return true }
      if left != right { return false }
    }
    if first.count == second.count { return true }
    // A whole overlaps with its parts as long as no reference is followed.
    let longer = first.count > second.count ? first : second
    let rest = longer.dropFirst(min(first.count, second.count))
    return rest.first == .rest || !rest.contains(.target)
  }
}

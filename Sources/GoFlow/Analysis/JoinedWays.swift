import Basics
import GoIR

// MARK: Types that live concurrently

extension SlotFacts {
  /// Where a goroutine has the object itself that users of its type have, whatever leads to such
  /// an object leads to one that a goroutine has. Not so what was taken out of a pool: nobody has
  /// that but who took it.
  mutating func joinWays(_ pools: Pools) {
    let nodes = contexts.identities.nodes
    var active: Set<TypeName> = []
    for fact in facts where !fact.isBelow {
      guard case .strand = runs[Int(fact.context)].context.origin,
        nodes[fact.identity.index].root == .users
      else { continue }
      let steps = contexts.identities.steps(of: fact.identity)
      var index = 0
      while index < steps.count, let field = steps[index].field {
        active.insert(program.owner(of: field))
        guard isEmbedded(field, in: index + 1 < steps.count ? steps[index + 1].field : nil) else {
          break
        }
        index += 1
      }
    }
    if active.isEmpty { return }
    var known: [IdentityID: IdentityID] = [:]
    for index in facts.indices {
      facts[index].way = facts[index].identity
      if facts[index].isTaken, isOf(pools, facts[index].identity) { continue }
      facts[index].identity = joined(facts[index].identity, active, &known)
    }
    for slot in handedSlots {
      for index in (handed[slot] ?? []).indices {
        guard let fact = handed[slot]?[index].fact, case let id = fact.identity, !id.isNone,
          !fact.isTaken || !isOf(pools, id)
        else { continue }
        let found = joined(id, active, &known)
        handed[slot]?[index].fact.identity = found
      }
    }
  }

  private mutating func joined(
    _ id: IdentityID, _ active: Set<TypeName>, _ known: inout [IdentityID: IdentityID]
  ) -> IdentityID {
    if let found = known[id] { return found }
    let steps = contexts.identities.steps(of: id)
    var start = 0
    for index in steps.indices.dropFirst() {
      guard let field = steps[index].field, active.contains(program.owner(of: field)) else {
        continue
      }
      if steps[index - 1] == .follow {
        start = index
      } else if let outer = steps[index - 1].field, isEmbedded(outer, in: field) {
        start = index
      }
    }
    let found = start == 0 ? id : contexts.identities.extend(.users, steps[start...])
    known[id] = found
    return found
  }

  /// Whether the way to a place leads through a pool.
  private func isOf(_ pools: Pools, _ id: IdentityID) -> Bool {
    if pools.isEmpty { return false }
    var base: SlotKey.Base?
    switch contexts.identities.root(of: id) {
    case .global(let global): base = .global(global)
    case .variable(let declaration, let variable): base = .variable(declaration, variable)
    case .users, .nascent: break
    }
    for step in contexts.identities.steps(of: id) {
      if let field = step.field {
        base = .field(field)
      } else if step == .element, let base, pools.contains(base) {
        return true
      }
    }
    return false
  }

  /// Whether a field is the embedded struct that another one belongs to.
  private func isEmbedded(_ outer: FieldNumber, in field: FieldNumber?) -> Bool {
    guard let field else { return false }
    return program.fields[outer].name == program.fields[field].owner
  }
}

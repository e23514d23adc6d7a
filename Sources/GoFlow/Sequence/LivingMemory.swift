import Basics
import GoIR

/// How something that an instruction gave is still there when another one has run: what holds it,
/// and who uses that.
struct MemoryHolding {
  /// Where it was put, outermost last; empty where it is used as it is.
  var puts: [Int] = []
  /// The later instruction that uses it or what holds it; `none` where it lies in what others have.
  var use = ValueID.none
  /// The cell of others that holds it in the end.
  var place: Cell?
}

/// Memory that is looked for in what a body keeps.
struct SoughtMemory {
  /// Which references lead to it.
  let isWanted: (Reference) -> Bool
  /// The objects from which it can be reached by what the body puts where, whether or not it stays
  /// there.
  fileprivate let holders: Set<ObjectID>
}

/// Which memory of a body is used after some instruction, by what the body puts where.
///
/// Values are followed by their leaves, cells by what is put there anywhere in the body; what lies
/// in places that are overwritten is left out where that is known. Errs on both sides.
struct LivingMemory {
  private let replay: FunctionReplay
  let order: BodyOrder
  let uses: ValueUsers
  private let putsByObject: [ObjectID: [Int]]

  init(_ replay: FunctionReplay) {
    self.replay = replay
    order = BodyOrder(replay.body)
    uses = ValueUsers(replay.body)
    var byObject: [ObjectID: [Int]] = [:]
    for (index, put) in replay.record.puts.enumerated() {
      byObject[put.cell.object, default: []].append(index)
    }
    putsByObject = byObject
  }

  private var body: FlowBody { replay.body }

  /// Memory to look for: what some references are to. Costs as much as one look at all puts.
  func sought(_ isWanted: @escaping (Reference) -> Bool) -> SoughtMemory {
    var holders: Set<ObjectID> = []
    var pending: [ObjectID] = []
    var containers: [ObjectID: [ObjectID]] = [:]
    var isWantedSet: [SetID: Bool] = [:]
    for put in replay.record.puts {
      let isInner = isWantedSet[put.set] ?? contains(put.set, isWanted)
      isWantedSet[put.set] = isInner
      if isInner, holders.insert(put.cell.object).inserted { pending.append(put.cell.object) }
      for id in replay.tables.sets[put.set] {
        containers[replay.tables.references[id].cell.object, default: []].append(put.cell.object)
      }
    }
    while let object = pending.popLast() {
      for container in containers[object] ?? [] where holders.insert(container).inserted {
        pending.append(container)
      }
    }
    return SoughtMemory(isWanted: isWanted, holders: holders)
  }

  private func contains(_ set: SetID, _ isWanted: (Reference) -> Bool) -> Bool {
    replay.tables.sets[set].contains { isWanted(replay.tables.references[$0]) }
  }

  /// How the memory that `first` gave is still held when `second` has run after it; nil where it is
  /// not.
  func holding(
    of first: ValueID, after second: ValueID, _ sought: SoughtMemory
  ) -> MemoryHolding? {
    for index in body.instructions.indices {
      let value = ValueID(index)
      if value == second || replay.interpreter.leaves(value).isEmpty { continue }
      let isFirst = value == first
      guard let use = use(of: value, after: second),
        isFirst || order.mayFollow(second, value, without: [])
      else { continue }
      if var found = search(replay.interpreter.leaves(value), first, second, sought) {
        found.use = use
        return found
      }
    }
    return inOthers(first, second, sought)
  }

  /// Something that others have and in which it lies: after both have run where `second` is not
  /// nil.
  func inOthers(
    _ first: ValueID, _ second: ValueID? = nil, except: Set<Cell> = [],
    _ sought: SoughtMemory
  ) -> MemoryHolding? {
    for (index, put) in replay.record.puts.enumerated()
    where sought.holders.contains(put.cell.object)
      && replay.interpreter.isVisible(put.cell.object) && !except.contains(put.cell)
    {
      if stays(index, first, second, isInner: contains(put.set, sought.isWanted)),
        var found = search([put.set][...], first, second, sought)
      {
        found.puts.append(index)
        found.place = put.cell
        return found
      }
    }
    return nil
  }

  /// An instruction that uses a value which was there before `second`, after that ran.
  private func use(of value: ValueID, after second: ValueID) -> ValueID? {
    // The value must have been there when `second` ran.
    guard order.mayFollow(second, value, without: []) || value.rawValue < second.rawValue
    else { return nil }
    var seen: Set<ValueID> = [value]
    return use(of: value, after: second, without: value, &seen)
  }

  private func use(
    of value: ValueID, after second: ValueID, without origin: ValueID, _ seen: inout Set<ValueID>
  ) -> ValueID? {
    for user in uses[value] {
      let instruction = body.instructions[user.index]
      switch instruction.opcode {
      case .binary, .branch, .jump: continue
      case .builtin
      where instruction.payload == Builtin.len.rawValue
        || instruction.payload == Builtin.cap.rawValue:
        continue
      case .phi:
        guard !seen.contains(user), mayTake(user, value, after: second, without: origin) else {
          continue
        }
        seen.insert(user)
        if let found = use(of: user, after: user, without: user, &seen) { return found }
      default:
        if order.mayFollow(user, second, without: [origin]) { return user }
      }
    }
    return nil
  }

  /// Whether a phi may take over a value after `second`: on an edge that brings it.
  private func mayTake(
    _ phi: ValueID, _ value: ValueID, after second: ValueID, without origin: ValueID
  ) -> Bool {
    let block = body.blocks[order.block(of: phi).index]
    let operands = body.operands(of: body.instructions[phi.index])
    return operands.enumerated().contains { position, operand in
      let edge = Int(block.firstPredecessor) + position
      guard operand == value, edge < body.edges.count else { return false }
      let end = body.blocks[body.edges[edge].index].end
      return order.mayFollow(ValueID(rawValue: end - 1), second, without: [origin])
    }
  }

  /// Looks for wanted references in some sets, and in what was put into what they lead to; where
  /// `second` is not nil, only as far as that is still there when it has run after `first`.
  func search(
    _ sets: ArraySlice<SetID>, _ first: ValueID, _ second: ValueID?, _ sought: SoughtMemory
  ) -> MemoryHolding? {
    var reached: [ObjectID: (from: ObjectID, put: Int)?] = [:]
    var pending: [ObjectID] = []
    func way(_ object: ObjectID) -> [Int] {
      var puts: [Int] = []
      var current = object
      while case .some(.some(let step)) = reached[current] {
        puts.append(step.put)
        current = step.from
      }
      return puts
    }
    for set in sets {
      for id in replay.tables.sets[set] {
        let reference = replay.tables.references[id]
        if sought.isWanted(reference) { return MemoryHolding() }
        if reached[reference.cell.object] == nil, sought.holders.contains(reference.cell.object) {
          reached[reference.cell.object] = .some(nil)
          pending.append(reference.cell.object)
        }
      }
    }
    var next = 0
    while next < pending.count, pending.count < 256 {
      let object = pending[next]
      next += 1
      for index in putsByObject[object] ?? [] {
        let put = replay.record.puts[index]
        let isInner = contains(put.set, sought.isWanted)
        guard stays(index, first, second, isInner: isInner) else { continue }
        if isInner { return MemoryHolding(puts: [index] + way(object)) }
        for id in replay.tables.sets[put.set] {
          let reference = replay.tables.references[id]
          if reached[reference.cell.object] == nil, sought.holders.contains(reference.cell.object) {
            reached[reference.cell.object] = .some((object, index))
            pending.append(reference.cell.object)
          }
        }
      }
    }
    return nil
  }

  /// Whether what a put puts somewhere before `second` runs, or of one and the same instruction
  /// before it runs again, is still there afterwards.
  private func stays(
    _ index: Int, _ first: ValueID, _ second: ValueID?, isInner: Bool
  ) -> Bool {
    guard let second else { return true }
    let put = replay.record.puts[index]
    if !replay.interpreter.isOnePlace(put.cell) { return true }
    if first == second {
      return isMadeAgain(put.cell.object, with: first) || !isInner && carriesOn(put)
    }
    for (other, later) in replay.record.puts.enumerated()
    where other != index && later.cell == put.cell && later.value != put.value {
      if order.mayFollow(later.value, second), order.mayFollow(later.value, put.value) {
        return false
      }
    }
    return true
  }

  /// Whether what is put somewhere has in it what was there before: a list that was appended to, or
  /// that a called function appended to.
  private func carriesOn(_ put: WayRecord.Put) -> Bool {
    if put.source != nil { return true }
    let instruction = body.instructions[put.value.index]
    guard instruction.opcode == .store, let stored = body.operands(of: instruction).first,
      !stored.isNone, body.instructions[stored.index].opcode == .append
    else { return false }
    return body.appendBase(body.operand(stored, 0)).map(\.high.isNone) ?? false
  }

  /// How what some puts put somewhere is still held when `second` has run after them; nil where it
  /// is not.
  func holding(ofPuts puts: Set<Int>, after second: ValueID) -> MemoryHolding? {
    let cells = Set(puts.map { replay.record.puts[$0].cell.object })
    if let place = puts.lazy.map({ replay.record.puts[$0].cell })
      .first(where: { replay.interpreter.isVisible($0.object) })
    {
      return MemoryHolding(puts: [], use: .none, place: place)
    }
    // What holds the containers; they themselves are wanted.
    return holding(of: second, after: second, sought { cells.contains($0.cell.object) })
  }

  /// Whether each turn of the loop around an instruction makes an object anew.
  func isMadeAgain(_ object: ObjectID, with value: ValueID) -> Bool {
    switch replay.interpreter.tables.objects[object].origin {
    case .site(let site, _), .opaque(let site, _), .unknown(let site, _):
      return order.areInCommonLoop(site, value)
    case .variable(let variable):
      return body.instructions.indices.contains { index in
        body.instructions[index].opcode == .declare && body.instructions[index].payload == variable
          && order.areInCommonLoop(ValueID(index), value)
      }
    default: return false
    }
  }
}

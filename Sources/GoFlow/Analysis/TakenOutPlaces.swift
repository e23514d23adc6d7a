import GoIR

/// What functions find in the place that is asked for, what they put there and what they take out.
extension TakenOut {
  func loaded(_ value: ValueID, _ ways: [ValueID], _ frame: Frame) -> Standing {
    let body = self.body(frame)
    switch body.find(by: value) {
    case .place(let place, let root)?:
      if let guarded {
        if guarded.place == place { return lying([value], key: nil, ways, frame) }
      } else {
        found.insert(place)
        return .alone
      }
      // A slice or map is a part of the object that it lies in, others may have what a pointer leads to.
      guard let root, [.slice, .map].contains(body.instructions[value.index].kind) else {
        return .shared
      }
      return standing(root, ways + [value], frame)
    case .element(let container, let key)?:
      let outer = body.withoutConversions(container)
      if case .place(let place, _)? = body.find(by: outer) {
        if let guarded {
          if guarded.place == place { return lying([outer, value], key: key, ways, frame) }
        } else {
          found.insert(place)
          return .alone
        }
      }
      if ways.contains(value) { return .alone }
      return standing(container, ways + [value], frame)
    case nil: return .shared
    }
  }

  /// How a function has what it finds in the place: by one load, or in the elements of what that finds.
  private func lying(
    _ loads: [ValueID], key: ValueID?, _ ways: [ValueID], _ frame: Frame
  ) -> Standing {
    guard let source = loads.last else { return .shared }
    let sections = self.sections(frame)
    let stores = self.stores(over: loads, frame)
    let all = ways + loads.dropFirst().reversed()
    if isTakenOut(loads[0], stores, all, [], frame) { return taken(loads[0], frame) }
    // An element is found where the whole is.
    guard loads.count == 1 || isHeld(from: loads[0], to: source, .read, sections) else {
      return .shared
    }
    if let key, loads.count > 1 {
      let deletes = self.deletes(of: key, source, in: loads[0], frame)
      let edges = body(frame).edgesWithout(source)
      if isTakenOut(source, stores + deletes, ways, edges, frame) { return taken(source, frame) }
    }
    return isInSection(source, ways, frame) ? .inSection : .shared
  }

  private func taken(_ source: ValueID, _ frame: Frame) -> Standing {
    var way = [FlowSite(function: frame.function, value: source)]
    var current = frame.call
    while let call = current {
      way.append(FlowSite(function: call.frame.function, value: call.value))
      current = call.frame.call
    }
    takes.insert(way)
    return .alone
  }

  /// Whether what is found at an instruction is taken out by one of some others before it is used, in
  /// the section in which it was found.
  private func isTakenOut(
    _ source: ValueID, _ removals: [ValueID], _ ways: [ValueID], _ edges: Set<BlockEdge>,
    _ frame: Frame
  ) -> Bool {
    let sections = self.sections(frame)
    return !removals.isEmpty && passes(removals, from: source, ways, frame, edges)
      && sections.holds(at: source, .read)
      && !sections.mayEnd(between: source, and: ways[0], avoiding: removals, without: edges)
      && !isPutBack(source, before: ways[0], frame)
  }

  /// Whether what is found at an instruction may have been put into the place again before its use.
  private func isPutBack(_ source: ValueID, before use: ValueID, _ frame: Frame) -> Bool {
    let body = self.body(frame)
    return body.instructions.indices.map { ValueID($0) }.contains { put in
      guard body.instructions[put.index].opcode == .store, let guarded,
        body.isFrom(source, body.operand(put, 0)),
        names.used(by: put, in: frame.function) == guarded.place
      else { return false }
      return body.isReached(put, from: source, avoiding: [source], without: [])
        && body.isReached(use, from: put, avoiding: [source], without: [])
    }
  }

  private func isHeld(
    from source: ValueID, to value: ValueID, _ mode: LockMode, _ sections: LockSections
  ) -> Bool {
    sections.holds(at: source, mode) && sections.holds(at: value, mode)
      && !sections.mayEnd(between: source, and: value)
  }

  /// Whether a function holds the lock from an instruction, or the entry, on to a use.
  func isInSection(_ source: ValueID?, _ ways: [ValueID], _ frame: Frame) -> Bool {
    let sections = self.sections(frame)
    if let source { return isHeld(from: source, to: ways[0], mode, sections) }
    return frame.isEntered && sections.holds(at: ways[0], mode)
      && !sections.mayEnd(between: nil, and: ways[0])
  }

  /// Whether all ways from where something is found to its use lead past one of some instructions.
  private func passes(
    _ removals: [ValueID], from source: ValueID, _ ways: [ValueID], _ frame: Frame,
    _ edges: Set<BlockEdge>
  ) -> Bool {
    let chain = [source] + ways.reversed()
    return zip(chain, chain.dropFirst()).contains { from, to in
      !body(frame).isReached(to, from: from, avoiding: removals + [from], without: edges)
    }
  }

  /// The stores that put something else where the first of some loads found something, with the lock
  /// held for writing.
  private func stores(over loads: [ValueID], _ frame: Frame) -> [ValueID] {
    let body = self.body(frame)
    let place = AddressID(rawValue: body.instructions[loads[0].index].payload)
    let sections = self.sections(frame)
    return body.instructions.indices.map { ValueID($0) }.filter { value in
      let instruction = body.instructions[value.index]
      return instruction.opcode == .store
        && body.isOneAddress(AddressID(rawValue: instruction.payload), place)
        && isAnother(body.operand(value, 0), than: loads, body)
        && sections.holds(at: value, .write)
    }
  }

  /// The instructions that delete the element that is found at one of them from the map that another one
  /// finds, with the lock held for writing.
  private func deletes(
    of key: ValueID, _ load: ValueID, in map: ValueID, _ frame: Frame
  ) -> [ValueID] {
    let body = self.body(frame)
    let sections = self.sections(frame)
    return body.instructions.indices.map { ValueID($0) }.filter { value in
      body.instructions[value.index].opcode == .delete
        && isKey(body.operand(value, 1), key, of: load, body)
        && body.isOne(body.withoutConversions(body.operand(value, 0)), map, isAnew: true)
        && sections.holds(at: value, .write)
    }
  }

  private func isKey(
    _ removed: ValueID, _ key: ValueID, of load: ValueID, _ body: FlowBody
  ) -> Bool {
    guard body.instructions[load.index].opcode == .next else { return body.isOne(removed, key) }
    guard !removed.isNone else { return false }
    let instruction = body.instructions[removed.index]
    return instruction.opcode == .extract && instruction.payload == 1
      && body.operand(removed, 0) == load
  }

  /// Whether a value has nothing of what loads find.
  private func isAnother(_ value: ValueID, than loads: [ValueID], _ body: FlowBody) -> Bool {
    guard !value.isNone else { return false }
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .zero, .constant, .make: return true
    case .new, .composite:
      return body.operands(of: instruction).allSatisfy {
        $0.isNone || body.instructions[$0.index].kind == .none
      }
    case .load where loads.count == 1:
      // The next one of a list takes the place of the first.
      return body.bases(of: value) == [loads[0]]
    default: return false
    }
  }

  // MARK: What is put into the place

  /// How a function has what it makes itself.
  func made(_ value: ValueID, _ ways: [ValueID], _ frame: Frame) -> Standing {
    if guarded == nil { return .alone }
    let puts = self.puts(of: value, frame)
    guard !puts.isEmpty, !isKeptElsewhere(value, puts, frame) else { return .shared }
    if puts.allSatisfy({ isRemoved($0, of: value, before: ways, frame) }) { return .alone }
    let sections = self.sections(frame)
    let isHeld =
      sections.holds(at: ways[0], mode)
      && !sections.mayEnd(between: value, and: ways[0])
    return isHeld ? .inSection : .shared
  }

  /// The stores that put what a function makes into the elements of the place.
  private func puts(of value: ValueID, _ frame: Frame) -> [ValueID] {
    let body = self.body(frame)
    return body.instructions.indices.map { ValueID($0) }.filter { put in
      guard body.instructions[put.index].opcode == .store, let guarded,
        names.used(by: put, in: frame.function) == guarded.place
      else { return false }
      return body.isFrom(value, body.operand(put, 0))
    }
  }

  /// Whether a function puts what it makes somewhere else too, where others may find it.
  private func isKeptElsewhere(_ value: ValueID, _ puts: [ValueID], _ frame: Frame) -> Bool {
    let body = self.body(frame)
    return body.instructions.indices.map { ValueID($0) }.contains { other in
      let instruction = body.instructions[other.index]
      switch instruction.opcode {
      case .store: return !puts.contains(other) && body.isFrom(value, body.operand(other, 0))
      case .append, .send:
        return body.operands(of: instruction).dropFirst().contains { body.isFrom(value, $0) }
      default: return false
      }
    }
  }

  private func isRemoved(
    _ put: ValueID, of object: ValueID, before ways: [ValueID], _ frame: Frame
  ) -> Bool {
    let body = self.body(frame)
    let last = body.addresses[Int(body.instructions[put.index].payload)]
    let root = last.base.isNone ? last : body.addresses[last.base.index]
    guard last.step == .mapElement, root.step == .value else { return false }
    let map = body.withoutConversions(ValueID(rawValue: root.payload))
    let sections = self.sections(frame)
    let key = ValueID(rawValue: last.payload)
    let deletes = body.instructions.indices.map { ValueID($0) }.filter { value in
      body.instructions[value.index].opcode == .delete
        && body.isOne(body.operand(value, 1), key)
        && body.isOne(body.withoutConversions(body.operand(value, 0)), map, isAnew: true)
        && sections.holds(at: value, .write)
    }
    let removals =
      deletes + removingCalls(of: Put(object: object, key: key, map: map), frame)
    return !removals.isEmpty && passes(removals, from: put, ways, frame, [])
  }
}

extension FlowBody {
  /// Whether a value is another one, or perhaps that one.
  fileprivate func isFrom(_ source: ValueID, _ value: ValueID, depth: Int = 0) -> Bool {
    let value = withoutConversions(value)
    if value == source { return true }
    guard !value.isNone, depth < 4, instructions[value.index].opcode == .phi else { return false }
    return operands(of: instructions[value.index]).contains {
      isFrom(source, $0, depth: depth + 1)
    }
  }
}

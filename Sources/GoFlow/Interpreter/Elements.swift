import Basics
import GoIR

/// Slices, channels, ranges and conversions.
extension BodyInterpreter {
  /// Uses the elements of what a set leads to.
  func useElements(_ set: SetID, _ kind: AccessKind) {
    guard phase != .settle else { return }
    for id in tables.sets[set] {
      let reference = tables.references[id]
      let path = tables.paths.extend(reference.cell.path, .element)
      if kind == .append, tables.isClipped(reference.header) { continue }
      var index = ElementIndex.unknown
      if tables.hasWindows, kind != .append {
        let window = tables.window(of: reference.header)
        index = absolute(.unknown, in: window)
      }
      use(Cell(reference.cell.object, path), kind, index, reference.header)
    }
  }

  func append(_ value: ValueID, _ instruction: FlowInstruction) -> SetID {
    let base = operandSet(value, 0)
    useElements(base, .append)
    let object = site()
    renew(object)
    let new = Cell(object, tables.paths.extend(.whole, .element))
    let grown = tables.header(value, 1, .grown, headers(of: base))
    // Whether it moved away or not, it ends at the same length.
    var references = [tables.reference(Cell(object), tables.header(value, 0, .same, [grown]))]
    var targets = Few(new)
    var olds: [Cell] = []
    for id in tables.sets[base] {
      let reference = tables.references[id]
      let element = Cell(
        reference.cell.object, tables.paths.extend(reference.cell.path, .element))
      olds.append(element)
      if tables.isClipped(reference.header) { continue }
      references.append(tables.reference(reference.cell, grown))
      targets.append(element)
    }
    link(CollectionOfOne(new), to: olds)
    let isSpread = instruction.flags.contains(.spread)
    let isGivenBack = isSpareList(operand(value, 0))
    for position in 1..<max(1, Int(instruction.operandCount)) {
      if isSpread {
        let source = operandSet(value, position)
        useElements(source, .read)
        link(targets, to: elementCells(of: source))
      } else {
        placements.part = UInt32(position)
        if isGivenBack {
          handOut(operandLeaves(value, position), operandPaths(value, position), targets)
          for set in operandLeaves(value, position) {
            for old in olds { giveBack(set, into: old) }
          }
        } else {
          store(operandLeaves(value, position), operandPaths(value, position), targets)
        }
        placements.part = 0
      }
    }
    return tables.sets.set(references)
  }

  /// Whether a value is the list of spare things that lies in a field.
  private func isSpareList(_ value: ValueID) -> Bool {
    guard !value.isNone, body.instructions[value.index].opcode == .load else { return false }
    let node = body.addresses[Int(body.instructions[value.index].payload)]
    return node.step == .field && program.isSpareList(FieldNumber(rawValue: node.payload))
  }

  func sliced(_ value: ValueID) -> SetID {
    let base = operandSet(value, 0)
    let (low, high, maximum) = (operand(value, 1), operand(value, 2), operand(value, 3))
    let isArray = kind(operand(value, 0)) == .pointer
    let kind: HeaderKind
    if !maximum.isNone, maximum == high || areSameNumber(high, maximum) {
      kind = .clipped
    } else if isCapacity(high) {
      // It may reach further than what it was made of.
      return renamed(base, value, .fresh, window: window(low, .none))
    } else if high.isNone {
      kind = isArray ? .clipped : .same
    } else {
      kind = .cut
    }
    return renamed(base, value, kind, window: window(low, high))
  }

  private func isCapacity(_ value: ValueID) -> Bool {
    guard !value.isNone else { return false }
    let instruction = body.instructions[value.index]
    return instruction.opcode == .builtin && instruction.payload == Builtin.cap.rawValue
  }

  /// Whether two values are surely the same number.
  private func areSameNumber(_ first: ValueID, _ second: ValueID) -> Bool {
    guard !first.isNone, !second.isNone else { return false }
    if let left = constant(first), let right = constant(second) { return left == right }
    let left = body.instructions[first.index]
    let right = body.instructions[second.index]
    // `s[:len(s):len(s)]`: two calls of len for one slice.
    guard left.opcode == right.opcode, left.payload == right.payload,
      left.operandCount == right.operandCount, left.operandCount == 1
    else { return false }
    switch left.opcode {
    case .builtin: return isSameValue(operand(first, 0), operand(second, 0))
    default: return false
    }
  }

  /// Whether two values are surely the same: one, or two loads of one variable next to another.
  func isSameValue(_ first: ValueID, _ second: ValueID) -> Bool {
    if first == second { return true }
    guard !first.isNone, !second.isNone else { return false }
    let left = body.instructions[first.index]
    let right = body.instructions[second.index]
    return left.opcode == .load && right.opcode == .load
      && isSameAddress(AddressID(rawValue: left.payload), AddressID(rawValue: right.payload))
  }

  func isSameAddress(_ first: AddressID, _ second: AddressID) -> Bool {
    if first == second { return true }
    let (left, right) = (body.addresses[first.index], body.addresses[second.index])
    guard left.step == right.step else { return false }
    switch left.step {
    case .variable, .global: return left.payload == right.payload
    case .value:
      return isSameValue(ValueID(rawValue: left.payload), ValueID(rawValue: right.payload))
    case .field: return left.payload == right.payload && isSameAddress(left.base, right.base)
    case .pointee: return isSameAddress(left.base, right.base)
    case .element, .mapElement, .nowhere: return false
    }
  }

  func copyElements(_ value: ValueID) {
    let (target, source) = (operandSet(value, 0), operandSet(value, 1))
    useElements(target, .write)
    useElements(source, .read)
    link(elementCells(of: target), to: elementCells(of: source))
  }

  func converted(_ value: ValueID, _ instruction: FlowInstruction) -> Few<SetID> {
    let source = operand(value, 0)
    if source.isNone { return [] }
    let from = kind(source)
    if hasConversions {
      noteType(value)
      if from == .pointer, instruction.kind == .pointer { forgetTypes(leafSet(source)) }
    }
    if instruction.layout == 0 {
      if from == .slice { useElements(leafSet(source), .read) }
      return []
    }
    if from == .none {
      // A string becomes bytes.
      guard instruction.kind == .slice else { return [] }
      let object = site()
      renew(object)
      return [tables.set(object, .whole, tables.header(value, 0, .fresh, []))]
    }
    let sourceLayout = body.instructions[source.index].layout
    if sourceLayout > 1, instruction.layout == 1 {
      // A struct in an interface is a copy.
      let object = site()
      renew(object)
      store(Few(all: leaves(source)), paths(of: sourceLayout), Few(Cell(object)))
      return [tables.set(object)]
    }
    return Few(all: leaves(source))
  }

  func asserted(_ value: ValueID, _ instruction: FlowInstruction) -> Few<SetID> {
    if instruction.layout == 0 { return [] }
    let set = operandSet(value, 0)
    let paths = innerPaths(instruction)
    if paths.count == 1, paths[0] == .whole { return [set] }
    return load(cells(of: set), paths)
  }

  func builtin(_ value: ValueID, _ instruction: FlowInstruction) -> Few<SetID> {
    if instruction.layout == 0 {
      let first = operand(value, 0)
      if kind(first) == .map, instruction.payload == Builtin.len.rawValue {
        use(elementCells(of: leafSet(first)), .read)
      }
      return []
    }
    var set = SetID.empty
    for position in 0..<Int(instruction.operandCount) {
      set = tables.sets.union(set, operandSet(value, position))
    }
    return [set]
  }

  func unknownResult(_ instruction: FlowInstruction, offset: UInt32 = 0) -> Few<SetID> {
    let isTurn = loops.isInLoop(currentBlock)
    let sets = paths(of: instruction.layout).indices.map { index in
      let object = tables.object(.unknown(current, UInt32(index) + offset))
      if isTurn { exchange(object) }
      return tables.set(object, .whole, tables.initialHeader(object))
    }
    return Few(all: sets)
  }

  // MARK: Channels and ranges

  /// The cells that stand for channels: what a set leads to.
  func channelCells(_ set: SetID) -> Few<Cell> { cells(of: set) }

  func send(_ value: ValueID, _ instruction: FlowInstruction) {
    let channel = operandSet(value, 0)
    for cell in channelCells(channel) { sentTo.insert(cell.object) }
    let sent = operandLeaves(value, 1)
    handOut(sent, operandPaths(value, 1), elementCells(of: channel))
    for set in sent { handOn(set) }
    if body.instructions[operand(value, 1).index].layout == 0 {
      useSemaphore(channel, isSend: true)
    }
    signal(channelCells(channel), .send)
    if isUnbuffered(channel) { wait(channelCells(channel), .receive) }
  }

  func received(_ value: ValueID, _ instruction: FlowInstruction) -> Few<SetID> {
    let channel = operandSet(value, 0)
    let paths = innerPaths(instruction)
    if paths.isEmpty { useSemaphore(channel, isSend: false) }
    // What came out of it was sent; a plain receive may have seen the end of the channel as well.
    let isValue = instruction.flags.contains(.commaOk) || !paths.isEmpty
    receive(from: channel, isValue ? .send : .close)
    return take(elementCells(of: channel), paths)
  }

  private func receive(from channel: SetID, _ kind: SignalKind) {
    wait(channelCells(channel), kind)
    // Of a channel that callers give they know whether it has room; who waits for it to be
    // received from asks them.
    if mayBeUnbuffered(channel) { signal(channelCells(channel), .receive) }
  }

  /// Whether a channel has no room or nothing is known of its room.
  private func mayBeUnbuffered(_ channel: SetID) -> Bool {
    let references = tables.sets[channel]
    return !references.isEmpty
      && references.allSatisfy {
        let object = tables.references[$0].cell.object
        let capacity = capacity(of: object)
        return capacity == 0 || capacity < 0 && tables.objects[object].isIncoming
      }
  }

  /// Whether a channel surely has no room.
  func isUnbuffered(_ channel: SetID) -> Bool {
    let references = tables.sets[channel]
    return !references.isEmpty
      && references.allSatisfy {
        capacity(of: tables.references[$0].cell.object) == 0
      }
  }

  func next(_ value: ValueID, _ instruction: FlowInstruction) -> Few<SetID> {
    let container = operand(value, 0)
    guard !container.isNone else { return [] }
    if hasTurns { beginTurn(value) }
    let set = leafSet(container)
    switch kind(container) {
    case .function:
      // The loop calls it, and it calls the body of the loop.
      _ = runValues(set, CallRoots(arguments: []), [], .empty)
      return parts(of: set, value, instruction)
    case .channel: receive(from: set, .send)
    case .map: use(elementCells(of: set), .read)
    // The elements of slices and arrays are loads of their own.
    default: break
    }
    guard instruction.layout > 1 else { return [] }
    let leaves = program.layout(instruction.layout).leaves
    if kind(container) == .aggregate {
      // An array value: its leaves begin with an element.
      return Few(
        all: leaves.map { $0.steps.first == .part(2) ? leafSet(container) : .empty })
    }
    let elements = elementCells(of: set)
    let isChannel = kind(container) == .channel
    let found = leaves.map { leaf -> SetID in
      // The elements; keys with references are taken for elements too.
      let path = tables.paths.path(leaf.steps.dropFirst())
      return (isChannel ? take(elements, [path]) : load(elements, [path])).first ?? .empty
    }
    let sets = Few(all: found)
    if !isChannel { note(sets, of: elements, in: value) }
    return sets
  }

  /// Takes values out of a channel or pool: nobody else gets the same.
  func take(_ elements: Few<Cell>, _ paths: Few<PathID>) -> Few<SetID> {
    let sets = load(elements, paths)
    for set in sets {
      for id in tables.sets[set] {
        let object = tables.references[id].cell.object
        if case .initial(let cell) = tables.objects[object].origin {
          guard elements.contains(where: { $0.object == cell.object }) else { continue }
          tables.setTaken(object)
        }
        // It is another one than the last time, and what was put there does not lie there any more.
        renewTaken(object)
      }
    }
    return sets
  }
}

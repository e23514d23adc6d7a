import Basics
import GoIR
import GoSyntax
import LibraryModels

/// Numbers that atomic counters give: each of those who count with one gets another number.
extension BodyInterpreter {
  /// Whether a call adds a constant above zero to a counter where it writes to something.
  func isCount(_ access: CallAccess, _ effects: CallEffects, _ operands: CallOperands) -> Bool {
    access.kind == .atomicWrite && isStep(operands.values.last)
      && effects.locks.contains { $0.action == .count && $0.lock == access.place }
  }

  private func isStep(_ value: ValueID?) -> Bool { value.flatMap { constant($0) } ?? 0 > 0 }

  /// Which number of which counter a value is; nil where it is none.
  func counted(_ value: ValueID, plus offset: Int32 = 0, depth: Int = 0) -> ElementIndex? {
    guard !value.isNone, depth < 5 else { return nil }
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .convert: return counted(operand(value, 0), plus: offset, depth: depth + 1)
    case .binary:
      guard let number = constant(operand(value, 1)), abs(number) < 1 << 20 else { return nil }
      let sign: Int32
      switch NodeKind(rawValue: UInt8(truncatingIfNeeded: instruction.payload)) {
      case .plus: sign = 1
      case .minus: sign = -1
      default: return nil
      }
      return counted(operand(value, 0), plus: offset + sign * number, depth: depth + 1)
    case .phi:
      // What comes from further down was perhaps not looked at yet.
      let all = (0..<Int(instruction.operandCount)).map { operand(value, $0) }
      guard let first = all.first, all.allSatisfy({ isAlike($0, first, depth: depth) }) else {
        return nil
      }
      return all.lazy.compactMap { self.counted($0, plus: offset, depth: depth + 1) }.first
    case .call: return counted(by: value, instruction, plus: offset)
    case .extract: return received(value, plus: offset)
    default: return nil
    }
  }

  /// Whether two values are worked out of the same places in the same way.
  private func isAlike(_ first: ValueID, _ second: ValueID, depth: Int) -> Bool {
    if first == second || isSameValue(first, second) { return true }
    guard !first.isNone, !second.isNone, depth < 5 else { return false }
    let (left, right) = (body.instructions[first.index], body.instructions[second.index])
    guard left.opcode == right.opcode, left.operandCount == right.operandCount else { return false }
    switch left.opcode {
    case .constant: return constant(first) != nil && constant(first) == constant(second)
    case .address:
      return isSameAddress(
        AddressID(rawValue: left.payload), AddressID(rawValue: right.payload))
    case .binary, .call, .convert:
      return left.payload == right.payload
        && (0..<Int(left.operandCount)).allSatisfy {
          isAlike(operand(first, $0), operand(second, $0), depth: depth + 1)
        }
    default: return false
    }
  }

  private func counted(
    by call: ValueID, _ instruction: FlowInstruction, plus offset: Int32
  ) -> ElementIndex? {
    let callee = CalleeNumber(rawValue: instruction.payload)
    guard
      case .model(let model) = program.target(
        of: callee, isInTest: function.traits.contains(.isInTest)),
      let effects = model.effects,
      let counter = effects.locks.first(where: { $0.action == .count })?.lock,
      case let operands = callOperands(call, instruction), isStep(operands.values.last)
    else { return nil }
    let cells = cells(of: set(of: counter, operands))
    guard cells.count == 1 else { return nil }
    return .counted(SummaryCell(cells[0].object.rawValue, cells[0].path.rawValue), offset)
  }

  /// A number of a counter as one of this function's.
  func index(
    counted cell: SummaryCell, plus offset: Int32, _ instance: inout SummaryInstance
  ) -> ElementIndex {
    let cells = cells(cell, &instance)
    guard cells.count == 1 else { return .unknown }
    return .counted(SummaryCell(cells[0].object.rawValue, cells[0].path.rawValue), offset)
  }

  /// A number of a counter as callers may know it.
  func exported(
    counted cell: SummaryCell, plus offset: Int32, _ export: SummaryExport
  ) -> ElementIndex {
    self.export(self.cell(of: cell), export).map { .counted($0, offset) } ?? .unknown
  }

  func cell(of counter: SummaryCell) -> Cell {
    Cell(ObjectID(rawValue: counter.object), PathID(rawValue: counter.path))
  }

  /// Whether a number is one of a counter that a goroutine makes itself: each instance gets the same.
  func isOwnCounter(_ index: ElementIndex, _ instance: SummaryInstance) -> Bool {
    guard case .counted(let counter, _) = index else { return false }
    switch tables.objects[ObjectID(rawValue: counter.object)].origin {
    case .site(current, let part), .opaque(current, let part):
      return part >= instance.firstPart
        && part - instance.firstPart < UInt32(instance.summary.objects.count)
    default: return false
    }
  }

  /// Whether a number that a goroutine uses as an index comes from a counter with which all its
  /// instances count, and nothing else is done with it there.
  func isCountedByEach(_ index: ElementIndex, _ instance: inout SummaryInstance) -> Bool {
    guard case .counted(let counter, _) = index,
      instance.summary.accesses.allSatisfy({
        $0.cell != counter || !$0.kind.isWrite || $0.kind == .atomicCount
      }),
      case .counted(let own, _) = elementIndex(index, &instance, isStart: true),
      !isOwnCounter(.counted(own, 0), instance), isCounter(cell(of: own))
    else { return false }
    if case .variable(let variable) = tables.objects[ObjectID(rawValue: own.object)].origin {
      return !isDeclaredPerTurn(variable)
    }
    return isReceive(cell(of: own)) || isOnePlace(cell(of: own))
  }

  /// Whether two numbers are what one counter gave to two who count with it, one of them the
  /// goroutine of a token that runs.
  func areOtherCounts(
    _ first: ElementIndex, _ second: ElementIndex, stale id: TokenID
  ) -> Bool {
    guard first == second, case .counted(let counter, _) = first,
      case let cell = cell(of: counter), !isStale(cell.object, id), isCounter(cell)
    else { return false }
    // Whoever sets it makes it give the same numbers again.
    return !(state.live + state.pending + [id]).contains { token in
      tokens[token.index].accesses(of: cell.object).contains { index in
        let access = tokens[token.index].accesses[index]
        return access.kind.isWrite && access.kind != .atomicCount
          && tables.paths.mayOverlap(access.cell.path, cell.path)
      }
    }
  }
}

import Basics
import GoIR
import GoSyntax
import GoTypes

/// Which mutexes are surely held where in one body: a forward data-flow problem over its graph.
///
/// Where paths meet, what all of them hold is held. Deferred calls unlock where they run. What
/// names no place is not held, and unlocking it lets all go, so this errs towards too few.
struct LockFlow {
  private let function: FunctionIR
  /// What calls and deferred calls do, by their instructions.
  private var operations: [ValueID: [PackageContext.LockOperation]] = [:]
  /// What is held at the start of each block; nil where no path was found yet.
  private var atStart: [[SharedPlace]?]

  /// The locks in a body that holds some at its entry. `operations` says what a call does.
  init(
    _ function: FunctionIR, entry: [SharedPlace],
    operations: (_ value: ValueID) -> [PackageContext.LockOperation]
  ) {
    self.function = function
    atStart = Array(repeating: nil, count: function.blocks.count)
    atStart[0] = entry
    for value in function.instructions.ids {
      switch function.instructions[value].opcode {
      case .call, .defer:
        let found = operations(value)
        if !found.isEmpty { self.operations[value] = found }
      default: break
      }
    }
    if self.operations.isEmpty {
      for index in atStart.indices { atStart[index] = entry }
    } else {
      solve()
    }
  }

  /// As often as loops are nested, and twice more: sets only shrink.
  private mutating func solve() {
    var changed = true
    while changed {
      changed = false
      for block in function.blocks.ids.dropFirst() {
        var held: [SharedPlace]?
        for predecessor in function.predecessors(of: block) {
          guard let start = atStart[predecessor.index] else { continue }
          let end = apply(predecessor, upTo: nil, to: start)
          held = held.map { Self.common($0, end) } ?? end
        }
        if held != atStart[block.index] {
          atStart[block.index] = held
          changed = true
        }
      }
    }
  }

  private static func common(_ first: [SharedPlace], _ second: [SharedPlace]) -> [SharedPlace] {
    first.filter { lock in second.contains { $0.mayEqual(lock) } }
  }

  /// What is held before an instruction; empty where no path leads to it.
  func held(before value: ValueID) -> [SharedPlace] {
    let block = function.block(of: value)
    return atStart[block.index].map { apply(block, upTo: value, to: $0) } ?? []
  }

  /// What is held wherever the body returns; nil where it never does.
  var heldAtReturn: [SharedPlace]? {
    var common: [SharedPlace]?
    for block in function.blocks.ids {
      let end = function.terminator(of: block)
      guard function.instructions[end].opcode == .return, atStart[block.index] != nil else {
        continue
      }
      let held = held(before: end)
      common = common.map { Self.common($0, held) } ?? held
    }
    return common
  }

  /// Whether some call takes a lock, and whether some call gives one back.
  var uses: (locks: Bool, unlocks: [PackageContext.LockOperation]) {
    let all = operations.values.flatMap(\.self)
    return (all.contains(where: \.locks), all.filter { !$0.locks })
  }

  private func apply(
    _ block: BlockID, upTo end: ValueID?, to start: [SharedPlace]
  ) -> [SharedPlace] {
    if operations.isEmpty { return start }
    var held = start
    for value in function.values(in: block) {
      if let end, value >= end { break }
      let instruction = function.instructions[value]
      switch instruction.opcode {
      case .call:
        for operation in operations[value] ?? [] { operation.apply(to: &held) }
      case .runDeferred:
        let deferred = function.deferred[DeferID(rawValue: instruction.payload)]
        // What may not have been deferred may still unlock, but locks nothing surely.
        for operation in operations[deferred] ?? []
        where !operation.locks || instruction.flags.contains(.sure) {
          operation.apply(to: &held)
        }
      default: break
      }
    }
    return held
  }
}

extension PackageContext.LockOperation {
  fileprivate func apply(to held: inout [SharedPlace]) {
    guard let mutex else {
      if !locks { held = [] }
      return
    }
    if locks { held.append(mutex) } else { held.removeAll { $0.mayEqual(mutex) } }
  }
}

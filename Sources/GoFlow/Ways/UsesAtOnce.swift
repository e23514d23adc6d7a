import Basics
import GoIR
import LibraryModels

/// Memory that a function makes, puts into something that it was given as an argument, and uses before it
/// lets anybody go on.
///
/// Whatever tells others that the memory is there comes after the use too, and orders both (see "The Go
/// Memory Model": an operation comes before what is sequenced after it, and that before whoever waits
/// for it). Who looks there all the same meets the put itself: such a use says no more than that the
/// place has no lock, and whoever gave the argument knows whether others have it. Used by one thread.
final class UsesAtOnce {
  private let analysis: FlowAnalysis
  /// Whether calls of functions may let others go on, as far as that was asked.
  private var known: [FunctionNumber: Bool] = [:]

  private static let deepest = 24

  init(_ analysis: FlowAnalysis) { self.analysis = analysis }

  /// Whether nothing that may let others go on comes between the one put by which others find some
  /// memory, and a use of it under that name.
  func contains(
    _ side: ConflictSide, _ use: WayRecord.AliasUse, in replay: FunctionReplay
  ) -> Bool {
    let alias = replay.interpreter.aliases.aliases[Int(use.alias)]
    let made: ValueID
    switch replay.tables.objects[use.own.object].origin {
    case .site(let value, _), .opaque(let value, _): made = value
    default: return false
    }
    guard !made.isNone, let puts = replay.puts(into: alias.place, alias.way, to: use.own.object),
      puts.count == 1,
      case let put = replay.record.puts[puts[0].put], put.source == nil,
      replay.body.instructions[put.value.index].opcode == .store,
      side.start == nil, side.strand == .max, !side.value.isNone,
      // It was nowhere else before.
      replay.record.puts.allSatisfy({
        !replay.objects($0.set).contains(use.own.object)
          || $0.value == put.value && isGiven($0.cell, in: replay)
      })
    else { return false }
    let body = replay.body
    if letsGo(side.value, in: replay.number, depth: 0) { return false }
    return !body.instructions.indices.contains { index in
      let other = ValueID(index)
      return other != side.value && body.isReached(other, from: put.value, avoiding: [made])
        && body.isReached(side.value, from: other, avoiding: [made])
        && letsGo(other, in: replay.number, depth: 0)
    }
  }

  /// Whether a cell lies in something that the function was given, other than its receiver, or made.
  private func isGiven(_ cell: Cell, in replay: FunctionReplay) -> Bool {
    let root = replay.interpreter.root(of: cell.object)
    switch replay.tables.objects[root].origin {
    case .parameter(let position, _):
      let function = analysis.program.functions[replay.number]
      return position > 0 || !function.traits.contains(.hasReceiver)
    case .site, .opaque: return true
    default: return false
    }
  }

  /// Whether an instruction may let other goroutines go on: by what they wait for, or because it gives
  /// them something. A `sync.Once` lets go only those that come while its function runs.
  private func letsGo(_ value: ValueID, in number: FunctionNumber, depth: Int) -> Bool {
    let function = analysis.program.functions[number]
    let instruction = function.body.instructions[value.index]
    switch instruction.opcode {
    case .go, .send, .close, .receive, .select, .runDeferred: return true
    case .next:
      // What is received from a channel without room lets its sender go on.
      let container = function.body.operand(value, 0)
      guard !container.isNone else { return false }
      let kind = function.body.instructions[container.index].kind
      return kind == .channel || kind == .function
    case .call: break
    default: return false
    }
    let callee = CalleeNumber(rawValue: instruction.payload)
    let isInTest = function.traits.contains(.isInTest)
    switch analysis.facts.targets.target(of: callee, isInTest: isInTest) {
    case .functions(let targets):
      return targets.contains { letsGo($0.function, depth: depth + 1) }
    case .model(let model): return letsGo(model, value, in: number, depth: depth)
    case .builtin(let name): return name == "close"
    case .value: return letsGo(valueAt: function.body.operand(value, 0), in: number, depth: depth)
    case .unknown: return true
    }
  }

  private func letsGo(_ number: FunctionNumber, depth: Int) -> Bool {
    if let known = known[number] { return known }
    guard depth < Self.deepest else { return true }
    // Who calls itself does nothing by that.
    known[number] = false
    let body = analysis.program.functions[number].body
    let found =
      body.deferred.contains { !$0.isNone }
      || body.instructions.indices.contains {
        body.instructions[$0].opcode != .runDeferred
          && letsGo(ValueID($0), in: number, depth: depth)
      }
    known[number] = found
    return found
  }

  private func letsGo(
    _ model: FunctionModel, _ call: ValueID, in number: FunctionNumber, depth: Int
  ) -> Bool {
    guard let effects = model.effects, !model.marksParallel, model.stops.isEmpty else {
      return true
    }
    let body = analysis.program.functions[number].body
    let receivers = body.instructions[call.index].flags.contains(.receiver) ? 1 : 0
    return effects.locks.contains { $0.action != .acquire && $0.action != .tryAcquire }
      || effects.signals.contains { $0.action != .wait } || !effects.retentions.isEmpty
      || effects.accesses.contains { $0.kind == .atomicWrite }
      || effects.runs.contains { run in
        guard run.strand.isOfCaller, run.signals == nil,
          case .argument(let position) = run.function,
          receivers + position < Int(body.instructions[call.index].operandCount)
        else { return true }
        return letsGo(valueAt: body.operand(call, receivers + position), in: number, depth: depth)
      }
  }

  /// Whether to call a function value lets others go on.
  private func letsGo(valueAt value: ValueID, in number: FunctionNumber, depth: Int) -> Bool {
    guard !value.isNone else { return true }
    let function = analysis.program.functions[number]
    let instruction = function.body.instructions[value.index]
    switch instruction.opcode {
    case .closure: return letsGo(FunctionNumber(rawValue: instruction.payload), depth: depth + 1)
    case .function:
      guard
        case .functions(let targets) = analysis.facts.targets.target(
          of: CalleeNumber(rawValue: instruction.payload),
          isInTest: function.traits.contains(.isInTest))
      else { return true }
      return targets.contains { letsGo($0.function, depth: depth + 1) }
    default: return true
    }
  }
}

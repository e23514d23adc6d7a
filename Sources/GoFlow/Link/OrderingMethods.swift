import Basics
import GoIR
import LibraryModels

/// Methods of interfaces that lock, signal or wait whatever lies there: each type that comes to the
/// interface has the method from a library, of which models tell nothing else, or one of its own that
/// does this with a part of its receiver on all ways. The value in the interface then is the lock, or the
/// group, that the method is about: each has one in it. Beside locks of a library other types of the
/// interface are taken for locks that may wait in the method: see `LockShapes`.
struct OrderingMethods: Sendable {
  private var production: [CalleeNumber: FunctionModel] = [:]
  private var tests: [CalleeNumber: FunctionModel] = [:]
  /// The methods of which there is one of these.
  private var known = BitSet<CalleeNumber>()

  init(_ program: FlowProgram, _ models: LibraryModels) {
    for callee in program.callees.ids {
      guard case .method = program.callees[callee] else { continue }
      let resolved = program.resolve(callee, inTest: false)
      let inTests = program.resolve(callee, inTest: true)
      let model = Self.model(of: resolved, program, models)
      production[callee] = model
      tests[callee] = inTests == resolved ? model : Self.model(of: inTests, program, models)
      if production[callee] != nil || tests[callee] != nil { known.insert(callee) }
    }
  }

  /// What a method does to the value in the interface; nil where it does not order, or where that hangs
  /// on the type of the value.
  func model(of callee: CalleeNumber, isInTest: Bool) -> FunctionModel? {
    guard known.contains(callee) else { return nil }
    return isInTest ? tests[callee] : production[callee]
  }

  private static func model(
    of resolved: ResolvedCallee, _ program: FlowProgram, _ models: LibraryModels
  ) -> FunctionModel? {
    guard case .targets(let targets) = resolved else { return nil }
    var common: FunctionModel?
    var own: [FunctionNumber] = []
    var isWhole = true
    for target in targets {
      if let model = model(of: target.key, program, models) {
        guard common == nil || common == model else { return nil }
        common = model
      } else if target.function.isNone {
        isWhole = false
      } else {
        own.append(target.function)
      }
    }
    guard let common, let effects = common.effects else { return nil }
    if !effects.signals.isEmpty || effects.locks.isEmpty {
      return isWhole && own.allSatisfy { program.hands($0, on: common, models) } ? common : nil
    }
    let mayWait = effects.locks.contains { $0.action == .acquire }
    let isCommon = own.allSatisfy {
      program.hands($0, on: common, models)
        || !mayWait || LockShapes.waits(program.functions[$0].body)
    }
    return isCommon ? common : nil
  }

  /// What a method of a library does to its receiver, if that is to lock, to signal or to wait and
  /// nothing else.
  static func model(
    of key: FunctionKey, _ program: FlowProgram, _ models: LibraryModels
  ) -> FunctionModel? {
    guard key.receiver != .empty,
      let model = models.model(
        of: ModelledFunction(
          package: program.texts[key.package], type: program.texts[key.receiver],
          name: program.texts[key.name])),
      let effects = model.effects, effects.orders
    else { return nil }
    return model
  }
}

extension CallEffects {
  /// Whether all that is done is to take or leave the receiver as a lock, to signal it or to wait for it.
  fileprivate var orders: Bool {
    if locks.isEmpty && signals.isEmpty { return false }
    let isAll = accesses.isEmpty && retentions.isEmpty && runs.isEmpty && results.isEmpty
    return isAll
      && locks.allSatisfy {
        ($0.action == .acquire || $0.action == .release) && $0.lock == .receiver
      }
      && signals.allSatisfy { $0.subject == .receiver }
  }
}

extension FlowProgram {
  /// Whether a method does with a field of its receiver what a model tells, on all ways, and calls no
  /// other method that orders.
  fileprivate func hands(
    _ number: FunctionNumber, on model: FunctionModel, _ models: LibraryModels
  ) -> Bool {
    let body = functions[number].body
    var found: ValueID = .none
    for (index, instruction) in body.instructions.enumerated()
    where [.call, .defer, .go].contains(instruction.opcode) {
      guard let key = key(of: CalleeNumber(rawValue: instruction.payload)),
        let called = OrderingMethods.model(of: key, self, models)
      else { continue }
      guard found.isNone, called == model, instruction.opcode == .call else { return false }
      found = ValueID(index)
    }
    guard !found.isNone, body.isPartOfReceiver(body.operand(found, 0)) else { return false }
    return !body.mayReturn(without: [body.block(of: found)])
  }
}

extension FlowBody {
  /// Whether a value is the address of a field of what the receiver leads to, or what lies in one.
  fileprivate func isPartOfReceiver(_ value: ValueID) -> Bool {
    guard !value.isNone else { return false }
    let instruction = instructions[value.index]
    guard instruction.opcode == .address || instruction.opcode == .load else { return false }
    var node = addresses[Int(instruction.payload)]
    guard node.step == .field else { return false }
    while node.step == .field || node.step == .pointee { node = addresses[node.base.index] }
    guard node.step == .value else { return false }
    let root = instructions[Int(node.payload)]
    return root.opcode == .parameter && root.payload == 0
  }
}

import Basics
import GoIR

/// What a function puts into the place that is asked for and a function that it calls takes out
/// again.
extension TakenOut {
  /// What was put there, as the call knows it: the object, its key, and the map.
  struct Put {
    let object: ValueID
    let key: ValueID
    let map: ValueID
  }

  /// The calls of a function that return only when what it put there does not lie under its key any
  /// more.
  func removingCalls(of put: Put, _ frame: Frame) -> [ValueID] {
    let body = self.body(frame)
    guard case .place(_, let root)? = body.find(by: put.map) else { return [] }
    return body.instructions.indices.map { ValueID($0) }.filter { call in
      let instruction = body.instructions[call.index]
      guard instruction.opcode == .call, !instruction.flags.contains(.functionValue) else {
        return false
      }
      let callee = CalleeNumber(rawValue: instruction.payload)
      /// The parameter for which the call gives a value.
      func parameter(_ value: ValueID?) -> UInt32? {
        body.operands(of: instruction).firstIndex {
          value != nil && body.isOne($0, value ?? .none, isAnew: true)
        }.map { UInt32($0 - Int(instruction.firstOperand)) }
      }
      guard case .function(let target) = analysis.program.resolve(callee, inTest: true),
        let object = parameter(put.object), let key = parameter(put.key)
      else { return false }
      let given = Given(object: object, key: key, holder: parameter(root), isGlobal: root == nil)
      return (given.isGlobal || given.holder != nil)
        && removes(given, self.callee(target, of: call, frame))
    }
  }

  /// The parameters by which a called function knows what was put there.
  private struct Given {
    let object: UInt32
    let key: UInt32
    /// What the map lies in; nil where it is a package variable.
    let holder: UInt32?
    let isGlobal: Bool
  }

  /// Whether a function deletes from the map what it is given before it returns, unless it finds
  /// something else there, and does no more with it than to use it.
  private func removes(_ given: Given, _ frame: Frame) -> Bool {
    let body = self.body(frame)
    let sections = self.sections(frame)
    guard isOnlyUsed(given.object, body) else { return false }
    func isParameter(_ value: ValueID, _ number: UInt32) -> Bool {
      !value.isNone && body.instructions[value.index].opcode == .parameter
        && body.instructions[value.index].payload == number
    }
    func isMap(_ value: ValueID) -> Bool {
      let map = body.withoutConversions(value)
      guard !map.isNone, case .place(let place, let root)? = body.find(by: map),
        place == guarded?.place
      else { return false }
      guard let holder = given.holder else { return root == nil }
      return root.map { isParameter($0, holder) } ?? false
    }
    let deletes = body.instructions.indices.map { ValueID($0) }.filter { value in
      body.instructions[value.index].opcode == .delete && isMap(body.operand(value, 0))
        && isParameter(body.operand(value, 1), given.key) && sections.holds(at: value, .write)
    }
    if deletes.isEmpty { return false }
    let edges = body.edges { comparison in
      guard let isEqual = body.comparesForEquality(comparison) else { return nil }
      let sides = [body.operand(comparison, 0), body.operand(comparison, 1)]
      let isOfPlace = zip(sides, sides.reversed()).contains { found, object in
        guard isParameter(object, given.object),
          case .element(let map, let key)? = body.find(by: found)
        else { return false }
        return isMap(map) && isParameter(key, given.key) && sections.holds(at: found, .read)
      }
      return isOfPlace ? !isEqual : nil
    }
    return body.instructions.indices.filter { body.instructions[$0].opcode == .return }
      .allSatisfy { !body.isReached(ValueID($0), from: nil, avoiding: deletes, without: edges) }
  }

  /// Whether a body does no more with a parameter than to compare it and to use what it leads to.
  private func isOnlyUsed(_ number: UInt32, _ body: FlowBody) -> Bool {
    let users = ValueUsers(body)
    return body.instructions.indices.map { ValueID($0) }
      .filter {
        body.instructions[$0.index].opcode == .parameter
          && body.instructions[$0.index].payload == number
      }
      .allSatisfy { parameter in
        users[parameter].allSatisfy { user in
          switch body.instructions[user.index].opcode {
          case .binary, .load, .address: true
          case .store: body.operand(user, 0) != parameter
          default: false
          }
        }
      }
  }
}

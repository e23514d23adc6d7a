import GoIR

/// How functions have what values lead to.
extension TakenOut {
  /// How a function has what a value leads to where it uses it: `ways` are the instructions through which
  /// the value goes from here, the use first.
  func standing(_ value: ValueID, _ ways: [ValueID], _ frame: Frame) -> Standing {
    left -= 1
    visited.insert(frame.function)
    guard left > 0, frame.depth <= Self.deepest, !value.isNone else { return .shared }
    let body = self.body(frame)
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .zero, .constant: return .alone
    case .convert, .assert, .slice, .field:
      return standing(body.operand(value, 0), ways, frame)
    case .extract:
      let whole = body.operand(value, 0)
      if body.instructions[whole.index].opcode == .call {
        return result(of: whole, Int(instruction.payload), ways, frame)
      }
      return standing(whole, ways, frame)
    case .phi, .append:
      // Around a loop the value comes to itself.
      if ways.contains(value) { return .alone }
      return least(
        body.operands(of: instruction).map { standing($0, ways + [value], frame) })
    case .call: return result(of: value, 0, ways, frame)
    case .parameter: return argument(Int(instruction.payload), ways, frame)
    case .load, .next: return loaded(value, ways, frame)
    case .new, .composite, .make: return made(value, ways, frame)
    default: return .shared
    }
  }

  /// What a call gives.
  private func result(
    of call: ValueID, _ position: Int, _ ways: [ValueID], _ frame: Frame
  ) -> Standing {
    let edges = analysis.functions[frame.function].calls.edges.filter {
      $0.value == call && $0.start == nil && !$0.target.isNone
    }
    if edges.isEmpty { return .shared }
    let standings = edges.map { edge -> Standing in
      let inner = callee(edge.target, of: call, frame)
      let body = self.body(inner)
      let returns = body.instructions.indices.filter { body.instructions[$0].opcode == .return }
      return least(
        returns.map {
          standing(body.operand(ValueID($0), position), [ValueID($0)], inner)
        })
    }
    let given = least(standings)
    // What is found in a section that goes on here.
    return given == .inSection && guarded != nil && !isInSection(call, ways, frame)
      ? .shared : given
  }

  /// What the callers of a function give it.
  private func argument(_ position: Int, _ ways: [ValueID], _ frame: Frame) -> Standing {
    var standings: [Standing] = []
    if let call = frame.call {
      standings = [given(position, at: call.value, call.frame)]
    } else {
      guard !isForOthers(frame.function) else { return .shared }
      let sites = callers.sites(of: frame.function)
      if sites.isEmpty || sites.count > Self.maximumCallers { return .shared }
      for site in sites where !site.value.isNone {
        var outer = Frame(function: site.function, isEntered: false, depth: frame.depth + 1)
        // Whoever holds the lock there and does not take it was called with it.
        outer.isEntered = frame.isEntered && !sections(outer).takesLock
        let isHeld = sections(outer).holds(at: site.value, mode)
        if guarded == nil || isHeld == frame.isEntered {
          standings.append(given(position, at: site.value, outer))
        }
      }
      if standings.isEmpty { return .shared }
    }
    let given = least(standings)
    return given == .inSection && guarded != nil && !isInSection(nil, ways, frame)
      ? .shared : given
  }

  private func given(_ position: Int, at call: ValueID, _ frame: Frame) -> Standing {
    let instruction = body(frame).instructions[call.index]
    guard [.call, .go, .defer].contains(instruction.opcode),
      !instruction.flags.contains(.functionValue)
    else { return .shared }
    let given = standing(body(frame).operand(call, position), [call], frame)
    // A goroutine or deferred call comes later.
    return instruction.opcode == .call || given != .inSection ? given : .shared
  }

  /// Whether callers from outside may hand to a function what they have.
  private func isForOthers(_ number: FunctionNumber) -> Bool {
    let function = analysis.program.functions[number]
    let receiver = analysis.program.texts[function.key.receiver]
    return function.traits.contains(.isExported)
      && !(receiver.utf8.first.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 } ?? false)
  }
}

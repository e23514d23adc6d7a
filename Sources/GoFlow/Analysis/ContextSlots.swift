import Basics

/// What lies in a slot: functions, each with the one that put it there.
struct SlotContents {
  var creators: [FunctionNumber] = []
  var functions: [SlotFunction] = []
}

/// What functions that lie in slots are given, by those that put them there and those that call
/// them.
extension Contexts {
  /// The call of what lies in a slot: any of the functions that were put there.
  mutating func spread(
    _ index: Int, of calls: FunctionCalls, _ number: FunctionNumber, _ context: RunContext,
    _ seen: inout [Int], _ position: inout Int
  ) {
    guard let slot = contentsOfCalls[number.index][index] else { return }
    var arguments: (order: EdgeOrder, containers: [KnownPlace])?
    for (item, creator) in contents[slot].creators.enumerated() {
      defer { position += 1 }
      guard note(creator, in: &seen, at: position) else { continue }
      let call = calls.fromSlots[index]
      let known = arguments ?? self.arguments(of: call, number, context)
      arguments = known
      spread(
        call, known.order, known.containers, to: contents[slot].functions[item], of: creator,
        number, context)
    }
  }

  /// What orders a call of what lies in a slot, and the objects in which the slot lies.
  private mutating func arguments(
    of call: SlotFunction, _ number: FunctionNumber, _ context: RunContext
  ) -> (order: EdgeOrder, containers: [KnownPlace]) {
    var containers: [KnownPlace] = []
    for binding in call.edge.bindings where binding.key == .container {
      containers += known(binding.place, number, context)
    }
    return (order(call.edge, number, context), containers)
  }

  private mutating func spread(
    _ call: SlotFunction, _ order: EdgeOrder, _ containers: [KnownPlace],
    to function: SlotFunction, of creator: FunctionNumber, _ number: FunctionNumber,
    _ context: RunContext
  ) {
    let target = function.edge.target
    var edge = call.edge
    edge.target = target
    setUp.noteOther(target)
    if function.isBound { edge.passReceiver() }
    let arguments = bind(
      edge.bindings, target, number, context, isStart: true)
    let places = functions[creator].calls.places
    // What a goroutine puts there itself it takes out itself.
    let own = contexts(of: creator).filter { $0.context.origin == context.origin }
    for other in (own.isEmpty ? contexts(of: creator) : own).prefix(4) {
      var captures = bind(
        function.edge.bindings, target, creator, other.context, isStart: true, isCurrent: false)
      for binding in function.edge.bindings where own.isEmpty && binding.key.rawValue >> 24 == 1 {
        let variable: UInt32
        switch places[Int(binding.place)].root {
        case .variable(let own): variable = own
        case .captured(let outer): variable = outer
        default: continue
        }
        guard places[Int(binding.place)].steps.isEmpty else { continue }
        let identity = identities.root(.variable(program.declaration(of: creator), variable))
        captures.insert(
          sorted: ContextBinding(key: binding.key, place: KnownPlace(identity: identity)))
        if function.sharedCaptures & (1 << UInt64(min(binding.key.rawValue & 0xFFFF, 63))) != 0 {
          sharedVariables.insert(identity)
        }
      }
      if own.isEmpty {
        for index in captures.indices { captures[index].place.isMade = false }
        captures.sort()
      }
      var bindings = arguments
      bindings.formUnion(sorted: captures.filter { !isOfContainer($0.key, function) })
      for position in 0..<64 where function.containerCaptures & (1 << UInt64(position)) != 0 {
        let key = function.isBound ? .parameter(0, leaf: 0) : BindingKey.captured(position)
        guard needs.needs(target, key) else { continue }
        for place in containers {
          bindings.insert(sorted: ContextBinding(key: key, place: place))
        }
      }
      // Others have what a goroutine is given so; whoever put it there made it.
      for index in bindings.indices {
        let place = bindings[index].place.identity
        bindings[index].place.identity = identities.published(place)
        bindings[index].place.isLater = false
        if own.isEmpty { bindings[index].place.isOwn = false }
      }
      bindings.sort()
      var task = next(edge, order, bindings, number, context)
      if case .strand(let id) = task.origin {
        // What the starter put there before was judged there.
        let isJudged = function.isFirst && strands.starts[id.index].function == creator
        task.isTask = task.isTask || !isJudged
      }
      add(task, to: target)
    }
  }

  private func isOfContainer(_ key: BindingKey, _ function: SlotFunction) -> Bool {
    (function.isBound ? key.isFirstParameter : key.rawValue >> 24 == 2)
      && function.containerCaptures & (1 << UInt64(min(key.rawValue & 0xFFFF, 63))) != 0
  }

  /// Notes that a call is spread to what a function put into a slot; false where nothing changed
  /// since the last time.
  private func note(
    _ creator: FunctionNumber, in seen: inout [Int], at position: Int
  ) -> Bool {
    let count = changes[creator.index]
    if position == seen.count {
      seen.append(count)
      return true
    }
    defer { seen[position] = count }
    return seen[position] != count
  }
}

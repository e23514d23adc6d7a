import Basics
import GoIR

/// Waits that may be for the end of a goroutine: on every way from its start to a use of memory
/// something is received or waited for that the goroutine, or what it runs, may signal, and it is not
/// known when it does so. Where it is known the interpretation of the body has decided; what it could
/// not place in the order (a signal deep in what a library calls, one that is given on some ways,
/// one of the channels in a slice) leaves the uses in doubt.
struct PerhapsJoined {
  private let analysis: FlowAnalysis
  private let places: ChannelPlaces
  /// What the bodies signal by themselves, of those that were asked for.
  private var signalled: [FunctionNumber: Set<SlotKey.Base>] = [:]
  /// The methods of the program by their names.
  private lazy var methods: [TextID: [FunctionNumber]] = {
    let functions = analysis.program.functions
    let methods = functions.ids.filter { number in
      functions[number].literal == 0 && functions[number].traits.contains(.hasReceiver)
    }
    return Dictionary(grouping: methods) { functions[$0].key.name }
  }()
  /// What is signalled by whatever a function may run.
  private var signalledBelow: [FunctionNumber: Set<SlotKey.Base>] = [:]

  init(_ analysis: FlowAnalysis) {
    self.analysis = analysis
    places = ChannelPlaces(program: analysis.program, targets: analysis.facts.targets)
  }

  /// Whether the function in which both sides of a conflict meet does one of them itself, and waits
  /// before for what the other one may signal.
  mutating func contains(_ conflict: Conflict) -> Bool {
    let (first, second) = (conflict.first, conflict.second)
    if first.start == nil, second.start != nil {
      return waits(before: first, for: second, in: conflict.function)
    }
    if second.start == nil, first.start != nil {
      return waits(before: second, for: first, in: conflict.function)
    }
    return false
  }

  private mutating func waits(
    before use: ConflictSide, for goroutine: ConflictSide, in number: FunctionNumber
  ) -> Bool {
    guard let start = goroutine.start else { return false }
    var from: ValueID? = goroutine.value
    for site in analysis.trace(use, in: number) {
      for place in waited(before: site, from: from)
      where isPerhapsSignalled(place, by: goroutine, start, in: number) {
        return true
      }
      from = nil
    }
    return false
  }

  /// What is waited for on each way from an instruction of a function, or from its entry, to another
  /// one.
  private func waited(before site: FlowSite, from start: ValueID?) -> [SlotKey.Base] {
    let waits = waits(in: site.function)
    if waits.isEmpty { return [] }
    let body = analysis.program.functions[site.function].body
    let groups = waits.groups(by: \.1)
    return groups.filter { group in
      let walls = body.withLoops(group.map(\.0), apart: [start, site.value].compactMap(\.self))
      return !body.isReached(site.value, from: start, avoiding: walls)
    }.map { $0[0].1 }
  }

  private mutating func isPerhapsSignalled(
    _ place: SlotKey.Base, by goroutine: ConflictSide, _ start: StrandStart,
    in number: FunctionNumber
  ) -> Bool {
    let started = functions(startedBy: start, goroutine)
    return started.contains(where: { signals(below: $0).contains(place) })
      && !started.contains(where: { placesSignals(of: place, $0) })
      && !signals(place, before: goroutine, in: number)
  }

  /// The functions with which a goroutine begins, and the one that is known to use the memory.
  private func functions(
    startedBy start: StrandStart, _ side: ConflictSide
  ) -> [FunctionNumber] {
    unique(
      calledFunctions(by: start.value, in: start.function)
        + (side.callee.isNone ? [] : [side.callee]))
  }

  /// Whether a function surely signals at a place: what comes before is known then. Of one of the
  /// channels in a slice it is not known which.
  private func placesSignals(of place: SlotKey.Base, _ number: FunctionNumber) -> Bool {
    let summary = analysis.functions[number].summary
    let declaration = analysis.program.declaration(of: number)
    let lists = Set(summary.accesses.map(\.signalled))
    let cells = lists.flatMap { summary.cellLists[Int($0)] } + summary.signals.map(\.cell)
    return cells.contains {
      !summary.isOneOfMany($0) && summary.slots(of: $0, declaration).first?.base == place
    }
  }

  /// Whether the goroutine of a side may signal at a place before it uses the memory, in one of the
  /// functions on the way or in one that these call there: what it uses afterwards is not waited for.
  private mutating func signals(
    _ place: SlotKey.Base, before side: ConflictSide, in number: FunctionNumber
  ) -> Bool {
    for site in analysis.trace(side, in: number).dropFirst() {
      let body = analysis.program.functions[site.function].body
      for (index, instruction) in body.instructions.enumerated() {
        let value = ValueID(index)
        guard value != site.value, instruction.opcode != .defer, instruction.opcode != .go,
          places.signalled(by: value, in: site.function).contains(place)
            || calledFunctions(by: value, in: site.function).contains(where: {
              signals(in: $0).contains(place)
            })
        else { continue }
        if body.isReached(site.value, from: value, avoiding: []) { return true }
      }
    }
    return false
  }

  /// What a call or the start of a goroutine runs, as far as it is known.
  private func calledFunctions(
    by value: ValueID, in number: FunctionNumber
  ) -> [FunctionNumber] {
    guard !value.isNone else { return [] }
    let edges = analysis.functions[number].calls.edges.filter { $0.value == value }
    return edges.map(\.target).filter { !$0.isNone } + targets(of: value, in: number)
  }

  /// The functions that a call names, or the methods that it may run.
  private func targets(of call: ValueID, in number: FunctionNumber) -> [FunctionNumber] {
    let function = analysis.program.functions[number]
    let instruction = function.body.instructions[call.index]
    guard [.call, .go, .defer].contains(instruction.opcode) else { return [] }
    let callee = CalleeNumber(rawValue: instruction.payload)
    let isInTest = function.traits.contains(.isInTest)
    // A model says how memory goes through a function, and not what its body waits for or signals.
    switch analysis.program.resolve(callee, inTest: isInTest) {
    case .function(let number): return [number]
    case .targets(let targets): return targets.map(\.function).filter { !$0.isNone }
    case .value, .unknown: return []
    }
  }

  /// What a body waits for, itself or by functions that surely do.
  private func waits(in number: FunctionNumber) -> [(ValueID, SlotKey.Base)] {
    let function = analysis.program.functions[number]
    var found: [(ValueID, SlotKey.Base)] = []
    for (index, instruction) in function.body.instructions.enumerated() {
      let value = ValueID(index)
      switch instruction.opcode {
      case .receive, .next:
        found += places.waited(by: value, in: number).map { (value, $0) }
      case .call:
        found += places.waited(by: value, in: number).map { (value, $0) }
        found += waits(of: value, in: number).map { (value, $0) }
      default: break
      }
    }
    return found
  }

  /// What the functions surely wait for that a call runs.
  private func waits(of call: ValueID, in number: FunctionNumber) -> [SlotKey.Base] {
    let function = analysis.program.functions[number]
    return targets(of: call, in: number).flatMap { target -> [SlotKey.Base] in
      let summary = analysis.functions[target].summary
      let declaration = analysis.program.declaration(of: target)
      return summary.waits.compactMap { wait in
        if let slot = summary.slots(of: wait.cell, declaration).first { return slot.base }
        guard case .parameter(let position, _)? = summary.root(of: wait.cell) else { return nil }
        return places.place(of: function.body.operand(call, Int(position)), in: number)
      }
    }
  }

  private mutating func signals(below number: FunctionNumber) -> Set<SlotKey.Base> {
    if let known = signalledBelow[number] { return known }
    var found: Set<SlotKey.Base> = []
    var seen: Set<FunctionNumber> = [number]
    var pending = [number]
    var names: Set<TextID> = []
    while let function = pending.popLast() {
      found.formUnion(signals(in: function))
      for name in openMethods(in: function) where names.insert(name).inserted {
        for method in methods[name] ?? [] { found.formUnion(signals(in: method)) }
      }
      let modelled = analysis.program.functions[function].body.instructions.indices.flatMap {
        targets(of: ValueID($0), in: function)
      }
      for callee in Array(analysis.graph.callees(of: function)) + modelled
      where seen.insert(callee).inserted {
        pending.append(callee)
      }
    }
    signalledBelow[number] = found
    return found
  }

  /// The names of the interfaces' methods that a body calls and of which it is not known what runs:
  /// in a test too, which may hand types of its own to the production code.
  private func openMethods(in number: FunctionNumber) -> [TextID] {
    let function = analysis.program.functions[number]
    let targets = analysis.facts.targets
    return function.body.instructions.compactMap { instruction in
      guard [.call, .defer, .go].contains(instruction.opcode),
        case let callee = CalleeNumber(rawValue: instruction.payload),
        case .method(_, let key) = analysis.program.callees[callee]
      else { return nil }
      let inTests = targets.target(of: callee, isInTest: true)
      if case .functions = inTests,
        function.traits.contains(.isInTest)
          || inTests == targets.target(of: callee, isInTest: false)
      {
        return nil
      }
      return key.name
    }
  }

  private mutating func signals(in number: FunctionNumber) -> Set<SlotKey.Base> {
    if let known = signalled[number] { return known }
    let body = analysis.program.functions[number].body
    let values = body.instructions.indices.map { ValueID($0) }
    let found = Set(values.flatMap { places.signalled(by: $0, in: number) })
      // Who adds himself is not waited for.
      .subtracting(values.flatMap { places.announced(by: $0, in: number) })
    signalled[number] = found
    return found
  }
}

extension FunctionSummary {
  /// Whether an element stands on the way to a cell.
  fileprivate func isOneOfMany(_ cell: SummaryCell) -> Bool {
    var current = cell
    while true {
      if steps(of: current.path).contains(.element) { return true }
      guard case .initial(let outer) = objects[Int(current.object)].origin else { return false }
      current = outer
    }
  }
}

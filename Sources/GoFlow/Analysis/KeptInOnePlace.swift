import GoIR

/// Whether the maps that functions make lie in one place each, where all others find them.
struct KeptInOnePlace {
  private let analysis: FlowAnalysis
  private let names: NamedPlaces
  private var known: [FlowSite: Bool] = [:]
  private var knownOfFunctions: [FunctionNumber: Bool] = [:]

  /// So many functions are looked at that a call may lead to.
  private static let maximumFunctions = 60
  private static let deepestStruct = 4

  init(_ analysis: FlowAnalysis) {
    self.analysis = analysis
    names = NamedPlaces(program: analysis.program)
  }

  /// Whether the map that an instruction makes is put into one field or package variable at most.
  /// Of a call, or the start of a goroutine, all maps count that are made there.
  mutating func contains(_ site: FlowSite) -> Bool {
    if let known = known[site] { return known }
    let body = analysis.program.functions[site.function].body
    let isKept: Bool
    if isMaker(site.value, body) {
      isKept = isKeptOnce(site.value, site.function, ValueUsers(body)) != nil
    } else {
      isKept = areKeptOnce(
        analysis.functions[site.function].calls.edges
          .filter { $0.value == site.value && !$0.target.isNone }.map(\.target))
    }
    known[site] = isKept
    return isKept
  }

  /// Whether each map that some functions make, or those that they call, is kept once at most.
  private mutating func areKeptOnce(_ functions: [FunctionNumber]) -> Bool {
    var seen = Set(functions)
    var pending = functions
    while let next = pending.popLast() {
      guard seen.count <= Self.maximumFunctions, makesOnlyKept(next) else { return false }
      for edge in analysis.functions[next].calls.edges where !edge.target.isNone {
        if seen.insert(edge.target).inserted { pending.append(edge.target) }
      }
    }
    return !functions.isEmpty
  }

  private mutating func makesOnlyKept(_ function: FunctionNumber) -> Bool {
    if let known = knownOfFunctions[function] { return known }
    let body = analysis.program.functions[function].body
    let makers = body.instructions.indices.map { ValueID($0) }.filter { isMaker($0, body) }
    let users = makers.isEmpty ? nil : ValueUsers(body)
    let isKept = makers.allSatisfy { maker in
      users.flatMap { isKeptOnce(maker, function, $0) } != nil
    }
    knownOfFunctions[function] = isKept
    return isKept
  }

  private func isMaker(_ value: ValueID, _ body: FlowBody) -> Bool {
    let instruction = body.instructions[value.index]
    return instruction.kind == .map && [.make, .composite].contains(instruction.opcode)
  }

  /// Whether a function puts a value away, be it in a struct; nil where it may do so twice, or hand
  /// the map itself to others.
  private func isKeptOnce(
    _ value: ValueID, _ function: FunctionNumber, _ users: ValueUsers, depth: Int = 0
  ) -> Bool? {
    let body = analysis.program.functions[function].body
    var isKept = false
    for user in users[value] {
      switch body.instructions[user.index].opcode {
      case .load, .next, .delete, .clear, .builtin: continue
      case .store:
        if body.operand(user, 0) != value { continue }
        switch names.used(by: user, in: function) {
        case .field?, .global?: break
        case .variable?, nil: return nil
        }
      case .composite, .convert:
        guard depth < Self.deepestStruct,
          isKeptOnce(user, function, users, depth: depth + 1) != nil
        else { return nil }
      case .new, .return:
        if depth == 0 { return nil }
      default: return nil
      }
      if isKept { return nil }
      isKept = true
    }
    return isKept
  }
}

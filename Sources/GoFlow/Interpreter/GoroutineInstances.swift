import Basics
import GoIR

/// Uses by two instances of one goroutine.
extension BodyInterpreter {
  /// What tells two instances of a goroutine apart.
  enum Instances {
    /// The one began in an earlier turn of a loop.
    case ofTurns
    /// One call starts them both.
    case ofOneCall
    case ofEither
  }

  /// Compares two instances of a goroutine, or of parts of one.
  func compareInstances(_ id: TokenID, _ other: TokenID, _ instances: Instances) {
    let (left, right) = (tokens[id.index], tokens[other.index])
    if id != other, isOrdered(left, right) { return }
    var letGo = KnownLetGo()
    for access in left.accesses where comparisons > 0 {
      for index in candidates(access, in: other) {
        let candidate = tokens[other.index].accesses[index]
        if areOfOtherElements(access, candidate, left, instances) { continue }
        if access.isOfInstance && candidate.isOfInstance || areOfEach(access, candidate, other)
          || areParts(access, id, candidate, other)
        {
          continue
        }
        guard mayConflict(access, candidate, stale: other, areInstances: true) else { continue }
        if id == other, instances == .ofTurns, isGivenAnew(access, candidate, by: id, &letGo) {
          continue
        }
        report(access, id, candidate, other)
      }
    }
  }

  /// Whether each of two instances of a goroutine has elements of its own.
  private func areOfOtherElements(
    _ first: FlowAccess, _ second: FlowAccess, _ token: Token, _ instances: Instances
  ) -> Bool {
    let areOfTurns = instances == .ofTurns || instances == .ofEither && !token.isSeveral
    switch (first.index, second.index) {
    case (.perTurn, .perTurn): return areOfTurns
    case (.perInstance, .perInstance): return instances != .ofTurns
    case (.within(let low, let high), .within(let otherLow, let otherHigh)):
      return areOfTurns
        && areApart(
          ElementWindow(low: low, high: high), ElementWindow(low: otherLow, high: otherHigh),
          at: block(of: token.name.value)) == true
        && tables.paths.elementCount(first.cell.path)
          == tables.paths.elementCount(second.cell.path)
    // Where one of them is not known in numbers, they are taken for the same part.
    case (.perTurn, .within), (.within, .perTurn):
      return areOfTurns && isOfEachTurn(first.index, token) && isOfEachTurn(second.index, token)
    default: return false
    }
  }

  /// Whether an index is another one in each turn of the loop that starts a goroutine.
  func isOfEachTurn(_ index: ElementIndex, _ token: Token) -> Bool {
    isOfEachTurn(index, at: block(of: token.name.value))
  }

  /// Likewise, of the loop around the current instruction.
  func isOfEachTurn(_ index: ElementIndex) -> Bool { isOfEachTurn(index, at: currentBlock) }

  private func isOfEachTurn(_ index: ElementIndex, at block: BlockID) -> Bool {
    guard case .within(let low, let high) = index else { return index.isOfEach }
    return isApart(ElementWindow(low: low, high: high), at: block) == true
  }

  /// Whether two instances of a goroutine use what each of them was given: what was made anew for
  /// the later one, wherever else it was put; or the one what it was given and the other one what it
  /// made itself, and put into what it was given.
  private func areOfEach(
    _ first: FlowAccess, _ second: FlowAccess, _ id: TokenID
  ) -> Bool {
    guard isOfEach(second, id) else { return second.isOfEach && isOfEach(first, id) }
    return first.isOfEach || first.given == second.given
      || !first.given.isNone && state.renewed.contains(id, first.given)
  }

  /// Whether two parts of a goroutine, of which the first one begins once more after the other one
  /// did, use what each of its instances was given in one way.
  private func areParts(
    _ first: FlowAccess, _ id: TokenID, _ second: FlowAccess, _ other: TokenID
  ) -> Bool {
    id != other && second.isOfEach && first.given == second.given && isOfEach(first, id)
  }

  /// Notes of a goroutine that begins once more which of its uses are of what is another thing for
  /// each of its instances.
  func noteOfEach(_ id: TokenID) {
    for index in tokens[id.index].accesses.indices
    where isOfEach(tokens[id.index].accesses[index], id) {
      tokens[id.index].accesses[index].isOfEach = true
    }
  }

  private func isOfEach(_ access: FlowAccess, _ id: TokenID) -> Bool {
    guard !access.given.isNone, state.renewed.contains(id, access.given) else { return false }
    var current = access.cell.object
    while true {
      if state.renewed.contains(id, current) { return true }
      guard case .initial(let cell) = tables.objects[current].origin else { return false }
      current = cell.object
    }
  }
}

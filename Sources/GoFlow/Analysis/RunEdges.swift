import Basics
import GoIR

/// Where an argument of a call comes from, as far as it matters who else has it.
public struct ArgumentOrigin: Hashable, Sendable {
  /// Whether others have it: it is captured, lies in a package variable, or was given away.
  public var isShared = false
  /// Whether the function made it and gives it to its callers.
  public var isGivenAway = false
  /// The parameters from which it can be reached, one bit each, and the captured variables, by
  /// their positions in the function's list.
  public var parameters: UInt64 = 0
  public var captures: UInt64 = 0
}

/// A function that another one runs in its own goroutine.
public struct FunctionRunEdge: Hashable, Sendable {
  public var target: FunctionNumber
  public var arguments: [ArgumentOrigin]
  /// Of a literal what its captured variables hold.
  public var captures: [ArgumentOrigin]
  public var value: ValueID
  /// The locks that are surely held at the call, by their slots.
  public var locks: [SlotLock] = []
}

/// A lock by the slot that it is.
public struct SlotLock: Hashable, Sendable {
  public var base: SlotKey.Base
  public var mode: LockMode
}

/// A function that another one starts in a goroutine.
public struct FunctionStart: Hashable, Sendable {
  public var start: StrandStart
  public var target: FunctionNumber
  public var arguments: [ArgumentOrigin]
  /// Of a literal what its captured variables hold.
  public var captures: [ArgumentOrigin]
}

extension BodyInterpreter {
  /// The locks that are surely held now, by their slots.
  func heldSlots() -> [SlotLock] {
    state.mustLocks.compactMap { lock in
      guard isExclusive(lock.cell) else { return nil }
      return slot(of: lock.cell).map { SlotLock(base: $0.base, mode: lock.mode) }
    }
  }

  /// Where the arguments of a call come from.
  func origins(_ roots: CallRoots) -> [ArgumentOrigin] {
    roots.arguments.map { origin(objects($0.sets)) }
  }

  /// The objects that sets lead to.
  func objects(_ sets: [SetID]) -> [ObjectID] {
    sets.flatMap { tables.sets[$0].map { tables.references[$0].cell.object } }
  }

  private func origin(_ objects: [ObjectID]) -> ArgumentOrigin {
    var origin = ArgumentOrigin()
    for object in objects { add(object, to: &origin) }
    return origin
  }

  /// The objects that the captured variables of a literal hold, and are.
  mutating func capturedObjects(
    _ literal: FunctionNumber, _ roots: CallRoots
  ) -> [[ObjectID]] {
    let count = program.function(literal).captures.count
    if count == 0 || roots.closure.isEmpty { return [] }
    var found: [[ObjectID]] = []
    for position in 0..<count {
      let part = tables.paths.extend(.whole, .part(position))
      var list: [ObjectID] = []
      for closure in cells(of: roots.closure) {
        let variables = content(of: Cell(closure.object, part))
        for variable in cells(of: variables) {
          list.append(variable.object)
          let held = content(of: variable)
          list += objects([held])
        }
      }
      found.append(list)
    }
    return found
  }

  mutating func origins(ofCaptured objects: [[ObjectID]]) -> [ArgumentOrigin] {
    objects.map { origin($0) }
  }

  private func add(_ object: ObjectID, to origin: inout ArgumentOrigin) {
    var current = object
    while true {
      if state.published.contains(where: { $0.first == current.rawValue }) {
        origin.isShared = true
      }
      guard case .initial(let cell) = tables.objects[current].origin else { break }
      current = cell.object
    }
    switch tables.objects[current].origin {
    case .parameter(let position, _): origin.parameters |= 1 << UInt64(min(position, 62))
    case .captured(let variable):
      if let position = function.captures.firstIndex(of: variable) {
        origin.captures |= 1 << UInt64(min(position, 62))
      }
    case .global, .slot: origin.isShared = true
    case .site, .variable, .opaque:
      break
    case .initial, .unknown: break
    }
  }
}

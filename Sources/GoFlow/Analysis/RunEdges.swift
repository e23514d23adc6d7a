import Basics
import GoIR

/// Where an argument of a call comes from, as far as it matters who else has it.
public struct ArgumentOrigin: Hashable, Sendable {
  /// Whether others have it: it is captured, lies in a package variable, or was given away.
  public var isShared: Bool
  /// The parameters from which it can be reached, one bit each.
  public var parameters: UInt64
}

/// A function that another one runs in its own goroutine.
public struct FunctionRunEdge: Hashable, Sendable {
  public var target: FunctionNumber
  public var arguments: [ArgumentOrigin]
  public var value: ValueID
}

/// A function that another one starts in a goroutine.
public struct FunctionStart: Hashable, Sendable {
  public var start: StrandStart
  public var target: FunctionNumber
  public var arguments: [ArgumentOrigin]
}

extension BodyInterpreter {
  func origins(_ roots: CallRoots) -> [ArgumentOrigin] {
    roots.arguments.map { argument in
      var origin = ArgumentOrigin(isShared: false, parameters: 0)
      for set in argument.sets {
        for id in tables.sets[set] {
          add(tables.references[id].cell.object, to: &origin)
        }
      }
      return origin
    }
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
    case .captured, .global, .slot: origin.isShared = true
    case .site, .variable, .opaque:
      // Given to a goroutine before.
      if (state.live + state.pending).contains(where: {
        tokens[$0.index].byObject[current] != nil
      }) {
        origin.isShared = true
      }
    case .initial, .unknown: break
    }
  }
}

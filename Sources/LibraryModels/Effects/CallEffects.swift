/// All that is known of the calls of a function, beyond how they end. It is believed in place of
/// the function's body.
///
/// In each list the order is that of the text. An empty value says that calls do nothing of
/// interest: they read their arguments directly before they return, and nothing else. A result
/// without an origin is a value like a number, or nothing is known of it.
public struct CallEffects: Hashable, Sendable {
  public var accesses: [CallAccess] = []
  public var retentions: [Retention] = []
  public var runs: [FunctionRun] = []
  public var results: [ResultOrigin] = []
  public var locks: [LockEffect] = []
  public var signals: [SignalEffect] = []

  /// Nothing of interest.
  public init() {}

  /// The fields that they name.
  var fields: [ModelledField] {
    var places = accesses.map(\.place) + retentions.map(\.value)
    for retention in retentions {
      if case .place(let place) = retention.keeper { places.append(place) }
    }
    for run in runs { places += [run.function] + run.arguments }
    for result in results {
      switch result.origin {
      case .fresh: break
      case .copy(let place, _), .view(let place), .element(let place, _), .taken(let place):
        places.append(place)
      }
    }
    return places.compactMap { place in
      if case .field(_, let field) = place { field } else { nil }
    }
  }

  /// Whether calls do nothing of interest.
  public var isEmpty: Bool { self == CallEffects() }
}

import Basics

/// What an append writes behind the end of a slice, and who sees so far.
extension BodyInterpreter {
  /// Whether an append writes what the other use may see. Always so where none of them is one.
  func reachesFurther(_ own: FlowAccess, _ other: FlowAccess) -> Bool {
    if own.kind == .append, other.kind == .append { return true }
    if own.kind == .append {
      guard other.header != .unknown, own.header != .unknown else { return true }
      if other.mayBeLonger { return true }
      return mayReachFurther(other.header, than: own.header)
    }
    if other.kind == .append {
      guard other.header != .unknown, own.header != .unknown, !own.mayBeLonger else {
        return true
      }
      return !tables.mustNotReachFurther(own.header, than: other.header)
    }
    return true
  }

  /// Whether a slice that was handed over may reach further than one that is appended to now.
  func mayReachFurther(_ other: HeaderID, than own: HeaderID) -> Bool {
    let bounds = state.bounds
    var index = bounds.firstIndex(notBelow: other.rawValue)
    guard index < bounds.count, bounds[index].first == other.rawValue else {
      return !tables.mustNotReachFurther(other, than: own)
    }
    while index < bounds.count, bounds[index].first == other.rawValue {
      let bound = HeaderID(rawValue: bounds[index].second)
      if !tables.mustNotReachFurther(bound, than: own) { return true }
      index += 1
    }
    return false
  }
}

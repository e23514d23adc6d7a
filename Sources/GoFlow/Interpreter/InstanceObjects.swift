/// What the objects of a summary are to whoever calls the function.
extension SummaryInstance {
  /// Whether an object is reached from a slot, by which all know it.
  func isOfSlot(_ object: UInt32) -> Bool {
    var current = object
    while true {
      switch summary.objects[Int(current)].origin {
      case .slot: return true
      case .initial(let cell): current = cell.object
      default: return false
      }
    }
  }

  /// Whether the function made an object.
  func isMade(_ object: UInt32) -> Bool { summary.isMade(object) }

  /// Whether each call of the function makes another object: it did not take it out of where others
  /// may have put it twice.
  func isMadeAnew(_ object: UInt32) -> Bool {
    isMade(object) && !summary.objects[Int(object)].isTaken
  }

  /// Whether an object is reached from one that the function made.
  func isReachedFromMade(_ object: UInt32) -> Bool {
    var current = object
    while case .initial(let cell) = summary.objects[Int(current)].origin { current = cell.object }
    return isMade(current)
  }

  /// What of a store was not found behind the same argument or variable as the cell: the rest is
  /// only moved there. Nil where that is all of it.
  func broughtOnly(_ store: FunctionSummary.Store) -> [FunctionSummary.Reference]? {
    let home = root(of: store.cell.object)
    func isMoved(_ reference: FunctionSummary.Reference) -> Bool {
      root(of: reference.cell.object) == home && !isMade(reference.cell.object)
    }
    guard store.set.contains(where: isMoved) else { return nil }
    return store.set.filter { !isMoved($0) }
  }

  private func root(of object: UInt32) -> UInt32 {
    var current = object
    while case .initial(let cell) = summary.objects[Int(current)].origin { current = cell.object }
    return current
  }

  /// Whether a field, package variable or captured variable stands on the way to a cell.
  func isNamed(_ cell: SummaryCell) -> Bool {
    var current = cell
    while true {
      var path = current.path
      while path != 0 {
        if summary.paths[Int(path)].step.field != nil { return true }
        path = summary.paths[Int(path)].parent
      }
      switch summary.objects[Int(current.object)].origin {
      case .initial(let outer): current = outer
      case .global, .captured, .slot: return true
      default: return false
      }
    }
  }
}

extension FunctionSummary {
  /// Whether the function made an object.
  func isMade(_ object: UInt32) -> Bool {
    switch objects[Int(object)].origin {
    case .fresh, .opaque: true
    default: false
    }
  }
}

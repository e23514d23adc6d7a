import Basics

/// A slot on the way to a cell.
struct NamedSlot {
  var base: SlotKey.Base
  /// From the slot on.
  var way: [MemoryName.Selector]
  /// Whether the cell is known by the slot alone.
  var isRoot: Bool
}

extension FunctionSummary {
  /// Where the way to a cell begins; nil where it begins in the function itself.
  func root(of cell: SummaryCell) -> Origin? {
    var current = cell.object
    while true {
      switch objects[Int(current)].origin {
      case .initial(let outer): current = outer.object
      case .fresh, .opaque, .unknown: return nil
      case let origin: return origin
      }
    }
  }

  /// How many references are followed on the way to a cell. A function follows no more than some:
  /// what comes behind it takes for what was there.
  func loads(to cell: SummaryCell) -> UInt8 {
    var count: UInt8 = 0
    var current = cell.object
    while case .initial(let outer) = objects[Int(current)].origin {
      count += 1
      current = outer.object
    }
    return count
  }

  /// The object that the function made and from which a cell is reached; nil where there is none.
  func base(of cell: SummaryCell) -> UInt32? {
    var current = cell.object
    while true {
      switch objects[Int(current)].origin {
      case .initial(let outer): current = outer.object
      case .fresh, .opaque: return current
      default: return nil
      }
    }
  }

  /// The cell by which the function knows the slot from which a cell is reached; nil where it
  /// knows it by its name alone.
  func home(of cell: SummaryCell) -> SummaryCell? {
    var current = cell.object
    while case .initial(let outer) = objects[Int(current)].origin { current = outer.object }
    return objects[Int(current)].home
  }

  /// The steps of a way.
  func steps(of path: UInt32) -> [PathStep] {
    var steps: [PathStep] = []
    var current = path
    while current != 0 {
      steps.append(paths[Int(current)].step)
      current = paths[Int(current)].parent
    }
    return steps.reversed()
  }

  /// Whether one of the slots on the way to a cell is one of some.
  func isBehind(
    _ bases: Set<SlotKey.Base>, _ cell: SummaryCell, _ declaration: FunctionNumber
  ) -> Bool {
    var current = cell
    while true {
      var path = current.path
      while path != 0 {
        let node = paths[Int(path)]
        if let field = node.step.field, bases.contains(.field(field)) { return true }
        path = node.parent
      }
      switch objects[Int(current.object)].origin {
      case .initial(let outer): current = outer
      case .global(let global): return bases.contains(.global(global))
      case .captured(let variable): return bases.contains(.variable(declaration, variable))
      case .slot(let slot): return bases.contains(slot.base)
      case .parameter, .fresh, .opaque, .unknown: return false
      }
    }
  }

  /// The slots on the way to a cell, the last one first.
  func slots(of cell: SummaryCell, _ declaration: FunctionNumber) -> [NamedSlot] {
    var found: [NamedSlot] = []
    // The selectors behind the current point, the last one first.
    var behind: [MemoryName.Selector] = []
    var current = cell
    while true {
      var path = current.path
      while path != 0 {
        let node = paths[Int(path)]
        if let field = node.step.field {
          found.append(NamedSlot(base: .field(field), way: behind.reversed(), isRoot: false))
        }
        behind.append(MemoryName.Selector(node.step))
        path = node.parent
      }
      switch objects[Int(current.object)].origin {
      case .initial(let outer):
        behind.append(.target)
        current = outer
        continue
      case .global(let global):
        found.append(NamedSlot(base: .global(global), way: behind.reversed(), isRoot: false))
      case .captured(let variable):
        found.append(
          NamedSlot(base: .variable(declaration, variable), way: behind.reversed(), isRoot: false))
      case .slot(let slot):
        found.append(NamedSlot(base: slot.base, way: slot.way + behind.reversed(), isRoot: true))
      case .parameter, .fresh, .opaque, .unknown: break
      }
      return found
    }
  }
}

extension MemoryName.Selector {
  /// The selector for a step of a way.
  init(_ step: PathStep) {
    if let field = step.field {
      self = .field(field)
    } else {
      self = step == .rest ? .rest : step == .follow ? .target : .element
    }
  }
}

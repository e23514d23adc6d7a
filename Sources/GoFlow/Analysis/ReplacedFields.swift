import Basics
import GoIR

/// The fields that are given another value once others may have the object: what lies in such a
/// field at one time is not what lies there at another.
///
/// Told from the summaries: a function writes to a field of what it did not make itself.
struct ReplacedFields: Sendable {
  private var fields = BitSet<FieldNumber>()

  init(_ functions: Table<FunctionNumber, FunctionFlow>) {
    for number in functions.ids {
      let box = functions[number].box
      for record in box.summary.uses where record.callee.isNone && record.kind.isWrite {
        guard record.cell.path != 0, box.summary.base(of: record.cell) == nil,
          let field = box.summary.paths[Int(record.cell.path)].step.field
        else { continue }
        fields.insert(field)
      }
    }
  }

  func contains(_ field: FieldNumber) -> Bool { fields.contains(field) }

  /// How many references a way goes through at most that is taken for one to the same object
  /// whoever goes it, without more that speaks for it.
  static let maximumReferences = 1

  /// Whether the way to a place may lead to one object for one goroutine and to another one for
  /// another: through an element, through a reference in a field that is replaced, or from far
  /// away. That the place itself is an element or such a field does not matter.
  func mayDiffer(_ way: some Sequence<MemoryName.Selector>) -> Bool {
    var isBehindElement = false
    var last: FieldNumber?
    var references = 0
    for selector in way {
      if isBehindElement { return true }
      switch selector {
      case .field(let field): last = field
      case .element: isBehindElement = true
      case .target:
        if let last {
          references += 1
          if references > Self.maximumReferences || fields.contains(last) { return true }
        }
        last = nil
      case .rest: break
      }
    }
    return false
  }
}

extension FlowAnalysis {
  /// Whether the sides of a conflict may have another object each, of one kind.
  public func mayDiffer(_ conflict: Conflict) -> Bool {
    switch conflict.memory.root {
    case .result: return true
    case .slot(let slot):
      if slot.level > 0 { return true }
      if case .field(let field) = slot.base, replaced.contains(field) { return true }
    case .parameter, .variable, .global, .site: break
    }
    return replaced.mayDiffer(conflict.memory.selectors)
  }
}

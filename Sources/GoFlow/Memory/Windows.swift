import Basics
import GoIR

/// Where a part of a slice or array begins or ends, counted from the first element of the whole.
public enum ElementBound: Hashable, Sendable {
  case constant(Int32)
  /// What an instruction gives.
  case value(ValueID)
  /// What a variable holds that is never assigned to again.
  case variable(UInt32)
  /// Something that is worked out of a captured variable, or of a parameter.
  case ofVariable(UInt32)
  case ofParameter(UInt32)
  case unknown
}

/// The elements of an array that a slice or pointer shows: from `low` on, before `high`.
struct ElementWindow: Hashable {
  var low = ElementBound.constant(0)
  /// Where it is not known, the window may reach to the array's end.
  var high = ElementBound.unknown

  /// Whether nothing is known of it but where it begins: with the array.
  var isWhole: Bool { self == ElementWindow() }

  /// A part of it; the part's bounds are counted from where the window begins.
  func part(_ part: ElementWindow) -> ElementWindow {
    ElementWindow(
      low: moved(part.low), high: part.high == .unknown ? high : moved(part.high))
  }

  private func moved(_ bound: ElementBound) -> ElementBound {
    switch (low, bound) {
    case (.constant(let first), .constant(let second)):
      let (sum, isOver) = first.addingReportingOverflow(second)
      return isOver ? .unknown : .constant(sum)
    case (.constant(0), _): return bound
    case (_, .constant(0)): return low
    default: return .unknown
    }
  }
}

extension FlowTables {
  /// The window of a slice by its header, or of a pointer to an element.
  func window(of header: HeaderID, depth: Int = 0) -> ElementWindow {
    let info = headers[header.index]
    if info.parents.isEmpty, info.window.isWhole { return ElementWindow() }
    if info.window == ElementWindow(low: .unknown) { return info.window }
    guard depth < 8 else { return ElementWindow(low: .unknown) }
    var base: ElementWindow?
    for parent in info.parents where parent != header {
      let window = window(of: parent, depth: depth + 1)
      if let known = base, known != window {
        base = ElementWindow(low: known.low == window.low ? known.low : .unknown)
      } else {
        base = window
      }
    }
    var found = base ?? ElementWindow()
    // It may go on behind the end of what it was made of.
    if info.kind == .grown || info.kind == .fresh { found.high = .unknown }
    return info.window.isWhole ? found : found.part(info.window)
  }
}

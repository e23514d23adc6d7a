import Basics
import GoIR

/// Where a part of a slice or array begins or ends, counted from the first element of the whole.
public enum ElementBound: Hashable, Sendable, Codable {
  case constant(Int32)
  /// What an instruction gives.
  case value(ValueID)
  /// What a variable holds that is never assigned to again.
  case variable(UInt32)
  /// Something that is worked out of a captured variable, or of a parameter.
  case ofVariable(UInt32)
  case ofParameter(UInt32)
  /// Something that is worked out of a number that is another one for each instance of the
  /// goroutine.
  case ofInstance
  case unknown
}

/// The elements of an array that a slice or pointer shows: from `low` on, before `high`.
struct ElementWindow: Hashable, Codable {
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
  func window(of header: HeaderID) -> ElementWindow {
    guard hasWindows else { return ElementWindow() }
    noteRead(header)
    windows.prepare(count: headers.count, changes: headerChanges)
    return knownWindow(of: header)
  }

  private func knownWindow(of header: HeaderID) -> ElementWindow {
    if let known = windows.known[header.index] { return known }
    let own = headers[header.index].window
    let parents = headers[header.index].parents
    if parents.isEmpty, own.isWhole { return ElementWindow() }
    let unknown = ElementWindow(low: .unknown)
    if own == unknown { return unknown }
    // What leads back here says nothing.
    windows.known[header.index] = unknown
    var base: ElementWindow?
    for parent in parents where parent != header {
      let window = knownWindow(of: parent)
      if let known = base, known != window {
        base = ElementWindow(low: known.low == window.low ? known.low : .unknown)
      } else {
        base = window
      }
    }
    var found = base ?? ElementWindow()
    // It may go on behind the end of what it was made of.
    let kind = headers[header.index].kind
    if kind == .grown || kind == .fresh { found.high = .unknown }
    if !own.isWhole { found = found.part(own) }
    windows.known[header.index] = found
    return found
  }
}

/// The windows of headers as far as they were worked out, until a header changes.
struct KnownWindows {
  fileprivate var known: [ElementWindow?] = []
  private var changes = 0

  fileprivate mutating func prepare(count: Int, changes: Int) {
    if changes != self.changes {
      self.changes = changes
      known.removeAll(keepingCapacity: true)
    }
    while known.count < count { known.append(nil) }
  }
}

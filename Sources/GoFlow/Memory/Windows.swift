import Basics
import GoIR

/// Where a part of a slice or array begins or ends, counted from the first element of the whole.
public enum ElementBound: Hashable, Sendable, Codable {
  case constant(Int32)
  /// What an instruction gives.
  case value(ValueID)
  /// What a variable holds.
  case variable(UInt32)
  /// What is known of a number that is worked out of others, by its number in the tables of the body
  /// or in the summary.
  case number(UInt32)
  /// Something that is worked out of a captured variable, or of a parameter, nobody knows how.
  case ofVariable(UInt32)
  case ofParameter(UInt32)
  /// Something that is worked out of a number that is another one for each instance of the
  /// goroutine.
  case ofInstance
  case unknown

  /// Whether it is a number, or something is known of it as of one.
  var isNumber: Bool {
    switch self {
    case .constant, .value, .variable, .number: true
    case .ofVariable, .ofParameter, .ofInstance, .unknown: false
    }
  }
}

/// The elements of an array that a slice or pointer shows: from `low` on, before `high`.
struct ElementWindow: Hashable, Codable {
  var low = ElementBound.constant(0)
  /// Where it is not known, the window may reach to the array's end.
  var high = ElementBound.unknown

  /// Whether nothing is known of it but where it begins: with the array.
  var isWhole: Bool { self == ElementWindow() }
}

extension FlowTables {
  // MARK: Numbers

  /// What is known of a bound as a number; nil where it is none.
  func number(_ bound: ElementBound) -> NumberBound? {
    switch bound {
    case .constant(let number): NumberBound(NumberSum(number))
    case .value(let value):
      NumberBound(NumberSum(NumberAtom(root: .value, number: value.rawValue)))
    case .variable(let variable):
      NumberBound(NumberSum(NumberAtom(root: .variable, number: variable)))
    case .number(let number): numbers[number]
    case .ofVariable, .ofParameter, .ofInstance, .unknown: nil
    }
  }

  /// The bound of which something is known; `unknown` for nil.
  func bound(_ number: NumberBound?) -> ElementBound {
    guard let number else { return .unknown }
    if let sum = number.exact {
      if let constant = sum.constant { return .constant(constant) }
      if let atom = sum.onlyAtom, atom.isPlain {
        switch atom.root {
        case .value: return .value(ValueID(rawValue: atom.number))
        case .variable: return .variable(atom.number)
        case .parameter, .result: break
        }
      }
    }
    return .number(numbers.number(of: number))
  }

  // MARK: Windows

  /// A part of a window; the part's bounds are counted from where the window begins.
  func part(_ part: ElementWindow, of window: ElementWindow) -> ElementWindow {
    if window.isWhole { return part }
    return ElementWindow(low: low(part.low, window), high: high(part.high, window))
  }

  private func low(_ bound: ElementBound, _ window: ElementWindow) -> ElementBound {
    if let first = number(window.low), let second = number(bound) {
      let sums = first.sums.flatMap { left in second.sums.compactMap { left.plus($0) } }
      return self.bound(NumberBound(oneOf: sums, isExact: first.isExact && second.isExact))
    }
    switch (window.low, bound) {
    case (.constant(0), _): return bound
    case (_, .constant(0)): return window.low
    default: return .unknown
    }
  }

  /// It ends before the window does, too.
  private func high(_ bound: ElementBound, _ window: ElementWindow) -> ElementBound {
    if bound == .unknown { return window.high }
    if window.low == .constant(0), window.high == .unknown { return bound }
    guard let first = number(window.low)?.exact, let second = number(bound) else {
      return window.low == .constant(0) ? bound : window.high
    }
    let sums = second.sums.compactMap { $0.plus(first) }
    if sums.isEmpty { return window.high }
    let others = number(window.high)?.sums ?? []
    return self.bound(
      NumberBound(oneOf: sums + others, isExact: second.isExact && others.isEmpty))
  }

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
    if !own.isWhole { found = part(own, of: found) }
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

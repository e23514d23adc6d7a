import Basics
import GoIR

/// Bounds of windows and indices, as callers of the function may know them and as they are to one of
/// them.
extension BodyInterpreter {
  // MARK: To callers

  /// The index as callers may know it.
  func exported(_ index: ElementIndex, _ export: SummaryExport) -> ElementIndex {
    if case .counted(let cell, let offset) = index {
      return exported(counted: cell, plus: offset, export)
    }
    guard case .within(let low, let high) = index else { return index }
    let window = exported(ElementWindow(low: low, high: high), export)
    if window.low == .unknown, window.high == .unknown { return .unknown }
    return .within(window.low, window.high)
  }

  func exported(_ window: ElementWindow, _ export: SummaryExport) -> ElementWindow {
    if window.isWhole { return window }
    return ElementWindow(
      low: exported(window.low, above: false, export),
      high: endsByLength(window) ? .unknown : exported(window.high, above: true, export))
  }

  /// Whether a window begins at an element that is the same each time, and ends where a length or a
  /// field says: most slices are gone through or cut so, and it keeps nothing apart.
  func endsByLength(_ window: ElementWindow) -> Bool {
    guard case .constant = window.low, let high = tables.number(window.high) else { return false }
    return high.sums.contains { sum in named(sum).first { !$0.isPlain } != nil }
  }

  private func exported(
    _ bound: ElementBound, above: Bool, _ export: SummaryExport
  ) -> ElementBound {
    switch bound {
    case .constant, .ofParameter, .ofInstance, .unknown: return bound
    case .ofVariable(let variable): return isNamedOutside(variable) ? bound : .unknown
    case .value, .variable, .number: break
    }
    guard let number = tables.number(bound) else { return .unknown }
    var isExact = number.isExact
    let sums = number.sums.flatMap { sum -> [NumberSum] in
      let named = named(sum)
      let found = bounds(named, above: above, at: nil) { isNamedOutside($0) }
      if found != [named] { isExact = false }
      return found
    }
    if let found = NumberBound(oneOf: sums, isExact: isExact) { return export.bound(found) }
    let sources = number.sums.lazy.flatMap { $0.atoms.sorted() }.compactMap { self.source($0) }
    return sources.first ?? .unknown
  }

  /// What a part of a number is worked out of, as far as callers know that.
  private func source(_ atom: NumberAtom) -> ElementBound? {
    switch atom.root {
    case .parameter: .ofParameter(atom.number)
    case .variable: isNamedOutside(atom.number) ? .ofVariable(atom.number) : nil
    case .value: source(ValueID(rawValue: atom.number))
    case .result: nil
    }
  }

  private func isNamedOutside(_ atom: NumberAtom) -> Bool {
    switch atom.root {
    case .parameter: true
    case .variable: isNamedOutside(atom.number)
    case .value, .result: false
    }
  }

  private func isNamedOutside(_ variable: UInt32) -> Bool {
    function.literal != 0 && captured.contains(variable)
  }

  // MARK: From called functions

  /// A window of a called function as it is here.
  func window(_ window: ElementWindow, _ instance: SummaryInstance) -> ElementWindow {
    if window.isWhole { return window }
    return ElementWindow(low: own(window.low, instance), high: own(window.high, instance))
  }

  private func own(_ bound: ElementBound, _ instance: SummaryInstance) -> ElementBound {
    switch bound {
    case .constant, .unknown, .ofInstance: return bound
    case .ofVariable: return isOfDeclaration(instance) ? bound : .unknown
    case .ofParameter(let position):
      guard instance.roots.indices.isEmpty, Int(position) < instance.values.count else {
        return .unknown
      }
      return source(instance.values[Int(position)]) ?? .unknown
    case .value, .variable, .number: return tables.bound(number(bound, instance))
    }
  }

  /// What is known of a number of a called function that is a sum, as it is here; nil where it cannot
  /// be said.
  func number(_ bound: ElementBound, _ instance: SummaryInstance) -> NumberBound? {
    let number: NumberBound?
    if case .number(let index) = bound {
      number = instance.summary.numbers[Int(index)]
    } else {
      number = tables.number(bound)
    }
    guard let number else { return nil }
    let sums = number.sums.compactMap { sum in sum.replacing { own($0, instance) } }
    return NumberBound(oneOf: sums, isExact: number.isExact)
  }

  private func own(_ atom: NumberAtom, _ instance: SummaryInstance) -> NumberSum? {
    switch atom.root {
    case .value, .result: return nil
    case .variable: return isOfDeclaration(instance) ? NumberSum(atom) : nil
    case .parameter:
      guard let found = argument(atom.number, instance) else { return nil }
      if atom.isPlain { return found }
      guard var whole = found.onlyAtom, whole.isPlain else { return nil }
      (whole.field, whole.isLength) = (atom.field, atom.isLength)
      return NumberSum(whole)
    }
  }

  /// An argument as a number; nil where it is none that this function knows.
  private func argument(_ position: UInt32, _ instance: SummaryInstance) -> NumberSum? {
    if !instance.roots.indices.isEmpty {
      guard Int(position) < instance.roots.indices.count else { return nil }
      switch instance.roots.indices[Int(position)] {
      case .constant(let number): return NumberSum(number)
      case .parameter(let outer): return NumberSum(NumberAtom(root: .parameter, number: outer))
      case .captured(let variable): return NumberSum(NumberAtom(root: .variable, number: variable))
      case .unknown, .perInstance, .perTurn, .counted, .within: return nil
      }
    }
    guard Int(position) < instance.values.count, case let value = instance.values[Int(position)],
      !value.isNone
    else { return nil }
    return sum(value)
  }

  /// Whether a called function is a literal of this function's declaration: its captured variables are
  /// those of this one.
  private func isOfDeclaration(_ instance: SummaryInstance) -> Bool {
    let function = program.function(instance.function)
    return function.literal != 0
      && instance.function.rawValue - function.literal == declaration.rawValue
  }
}

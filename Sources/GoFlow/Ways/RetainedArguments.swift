import Basics
import GoIR

/// A slice or map of a caller that an exported function keeps in an object which lives on.
public struct KeptArgument: Hashable, Sendable {
  public var function: FunctionNumber
  /// The parameter's position, the receiver first.
  public var parameter: UInt32
  /// Where it is put.
  public var site: FlowSite
  /// The field that it is put into: `Pool.hosts`.
  public var memory: String
  public var kind: ReferenceKind
}

extension WayFinder {
  /// All arguments that exported functions keep, in the order of the functions: in a field of the
  /// receiver's, or of what the function makes and returns.
  public func retainedArguments() -> [KeptArgument] {
    program.functions.ids.flatMap { number -> [KeptArgument] in
      let function = program.functions[number]
      guard function.traits.isSuperset(of: [.isExported, .isReported]), function.literal == 0,
        function.traits.isDisjoint(with: [.isInTest, .isGenerated])
      else { return [] }
      return retained(by: number, function)
    }
  }

  private func retained(
    by number: FunctionNumber, _ function: FlowFunction
  ) -> [KeptArgument] {
    let summary = analysis.functions[number].summary
    var found: [KeptArgument] = []
    for store in summary.stores {
      guard let field = summary.steps(of: store.cell.path).last?.field else { continue }
      for reference in store.set {
        guard
          case .parameter(let position, path: 0) =
            summary.objects[Int(reference.cell.object)].origin,
          reference.cell.path == 0, isContainer(position, function),
          !found.contains(where: { $0.parameter == position }),
          isKept(store.cell, summary, function),
          let site = site(of: store, reference, number)
        else { continue }
        found.append(
          KeptArgument(
            function: number, parameter: position, site: site,
            memory: FlowPrinter(analysis).name(of: .field(field)),
            kind: function.parameters[Int(position)].kind))
      }
    }
    return found
  }

  /// Whether a parameter is a slice or map that the caller has a name for: not what Go makes of the
  /// arguments of a variadic function, and not the receiver.
  private func isContainer(_ position: UInt32, _ function: FlowFunction) -> Bool {
    guard Int(position) < function.parameters.count,
      position > 0 || !function.traits.contains(.hasReceiver),
      Int(position) + 1 < function.parameters.count || !function.traits.contains(.isVariadic)
    else { return false }
    let kind = function.parameters[Int(position)].kind
    return kind == .slice || kind == .map
  }

  /// Whether a cell lies in an object that lives on: the receiver's, or one that is returned.
  private func isKept(
    _ cell: SummaryCell, _ summary: FunctionSummary, _ function: FlowFunction
  ) -> Bool {
    if case .parameter(0, _)? = summary.root(of: cell) {
      return function.traits.contains(.hasReceiver)
    }
    return LetOutObjects(summary).returned.contains(cell.object)
  }

  private func site(
    of store: FunctionSummary.Store, _ reference: FunctionSummary.Reference,
    _ number: FunctionNumber
  ) -> FlowSite? {
    let replay = replay(number)
    guard let step = replay.step(of: store, reference, analysis) else { return nil }
    let value = replay.record.puts[step.put].value
    let found = operand(value, step.object, replay)
    return FlowSite(function: number, value: found.value)
  }
}

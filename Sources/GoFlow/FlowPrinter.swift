import Basics
import GoIR

/// Spells what the analysis found.
public struct FlowPrinter: Sendable {
  let analysis: FlowAnalysis
  private let contexts: Contexts?
  var program: FlowProgram { analysis.program }

  /// A printer for an analysis; `withContexts` says of each function which goroutines may run it.
  public init(_ analysis: FlowAnalysis, withContexts: Bool = false) {
    self.analysis = analysis
    contexts = withContexts ? analysis.contexts : nil
  }

  /// The name of a function: `(Queue).run`, `New$1` for a literal.
  public func name(of number: FunctionNumber) -> String {
    let function = program.functions[number]
    let receiver = program.texts[function.key.receiver]
    let base = (receiver.isEmpty ? "" : "(\(receiver)).") + program.texts[function.key.name]
    return function.literal == 0 ? base : "\(base)$\(function.literal)"
  }

  /// The name of a slot: `Queue.items`.
  public func name(of slot: SlotKey.Base) -> String {
    switch slot {
    case .field(let field):
      let key = program.fields[field]
      return "\(program.texts[key.owner]).\(program.texts[key.name])"
    case .global(let global): return program.texts[program.globals[global].name]
    case .variable(let declaration, let variable):
      let variables = program.functions[declaration].variables
      guard Int(variable) < variables.count else { return "variable \(variable)" }
      return program.texts[variables[Int(variable)].name]
    }
  }

  /// The summary of a function, a line for each thing that it says.
  public func string(_ number: FunctionNumber) -> String {
    let summary = analysis.functions[number].summary
    let names = SummaryNames(summary, number, program)
    var lines = ["func \(name(of: number))"]
    func add(_ text: String) { lines.append("  " + text) }
    for shared in contexts?.contexts(of: number) ?? [] {
      add("runs \(string(shared.context, number))")
    }
    for (position, leaves) in summary.results.enumerated() {
      for leaf in leaves where !leaf.set.isEmpty {
        add("result \(position)\(names.path(leaf.path)) = \(names.set(leaf.set))")
      }
    }
    for store in summary.stores {
      add("\(names.cell(store.cell)) \(store.isSure ? "=" : "+=") \(names.set(store.set))")
    }
    for link in summary.links { add("\(names.cell(link.target)) += \(names.cell(link.source))") }
    for access in summary.accesses { add(names.access(access)) }
    for strand in summary.strands {
      add("\(self.strand(strand.start))")
      for access in strand.accesses { add("  " + names.access(access)) }
    }
    for call in summary.valueCalls {
      add(
        "calls \(names.cell(call.function.cell))"
          + (call.strand.map { " in \(self.strand($0))" } ?? ""))
    }
    if !summary.acquired.isEmpty { add("acquires \(names.locks(summary.acquired))") }
    if !summary.mayAcquire.isEmpty { add("may acquire \(names.locks(summary.mayAcquire))") }
    if !summary.released.isEmpty {
      add("releases \(summary.released.map(names.cell).joined(separator: ", "))")
    }
    if !summary.opened.isEmpty {
      add("opens \(summary.opened.map(names.cell).joined(separator: ", "))")
    }
    if !summary.filled.isEmpty {
      add("fills \(summary.filled.map(names.cell).joined(separator: ", "))")
    }
    for signal in summary.signals { add(self.signal(signal, names, summary)) }
    if !summary.maySignal.isEmpty {
      add("may signal \(summary.maySignal.map(names.cell).joined(separator: ", "))")
    }
    for wait in summary.waits { add("waits for \(wait.kind) of \(names.cell(wait.cell))") }
    if summary.marksParallel { add("marks a test as parallel") }
    return lines.map { $0 + "\n" }.joined()
  }

  private func signal(
    _ signal: FunctionSummary.Signal, _ names: SummaryNames, _ summary: FunctionSummary
  ) -> String {
    let waited = summary.cellLists[Int(signal.waited)]
    return "signals \(signal.kind) of \(names.cell(signal.cell))"
      + (waited.isEmpty ? "" : " after \(waited.map(names.cell).joined(separator: ", "))")
  }

  /// A goroutine that may run a function, with what of it others have too.
  private func string(_ context: RunContext, _ number: FunctionNumber) -> String {
    var text = origin(context.origin)
    for binding in context.bindings {
      text += ", \(string(binding.key, number)) is \(string(binding.place.identity))"
      if binding.place.isOwn { text += ", another one each time" }
    }
    if !context.mustLocks.isEmpty {
      text +=
        ", holds "
        + context.mustLocks.map { string($0.identity) + ($0.mode == .read ? " (read)" : "") }
        .joined(separator: ", ")
    }
    return text
  }

  private func string(_ key: BindingKey, _ number: FunctionNumber) -> String {
    let function = program.functions[number]
    let position = Int(key.rawValue & 0xFF_FFFF)
    switch key.rawValue >> 24 {
    case 0:
      let parameter = position >> 8
      let name =
        parameter < function.parameters.count
        ? program.texts[function.parameters[parameter].name] : ""
      return name.isEmpty ? "parameter \(parameter)" : name
    case 3: return "result \(position)"
    default:
      guard position < function.captures.count else { return "variable \(position)" }
      let name = name(of: .variable(program.declaration(of: number), function.captures[position]))
      return key.rawValue >> 24 == 1 ? "variable \(name)" : name
    }
  }

  private func string(_ id: IdentityID) -> String {
    guard let contexts else { return "" }
    var text: String
    switch contexts.identities.root(of: id) {
    case .users: text = "the users'"
    case .nascent: text = "new"
    case .global(let global): text = name(of: .global(global))
    case .variable(let function, let variable): text = name(of: .variable(function, variable))
    }
    for step in contexts.identities.steps(of: id) {
      if let field = step.field {
        text += " " + name(of: .field(field))
      } else if step != .follow {
        text += step == .rest ? "…" : "[]"
      }
    }
    return text
  }

  private func origin(_ origin: RunOrigin) -> String {
    switch origin {
    case .outside: "for callers from outside"
    case .initialization: "before everything else"
    case .handler(let function): "for each request to \(name(of: function))"
    case .strand: contexts?.start(of: origin).map { "in \(strand($0))" } ?? "somewhere"
    }
  }

  private func strand(_ start: StrandStart) -> String {
    "\(start.kind)\(start.isRepeated ? ", repeated," : "") started in \(name(of: start.function))"
  }
}

import Basics
import GoIR

/// A use of memory by an instruction on a line.
struct LineUse {
  var function: FunctionNumber
  var kind: AccessKind
  /// The places on the way to the memory that are known by name all over the program.
  var slots: [NamedSlot]
  /// The record of the function's summary; nil where callers do not see the memory, or where an
  /// equal use before it stands for this one.
  var record: AccessRecord?

  /// Where the way to the memory begins; nil where that is not known.
  func root(in analysis: FlowAnalysis) -> FunctionSummary.Origin? {
    record.flatMap { analysis.functions[function].summary.root(of: $0.cell) }
  }

  /// The locks that are surely held, with the function whose summary names them.
  func locks(in analysis: FlowAnalysis) -> [(lock: SummaryLock, function: FunctionNumber)] {
    guard let record else { return [] }
    return analysis.functions[function].summary.lockLists[Int(record.mustLocks)].map {
      ($0, function)
    }
  }
}

/// What the code on one line uses.
struct LineUses {
  let line: FlowLine
  private(set) var uses: [LineUse] = []
  /// Why there are none.
  private(set) var missing: FlowReason?

  init(_ line: FlowLine, _ question: FlowQuestion) {
    self.line = line
    let analysis = question.analysis
    var isKnownFile = false
    var hasCode = false
    for number in analysis.functions.ids {
      let function = analysis.program.functions[number]
      guard analysis.program.files[Int(function.file)] == line.file else { continue }
      isKnownFile = true
      let values = function.body.instructions.indices.map { ValueID($0) }.filter {
        question.isOn(FlowSite(function: number, value: $0), line)
      }
      if values.isEmpty { continue }
      hasCode = true
      add(number, values, analysis)
    }
    if !isKnownFile {
      missing = .noSuchFile(line)
    } else if !hasCode {
      missing = .noCode(line)
    } else if uses.isEmpty {
      missing = .noUse(line)
    }
  }

  /// The names of the memory that is used; of a way the last place alone.
  func names(_ printer: FlowPrinter) -> [String] {
    unique(
      uses.compactMap { use in
        if let slot = use.slots.first { return printer.name(of: slot.base, slot.way) }
        return use.record.map { printer.name(of: $0.cell, in: use.function) }
      })
  }

  private mutating func add(
    _ number: FunctionNumber, _ values: [ValueID], _ analysis: FlowAnalysis
  ) {
    let summary = analysis.functions[number].summary
    let function = analysis.program.functions[number]
    let declaration = analysis.program.declaration(of: number)
    var recorded: Set<ValueID> = []
    for record in summary.uses where record.callee.isNone && values.contains(record.value) {
      recorded.insert(record.value)
      uses.append(
        LineUse(
          function: number, kind: record.kind, slots: summary.slots(of: record.cell, declaration),
          record: record))
    }
    let ways = ValueWays(function, of: declaration)
    for value in values where !recorded.contains(value) {
      guard let (kind, slots) = ways.use(value), !slots.isEmpty else { continue }
      uses.append(LineUse(function: number, kind: kind, slots: slots, record: nil))
    }
  }
}

extension FlowAnalysis {
  /// The places that are known by name all over the program and that an instruction names on the
  /// way to the memory that it uses, the last one first.
  public func places(namedAt site: FlowSite) -> [SlotKey.Base] {
    let function = program.functions[site.function]
    guard site.value.index < function.body.instructions.count else { return [] }
    let ways = ValueWays(function, of: program.declaration(of: site.function))
    return ways.use(site.value)?.1.map(\.base) ?? []
  }
}

/// The ways to memory as the instructions of one body spell them.
private struct ValueWays {
  let function: FlowFunction
  let declaration: FunctionNumber
  private var body: FlowBody { function.body }

  init(_ function: FlowFunction, of declaration: FunctionNumber) {
    self.function = function
    self.declaration = declaration
  }

  /// What a load, a store or an append uses.
  func use(_ value: ValueID) -> (AccessKind, [NamedSlot])? {
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .load: return (.read, slots(AddressID(rawValue: instruction.payload), [], 0))
    case .store: return (.write, slots(AddressID(rawValue: instruction.payload), [], 0))
    case .append: return (.append, elements(instruction))
    case .copy, .delete, .clear: return (.write, elements(instruction))
    case .next: return (.read, elements(instruction))
    default: return nil
    }
  }

  /// The slots on the way to the elements of the first operand.
  private func elements(_ instruction: FlowInstruction) -> [NamedSlot] {
    guard instruction.operandCount > 0 else { return [] }
    return slots(of: body.operands[Int(instruction.firstOperand)], [.element, .target], 0)
  }

  /// The slots on the way to an address; `behind` has the selectors behind it, the last one first.
  private func slots(
    _ address: AddressID, _ behind: [MemoryName.Selector], _ depth: Int
  ) -> [NamedSlot] {
    var behind = behind
    var found: [NamedSlot] = []
    var node = body.addresses[address.index]
    while true {
      switch node.step {
      case .field:
        let field = FieldNumber(rawValue: node.payload)
        found.append(NamedSlot(base: .field(field), way: behind.reversed(), isRoot: false))
        behind.append(.field(field))
      case .element, .mapElement: behind.append(.element)
      case .pointee: break
      case .variable:
        let base = SlotKey.Base.variable(declaration, node.payload)
        return found + [NamedSlot(base: base, way: behind.reversed(), isRoot: false)]
      case .global:
        let base = SlotKey.Base.global(GlobalNumber(rawValue: node.payload))
        return found + [NamedSlot(base: base, way: behind.reversed(), isRoot: false)]
      case .value:
        // The root is what the value leads to.
        return found + slots(of: ValueID(rawValue: node.payload), behind + [.target], depth)
      case .nowhere: return found
      }
      node = body.addresses[node.base.index]
    }
  }

  /// The slots on the way to a value that was loaded from somewhere.
  private func slots(
    of value: ValueID, _ behind: [MemoryName.Selector], _ depth: Int
  ) -> [NamedSlot] {
    guard !value.isNone, depth < 8 else { return [] }
    let instruction = body.instructions[value.index]
    guard instruction.opcode == .load else { return [] }
    return slots(AddressID(rawValue: instruction.payload), behind, depth + 1)
  }
}

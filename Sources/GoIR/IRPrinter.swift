import Basics
import GoSyntax
import GoTypes

/// Prints the bodies of a declaration, an instruction a line.
///
/// Values are `%n`, blocks `bn`; places are spelled from their roots: `p.*.tasks[]`. At the end
/// of a line stands the place in the text.
public struct IRPrinter {
  private let bodies: PackageBodies
  private let typer: BodyTyper
  private let lines: LineIndex
  private var types: TypePrinter
  private let isBrief: Bool

  /// A printer for one declaration of a package; a brief one leaves types and places in the text
  /// out.
  public init(_ declaration: PackageNode, in bodies: PackageBodies, isBrief: Bool = false) {
    self.bodies = bodies
    self.isBrief = isBrief
    typer = bodies.checker.body(of: declaration)
    lines = LineIndex(typer.tree.source)
    types = TypePrinter(bodies.checker)
  }

  /// The name of a function: of a literal where it stands.
  public func name(of function: FunctionIR) -> String {
    let tree = typer.tree
    switch function.kind {
    case .declared:
      let name = tree.text(tree.child(function.node, .name))
      let receiver = PackageDeclarations.receiverType(function.node, tree)
      return receiver.isEmpty ? name : "\(receiver).\(name)"
    case .initializer: return "var"
    case .literal: return "func literal"
    }
  }

  /// The text of one function, with a line end after each line.
  public mutating func string(_ function: FunctionIR) -> String {
    var text = "\(name(of: function)) #\(function.id.rawValue)"
    text += isBrief ? "\n" : "  \(place(function.node))\n"
    if !function.captures.isEmpty {
      text += "  captures \(function.captures.map { variableName($0) }.joined(separator: ", "))\n"
    }
    for block in function.blocks.ids {
      let from = function.predecessors(of: block).map { "b\($0.rawValue)" }
      text += "b\(block.rawValue):"
      if !from.isEmpty { text += "  from \(from.joined(separator: " "))" }
      if function.blocks[block].isUnreachable { text += "  unreachable" }
      text += "\n"
      for value in function.values(in: block) {
        text += line(value, block, function) + "\n"
      }
    }
    return text
  }

  private mutating func line(
    _ value: ValueID, _ block: BlockID, _ function: FunctionIR
  ) -> String {
    let instruction = function.instructions[value]
    var text = "  "
    if instruction.opcode.givesValue { text += "%\(value.rawValue) = " }
    text += "\(instruction.opcode)"
    for part in [detail(value, function), flags(instruction), successors(value, block, function)]
    where !part.isEmpty {
      text += " " + part
    }
    if isBrief { return text }
    if instruction.opcode.givesValue, instruction.type != .unknown {
      text += "  : " + types.string(instruction.type)
    }
    let node = function.nodes[value.index]
    if !node.isNone { text += "  @\(place(node))" }
    return text
  }

  private func place(_ node: NodeID) -> String {
    let position = lines.position(at: typer.tree.range(node).start)
    return "\(position.line):\(position.column)"
  }

  private func flags(_ instruction: Instruction) -> String {
    let names: [(InstructionFlags, String)] = [
      (.commaOk, "ok"), (.implicit, "implicit"), (.spread, "spread"),
      (.neverReturns, "never-returns"), (.sure, "sure"), (.repeated, "repeated"),
      (.selected, "selected"), (.nonblocking, "nonblocking"), (.recovered, "recovered"),
    ]
    let set = names.filter { instruction.flags.contains($0.0) }.map(\.1)
    return set.isEmpty ? "" : "[\(set.joined(separator: " "))]"
  }

  private func successors(_ value: ValueID, _ block: BlockID, _ function: FunctionIR) -> String {
    guard value == function.terminator(of: block) else { return "" }
    let names = function.successors(of: block).map { "b\($0.rawValue)" }
    return names.isEmpty ? "" : "→ " + names.joined(separator: " ")
  }

  // MARK: Details

  private func detail(_ value: ValueID, _ function: FunctionIR) -> String {
    let instruction = function.instructions[value]
    let operands = function.operands(of: value).map { $0.isNone ? "_" : "%\($0.rawValue)" }
    let list = operands.joined(separator: ", ")
    switch instruction.opcode {
    case .parameter: return parameterName(instruction.payload, function)
    case .phi:
      let name =
        instruction.payload == .max ? "" : variableName(VariableID(rawValue: instruction.payload))
      return "[\(list)] \(name)"
    case .undefined: return variableName(VariableID(rawValue: instruction.payload))
    case .constant:
      return instruction.flags.contains(.integer)
        ? "\(Int32(bitPattern: instruction.payload))" : text(function.nodes[value.index])
    case .function: return calleeName(instruction)
    case .methodValue: return "\(calleeName(instruction)) of \(list)"
    case .closure: return "#\(instruction.payload)"
    case .declare: return "\(variableName(VariableID(rawValue: instruction.payload))) = \(list)"
    case .load, .address: return addressName(instruction.payload, function)
    case .store: return "\(addressName(instruction.payload, function)) = \(list)"
    case .field: return "\(list).\(fieldName(FieldID(rawValue: instruction.payload)))"
    case .updateField:
      return "\(operands[0]).\(fieldName(FieldID(rawValue: instruction.payload))) = \(operands[1])"
    case .composite: return compositeText(value, operands, function)
    case .binary where operands.count == 2:
      return "\(operands[0]) \(operatorText(instruction)) \(operands[1])"
    case .unary: return "\(operatorText(instruction)) \(list)"
    case .extract: return "\(list) \(instruction.payload)"
    case .call, .go, .defer: return callText(instruction, operands)
    case .runDeferred:
      return "%\(function.deferred[DeferID(rawValue: instruction.payload)].rawValue)"
    case .builtin: return "\(Builtin(rawValue: instruction.payload)?.name ?? "?")(\(list))"
    default: return list
    }
  }

  private func compositeText(
    _ value: ValueID, _ operands: [String], _ function: FunctionIR
  ) -> String {
    let flags = function.instructions[value].flags
    if flags.contains(.labels) {
      let parts = zip(function.labels(of: value), operands).map { "\(fieldName($0)): \($1)" }
      return "{\(parts.joined(separator: ", "))}"
    }
    guard flags.contains(.keyed) else { return "{\(operands.joined(separator: ", "))}" }
    let parts = stride(from: 0, to: operands.count - 1, by: 2).map {
      "\(operands[$0]): \(operands[$0 + 1])"
    }
    return "{\(parts.joined(separator: ", "))}"
  }

  private func callText(_ instruction: Instruction, _ operands: [String]) -> String {
    var rest = operands[...]
    var text = ""
    if instruction.flags.contains(.functionValue), let function = rest.popFirst() {
      text += function + " "
    }
    if instruction.flags.contains(.receiver), let receiver = rest.popFirst() {
      text += "(\(receiver))."
    }
    return text + calleeName(instruction) + "(\(rest.joined(separator: ", ")))"
  }

  private func calleeName(_ instruction: Instruction) -> String {
    let symbol = bodies.symbols.callees[CalleeID(rawValue: instruction.payload)]
    var types = types
    if let name = types.string(symbol.callee) { return name }
    switch symbol.callee {
    case .builtin(let name): return name
    case .value: return symbol.name.isEmpty ? "value" : symbol.name
    default: return "?" + symbol.name
    }
  }

  private func operatorText(_ instruction: Instruction) -> String {
    UInt8(exactly: instruction.payload).flatMap { NodeKind(rawValue: $0) }?.grammarName ?? "?"
  }

  private func text(_ node: NodeID) -> String {
    let text = typer.tree.text(node)
    guard let line = text.split(separator: "\n", maxSplits: 1).first else { return "" }
    return line.count > 40 ? line.prefix(39) + "…" : String(line)
  }

  // MARK: Places

  private func variableName(_ variable: VariableID) -> String {
    guard !variable.isNone, variable.index < typer.scopes.variables.count else { return "" }
    return typer.tree.text(typer.scopes.variables[variable].name)
  }

  private func parameterName(_ position: UInt32, _ function: FunctionIR) -> String {
    let all = (function.receiver.map { [$0] } ?? []) + function.parameters
    guard Int(position) < all.count else { return "\(position)" }
    let name = variableName(all[Int(position)].variable)
    return name.isEmpty ? "\(position)" : name
  }

  private func fieldName(_ field: FieldID) -> String { bodies.symbols.fields[field].name }

  private func addressName(_ raw: UInt32, _ function: FunctionIR) -> String {
    let address = AddressID(rawValue: raw)
    let direct = spell(address, function)
    let whole = spell(function.place(of: address), function)
    return direct == whole ? direct : "\(direct) (\(whole))"
  }

  /// The address itself: from the value that it begins with.
  private func spell(_ address: AddressID, _ function: FunctionIR) -> String {
    let node = function.addresses[address]
    let base = node.base.isNone ? "" : spell(node.base, function)
    switch node.step {
    case .value: return "%\(node.payload)"
    case .variable: return variableName(VariableID(rawValue: node.payload))
    case .global: return bodies.symbols.globals[GlobalID(rawValue: node.payload)].name
    case .nowhere: return "?"
    case .field: return "\(base).\(fieldName(FieldID(rawValue: node.payload)))"
    case .element, .mapElement: return "\(base)[%\(node.payload)]"
    case .pointee: return "\(base).*"
    }
  }

  private func spell(_ place: Place, _ function: FunctionIR) -> String {
    var text: String
    switch place.root {
    case .parameter(let position): text = parameterName(position, function)
    case .variable(let variable): text = variableName(variable)
    case .global(let global): text = bodies.symbols.globals[global].name
    case .value(let value): text = "%\(value.rawValue)"
    case .nowhere: text = "?"
    }
    for selector in place.selectors {
      switch selector {
      case .field(let field): text += "." + fieldName(field)
      case .element: text += "[]"
      case .pointee: text += ".*"
      }
    }
    return place.isOpen ? text + "…" : text
  }
}

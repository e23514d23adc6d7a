import Basics
import GoIR
import GoSyntax

/// Prints compiled bodies, an instruction a line: values `%n` with what they are, blocks `bn`.
public struct FlowBodyPrinter {
  private let texts: [String]
  private let fields: [FieldKey]
  private let globals: [GlobalKey]
  private let callees: [FlowCallee]
  private let layouts: [Layout]
  private let functions: [FlowFunction]

  /// A printer for the functions of a package.
  public init(_ facts: PackageFacts) {
    texts = facts.texts
    fields = facts.fields
    globals = facts.globals
    callees = facts.callees
    layouts = facts.layouts
    functions = facts.functions
  }

  /// A printer for the functions of a program.
  public init(_ program: FlowProgram) {
    texts = program.texts.elements
    fields = program.fields.elements
    globals = program.globals.elements
    callees = program.callees.elements
    layouts = program.layouts.elements
    functions = program.functions.elements
  }

  /// The text of a function, with a line end after each line.
  public func string(_ number: FunctionNumber) -> String {
    let function = functions[number.index]
    let variables = functions[number.index - Int(function.literal)].variables
    var text = head(function)
    if !function.captures.isEmpty {
      let names = function.captures.map { variable($0, variables) }
      text += "  captures \(names.joined(separator: ", "))\n"
    }
    for (index, block) in function.body.blocks.enumerated() {
      text += "b\(index):"
      let from = edges(block.firstPredecessor, block.predecessorCount, function.body)
      text += from.isEmpty ? "\n" : "  from \(from)\n"
      for value in block.start..<block.end {
        text += "  " + line(Int(value), function.body, variables)
        let to = edges(block.firstSuccessor, block.successorCount, function.body)
        text += value + 1 == block.end && !to.isEmpty ? " → \(to)\n" : "\n"
      }
    }
    return text
  }

  private func edges(_ first: UInt32, _ count: UInt32, _ body: FlowBody) -> String {
    body.edges[Int(first)..<Int(first + count)].map { "b\($0.rawValue)" }.joined(separator: " ")
  }

  // MARK: Names

  /// The name of a function by its number.
  public func name(_ number: FunctionNumber) -> String { name(functions[number.index]) }

  /// The name of a function: `net/http.Client.Do`, of a literal with its number behind it.
  public func name(_ function: FlowFunction) -> String {
    name(function.key) + (function.literal == 0 ? "" : "#\(function.literal)")
  }

  public func name(_ key: FunctionKey) -> String {
    [key.package, key.receiver, key.name].filter { $0 != .empty }.map { texts[$0.index] }
      .joined(separator: ".")
  }

  private func head(_ function: FlowFunction) -> String {
    let parameters = list(function.parameters)
    let results = function.results.isEmpty ? "" : " (\(list(function.results)))"
    return "\(name(function))(\(parameters))\(results)\n"
  }

  private func list(_ entries: [FlowParameter]) -> String {
    entries.map { entry in
      let name = texts[entry.name.index]
      return (name.isEmpty ? "_" : name) + " " + texts[entry.type.index]
    }.joined(separator: ", ")
  }

  private func variable(_ number: UInt32, _ variables: [FlowVariable]) -> String {
    let name = number < variables.count ? texts[variables[Int(number)].name.index] : ""
    return name.isEmpty ? "v\(number)" : name
  }

  private func field(_ number: UInt32) -> String { texts[fields[Int(number)].name.index] }

  private func callee(_ number: UInt32) -> String {
    switch callees[Int(number)] {
    case .function(let key): return name(key)
    case .method(let interface, let key): return "\(name(key))<\(interface.rawValue)>"
    case .value: return "value"
    case .unknown(let name): return "?" + texts[name.index]
    }
  }

  /// A layout: its leaves, each with the steps that lead there.
  public func string(_ number: LayoutNumber) -> String {
    let leaves = layouts[number.index].leaves.map { leaf in
      leaf.steps.map { string($0) }.joined() + " " + "\(leaf.kind)"
    }
    return "{\(leaves.joined(separator: ", "))}"
  }

  private func string(_ step: PathStep) -> String {
    if let number = step.field { return "." + field(number.rawValue) }
    if let part = step.part { return "#\(part)" }
    return step == .element ? "[]" : "…"
  }

  // MARK: Instructions

  private func line(_ index: Int, _ body: FlowBody, _ variables: [FlowVariable]) -> String {
    let instruction = body.instructions[index]
    let name = instruction.opcode.givesValue ? "%\(index) = " : ""
    let parts = [
      "\(instruction.opcode)", detail(instruction, body, variables), flags(instruction),
      shape(instruction),
    ]
    return name + parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func shape(_ instruction: FlowInstruction) -> String {
    guard instruction.kind != .none else { return "" }
    if instruction.layout == LayoutNumber.reference.rawValue { return ": \(instruction.kind)" }
    return ": " + string(LayoutNumber(rawValue: UInt32(instruction.layout)))
  }

  private func flags(_ instruction: FlowInstruction) -> String {
    let names: [(InstructionFlags, String)] = [
      (.commaOk, "ok"), (.implicit, "implicit"), (.spread, "spread"),
      (.neverReturns, "never-returns"), (.sure, "sure"), (.repeated, "repeated"),
      (.selected, "selected"), (.nonblocking, "nonblocking"), (.recovered, "recovered"),
    ]
    let set = names.filter { instruction.flags.contains($0.0) }.map(\.1)
    return set.isEmpty ? "" : "[\(set.joined(separator: " "))]"
  }

  private func detail(
    _ instruction: FlowInstruction, _ body: FlowBody, _ variables: [FlowVariable]
  ) -> String {
    let first = Int(instruction.firstOperand)
    let operands = body.operands[first..<first + Int(instruction.operandCount)].map {
      $0.isNone ? "_" : "%\($0.rawValue)"
    }
    let list = operands.joined(separator: ", ")
    let payload = instruction.payload
    switch instruction.opcode {
    case .parameter: return "\(payload)"
    case .constant:
      return instruction.flags.contains(.integer) ? "\(Int32(bitPattern: payload))" : ""
    case .phi: return "[\(list)]"
    case .function: return callee(payload)
    case .methodValue: return "\(callee(payload)) of \(list)"
    case .closure: return name(functions[Int(payload)])
    case .declare: return "\(variable(payload, variables)) = \(list)"
    case .load, .address: return address(payload, body, variables)
    case .store: return "\(address(payload, body, variables)) = \(list)"
    case .field: return "\(list).\(field(payload))"
    case .updateField: return "\(operands[0]).\(field(payload)) = \(operands[1])"
    case .composite where instruction.flags.contains(.labels):
      let labels = body.labels[Int(payload)..<Int(payload) + operands.count]
      let parts = zip(labels, operands).map { "\(field($0.rawValue)): \($1)" }
      return "{\(parts.joined(separator: ", "))}"
    case .composite: return "{\(list)}"
    case .binary, .unary:
      let text = UInt8(exactly: payload).flatMap { NodeKind(rawValue: $0) }?.grammarName ?? "?"
      return operands.count == 2 ? "\(operands[0]) \(text) \(operands[1])" : "\(text) \(list)"
    case .extract: return "\(list) \(payload)"
    case .call, .go, .defer: return "\(callee(payload))(\(list))"
    case .runDeferred: return "%\(body.deferred[Int(payload)].rawValue)"
    case .builtin: return "\(Builtin(rawValue: payload)?.name ?? "?")(\(list))"
    default: return list
    }
  }

  private func address(_ number: UInt32, _ body: FlowBody, _ variables: [FlowVariable]) -> String {
    let address = body.addresses[Int(number)]
    let base = address.base.isNone ? "" : self.address(address.base.rawValue, body, variables)
    switch address.step {
    case .value: return "%\(address.payload)"
    case .variable: return variable(address.payload, variables)
    case .global: return texts[globals[Int(address.payload)].name.index]
    case .nowhere: return "?"
    case .field: return "\(base).\(field(address.payload))"
    case .element, .mapElement: return "\(base)[%\(address.payload)]"
    case .pointee: return "\(base).*"
    }
  }
}

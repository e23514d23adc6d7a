import Basics
import GoIR

extension FactsWriter {
  mutating func function(_ function: FlowFunction) {
    key(function.key)
    number(function.literal)
    optional(function.parent.rawValue)
    byte(function.traits.rawValue)
    number(function.file)
    number(function.start)
    distance(from: function.start, to: function.end)
    list(function.parameters) { $0.parameter($1) }
    list(function.results) { $0.parameter($1) }
    list(function.variables) { writer, variable in
      // Most have nothing to say.
      if variable == .empty {
        writer.byte(.max)
      } else {
        writer.byte(variable.kind.rawValue)
        writer.id(variable.layout)
        writer.id(variable.name)
      }
    }
    list(function.captures) { $0.number($1) }
    body(function.body, from: function.start)
  }

  private mutating func parameter(_ parameter: FlowParameter) {
    id(parameter.name)
    id(parameter.type)
    byte(parameter.kind.rawValue)
    id(parameter.layout)
  }

  /// What lies side by side in the body follows without saying where it begins.
  private mutating func body(_ body: FlowBody, from start: UInt32) {
    count(body.instructions.count)
    for (index, instruction) in body.instructions.enumerated() {
      self.instruction(instruction)
      let first = Int(instruction.firstOperand)
      for operand in body.operands[first..<first + Int(instruction.operandCount)] {
        value(operand, from: UInt32(index))
      }
    }
    var last = start
    for index in stride(from: 0, to: body.positions.count, by: 2) {
      distance(from: last, to: body.positions[index])
      distance(from: body.positions[index], to: body.positions[index + 1])
      last = body.positions[index]
    }
    list(body.blocks) { writer, block in
      writer.number(block.end - block.start)
      writer.number(block.successorCount)
      writer.number(block.predecessorCount)
    }
    for (index, edge) in body.edges.enumerated() {
      distance(from: UInt32(index), to: edge.rawValue)
    }
    count(body.addresses.count)
    for (index, address) in body.addresses.enumerated() {
      byte(address.step.rawValue)
      if !address.step.isRoot { number(UInt32(index) - address.base.rawValue) }
      optional(address.payload)
    }
    containers(body.containers)
    list(body.labels) { $0.id($1) }
    list(body.deferred) { $0.optional($1.rawValue) }
  }

  private mutating func containers(_ containers: [FlowContainer]) {
    var last: UInt32 = 0
    count(containers.count)
    for container in containers {
      number(container.value.rawValue - last)
      id(container.type)
      last = container.value.rawValue
    }
  }

  private mutating func instruction(_ instruction: FlowInstruction) {
    let hasShape = instruction.kind != .none || instruction.layout != 0
    let hasFlags = instruction.flags.rawValue != 0
    byte(instruction.opcode.rawValue | (hasShape ? 0x80 : 0) | (hasFlags ? 0x40 : 0))
    if hasShape {
      let isReference = instruction.layout == LayoutNumber.reference.rawValue
      byte(instruction.kind.rawValue | (isReference ? 0 : 0x80))
      if !isReference { number(UInt32(instruction.layout)) }
    }
    if hasFlags { number(UInt32(instruction.flags.rawValue)) }
    optional(instruction.payload)
    number(UInt32(instruction.operandCount))
  }

  /// A value by its distance from the instruction that uses it; 0 for none.
  private mutating func value(_ value: ValueID, from index: UInt32) {
    guard !value.isNone else { return number(0) }
    // An instruction uses others, seldom later ones.
    let isLater = value.rawValue > index
    let distance = isLater ? value.rawValue - index : index - value.rawValue
    number(distance << 1 + (isLater ? 2 : 1))
  }
}

extension FlowVariable {
  /// What stands for variables that do not live in memory.
  static let empty = FlowVariable(name: .empty, layout: .none)
}

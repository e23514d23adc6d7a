import Basics
import GoIR

extension ProgramNumbers {
  /// A function of the package with the program's numbers.
  subscript(function: FlowFunction) -> FlowFunction {
    var new = function
    new.key = self[function.key]
    if !function.parent.isNone {
      new.parent = FunctionNumber(rawValue: function.parent.rawValue + firstFunction)
    }
    new.file += firstFile
    new.parameters = function.parameters.map { self[$0] }
    new.results = function.results.map { self[$0] }
    for index in new.variables.indices {
      new.variables[index].name = self[new.variables[index].name]
      new.variables[index].layout = layouts[new.variables[index].layout.index]
    }
    for index in new.body.instructions.indices { rewrite(&new.body.instructions[index]) }
    for index in new.body.addresses.indices {
      let payload = Int(new.body.addresses[index].payload)
      switch new.body.addresses[index].step {
      case .field: new.body.addresses[index].payload = fields[payload].rawValue
      case .global: new.body.addresses[index].payload = globals[payload].rawValue
      default: break
      }
    }
    for index in new.body.containers.indices {
      new.body.containers[index].type = self[new.body.containers[index].type]
    }
    for index in new.body.labels.indices {
      new.body.labels[index] = fields[new.body.labels[index].index]
    }
    return new
  }

  private subscript(parameter: FlowParameter) -> FlowParameter {
    FlowParameter(
      name: self[parameter.name], type: self[parameter.type], kind: parameter.kind,
      layout: layouts[parameter.layout.index])
  }

  private func rewrite(_ instruction: inout FlowInstruction) {
    instruction.layout = UInt16(layouts[Int(instruction.layout)].rawValue)
    switch instruction.opcode {
    case .field, .updateField:
      instruction.payload = fields[Int(instruction.payload)].rawValue
    case .function, .methodValue, .call, .go, .defer:
      instruction.payload = callees[Int(instruction.payload)].rawValue
    case .closure: instruction.payload += firstFunction
    case .convert where instruction.payload != 0:
      instruction.payload = conversions[Int(instruction.payload) - 1].rawValue + 1
    default: break
    }
  }
}

import Basics
import GoIR

extension ProgramNumbers {
  /// A function of the package with the program's numbers.
  subscript(function: FlowFunction) -> FlowFunction {
    let parent =
      function.parent.isNone
      ? FunctionNumber.none
      : FunctionNumber(rawValue: function.parent.rawValue + firstFunction)
    return FlowFunction(
      key: self[function.key], literal: function.literal, parent: parent,
      traits: function.traits, file: function.file + firstFile, start: function.start,
      end: function.end, parameters: function.parameters.map { self[$0] },
      results: function.results.map { self[$0] }, captures: function.captures,
      variables: function.variables.map { self[$0] }, body: self[function.body])
  }

  private subscript(body: FlowBody) -> FlowBody {
    var new = body.parts
    for index in new.instructions.indices { rewrite(&new.instructions[index]) }
    for index in new.addresses.indices {
      let payload = Int(new.addresses[index].payload)
      switch new.addresses[index].step {
      case .field: new.addresses[index].payload = fields[payload].rawValue
      case .global: new.addresses[index].payload = globals[payload].rawValue
      default: break
      }
    }
    for index in new.containers.indices {
      new.containers[index].type = self[new.containers[index].type]
    }
    for index in new.labels.indices { new.labels[index] = fields[new.labels[index].index] }
    return FlowBody(new)
  }

  private subscript(variable: FlowVariable) -> FlowVariable {
    FlowVariable(
      name: self[variable.name], layout: layouts[variable.layout.index], kind: variable.kind)
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

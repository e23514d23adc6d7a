import Basics
import GoIR
import LibraryModels

/// What the bodies of a program say together, before any of them is interpreted.
struct ProgramFacts: Sendable {
  /// Fields and package variables that are assigned to, or whose address is taken.
  private(set) var assignedFields: BitSet<FieldNumber>
  private(set) var assignedGlobals: BitSet<GlobalNumber>
  let targets: CallTargets
  /// Which functions goroutines may run or start.
  let reach: GoroutineReach
  /// The slots into which goroutines may look.
  let watched: WatchedSlots

  let capacities: ChannelCapacities
  /// The fields that models name.
  private(set) var modelledFields: [ModelledField: FieldNumber] = [:]

  /// Whether a function is not interpreted: a test that neither is run in a goroutine nor starts
  /// one nor is used by such.
  func isSkipped(_ function: FunctionNumber, _ program: FlowProgram) -> Bool {
    program.functions[function].traits.contains(.isInTest) && !reach.concerned.contains(function)
  }

  init(
    _ program: FlowProgram, _ graph: CallGraph, _ targets: CallTargets, _ models: LibraryModels
  ) {
    var fields = BitSet<FieldNumber>()
    var globals = BitSet<GlobalNumber>()
    for function in program.functions.elements {
      for instruction in function.body.instructions
      where instruction.opcode == .store || instruction.opcode == .address {
        var node = function.body.addresses[Int(instruction.payload)]
        while true {
          switch node.step {
          case .field: fields.insert(FieldNumber(rawValue: node.payload))
          case .global: globals.insert(GlobalNumber(rawValue: node.payload))
          default: break
          }
          if node.step.isRoot { break }
          node = function.body.addresses[node.base.index]
        }
      }
    }
    assignedFields = fields
    assignedGlobals = globals
    modelledFields = Self.fields(named: models.fields, program)
    self.targets = targets
    capacities = ChannelCapacities(program)
    reach = GoroutineReach(program, graph, targets)
    watched = WatchedSlots(program, reach)
  }

  private static func fields(
    named names: Set<ModelledField>, _ program: FlowProgram
  ) -> [ModelledField: FieldNumber] {
    // By the field's name first, which is the rarest.
    let texts = Set(names.compactMap { program.text($0.name) })
    var found: [ModelledField: FieldNumber] = [:]
    for (number, key) in zip(program.fields.ids, program.fields.elements)
    where texts.contains(key.name) {
      let name = ModelledField(
        package: program.texts[key.package], type: program.texts[key.owner],
        name: program.texts[key.name])
      if names.contains(name) { found[name] = number }
    }
    return found
  }
}

import Basics
import GoIR
import LibraryModels

/// What the bodies of a program say together, before any of them is interpreted.
struct ProgramFacts: Sendable {
  /// Fields and package variables that are assigned to, or whose address is taken.
  private(set) var assignedFields: BitSet<FieldNumber>
  private(set) var assignedGlobals: BitSet<GlobalNumber>
  /// Fields that are assigned to themselves, with all parts of what lies there.
  private(set) var replacedFields: BitSet<FieldNumber>
  let shortened: ShortenedSlices
  /// Fields to which one instruction gives what is not nil and no composite literal does, tests apart.
  private(set) var fieldsStoredOnce: BitSet<FieldNumber>
  /// Fields that only ever hold slices without room behind their end.
  let clippedFields: BitSet<FieldNumber>
  let clippedGlobals: BitSet<GlobalNumber>
  /// Fields and package variables that are given slices with room behind their end.
  let roomyFields: BitSet<FieldNumber>
  let roomyGlobals: BitSet<GlobalNumber>
  /// Fields of structs that hold a lock.
  let fieldsBesideLocks: BitSet<FieldNumber>
  let targets: CallTargets
  /// Which functions goroutines may run or start.
  let reach: GoroutineReach
  /// The slots into which goroutines may look.
  let watched: WatchedSlots
  let handlerShapes: HandlerShapes
  /// The interfaces whose methods libraries call one at a time.
  let serialTypes: [SerialType]
  /// The packages that implement synchronization, by their paths.
  let synchronizing: BitSet<TextID>

  let neverReturning: NeverReturning
  let lockShapes: LockShapes
  let capacities: ChannelCapacities
  /// The locks of conditions that lie beside these.
  let conditions: LocksOfConditions
  /// The fields that models name.
  private(set) var modelledFields: [ModelledField: FieldNumber] = [:]

  /// Whether a function is not interpreted: one of a package of which goroutines are made, and a
  /// test that neither is run in a goroutine nor starts one nor is used by such.
  func isSkipped(_ function: FunctionNumber, _ program: FlowProgram) -> Bool {
    if targets.implementsGoroutines(function, program) { return true }
    return program.functions[function].traits.contains(.isInTest)
      && !reach.concerned.contains(function)
  }

  init(
    _ program: FlowProgram, _ graph: CallGraph, _ targets: CallTargets, _ models: LibraryModels,
    jobs: Int
  ) {
    handlerShapes = HandlerShapes(program, models)
    serialTypes = models.serialTypes
    modelledFields = Self.fields(named: models.fields, program)
    self.targets = targets
    // Two pieces of about the same size.
    let memory = Parallel.both(
      jobs: jobs,
      { [handlerShapes] in
        let reach = GoroutineReach(program, graph, targets, handlerShapes)
        return (reach, WatchedSlots(program, reach))
      },
      { [modelledFields] in
        (
          ClippedFields(program, targets), FieldsBesideLocks(program, targets).fields,
          ChannelCapacities(program), LocksOfConditions(program, targets, modelledFields),
          (NeverReturning(program, targets), LockShapes(program))
        )
      })
    (reach, watched) = memory.0
    let clipped = memory.1.0
    (clippedFields, clippedGlobals) = (clipped.fields, clipped.globals)
    (roomyFields, roomyGlobals) = (clipped.roomy, clipped.roomyGlobals)
    (fieldsBesideLocks, capacities, conditions) = (memory.1.1, memory.1.2, memory.1.3)
    (neverReturning, lockShapes) = memory.1.4
    var fields = BitSet<FieldNumber>()
    var globals = BitSet<GlobalNumber>()
    var replaced = BitSet<FieldNumber>()
    fieldsStoredOnce = Self.fieldsStoredOnce(program)
    for function in program.functions.elements {
      for instruction in function.body.instructions
      where instruction.opcode == .store || instruction.opcode == .address {
        var node = function.body.addresses[Int(instruction.payload)]
        if node.step == .field { replaced.insert(FieldNumber(rawValue: node.payload)) }
        while true {
          switch node.step {
          case .field: fields.insert(FieldNumber(rawValue: node.payload))
          case .global: globals.insert(GlobalNumber(rawValue: node.payload))
          default: break
          }
          if node.step.isRoot { break }
          node = function.body.addresses[node.base.index]
        }
        Self.noteFields(of: instruction, function.body, in: &fields)
      }
    }
    shortened = ShortenedSlices(program)
    assignedFields = fields
    replacedFields = replaced
    assignedGlobals = globals
    var synchronizing = BitSet<TextID>()
    for package in program.packages where models.synchronizes(package.testedPath) {
      if let text = program.text(package.path) { synchronizing.insert(text) }
    }
    self.synchronizing = synchronizing
  }

  /// A struct that is overwritten as a whole by a new one gives all its fields new values.
  private static func noteFields(
    of store: FlowInstruction, _ body: FlowBody, in fields: inout BitSet<FieldNumber>
  ) {
    guard store.opcode == .store, store.operandCount > 0,
      body.addresses[Int(store.payload)].step == .pointee
    else { return }
    let value = body.operands[Int(store.firstOperand)]
    guard !value.isNone else { return }
    let composite = body.instructions[value.index]
    guard composite.opcode == .composite, composite.flags.contains(.labels) else { return }
    for position in 0..<Int(composite.operandCount) {
      fields.insert(body.labels[Int(composite.payload) + position])
    }
  }

  /// Whether a function belongs to a package that implements synchronization.
  func synchronizes(_ function: FunctionNumber, _ program: FlowProgram) -> Bool {
    synchronizing.contains(program.functions[function].key.package)
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

  private static func fieldsStoredOnce(_ program: FlowProgram) -> BitSet<FieldNumber> {
    var stored = BitSet<FieldNumber>()
    var several = BitSet<FieldNumber>()
    func note(_ field: FieldNumber) {
      if !stored.insert(field) { several.insert(field) }
    }
    for function in program.functions.elements where !function.traits.contains(.isInTest) {
      let body = function.body
      for instruction in body.instructions {
        switch instruction.opcode {
        case .store, .address:
          let node = body.addresses[Int(instruction.payload)]
          if node.step == .field, body.stored(by: instruction)?.opcode.isZero != true {
            note(FieldNumber(rawValue: node.payload))
          }
        case .composite where instruction.flags.contains(.labels):
          for position in 0..<Int(instruction.operandCount) {
            note(body.labels[Int(instruction.payload) + position])
          }
        default: break
        }
      }
    }
    var once = BitSet<FieldNumber>()
    for field in stored where !several.contains(field) { once.insert(field) }
    return once
  }
}

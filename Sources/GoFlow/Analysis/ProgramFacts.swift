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
  /// See `FilledOnce`.
  let filledOnce: BitSet<FieldNumber>
  /// Which functions put something into fields.
  let fillers: FieldFillers
  /// Fields that only ever hold slices without room behind their end.
  let clippedFields: BitSet<FieldNumber>
  let clippedGlobals: BitSet<GlobalNumber>
  /// Fields and package variables that are given slices with room behind their end.
  let roomyFields: BitSet<FieldNumber>
  let roomyGlobals: BitSet<GlobalNumber>
  /// See `ClippedFields`.
  let roomySharedFields: BitSet<FieldNumber>
  let globalsGivenOnce: BitSet<GlobalNumber>
  /// See `EmptyVariables`.
  let emptyGlobals: BitSet<GlobalNumber>
  /// Fields of structs that hold a lock.
  let fieldsBesideLocks: BitSet<FieldNumber>
  /// See `SpareLists`.
  let spareLists: BitSet<FieldNumber>
  let targets: CallTargets
  /// Which functions goroutines may run or start.
  let reach: GoroutineReach
  /// The slots into which goroutines may look.
  let watched: WatchedSlots
  let handlerShapes: HandlerShapes
  /// The files that are there for tests, by their numbers.
  private let testingFiles: Set<UInt32>
  /// The interfaces whose methods libraries call one at a time.
  let serialTypes: [SerialType]
  /// The packages that implement synchronization, by their paths.
  let synchronizing: BitSet<TextID>

  let neverReturning: NeverReturning
  let lockShapes: LockShapes
  let capacities: ChannelCapacities
  let lockChannels: LockChannels
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
    testingFiles = Self.testingFiles(program, models)
    modelledFields = Self.fields(named: models.fields, program)
    self.targets = targets
    // Two pieces of about the same size.
    let memory = Parallel.both(
      jobs: jobs,
      { [handlerShapes] in
        let reach = GoroutineReach(program, graph, targets, handlerShapes)
        return (
          reach, WatchedSlots(program, reach), NeverReturning(program, targets),
          EmptyVariables(program).globals, FieldFillers(program)
        )
      },
      { [modelledFields] in
        let capacities = ChannelCapacities(program)
        return (
          ClippedFields(program, targets), FieldsBesideLocks(program, targets).fields,
          (capacities, LockChannels(program, capacities)),
          LocksOfConditions(program, targets, modelledFields),
          (LockShapes(program), AssignedFields(program, targets), FilledOnce(program).fields)
        )
      })
    (reach, watched, neverReturning, emptyGlobals, fillers) = memory.0
    let clipped = memory.1.0
    (clippedFields, clippedGlobals) = (clipped.fields, clipped.globals)
    (roomyFields, roomyGlobals) = (clipped.roomy, clipped.roomyGlobals)
    (roomySharedFields, globalsGivenOnce) = (clipped.roomyShared, clipped.givenOnce)
    (fieldsBesideLocks, conditions) = (memory.1.1, memory.1.3)
    (capacities, lockChannels) = memory.1.2
    spareLists = SpareLists(program, besideLocks: memory.1.1).fields
    lockShapes = memory.1.4.0
    let assigned = memory.1.4.1
    filledOnce = memory.1.4.2
    shortened = assigned.shortened
    assignedFields = assigned.fields
    replacedFields = assigned.replaced
    assignedGlobals = assigned.globals
    var synchronizing = BitSet<TextID>()
    for package in program.packages where models.synchronizes(package.testedPath) {
      if let text = program.text(package.path) { synchronizing.insert(text) }
    }
    self.synchronizing = synchronizing
  }

  /// Whether a function belongs to a package that implements synchronization.
  func synchronizes(_ function: FunctionNumber, _ program: FlowProgram) -> Bool {
    synchronizing.contains(program.functions[function].key.package)
  }

  /// Whether a function stands in a file that is there for tests, be it none of a test itself: nobody but
  /// the tests of the program calls it.
  func isForTests(_ function: FlowFunction) -> Bool { testingFiles.contains(function.file) }

  /// The files with functions that want what the framework hands to tests alone.
  private static func testingFiles(_ program: FlowProgram, _ models: LibraryModels) -> Set<UInt32> {
    let types = Set(models.testTypes.flatMap { [$0, "*" + $0] }.compactMap { program.text($0) })
    if types.isEmpty { return [] }
    var files: Set<UInt32> = []
    for function in program.functions.elements
    where function.literal == 0 && function.parameters.contains(where: { types.contains($0.type) })
    {
      files.insert(function.file)
    }
    return files
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

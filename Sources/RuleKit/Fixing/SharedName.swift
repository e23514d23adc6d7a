import Basics
import GoFlow
import GoIR
import GoSyntax

/// What statements share, by the name that they call it: the last part of it.
struct SharedName {
  let name: String
  /// Whether it is a map: an element is found or not, and has no address.
  let isMap: Bool
  /// Whether it is a slice or map.
  let isContainer: Bool
  /// Whether elements are changed in place: to have the slice or map is not to have these.
  let changesElements: Bool
  /// Whether it is a pointer, or something in an interface: its methods do not have its address.
  let isPointer: Bool
  /// The fields that it may be, where it is one.
  private let fields: Set<FieldNumber>
  private let program: ProgramContext
  /// The bytes of instructions that surely load its value.
  private let loads: [String: Set<ByteRange>]

  /// What uses have in common; nil where they tell of things of several names.
  init?(_ program: ProgramContext, _ uses: [SharedUse]) {
    guard let whole = uses.first?.name, uses.allSatisfy({ $0.name == whole }),
      let last = whole.split(separator: ".").last
    else { return nil }
    name = String(last)
    self.program = program
    fields = Self.fields(whole, program.program)
    isMap = uses.contains { $0.elements == .map }
    changesElements = uses.contains { use in
      guard let elements = use.elements else { return false }
      return elements == .map || [use.first, use.second].contains { $0.kind == .write }
    }
    var loads: [String: Set<ByteRange>] = [:]
    var isPointer = false
    var isContainer = uses.contains { $0.elements != nil }
    for side in uses.flatMap({ [$0.first, $0.second] }) {
      guard let site = side.trace.last, !site.value.isNone, let place = program.location(site),
        case let body = program.program.functions[site.function].body,
        case let load = body.instructions[site.value.index], load.opcode == .load
      else { continue }
      if load.kind == .slice || load.kind == .map { isContainer = true }
      if load.kind == .pointer || load.kind == .interface { isPointer = true }
      loads[place.file, default: []].insert(place.range)
    }
    // Of several uses in one function one is told.
    for function in Set(
      uses.flatMap { [$0.first, $0.second] }.compactMap { $0.trace.last?.function })
    {
      let body = program.program.functions[function].body
      for index in body.instructions.indices where body.instructions[index].opcode == .load {
        let site = FlowSite(function: function, value: ValueID(index))
        guard let place = program.location(site) else { continue }
        loads[place.file, default: []].insert(place.range)
      }
    }
    self.loads = loads
    self.isContainer = isContainer
    self.isPointer = isPointer && !uses.contains { $0.elements != nil }
  }

  /// Whether an expression is known to load the value that lies there, and not to take its address.
  func isLoaded(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    loads[tree.source.path]?.contains(tree.range(node)) ?? false
  }

  /// The fields of a name: those called `items` of structs called `Queue`, for `Queue.items`.
  private static func fields(_ name: String, _ program: FlowProgram) -> Set<FieldNumber> {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return [] }
    return Set(
      program.fields.ids.filter { field in
        program.texts[program.fields[field].name] == parts[1]
          && program.texts[program.fields[field].owner] == parts[0]
      })
  }

  /// Whether it is a field of a struct that has a name.
  var isField: Bool { !fields.isEmpty }

  /// Whether a field of its name may be the field itself, and none of another struct.
  func mayBeItself(_ mention: NodeID, _ tree: SyntaxTree) -> Bool {
    guard isField, let function = program.functionsByPlace.function(around: mention, in: tree)
    else { return true }
    let body = program.program.functions[function].body
    let range = tree.range(tree.parent(of: mention))
    return body.instructions.indices.contains { index in
      let instruction = body.instructions[index]
      switch instruction.opcode {
      case .load, .address, .store: break
      default: return false
      }
      let (start, end) = (body.positions[index * 2], body.positions[index * 2 + 1])
      guard end >= range.end,
        instruction.opcode == .store
          ? start <= range.start && tree.isChanged(mention)
          : start == range.start
      else { return false }
      return leads(AddressID(rawValue: instruction.payload), body)
    }
  }

  /// Whether an address goes through one of the fields.
  private func leads(_ address: AddressID, _ body: FlowBody) -> Bool {
    var node = body.addresses[address.index]
    while !node.step.isRoot {
      if node.step == .field, fields.contains(FieldNumber(rawValue: node.payload)) { return true }
      node = body.addresses[node.base.index]
    }
    return false
  }
}

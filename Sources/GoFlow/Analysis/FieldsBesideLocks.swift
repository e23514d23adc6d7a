import Basics
import GoIR
import LibraryModels

/// The fields of structs that hold a lock themselves. Such a struct is made for several goroutines:
/// whoever is handed a pointer to one inside of something else does not have it alone.
struct FieldsBesideLocks {
  private(set) var fields = BitSet<FieldNumber>()

  init(_ program: FlowProgram, _ targets: CallTargets) {
    var owners: Set<TypeName> = []
    for function in program.functions.elements {
      let isInTest = function.traits.contains(.isInTest)
      for instruction in function.body.instructions
      where instruction.opcode == .call || instruction.opcode == .defer {
        guard instruction.flags.contains(.receiver), instruction.operandCount > 0,
          case .model(let model) = targets.target(
            of: CalleeNumber(rawValue: instruction.payload), isInTest: isInTest),
          model.effects?.locks.contains(where: {
            $0.lock == .receiver && $0.action == .acquire
          }) == true,
          let field = Self.field(
            function.body.operands[Int(instruction.firstOperand)], function.body)
        else { continue }
        owners.insert(Self.owner(of: field, program))
      }
    }
    if owners.isEmpty { return }
    for field in program.fields.ids where owners.contains(Self.owner(of: field, program)) {
      fields.insert(field)
    }
  }

  private static func owner(of field: FieldNumber, _ program: FlowProgram) -> TypeName {
    let key = program.fields[field]
    return TypeName(package: key.package, name: key.owner)
  }

  /// The field of which a value is the address.
  private static func field(_ value: ValueID, _ body: FlowBody) -> FieldNumber? {
    guard !value.isNone, body.instructions[value.index].opcode == .address else { return nil }
    let node = body.addresses[Int(body.instructions[value.index].payload)]
    return node.step == .field ? FieldNumber(rawValue: node.payload) : nil
  }
}

extension IdentityTable {
  /// Whether a place lies in a struct that holds a lock, behind something else that lay in a
  /// container or field. What lies in a container within such a struct is another thing.
  func isSharedBehind(_ id: IdentityID, _ besideLocks: BitSet<FieldNumber>) -> Bool {
    let steps = steps(of: id)
    let first = steps.lastIndex(of: .element) ?? 0
    guard
      let last = steps.indices.last(where: { index in
        index > first && steps[index - 1] == .follow
          && steps[index].field.map(besideLocks.contains) == true
      })
    else { return false }
    var follows = 0
    for step in steps[..<last].reversed() {
      if step == .element { break }
      if step == .follow { follows += 1 }
    }
    return follows > 1
  }
}

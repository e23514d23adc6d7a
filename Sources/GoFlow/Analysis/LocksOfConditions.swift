import Basics
import GoIR
import LibraryModels

/// Fields that hold conditions and the like, with the field beside them that is the lock of these:
/// `c.cond = sync.NewCond(&c.mu)`, `c.cond.L = &c.mu`, `c.cond = sync.Cond{L: &c.mu}`.
struct LocksOfConditions: Sendable {
  /// `none` where what lies there may have another lock.
  private var locks: [FieldNumber: FieldNumber] = [:]
  /// The fields of conditions that lead to their locks.
  private var leading = BitSet<FieldNumber>()

  var isEmpty: Bool { locks.isEmpty }

  init(_ program: FlowProgram, _ targets: CallTargets, _ fields: [ModelledField: FieldNumber]) {
    for field in fields.values { leading.insert(field) }
    if fields.isEmpty { return }
    for function in program.functions.elements {
      let isInTest = function.traits.contains(.isInTest)
      for instruction in function.body.instructions where instruction.opcode == .store {
        noteCall(instruction, function.body, targets, isInTest)
        noteAssignment(instruction, function.body)
        noteLiteral(instruction, function.body)
      }
    }
  }

  /// The lock beside a field; nil where it is not known.
  func lock(beside field: FieldNumber) -> FieldNumber? {
    locks[field].flatMap { $0.isNone ? nil : $0 }
  }

  /// Whether a field of a condition leads to its lock.
  func leadsToLock(_ field: FieldNumber) -> Bool { leading.contains(field) }

  private mutating func add(_ lock: FieldNumber, beside field: FieldNumber) {
    locks[field] = locks[field].map { $0 == lock ? lock : .none } ?? lock
  }

  /// `c.cond = sync.NewCond(&c.mu)`
  private mutating func noteCall(
    _ store: FlowInstruction, _ body: FlowBody, _ targets: CallTargets, _ isInTest: Bool
  ) {
    let node = body.addresses[Int(store.payload)]
    guard node.step == .field, store.operandCount > 0,
      case let value = body.operands[Int(store.firstOperand)], !value.isNone,
      case let call = body.instructions[value.index], call.opcode == .call,
      case .model(let model) = targets.target(
        of: CalleeNumber(rawValue: call.payload), isInTest: isInTest)
    else { return }
    for retention in model.effects?.retentions ?? [] {
      guard case .place(.field(.result, _)) = retention.keeper,
        case .argument(let position) = retention.value, position < Int(call.operandCount)
      else { continue }
      let argument = body.operands[Int(call.firstOperand) + position]
      let lock = Self.field(at: argument, beside: node.base, body)
      add(lock ?? .none, beside: FieldNumber(rawValue: node.payload))
    }
  }

  /// `c.cond.L = &c.mu`
  private mutating func noteAssignment(_ store: FlowInstruction, _ body: FlowBody) {
    let node = body.addresses[Int(store.payload)]
    guard node.step == .field, leading.contains(FieldNumber(rawValue: node.payload)),
      store.operandCount > 0
    else { return }
    let outer = body.addresses[node.base.index]
    guard outer.step == .field else { return }
    let value = body.operands[Int(store.firstOperand)]
    let lock = Self.field(at: value, beside: outer.base, body)
    add(lock ?? .none, beside: FieldNumber(rawValue: outer.payload))
  }

  /// `c.cond = sync.Cond{L: &c.mu}`
  private mutating func noteLiteral(_ store: FlowInstruction, _ body: FlowBody) {
    let node = body.addresses[Int(store.payload)]
    guard node.step == .field, let literal = body.stored(by: store), literal.opcode == .composite,
      literal.flags.contains(.labels)
    else { return }
    for (position, value) in body.operands(of: literal).enumerated()
    where leading.contains(body.labels[Int(literal.payload) + position]) {
      let lock = Self.field(at: value, beside: node.base, body)
      add(lock ?? .none, beside: FieldNumber(rawValue: node.payload))
    }
  }

  /// The field whose address a value is, if it belongs to the struct that an address names.
  private static func field(
    at value: ValueID, beside base: AddressID, _ body: FlowBody
  ) -> FieldNumber? {
    var current = value
    while !current.isNone, body.instructions[current.index].opcode == .convert,
      body.instructions[current.index].operandCount == 1
    {
      current = body.operands[Int(body.instructions[current.index].firstOperand)]
    }
    guard !current.isNone, body.instructions[current.index].opcode == .address else { return nil }
    let node = body.addresses[Int(body.instructions[current.index].payload)]
    guard node.step == .field, isSame(node.base, base, body) else { return nil }
    return FieldNumber(rawValue: node.payload)
  }

  private static func isSame(_ first: AddressID, _ second: AddressID, _ body: FlowBody) -> Bool {
    if first == second { return true }
    let (left, right) = (body.addresses[first.index], body.addresses[second.index])
    guard left.step == right.step else { return false }
    switch left.step {
    case .value, .variable, .global: return left.payload == right.payload
    case .pointee: return isSame(left.base, right.base, body)
    case .field: return left.payload == right.payload && isSame(left.base, right.base, body)
    case .element, .mapElement, .nowhere: return false
    }
  }
}

extension BodyInterpreter {
  /// The lock that a cell is: of what a condition leads to the lock beside the condition.
  func lock(at cell: Cell) -> Cell {
    guard program.hasLocksOfConditions, cell.path == .whole,
      case .initial(let leading) = tables.objects[cell.object].origin, leading.path != .whole
    else { return cell }
    let node = tables.paths.nodes[leading.path.index]
    guard let field = node.step.field, program.leadsToLock(field) else { return cell }
    var condition = Cell(leading.object, node.parent)
    if node.parent == .whole {
      guard case .initial(let outer) = tables.objects[leading.object].origin else { return cell }
      condition = outer
    }
    guard condition.path != .whole,
      let own = tables.paths.nodes[condition.path.index].step.field,
      let lock = program.lock(beside: own)
    else { return cell }
    let parent = tables.paths.nodes[condition.path.index].parent
    return Cell(condition.object, tables.paths.extend(parent, .field(lock)))
  }
}

import Basics
import GoIR

/// One instruction of a body that the flow analysis reads: sixteen bytes.
///
/// The opcodes are those of GoIR with the same operands and flags. Types are gone; what they say
/// of memory is in `kind` and `layout`.
public struct FlowInstruction: Hashable, Sendable {
  public var opcode: Opcode
  /// What the value itself is.
  public var kind: ReferenceKind
  public var flags: InstructionFlags
  public var firstOperand: UInt32
  public var operandCount: UInt16
  /// How the value is taken apart; a `LayoutNumber`.
  public var layout: UInt16
  /// As in GoIR, but fields, globals and callees by the numbers of this module, functions by their
  /// numbers in the package; of `composite` with labels where its fields begin in `labels`; of
  /// `convert` which conversion to an interface it is, counted from 1, or 0.
  public var payload: UInt32
}

/// One step of an address, as in GoIR.
public struct FlowAddress: Hashable, Sendable {
  public var step: Address.Step
  public var base: AddressID
  /// As in GoIR, but fields and globals by the numbers of this module.
  public var payload: UInt32
}

/// A slice or map among the values of a body.
public struct FlowContainer: Hashable, Sendable {
  public var value: ValueID
  /// Its type without the name that it may be declared with: `[]net/http.Cookie`.
  public var type: TextID
}

/// A run of instructions with one terminator, its last.
public struct FlowBlock: Hashable, Sendable {
  /// The instructions, by their numbers.
  public var start: UInt32
  public var end: UInt32
  /// Successors and predecessors in `edges`.
  public var firstSuccessor: UInt32
  public var successorCount: UInt32
  public var firstPredecessor: UInt32
  public var predecessorCount: UInt32
}

/// A body as a graph of what it does to memory: GoIR's graph without what leads to no memory, no
/// call and no choice that matters. Only blocks that are reached from the entry are in it, in
/// reverse postorder, the entry first.
///
/// A class, for it has many tables and is handed about a lot: one reference in place of theirs.
public final class FlowBody: Hashable, Sendable {
  /// What a body is built of.
  struct Parts: Hashable, Sendable {
    var blocks: [FlowBlock] = []
    var instructions: [FlowInstruction] = []
    var operands: [ValueID] = []
    var edges: [BlockID] = []
    var addresses: [FlowAddress] = []
    var containers: [FlowContainer] = []
    var labels: [FieldNumber] = []
    var deferred: [ValueID] = []
    var positions: [UInt32] = []
  }

  let parts: Parts

  init(_ parts: Parts) { self.parts = parts }

  public var blocks: [FlowBlock] { parts.blocks }
  public var instructions: [FlowInstruction] { parts.instructions }
  public var operands: [ValueID] { parts.operands }
  public var edges: [BlockID] { parts.edges }
  public var addresses: [FlowAddress] { parts.addresses }
  /// What the slices and maps among the values are made of, in the order of the values.
  public var containers: [FlowContainer] { parts.containers }
  /// The fields of composite literals.
  public var labels: [FieldNumber] { parts.labels }
  /// The `defer` statements: their instructions, by `DeferID`; `none` for what is not reached.
  public var deferred: [ValueID] { parts.deferred }
  /// The byte ranges that instructions stand for: two numbers each, the start and the end. Both
  /// are 0 where the program writes nothing, as where the values of a variable meet.
  public var positions: [UInt32] { parts.positions }

  public static func == (left: FlowBody, right: FlowBody) -> Bool {
    left === right || left.parts == right.parts
  }

  public func hash(into hasher: inout Hasher) { parts.hash(into: &hasher) }

  func successors(of id: BlockID) -> ArraySlice<BlockID> {
    let block = blocks[id.index]
    return edges[Int(block.firstSuccessor)..<Int(block.firstSuccessor + block.successorCount)]
  }

  /// The step with which an address begins.
  func root(of address: AddressID) -> FlowAddress {
    var node = addresses[address.index]
    while !node.step.isRoot { node = addresses[node.base.index] }
    return node
  }

  /// Whether the body itself assigns to a variable, to a part of it, or takes its address.
  func mayAssign(_ variable: UInt32) -> Bool {
    instructions.contains { instruction in
      guard instruction.opcode == .store || instruction.opcode == .address else { return false }
      let root = root(of: AddressID(rawValue: instruction.payload))
      return root.step == .variable && root.payload == variable
    }
  }

  /// What an instruction stores; nil where it is no store, or nothing is known of the value.
  func stored(by store: FlowInstruction) -> FlowInstruction? {
    guard store.opcode == .store, store.operandCount > 0,
      case let value = operands[Int(store.firstOperand)], !value.isNone
    else { return nil }
    return instructions[value.index]
  }
}

/// What stands in a signature.
public struct FlowParameter: Hashable, Sendable {
  /// The name, or the empty text.
  public var name: TextID
  /// The type as Go writes it, with import paths for packages.
  public var type: TextID
  public var kind: ReferenceKind
  public var layout: LayoutNumber
}

/// A variable that lives in memory and that functions of one declaration share.
public struct FlowVariable: Hashable, Sendable {
  public var name: TextID
  public var layout: LayoutNumber
  public var kind: ReferenceKind = .none
}

/// All that is collected of one package: a function of its files, the build configuration and what
/// its imports declare.
public struct PackageFacts: Hashable, Sendable {
  /// The import path, of an external test with " [test]" behind it.
  public var path = ""
  public var texts: [String] = []
  /// The files' display paths.
  public var files: [String] = []
  public var fields: [FieldKey] = []
  /// What the fields lead to, as far as they are pointers; as many as there are fields.
  public var pointees: [PointedType] = []
  /// What encoders make of the fields; as many as there are fields.
  public var encodings: [FieldEncoding] = []
  public var globals: [GlobalKey] = []
  public var callees: [FlowCallee] = []
  public var layouts: [Layout] = []
  public var interfaces: [InterfaceShape] = []
  public var concretes: [ConcreteType] = []
  public var conversions: [InterfaceConversion] = []
  /// A declaration's functions one after another, the declared one first, then its literals.
  public var functions: [FlowFunction] = []

  public init() {}
}

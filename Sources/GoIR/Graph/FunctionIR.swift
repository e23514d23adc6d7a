import Basics
import GoSyntax
import GoTypes

/// A run of instructions with one way in and one terminator, its last.
public struct Block: Sendable {
  /// The instructions, by their numbers.
  public internal(set) var instructions: Range<UInt32>
  /// Where its successors and predecessors lie in the function's list of edges.
  var successors: Range<UInt32>
  var predecessors: Range<UInt32>
  /// Whether nothing leads here from the entry.
  public internal(set) var isUnreachable: Bool
}

/// A receiver, parameter or result.
public struct SignatureEntry: Sendable {
  /// The variable; `none` where it has no name.
  public var variable: VariableID
  public var type: TypeID
}

/// A function body as a control-flow graph. Immutable.
///
/// Blocks are numbered in reverse postorder, those that nothing leads to last; instructions
/// block by block. Variables that are neither addressed nor captured have no instructions of
/// their own: what they hold is the values.
public struct FunctionIR: Sendable {
  /// What the function is.
  public enum Kind: Sendable {
    /// A function or method that the package declares.
    case declared
    case literal
    /// The initial values of variables at package level.
    case initializer
  }

  public let kind: Kind
  /// Its number in its declaration.
  public let id: FunctionID
  /// The declaration, literal or, of initial values, the `var` declaration.
  public let node: NodeID
  /// The receiver of a method.
  public let receiver: SignatureEntry?
  public let parameters: [SignatureEntry]
  public let results: [SignatureEntry]
  /// Whether the last parameter is a slice of the arguments that are left.
  public let isVariadic: Bool
  /// The variables of functions around this one that it uses, by reference, those that its own
  /// literals use too. In the order of their declarations.
  public let captures: [VariableID]
  /// Whether a deferred call may end a panic: one calls `recover`, or it is not known what runs.
  public let mayRecover: Bool

  public let blocks: Table<BlockID, Block>
  public let instructions: Table<ValueID, Instruction>
  /// The syntax that each instruction stands for.
  public let nodes: [NodeID]
  public let addresses: Table<AddressID, Address>
  /// The `defer` statements: their instructions.
  public let deferred: Table<DeferID, ValueID>
  let operands: [ValueID]
  let edges: [BlockID]
  let labels: [FieldID]

  /// The operands of an instruction; `none` among them are bounds that are left out.
  public func operands(of value: ValueID) -> ArraySlice<ValueID> {
    let instruction = instructions[value]
    let start = Int(instruction.firstOperand)
    return operands[start..<start + Int(instruction.operandCount)]
  }

  /// The first operand of an instruction, or `none`.
  public func operand(of value: ValueID) -> ValueID {
    let instruction = instructions[value]
    return instruction.operandCount == 0 ? .none : operands[Int(instruction.firstOperand)]
  }

  /// The fields that the operands of a composite literal of a struct are for.
  public func labels(of value: ValueID) -> ArraySlice<FieldID> {
    let instruction = instructions[value]
    guard instruction.flags.contains(.labels) else { return [] }
    let start = Int(instruction.payload)
    return labels[start..<start + Int(instruction.operandCount)]
  }

  /// The instructions of a block in order.
  public func values(in block: BlockID) -> some RandomAccessCollection<ValueID> {
    blocks[block].instructions.lazy.map { ValueID(rawValue: $0) }
  }

  /// The last instruction of a block.
  public func terminator(of block: BlockID) -> ValueID {
    ValueID(rawValue: blocks[block].instructions.upperBound - 1)
  }

  /// The blocks that may come next, in the order that the terminator gives them.
  public func successors(of block: BlockID) -> ArraySlice<BlockID> {
    let range = blocks[block].successors
    return edges[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The blocks that this one may come after; a block that branches here twice stands twice.
  public func predecessors(of block: BlockID) -> ArraySlice<BlockID> {
    let range = blocks[block].predecessors
    return edges[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The block of an instruction. Costs the logarithm of the number of blocks.
  public func block(of value: ValueID) -> BlockID {
    var low = 0
    var high = blocks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[BlockID(middle)].instructions.lowerBound <= value.rawValue {
        low = middle
      } else {
        high = middle
      }
    }
    return BlockID(low)
  }
}

/// The bodies of one top-level declaration: its own, and those of the literals in it.
public struct DeclarationIR: Sendable {
  /// The declaration.
  public let declaration: PackageNode
  /// The functions by the numbers that the declaration's scopes give them.
  public let functions: Table<FunctionID, FunctionIR>
}

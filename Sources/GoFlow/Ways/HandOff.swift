import Basics
import GoIR

/// The place at which memory, known until then by a parameter, receiver or variable, entered
/// something that others have too: where a copy belongs.
public struct HandOff: Hashable, Sendable {
  public enum Form: Hashable, Sendable {
    /// It was put into a struct, field, element or channel.
    case put
    /// It is an argument of a call that runs in a goroutine, or that a library keeps.
    case argument
    /// A function literal that runs in a goroutine uses the variable; its number in the
    /// declaration.
    case capture(UInt32)
  }
  public var form: Form
  /// The instruction, and its operand by position; -1 where no operand is the memory.
  public var site: FlowSite
  public var operand: Int
  /// Of a composite literal of a struct the field.
  public var field: FieldNumber?
  /// The instruction that gives the operand.
  public var source: ValueID
  /// Whether the operand is not the memory but something in which it lies.
  public var isContainer = false
  /// Whether a call was reached that could not be followed down: the site is that call then.
  public var isCutShort = false
  /// The calls from the function in which both sides are known down to the site, that one left out.
  public var calls: [FlowSite]
}

/// How the memory of a conflict got to both of its sides.
public struct MemoryWay: Hashable, Sendable {
  /// `slice` or `map`: whose elements they use.
  public var kind: ReferenceKind
  /// Whether the second side is the one that had the memory, and the first the one that got it.
  public var isSecondOwner = false
  /// The field or variable through which both find the memory; nil where they have it otherwise.
  public var shared: SlotKey.Base?
  public var handOff: HandOff?
  /// What others find the memory in is put where they look: the calls that lead there, the last
  /// instruction last. Empty where that is the hand-off itself.
  public var queue: [FlowSite] = []
  /// Whether what was put where others look lay in something that was there before: then it may have
  /// been put there by another instruction than the one that is named.
  public var isIndirect = false
  /// Whether the first side uses what it put where others look before it lets anybody go on: see
  /// `UsesAtOnce`.
  public var isAtOnce = false
  /// Where the other side takes out what was put there.
  public var taken: FlowSite?
  /// Where the memory was made, if that is known.
  public var made: FlowSite?
}

import Basics
import GoTypes

/// What an instruction does. The comments name operands, then the payload.
public enum Opcode: UInt8, CaseIterable, Sendable {
  // Where values come from.

  /// The receiver, then the parameters, by position. Payload: the position.
  case parameter
  /// The value of a variable where paths meet: one operand for each predecessor, in their
  /// order. Payload: the variable.
  case phi
  /// A literal, a declared constant or nil. Payload: its value where the flag `integer` is set;
  /// else 1 of `true`, 2 of `false` and 0 of others.
  /// Where it is put into a variable, it has that one's type, nil too; the node of nil says `nil`.
  case constant
  /// The zero value of the type.
  case zero
  /// A declared function or method expression as a value. Payload: the callee.
  case function
  /// A function literal; what it captures lies in variables. Payload: the function.
  case closure
  /// A method bound to its receiver. Operand: the receiver. Payload: the callee.
  case methodValue
  /// What could not be made sense of. Operands: the values that went into it.
  case unknown
  /// A variable that has no value on this path: in broken Go and in unreachable code.
  case undefined

  // Memory.

  /// A new instance of a variable that is addressed or captured. Operand: what it holds at
  /// first. Payload: the variable.
  case declare
  /// What a location holds. Payload: the address.
  case load
  /// Operand: what the location shall hold. Payload: the address.
  case store
  /// A pointer to a location. Payload: the address.
  case address

  // Values made of values.

  /// A field of a struct value. Operand: the struct. Payload: the field.
  case field
  /// An element of an array value or byte of a string. Operands: the whole, the index.
  case element
  /// A struct value with one field replaced. Operands: the struct, the field's new value.
  /// Payload: the field.
  case updateField
  /// An array value with one element replaced. Operands: the array, the index, the new value.
  case updateElement
  /// A composite literal. Operands: the elements; of a struct the flag `labels` says that the
  /// payload is where its fields' names begin; with the flag `keyed` keys and elements in turn.
  case composite
  /// A new variable, as `&T{…}` and `new` make it. Operand: what it holds.
  case new
  /// `make`. Operands: the sizes that are given.
  case make
  /// `append`. Operands: the slice, then what is appended: one slice with the flag `spread`.
  case append
  /// `x[low:high:max]`. Operands: the whole (a slice, string, or pointer to an array), then the
  /// three bounds, `none` where they are left out.
  case slice
  /// A conversion; with the flag `implicit` one to an interface that is not written. Operand.
  case convert
  /// A type assertion. Operand: the interface.
  case assert
  /// Operands: left, right. Payload: the operator's kind.
  case binary
  /// Operand. Payload: the operator's kind.
  case unary
  /// One part of a value that has several. Operand: the whole. Payload: the position.
  case extract

  // Calls, and what the language does itself.

  /// A call. Operands: with the flag `functionValue` the function, with `receiver` the receiver,
  /// then the arguments, those of a variadic parameter in one slice. Payload: the callee.
  case call
  /// A `go` statement: like a call.
  case go
  /// A `defer` statement: like a call.
  case `defer`
  /// A deferred call that runs here, as the function ends. Payload: the `DeferID`. With the flag
  /// `sure` it was deferred on every path that leads here, with `repeated` perhaps many times:
  /// then the calls of an exit take turns in an order that their instructions do not say.
  case runDeferred
  /// A builtin function that is none of the others. Operands: arguments. Payload: `Builtin`.
  case builtin
  /// `copy`. Operands: destination, source.
  case copy
  /// `delete`. Operands: map, key.
  case delete
  /// `clear`. Operand: map or slice.
  case clear
  /// `close`. Operand: the channel.
  case close
  /// Operands: channel, value. With the flag `selected` a case of a select.
  case send
  /// Operand: the channel. With the flag `selected` a case of a select.
  case receive
  /// One step of a range loop: whether there is one more, its key and its element. Operand: what
  /// is ranged over, none where only the constant length of an array counts. An iterator function
  /// is called here, and ends here or, without an instruction, where the loop is left.
  case next
  /// `recover()`.
  case recover
  /// `panic(x)`: deferred calls follow. Operand: x.
  case startPanic

  // Terminators: the last instruction of each block, and nowhere else.

  /// One successor.
  case jump
  /// Operand: the condition. Successors: where it is true, where it is false.
  case branch
  /// A select: a successor for each clause in the order of the text. With the flag
  /// `nonblocking` one of them is the default clause. Operands: the channels and the values that
  /// are sent, in the order of the text.
  case select
  /// The function returns. Operands: its results. With the flag `recovered` a panic ended here.
  case `return`
  /// The goroutine leaves the function otherwise: it panics, or ends as `runtime.Goexit` ends it.
  case unwind
  /// Nothing happens after this, in no function: the process exits, or it waits for ever.
  case halt
  /// The end of a block that nothing leads to.
  case unreachable

  /// Whether it ends a block.
  @inlinable public var isTerminator: Bool { rawValue >= Opcode.jump.rawValue }

  /// Whether it leaves the function so that deferred calls run.
  @inlinable public var isExit: Bool { self == .return || self == .unwind }

  /// Whether it gives a value.
  public var givesValue: Bool {
    switch self {
    case .store, .declare, .go, .defer, .delete, .clear, .close, .send, .startPanic, .runDeferred:
      false
    default: !isTerminator
    }
  }
}

/// What the opcode alone does not say.
public struct InstructionFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The value is a pair: the value proper, and whether there was one.
  public static let commaOk = InstructionFlags(rawValue: 1)
  /// The program does not write it: Go puts it in.
  public static let implicit = InstructionFlags(rawValue: 1 << 1)
  /// The last argument is a slice that gives all the others.
  public static let spread = InstructionFlags(rawValue: 1 << 2)
  /// A call's first operand is the function.
  public static let functionValue = InstructionFlags(rawValue: 1 << 3)
  /// A call's first operand (after the function, if there is one) is the receiver.
  public static let receiver = InstructionFlags(rawValue: 1 << 4)
  /// A call never returns.
  public static let neverReturns = InstructionFlags(rawValue: 1 << 5)
  /// It happens on every path that leads here.
  public static let sure = InstructionFlags(rawValue: 1 << 6)
  /// It may happen more than once.
  public static let repeated = InstructionFlags(rawValue: 1 << 7)
  /// A communication that a select chose.
  public static let selected = InstructionFlags(rawValue: 1 << 8)
  /// A select with a default clause.
  public static let nonblocking = InstructionFlags(rawValue: 1 << 9)
  /// A return to which a recovered panic leads.
  public static let recovered = InstructionFlags(rawValue: 1 << 10)
  /// The payload of a constant is its value, as 32 bits with a sign.
  public static let integer = InstructionFlags(rawValue: 1 << 11)
  /// A composite literal's payload is where its fields' names begin.
  public static let labels = InstructionFlags(rawValue: 1 << 12)
  /// A composite literal's operands are keys and elements in turn.
  public static let keyed = InstructionFlags(rawValue: 1 << 13)
}

/// One instruction, twenty bytes.
public struct Instruction: Sendable {
  public var opcode: Opcode
  public var flags: InstructionFlags
  /// Where its operands begin in the function's list of operands, and how many there are.
  public internal(set) var firstOperand: UInt32
  public internal(set) var operandCount: UInt32
  /// What the opcode says.
  public var payload: UInt32
  /// The type of its value, in the package's table; unknown where it gives none.
  public var type: TypeID
}

/// The builtin functions that have no instruction of their own.
public enum Builtin: UInt32, Sendable, CaseIterable {
  case cap, complex, imag, len, max, min, print, println, real
  case unsafeAdd, unsafeAlignof, unsafeOffsetof, unsafeSizeof
  case unsafeSlice, unsafeSliceData, unsafeString, unsafeStringData

  /// The builtin function of a name, `len` or `unsafe.Slice`.
  init?(named name: String) {
    guard let found = Self.byName[name] else { return nil }
    self = found
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// The name in Go.
  public var name: String {
    let text = "\(self)"
    return text.hasPrefix("unsafe") ? "unsafe." + text.dropFirst("unsafe".count) : text
  }
}

import Basics
import GoIR

/// The functions that one runs and starts, and those that go through slots.
public struct FunctionCalls: Hashable, Sendable, Codable {
  public var places: [PlaceName] = []
  public var edges: [FunctionEdge] = []
  public var toSlots: [SlotFunction] = []
  public var fromSlots: [SlotFunction] = []
}

/// A function that another one runs: in its own goroutine, or in one that it starts.
public struct FunctionEdge: Hashable, Sendable, Codable {
  public var target: FunctionNumber
  /// The goroutine; nil for the caller's own.
  public var start: StrandStart?
  /// What it is given, and what becomes of its results, in the order of the keys.
  public var bindings: [PlaceBinding]
  /// Locks held surely and perhaps during a call; of a goroutine those that it holds itself where it
  /// calls the function.
  public var mustLocks: [PlaceLock]
  public var mayLocks: [PlaceLock]
  /// Locks held surely during a call that lie in what it is given, whichever object that is.
  public var locksOfArguments: [LockOfCallers] = []
  /// What was surely waited for before, and is surely signalled after, by places.
  public var waited: [UInt32]
  public var signalled: [UInt32]
  public var value: ValueID
  /// Whether the goroutine may run beside earlier ones that the function started there.
  public var isLooped = false
  /// Whether the function waits for the goroutine's end, on some way at least.
  public var isJoined = false
  /// Whether the goroutine has ended whenever the function returns.
  public var isEnded = false
  /// Whether the receiver, or the first parameter, gets what the caller made and nobody else has yet,
  /// but the goroutines of its making.
  public var givesOwn = false
}

/// A function value that was put into a slot, or the call of one that lay there.
public struct SlotFunction: Hashable, Sendable, Codable {
  public var slot: SlotKey
  /// What was put there, with what it captures; of a call there is no target, and the bindings are
  /// the arguments.
  public var edge: FunctionEdge
  /// The captured variables, by position, that another one that was put there before has too.
  public var sharedCaptures: UInt64
  /// The captured variables, by position, that lead to the object in which the slot lies.
  public var containerCaptures: UInt64
  /// Whether it is a method value: its receiver is bound, and the arguments come behind it.
  public var isBound = false
  /// Whether none of the goroutines looks there yet that the function starts.
  public var isFirst = false
}

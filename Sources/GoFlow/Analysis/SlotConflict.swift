import Basics
import GoIR

/// A use of memory that is known by a slot.
public struct SlotUse: Hashable, Sendable {
  public var function: FunctionNumber
  /// The record of the function's summary.
  public var record: UInt32
  /// Of a goroutine that the function leaves behind the number in the summary; else `max`.
  public var strand: UInt32 = .max
  public var kind: AccessKind
  /// The goroutine; nil for calls from outside.
  public var start: StrandStart?
  /// Whether the goroutine took the function out of where it lay: a callback, a task.
  public var isTask = false
  /// The locks that the function's callers surely hold, by the slots that they lie in.
  public var held: [HeldSlot] = []
}

/// A lock that is held, by the slot that it lies in.
public struct HeldSlot: Hashable, Sendable {
  public var slot: SlotKey.Base
  public var mode: LockMode
}

/// Two uses of what lies in one slot, which may happen at the same time.
public struct SlotConflict: Hashable, Sendable {
  public var slot: SlotKey.Base
  /// The way from the slot to the memory.
  public var way: [MemoryName.Selector]
  public var first: SlotUse
  public var second: SlotUse
  /// Whether the one puts into the slot what it goes on using.
  public var isHandedOver: Bool
  public var isPossibleOnly: Bool
  /// Whether the sides may have another object each, of one kind.
  public var mayDiffer = false
  /// The lock that guards the memory elsewhere, by the slot that it lies in; nil where none does.
  public var guardedBy: SlotKey.Base?
  /// Whether functions of `sync/atomic` use the memory at other sites: see `AtomicSites`.
  public var isAtomicElsewhere = false
  /// Whether each side surely holds that lock.
  public var firstIsGuarded = false
  public var secondIsGuarded = false
}

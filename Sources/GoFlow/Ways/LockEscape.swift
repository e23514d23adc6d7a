import Basics
import GoIR

/// A slice or map that a lock guards and that leaves the lock uncopied, while it is changed in place
/// under the lock elsewhere.
public struct LockEscape: Hashable, Sendable {
  /// How it leaves.
  public enum Form: Hashable, Sendable {
    /// The function that took the lock uses it on after it released it.
    case used
    /// The function gives it to its callers.
    case returned
    /// The function gives its callers an object in which it lies.
    case held
    /// The function gives its callers a copy of what is around it, of the outer level alone.
    case copied
    /// The function puts it into something of its callers, or sends it there.
    case given
  }
  public var form: Form
  /// Where it is found while the lock is held.
  public var source: FlowSite
  /// What of it is changed in place: a slice or a map.
  public var kind: ReferenceKind
  /// Its name, and the lock's: `Registry.names`, `Registry.mu`.
  public var memory: String
  public var lock: String
  /// The calls on the way to a change in place, the change last.
  public var change: [FlowSite]
  public var changeStart: StrandStart?
  /// Reads that hold no lock, each the calls on the way and the read.
  public var readers: [[FlowSite]]
  /// Whether what is found is what is changed, and not something that leads there; slices and maps
  /// that lie in it are not changed in place.
  public var isItself: Bool
  /// The fields by which what is found lies in what `source` loads: none where it loads just that.
  public var inner: [FieldNumber]
  /// Whether code outside the program can get it and look into it.
  public var isOpen: Bool
}

/// A slice or map, or what holds one, that a function finds while it holds a lock.
struct GuardedFind {
  /// The instruction.
  var value: ValueID
  /// The object in the function's own terms and in those of its summary.
  var own: ObjectID
  var object: UInt32
  var place: GuardedPlace
  /// The object around the lock, in the summary's terms.
  var holder: UInt32
}

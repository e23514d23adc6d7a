import Basics
import GoIR

/// What stands for the roots of a summary at one call.
struct CallRoots {
  /// The leaves of the arguments, the receiver first: their ways and what they lead to.
  var arguments: [(paths: Few<PathID>, sets: Few<SetID>)]
  /// The function value that is called: its parts are what it captures. Empty for declared
  /// functions.
  var closure = SetID.empty
  /// Of a function value that a goroutine calls the objects through which that one was given the
  /// arguments, by position; empty where nobody asked.
  var givens: [ObjectID] = []
  /// Of a function value that a called function or a goroutine calls what the arguments are as
  /// indices, by position; empty where nothing is known of any.
  var indices: [ElementIndex] = []
  /// The function value that runs; `none` where a function is called by its name.
  var functionValue = ObjectID.none
  /// Of a function value that goroutines call what is known of these.
  var caller = CallingGoroutines()
}

/// The goroutines that call a function value, of those that one run of an instruction starts.
struct CallingGoroutines {
  /// Whether there are several; nil where the start says so.
  var areSeveral: Bool?
  /// The number of the call among those of the summary that they run; `max` where that is all.
  var call: UInt32 = .max
  /// Whether each of them calls another function value of a container.
  var haveOneEach = false
  /// Whether each finds another function value in an element which it picks by its number.
  var pickEach = false
  /// Whether a loop starts them again and again.
  var areLooped = false
  /// Whether each has the locks for itself that it makes.
  var haveOwnLocks = false
}

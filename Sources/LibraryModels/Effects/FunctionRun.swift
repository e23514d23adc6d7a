/// A function value that a call runs. Where the value is no function but has methods, as a
/// handler, a job or an `io.Writer`, the methods of the parameter's interface are run.
public struct FunctionRun: Hashable, Sendable {
  /// The goroutine that runs it.
  public enum Strand: String, Hashable, Sendable, CaseIterable {
    /// In the caller's goroutine before the call returns.
    case now
    /// As `now`; the call returns when the goroutines have ended, too, that the function starts.
    case whole
    /// As `now`, at most once for each receiver; who comes later waits for it.
    case once
    /// As `now`, one after another for each receiver.
    case exclusive
    /// In a goroutine of its own, which the call starts.
    case goroutine
    /// In a goroutine of the library's, perhaps many at once: a pool, a server's handlers.
    case pool
    /// In one goroutine of the library's, one call after another: an event loop, a scheduler.
    case loop
    /// Before or after the caller's end, in its goroutine: `t.Cleanup`.
    case later

    /// Whether it is the goroutine of the caller.
    public var isOfCaller: Bool {
      switch self {
      case .now, .whole, .once, .exclusive, .later: true
      case .goroutine, .pool, .loop: false
      }
    }
  }
  public var function: CallPlace
  public var strand: Strand
  /// What the end of the run signals, so that a wait for it joins the run: the group.
  public var signals: CallPlace?
  /// Values that are the function's arguments, by position, where the call hands some on.
  public var arguments: [CallPlace]

  /// A run of a function value on a strand.
  public init(
    function: CallPlace, strand: Strand, signals: CallPlace? = nil, arguments: [CallPlace] = []
  ) {
    self.function = function
    self.strand = strand
    self.signals = signals
    self.arguments = arguments
  }
}

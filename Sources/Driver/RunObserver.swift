/// What is told of a run while it goes on, and what may end it early. Called from several threads.
public struct RunObserver: Sendable {
  /// How many packages of how many are read; nil where nobody asks.
  public var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?
  /// Whether nobody waits for the report any more. Asked between packages and between stages; the run
  /// then ends with `AnalysisError.abandoned`.
  public var isAbandoned: @Sendable () -> Bool

  /// An observer that lets the run come to its end, unless `isAbandoned` says otherwise.
  public init(
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil,
    isAbandoned: @escaping @Sendable () -> Bool = { false }
  ) {
    self.progress = progress
    self.isAbandoned = isAbandoned
  }

  /// Throws where nobody waits any more.
  func check() throws(AnalysisError) { if isAbandoned() { throw .abandoned } }
}

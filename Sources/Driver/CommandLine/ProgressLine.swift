import Synchronization

/// A line on standard error that says how far a long run has come.
///
/// It appears after a second and is written over at most ten times a second; `clear` takes it
/// away, for what is written after it.
final class ProgressLine: Sendable {
  private struct State {
    var nextUpdate: ContinuousClock.Instant
    var isShown = false
    var isOver = false
  }

  private let sink: any OutputSink
  private let state: Mutex<State>

  /// A line that appears on the sink, which is a terminal, if the run is long.
  init(_ sink: any OutputSink, delay: Duration = .seconds(1)) {
    self.sink = sink
    state = Mutex(State(nextUpdate: .now + delay))
  }

  /// Tells how many parts of how many are done.
  func update(_ done: Int, _ total: Int) {
    state.withLock { state in
      let now = ContinuousClock.now
      guard !state.isOver, now >= state.nextUpdate, total > 0 else { return }
      state.nextUpdate = now + .milliseconds(100)
      state.isShown = true
      sink.report("\r\u{1B}[Kracelint: \(done * 100 / total) % of \(total) packages")
    }
  }

  /// Takes the line away for good.
  func clear() {
    state.withLock { state in
      if state.isShown { sink.report("\r\u{1B}[K") }
      state.isOver = true
      state.isShown = false
    }
  }
}

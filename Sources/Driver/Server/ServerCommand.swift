import Basics
import Findings
import LanguageServer
import Synchronization

/// `racelint server`: a language server on standard input and output.
struct ServerCommand {
  private let options: CommandLineOptions
  private let context: ApplicationContext

  /// The command that an invocation asks for. What its options name is read, so that a mistake in
  /// them is told at once; a configuration that is found is told of when it is used.
  init(_ invocation: Invocation, _ context: ApplicationContext) throws(RunError) {
    var options = invocation.options
    options.ignoresConfiguration = options.configuration == nil
    _ = try EffectiveConfiguration(options, context)
    _ = try Baseline(options, context)
    // Each program has a working directory of its own.
    func absolute(_ path: String) -> String { FilePath.join(context.workingDirectory, path) }
    options.ignoresConfiguration = invocation.options.ignoresConfiguration
    options.configuration = options.configuration.map(absolute)
    options.baseline = options.baseline.map(absolute)
    self.options = options
    self.context = context
  }

  /// Serves until the client goes.
  func run() throws(RunError) -> Application.ExitCode {
    let events: InputEvents
    do throws(FileError) { events = try InputEvents(context.input) } catch { throw .input(error) }
    return serve(events, Mailbox())
  }

  private func serve(_ events: InputEvents, _ mailbox: Mailbox) -> Application.ExitCode {
    var session = LanguageSession(rules: context.engine.rules)
    var framing = MessageFraming()
    while true {
      switch events.next(before: session.nextDeadline) {
      case .bytes(let bytes):
        framing.add(bytes)
        while session.exitCode == nil, let piece = framing.next() {
          switch piece {
          case .message(let text): session.receive(text, at: .now)
          case .garbage: session.receiveGarbage()
          }
        }
      case .end: session.end()
      case .woken: if let outcome = mailbox.take() { session.finish(outcome) }
      case .late: break
      }
      for message in session.takeOutgoing() {
        do throws(FileError) { try context.output.write(message.bytes) } catch { session.end() }
      }
      if let code = session.exitCode { return code }
      if let run = session.nextRun(at: .now) { begin(run, events, mailbox) }
    }
  }

  /// Makes a run on a thread of its own.
  private func begin(_ run: ProgramRun, _ events: InputEvents, _ mailbox: Mailbox) {
    Parallel.begin { [options, context] in
      mailbox.put(run.outcome(options, context))
      events.wake()
    }
  }

  /// Where a run leaves what came of it. There is one run at a time.
  private final class Mailbox: Sendable {
    private let outcome = Mutex<ProgramRun.Outcome?>(nil)

    func put(_ outcome: ProgramRun.Outcome) { self.outcome.withLock { $0 = outcome } }

    func take() -> ProgramRun.Outcome? {
      outcome.withLock { outcome in
        defer { outcome = nil }
        return outcome
      }
    }
  }
}

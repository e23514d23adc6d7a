import Basics
import Glibc

/// What the command line finds around it; tests bring their own.
public struct ApplicationContext: Sendable {
  /// The absolute path that relative paths start from.
  public var workingDirectory: String
  /// The variables of the environment that matter: `NO_COLOR`, `TERM`, and those by which a host of
  /// reviews is found.
  public var environment: [String: String]
  /// Where reports, patches and help go.
  public var output: any OutputSink
  /// Where reasons, remarks and progress go.
  public var errors: any OutputSink
  /// Reads all of standard input, to its end.
  var readInput: @Sendable () throws(FileError) -> [UInt8]
  /// The descriptor of standard input, for what reads it bit by bit.
  var input: Int32 = STDIN_FILENO
  /// Waits before a request is repeated.
  var pause: @Sendable (Duration) -> Void
  /// What analyses.
  public var engine: Engine

  /// A context of the given parts.
  public init(
    workingDirectory: String, environment: [String: String] = [:], output: any OutputSink,
    errors: any OutputSink, engine: Engine,
    readInput: @escaping @Sendable () throws(FileError) -> [UInt8] = { () throws(FileError) in [] },
    pause: @escaping @Sendable (Duration) -> Void = ApplicationContext.sleep
  ) {
    self.workingDirectory = workingDirectory
    self.environment = environment
    self.output = output
    self.errors = errors
    self.engine = engine
    self.readInput = readInput
    self.pause = pause
  }

  /// Lets the thread rest for a time.
  public static let sleep: @Sendable (Duration) -> Void = { duration in
    Glibc.sleep(UInt32(clamping: duration.components.seconds))
  }

  /// The context of this process.
  public static var process: ApplicationContext {
    var environment: [String: String] = [:]
    for name in ["NO_COLOR", "TERM"] + ReviewFormat.variables {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return ApplicationContext(
      workingDirectory: FilePath.workingDirectory, environment: environment,
      output: DescriptorSink.standardOutput, errors: DescriptorSink.standardError, engine: .live,
      readInput: { () throws(FileError) in try FileSystem.readStandardInput() })
  }

  private var isDumb: Bool { environment["TERM"] == "dumb" }

  /// Whether a report on standard output is set in colour.
  func usesColor(_ choice: CommandLineOptions.Color, toFile: Bool) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      !toFile && output.isTerminal && !isDumb && environment["NO_COLOR", default: ""].isEmpty
    }
  }

  /// The columns of a report: those of the terminal within limits, or 80.
  func width(toFile: Bool) -> Int {
    guard !toFile, output.isTerminal, let columns = output.columns else { return 80 }
    return max(40, min(columns, 100))
  }

  /// Whether somebody looks at standard output for whom marks are to be shown and not written.
  var showsMarkup: Bool { output.isTerminal && !isDumb }

  /// Whether a line on standard error may be written over.
  var showsProgress: Bool { errors.isTerminal && !isDumb }
}

import Basics
import Glibc
import Reporting

/// The whole program but for the process around it.
public struct Application {
  /// What a run ends with.
  public enum ExitCode: Int32, Sendable {
    /// Nothing was found.
    case clean = 0
    /// There are findings; or the client of a server has gone without shutting it down.
    case findings = 1
    /// The work could not be done.
    case failure = 2
  }

  private let context: ApplicationContext

  /// The program in its surroundings.
  public init(_ context: ApplicationContext) { self.context = context }

  /// Runs as a process with these arguments, without the program's name; the exit status.
  public static func main(_ arguments: [String]) -> Int32 {
    // A reader that went away shows as an error of `write`, and ends the run quietly.
    signal(SIGPIPE, SIG_IGN)
    return Application(.process).run(arguments).rawValue
  }

  /// Does what the arguments, without the program's name, ask for.
  public func run(_ arguments: [String]) -> ExitCode {
    do throws(RunError) {
      let invocation: Invocation
      do throws(CommandLineError) {
        invocation = try ArgumentParser.parse(arguments)
      } catch {
        throw .commandLine(error)
      }
      return try run(invocation)
    } catch {
      context.errors.report("racelint: \(ErrorMessages.message(for: error))\n")
      return .failure
    }
  }

  private func run(_ invocation: Invocation) throws(RunError) -> ExitCode {
    guard let command = invocation.command, !invocation.options.wantsHelp else {
      return try print(HelpText.text(for: invocation.command))
    }
    switch command {
    case .check:
      return try CheckCommand(invocation, context).run()
    case .review:
      return try ReviewCommand(invocation, context).run()
    case .server: return try ServerCommand(invocation, context).run()
    case .explain: return try explain(invocation.operands[0])
    case .rules: return try print(ruleTable)
    case .config: return try configuration(invocation.options)
    case .completions: return try completions(invocation.operands[0])
    case .man: return try print(ManualPage.text)
    case .version: return try print("racelint \(Version.current)\n")
    case .help: return try help(invocation.operands.first)
    }
  }

  private func print(_ text: String) throws(RunError) -> ExitCode {
    try context.deliver(Array(text.utf8))
    return .clean
  }

  private func explain(_ id: String) throws(RunError) -> ExitCode {
    guard let rule = context.engine.rules.first(where: { $0.id == id }) else {
      throw .commandLine(context.engine.unknownRule(id))
    }
    if context.showsMarkup {
      let usesColor = context.usesColor(.auto, toFile: false)
      let manual = TerminalManual(width: context.width(toFile: false), usesColor: usesColor)
      return try print(manual.render(rule.manual))
    }
    return try print(rule.manual.hasSuffix("\n") ? rule.manual : rule.manual + "\n")
  }

  private func configuration(_ options: CommandLineOptions) throws(RunError) -> ExitCode {
    let rules = context.engine.rules
    if options.printsSchema {
      try context.deliver(ConfigurationSchema(rules: rules).render())
      return .clean
    }
    return try print(
      ConfigurationListing.text(EffectiveConfiguration(options, context), rules: rules))
  }

  private func completions(_ name: String) throws(RunError) -> ExitCode {
    guard let shell = CompletionShell(rawValue: name) else {
      let names = CompletionShell.allCases.map(\.rawValue)
      throw .commandLine(
        .unknownShell(name, suggestion: Suggestion.nearest(to: name, among: names)))
    }
    return try print(shell.script(rules: context.engine.rules.map(\.id)))
  }

  private func help(_ word: String?) throws(RunError) -> ExitCode {
    guard let word else { return try print(HelpText.text(for: nil)) }
    guard let command = Command(rawValue: word) else {
      let names = Command.allCases.map(\.rawValue)
      throw .commandLine(
        .unknownCommand(word, suggestion: Suggestion.nearest(to: word, among: names)))
    }
    return try print(HelpText.text(for: command))
  }

  private var ruleTable: String {
    let rules = context.engine.rules
    let width = rules.map(\.id.count).max() ?? 0
    return rules.map { rule in
      let padding = String(repeating: " ", count: width - rule.id.count)
      return "\(rule.id)\(padding)  \(rule.isOnByDefault ? "on " : "off")  \(rule.summary)\n"
    }.joined()
  }
}

extension ApplicationContext {
  /// Writes to standard output; that its reader went away is no error.
  func deliver(_ bytes: [UInt8]) throws(RunError) {
    do throws(FileError) {
      try output.write(bytes)
    } catch {
      if error.code != EPIPE { throw .output(error) }
    }
  }
}

extension Engine {
  /// The error for an id that no rule has, with the nearest one that a rule has.
  func unknownRule(_ id: String) -> CommandLineError {
    .unknownRule(id, suggestion: Suggestion.nearest(to: id, among: rules.map(\.id)))
  }
}

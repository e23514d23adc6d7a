import Basics
import Glibc

/// Commands for those who work on racelint; not installed.
@main
struct RacelintDev {
  static var commands: [any DeveloperCommand.Type] {
    [
      DumpSyntaxCommand.self, DumpTypesCommand.self, DumpIRCommand.self, VerifyCommand.self,
      LowerCommand.self, CollectCommand.self, DumpFlowCommand.self, WhyCommand.self,
      FlowTableCommand.self, FlowCommand.self, ParseCommand.self, BenchCommand.self,
      GenerateCommand.self, CasesCommand.self, CorpusCommand.self, OracleTypesCommand.self,
      OracleRacesCommand.self, NewRuleCommand.self,
    ]
  }

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let name = arguments.first, name != "--help", name != "-h" else {
      printUsage()
      exit(arguments.isEmpty ? 2 : 0)
    }
    guard let command = commands.first(where: { $0.name == name }) else {
      fail("unknown command \(name); see racelint-dev --help")
    }
    do throws(DeveloperError) {
      try command.run(Array(arguments.dropFirst()))
    } catch {
      fail(error.message, status: error.status)
    }
  }

  private static func printUsage() {
    print("usage: racelint-dev COMMAND [ARGUMENT…]\n")
    for command in commands { print("  \(command.usage)\n      \(command.summary)") }
  }

  private static func fail(_ message: String, status: Int32 = 2) -> Never {
    let line = Array("racelint-dev: \(message)\n".utf8)
    _ = write(2, line, line.count)
    exit(status)
  }
}

/// One of the commands.
protocol DeveloperCommand {
  static var name: String { get }
  /// The command with its arguments.
  static var usage: String { get }
  static var summary: String { get }
  static func run(_ arguments: [String]) throws(DeveloperError)
}

/// Why a command could not do its work, or what was not as it should be; one line.
struct DeveloperError: Error {
  var message: String
  /// What the program ends with: 2, or 1 where the work was done and came out wrong.
  var status: Int32

  init(_ message: String, status: Int32 = 2) {
    self.message = message
    self.status = status
  }

  init(_ error: FileError) { self.init("\(error.path): \(error.reason)") }
}

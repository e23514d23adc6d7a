import Basics
import Glibc

/// Commands for those who work on racelint; not installed.
@main
struct RacelintDev {
  static var commands: [any DeveloperCommand.Type] {
    [
      DumpSyntaxCommand.self, DumpTypesCommand.self, DumpIRCommand.self, VerifyCommand.self,
      LowerCommand.self,
      ParseCommand.self, BenchCommand.self,
      GenerateCommand.self, CasesCommand.self, OracleTypesCommand.self, NewRuleCommand.self,
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
      fail(error.message)
    }
  }

  private static func printUsage() {
    print("usage: racelint-dev COMMAND [ARGUMENT…]\n")
    for command in commands { print("  \(command.usage)\n      \(command.summary)") }
  }

  private static func fail(_ message: String) -> Never {
    let line = Array("racelint-dev: \(message)\n".utf8)
    _ = write(2, line, line.count)
    exit(2)
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

/// Why a command could not do its work; one line.
struct DeveloperError: Error {
  var message: String

  init(_ message: String) { self.message = message }

  init(_ error: FileError) { message = "\(error.path): \(error.reason)" }
}

import Basics
import GoSyntax

/// Prints the flat syntax tree of a file.
struct DumpSyntaxCommand: DeveloperCommand {
  static let name = "dump-syntax"
  static let usage = "dump-syntax FILE"
  static let summary = "print the syntax tree of a file, a node a line"

  static func run(_ arguments: [String]) throws(DeveloperError) {
    guard arguments.count == 1 else { throw DeveloperError("usage: racelint-dev \(usage)") }
    guard var parser = GoParser() else { throw DeveloperError("the grammar was refused") }
    do throws(FileError) {
      let bytes = try FileSystem.read(arguments[0])
      print(parser.parse(SourceText(path: arguments[0], bytes: bytes)).dump(), terminator: "")
    } catch {
      throw DeveloperError(error)
    }
  }
}

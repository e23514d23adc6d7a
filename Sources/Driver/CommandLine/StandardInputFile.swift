import Basics
import GoPackages

/// The file that standard input stands for, and what it is checked with.
struct StandardInputFile {
  /// The path of the file as reports show it.
  let shownPath: String
  /// The text, in place of the file.
  let overlay: SourceOverlay
  /// What is checked: the patterns that were given, or the file's module; and the file.
  let patterns: [String]

  /// Reads standard input where an invocation asks for it; nil where it does not.
  init?(_ invocation: Invocation, _ context: ApplicationContext) throws(RunError) {
    guard let name = invocation.options.standardInputFile else { return nil }
    let path = FilePath.join(context.workingDirectory, name)
    do throws(FileError) {
      overlay = SourceOverlay([path: try context.readInput()])
    } catch {
      throw .input(error)
    }
    shownPath = DisplayPath.of(path, workingDirectory: context.workingDirectory)
    let given = invocation.operands.filter { $0 != "-" }
    patterns = (given.isEmpty ? [ProgramRoot(of: path).pattern] : given) + [path]
  }
}

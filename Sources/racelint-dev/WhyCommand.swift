import Basics
import GoFlow

/// Says whether the code on two lines may touch the same memory at the same time, and why.
struct WhyCommand: DeveloperCommand {
  static let name = "why"
  static let usage = "why [--jobs N] FILE:LINE FILE:LINE [PATTERN…]"
  static let summary = """
    say whether two lines may touch the same memory at the same time, how it got to
          both, or what keeps them apart; reads the packages of both files, or PATTERNs
    """

  static func run(_ arguments: [String]) throws(DeveloperError) {
    let given = try ProgramArguments(arguments, flags: [], usage: usage)
    guard given.patterns.count >= 2 else { throw DeveloperError("usage: racelint-dev \(usage)") }
    let places = try given.patterns.prefix(2).map { text throws(DeveloperError) in try Place(text) }
    let directories = Set(places.map { FilePath.directory($0.path) }).sorted()
    let patterns = given.patterns.count > 2 ? Array(given.patterns.dropFirst(2)) : directories
    let program = try CheckedProgram(patterns, jobs: given.jobs)
    let analysis = program.analyzeFlow()
    let first = try places[0].line(in: analysis.program)
    let second = try places[1].line(in: analysis.program)
    let lines = FileLines(analysis.program.files)
    let printer = FlowAnswerPrinter(analysis) { lines.line($0, $1) }
    let answer = FlowQuestion(analysis).answer(first, second)
    print(printer.string(answer, first, second), terminator: "")
  }

  /// A line of a file as it is given: `FILE:LINE`.
  private struct Place {
    /// Absolute.
    let path: String
    let number: Int

    init(_ text: String) throws(DeveloperError) {
      guard let colon = text.lastIndex(of: ":"),
        let number = Int(text[text.index(after: colon)...])
      else { throw DeveloperError("\(text) is no FILE:LINE") }
      path = FilePath.join(FilePath.workingDirectory, String(text[..<colon]))
      self.number = number
    }

    /// The line, under the name that the program has for its file.
    func line(in program: FlowProgram) throws(DeveloperError) -> FlowLine {
      let shown = program.files.first {
        FilePath.join(FilePath.workingDirectory, $0) == path
      }
      do {
        let source = SourceText(path: shown ?? path, bytes: try FileSystem.read(path))
        guard let line = FlowLine(source, line: number) else {
          throw DeveloperError("\(source.path) has no line \(number)")
        }
        return line
      } catch let error as FileError {
        throw DeveloperError(error)
      } catch let error as DeveloperError {
        throw error
      } catch {
        throw DeveloperError("\(error)")
      }
    }
  }
}

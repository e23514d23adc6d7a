import Basics
import GoFlow

/// Prints what functions do to memory, and which uses of it may happen at the same time.
struct DumpFlowCommand: DeveloperCommand {
  static let name = "dump-flow"
  static let usage = "dump-flow [--conflicts] [--jobs N] PATTERN[:FUNC]…"
  static let summary = "print the summaries of functions, and what conflicts in them"

  static func run(_ arguments: [String]) throws(DeveloperError) {
    let given = try ProgramArguments(arguments, flags: ["--conflicts"], usage: usage)
    var patterns: [String] = []
    var wanted: Set<String> = []
    for pattern in given.patterns {
      if let colon = pattern.lastIndex(of: ":") {
        patterns.append(String(pattern[..<colon]))
        wanted.insert(String(pattern[pattern.index(after: colon)...]))
      } else {
        patterns.append(pattern)
      }
    }
    let program = try CheckedProgram(patterns, jobs: given.jobs)
    let analysis = program.analyzeFlow()
    let printer = FlowPrinter(analysis, withContexts: !given.flags.contains("--conflicts"))
    let lines = FileLines(analysis.program.files)
    for number in analysis.program.functions.ids {
      if !wanted.isEmpty, !wanted.contains(printer.name(of: number)) { continue }
      if !given.flags.contains("--conflicts") { print(printer.string(number)) }
      for conflict in analysis.functions[number].conflicts {
        let first = analysis.trace(conflict.first, in: conflict.function)
        let second = analysis.trace(conflict.second, in: conflict.function)
        print(
          "conflict \(spell(first, conflict.first.kind, analysis, lines)) | "
            + "\(spell(second, conflict.second.kind, analysis, lines))"
            + (conflict.isPossibleOnly ? " (possible)" : ""))
      }
    }
    for conflict in analysis.slotConflicts {
      let first = analysis.trace(conflict.first)
      let second = analysis.trace(conflict.second)
      print(
        "conflict \(spell(first, conflict.first.kind, analysis, lines)) | "
          + "\(spell(second, conflict.second.kind, analysis, lines)) by \(printer.name(of: conflict.slot))"
          + (conflict.isPossibleOnly ? " (possible)" : ""))
    }
  }

  private static func spell(
    _ trace: [FlowSite], _ kind: AccessKind, _ analysis: FlowAnalysis, _ lines: FileLines
  ) -> String {
    guard let site = trace.last, let place = analysis.position(of: site) else { return "?" }
    return "\(kind) \(place.file):\(lines.line(place.file, place.start))"
  }
}

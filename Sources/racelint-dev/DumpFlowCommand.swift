import Basics
import GoFlow
import GoIR
import GoTypes

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
    let facts = program.mapPackages { PackageFacts(collecting: PackageBodies($0)) }
    let analysis = FlowAnalysis(
      FlowProgram(linking: facts, jobs: given.jobs), jobs: given.jobs)
    let printer = FlowPrinter(analysis, withContexts: !given.flags.contains("--conflicts"))
    var lines = LineReader()
    for number in analysis.program.functions.ids {
      if !wanted.isEmpty, !wanted.contains(printer.name(of: number)) { continue }
      if !given.flags.contains("--conflicts") { print(printer.string(number)) }
      for conflict in analysis.functions[number].conflicts {
        let first = analysis.trace(conflict.first, in: conflict.function)
        let second = analysis.trace(conflict.second, in: conflict.function)
        print(
          "conflict \(spell(first, conflict.first.kind, analysis, &lines)) | "
            + "\(spell(second, conflict.second.kind, analysis, &lines))"
            + (conflict.isPossibleOnly ? " (possible)" : ""))
      }
    }
    for conflict in analysis.slotConflicts {
      let first = analysis.trace(conflict.first)
      let second = analysis.trace(conflict.second)
      print(
        "conflict \(spell(first, conflict.first.kind, analysis, &lines)) | "
          + "\(spell(second, conflict.second.kind, analysis, &lines)) by \(printer.name(of: conflict.slot))"
          + (conflict.isPossibleOnly ? " (possible)" : ""))
    }
  }

  private static func spell(
    _ trace: [FlowSite], _ kind: AccessKind, _ analysis: FlowAnalysis, _ lines: inout LineReader
  ) -> String {
    guard let site = trace.last, let place = analysis.position(of: site) else { return "?" }
    return "\(kind) \(place.file):\(lines.line(place.file, place.start))"
  }
}

/// Line numbers of files, each read once.
struct LineReader {
  private var sources: [String: [UInt32]] = [:]

  /// The line, from 1, of a byte of a file; 0 where it cannot be read.
  mutating func line(_ file: String, _ offset: UInt32) -> Int {
    if sources[file] == nil {
      var starts: [UInt32] = [0]
      if let bytes = try? FileSystem.read(file) {
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
          starts.append(UInt32(index + 1))
        }
      }
      sources[file] = starts
    }
    let starts = sources[file] ?? [0]
    return starts.partitioningIndex { $0 > offset }
  }
}

extension Array {
  fileprivate func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

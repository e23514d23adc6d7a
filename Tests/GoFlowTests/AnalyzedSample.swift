import Basics
import FlowKit
import GoIR
import GoTypes
import TestKit

@testable import GoFlow

/// The flow of small packages of Go text.
struct AnalyzedSample {
  let analysis: FlowAnalysis
  /// How long the analysis took, without collecting.
  let milliseconds: Int
  private let lines: [String: LineIndex]

  /// A package `m` of one file `a.go`, whose first line is the package clause.
  init(_ text: String, jobs: Int = 1) throws {
    try self.init(
      files: ["go.mod": "module m\n\ngo 1.27\n", "a.go": "package m\n" + text], jobs: jobs)
  }

  /// A module by its files.
  init(files: [String: String], jobs: Int = 1) throws {
    let program = try SampleProgram.load(files, jobs: jobs)
    let facts = program.map(program.graph.importOrder, jobs: jobs) { checker in
      PackageFacts(collecting: PackageBodies(checker))
    }
    self.init(facts, texts: files, jobs: jobs)
  }

  /// Packages that were collected.
  init(_ facts: [PackageFacts], texts: [String: String], jobs: Int) {
    lines = texts.reduce(into: [:]) { lines, file in
      lines[file.key] = LineIndex(SourceText(path: file.key, text: file.value))
    }
    let start = ContinuousClock.now
    analysis = FlowAnalysis(FlowProgram(linking: facts, jobs: jobs), jobs: jobs)
    milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
  }

  /// What meets, a line each: the kinds and places of both sides.
  var conflicts: [String] {
    let own = analysis.functions.elements.flatMap(\.conflicts).map { conflict in
      spell(analysis.trace(conflict.first, in: conflict.function), conflict.first.kind) + " | "
        + spell(analysis.trace(conflict.second, in: conflict.function), conflict.second.kind)
        + (conflict.isPossibleOnly ? " (possible)" : "")
    }
    return own
      + analysis.slotConflicts.map { conflict in
        spell(analysis.trace(conflict.first), conflict.first.kind) + " | "
          + spell(analysis.trace(conflict.second), conflict.second.kind) + " by "
          + FlowPrinter(analysis).name(of: conflict.slot)
      }
  }

  /// All that is printed of the analysis: summaries, goroutines, what meets.
  var dump: String {
    let printer = FlowPrinter(analysis, withContexts: true)
    return analysis.functions.ids.map { printer.string($0) }.joined()
      + conflicts.map { $0 + "\n" }.joined()
  }

  private func spell(_ trace: [FlowSite], _ kind: AccessKind) -> String {
    let places = trace.map { site -> String in
      guard let place = analysis.position(of: site) else { return "?" }
      return "\(place.file):\(lines[place.file]?.line(at: place.start) ?? 0)"
    }
    return "\(kind) \(places.joined(separator: " > "))"
  }

  /// Each `step`th of the small programs, by topic and name: "order/late_add".
  static func programs(every step: Int) throws -> [(name: String, text: String)] {
    let root = (0..<3).reduce(#filePath) { path, _ in FilePath.directory(path) }
    return try FlowCase.all(root: root).enumerated().filter { $0.offset % step == 0 }.map {
      (String($0.element.name.dropLast(".go".count)), $0.element.text)
    }
  }
}

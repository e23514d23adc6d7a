import Basics
import GoFlow

/// Runs the flow analysis for timing.
struct FlowCommand: DeveloperCommand {
  static let name = "flow"
  static let usage = "flow [--conflicts] [--verify] [--jobs N] PATTERN…"
  static let summary =
    "run the flow analysis; print its times, or with --conflicts what it found, a line each; "
    + "--verify sees that it comes back from its bytes"

  private static let slowestCount = 10

  static func run(_ arguments: [String]) throws(DeveloperError) {
    let given = try ProgramArguments(arguments, flags: ["--conflicts", "--verify"], usage: usage)
    var laps = Laps()
    let program = try CheckedProgram(given.patterns, jobs: given.jobs)
    laps.end("load")
    let facts = program.collectFacts()
    laps.end("collect")
    let linked = FlowProgram(linking: facts, jobs: given.jobs)
    laps.end("link")
    let analysis = FlowAnalysis(linked, jobs: given.jobs)
    laps.add(analysis.stages.map { ($0.name, .nanoseconds($0.time)) })

    if given.flags.contains("--verify") {
      try verify(analysis, jobs: given.jobs)
      return
    }
    if given.flags.contains("--conflicts") {
      for line in ConflictLines(analysis).lines { print(line) }
      return
    }
    let conflicts = analysis.functions.elements.reduce(0) { $0 + $1.conflicts.count }
    print(
      "functions \(linked.functions.count), conflicts \(conflicts) in functions, "
        + "\(analysis.slotConflicts.count) between functions, of these "
        + "\(analysis.slotConflicts.count { !$0.isPossibleOnly }) with no lock on any way")
    print("slowest functions:")
    for line in slowest(analysis) { print(line) }
    print("flow: \(laps.text)")
  }

  /// Sees that what is found is the same after a round trip through the encoding.
  private static func verify(_ analysis: FlowAnalysis, jobs: Int) throws(DeveloperError) {
    do {
      let bytes = try analysis.encodedFunctions()
      let again = try FlowAnalysis(analysis.program, decoding: bytes, jobs: jobs)
      let isSame =
        again.slotConflicts == analysis.slotConflicts
        && zip(again.functions.elements, analysis.functions.elements).allSatisfy {
          $0.summary == $1.summary && $0.conflicts == $1.conflicts && $0.calls == $1.calls
        }
      guard isSame else { throw DeveloperError("what was read is not what was written") }
      print("functions \(analysis.functions.count), encoded \(bytes.count) bytes: the same")
    } catch let error as DeveloperError {
      throw error
    } catch {
      throw DeveloperError("the flow does not come back from its bytes: \(error)")
    }
  }

  /// The functions whose interpretation took longest, a line each, the slowest first.
  private static func slowest(_ analysis: FlowAnalysis) -> [String] {
    let printer = FlowPrinter(analysis)
    let order = analysis.functions.ids.sorted {
      (-analysis.functions[$0].time, $0) < (-analysis.functions[$1].time, $1)
    }
    return order.prefix(slowestCount).map { number in
      let function = analysis.program.functions[number]
      let time = Figures.seconds(.nanoseconds(analysis.functions[number].time))
      let package = analysis.program.texts[function.key.package]
      return String(repeating: " ", count: max(0, 8 - time.count)) + "\(time) s  "
        + "\(package) \(printer.name(of: number)), \(function.body.instructions.count) instructions"
    }
  }
}

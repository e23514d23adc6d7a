import Basics
import GoFlow
import GoIR
import GoTypes

/// Collects and links packages, for timing and for the size of what comes out.
struct CollectCommand: DeveloperCommand {
  static let name = "collect"
  static let usage = "collect [--verify] [--jobs N] PATTERN…"
  static let summary = """
    collect the facts of packages, link them, and print how much there was; with
          --verify see that they come back from their bytes as they were
    """

  /// What one package came to.
  private struct Collected: Sendable {
    var facts: PackageFacts
    /// How many instructions its bodies had before.
    var lowered: Int
    var sourceBytes: Int
  }

  static func run(_ arguments: [String]) throws(DeveloperError) {
    let given = try ProgramArguments(arguments, flags: ["--verify"], usage: usage)
    var laps = Laps()
    let program = try CheckedProgram(given.patterns, jobs: given.jobs)
    laps.end("load")
    let collected = program.mapPackages { checker in
      let bodies = PackageBodies(checker)
      let facts = PackageFacts(collecting: bodies)
      let bytes = checker.syntax.files.elements.reduce(0) { $0 + $1.file.size }
      return Collected(facts: facts, lowered: bodies.loweredInstructions, sourceBytes: bytes)
    }
    laps.end("collect")
    let packages = collected.map(\.facts)
    let encoded = Parallel.map(count: packages.count, jobs: given.jobs) { _, index in
      packages[index].encoded()
    }
    laps.end("encode")
    if given.flags.contains("--verify") {
      try verify(packages, encoded, jobs: given.jobs)
      laps.end("verify")
    }
    let linked = FlowProgram(linking: packages, jobs: given.jobs)
    laps.end("link")
    let graph = CallGraph(linked, jobs: given.jobs)
    laps.end("graph")
    let kept = linked.functions.elements.reduce(0) { $0 + $1.body.instructions.count }
    let lowered = collected.reduce(0) { $0 + $1.lowered }
    print(
      "packages \(packages.count), functions \(linked.functions.count), "
        + "instructions \(kept) of \(lowered)")
    let sizes = graph.components.elements.map(\.functions.count)
    print(
      "components \(sizes.count), the largest \(sizes.max() ?? 0), "
        + "texts \(linked.texts.count), fields \(linked.fields.count), "
        + "layouts \(linked.layouts.count), callees \(linked.callees.count), "
        + "interfaces \(linked.interfaces.shapes.count), "
        + "types in interfaces \(linked.interfaces.concretes.count)")
    print(CallCounts(linked))
    let bytes = encoded.reduce(0) { $0 + $1.count }
    let source = collected.reduce(0) { $0 + $1.sourceBytes }
    print(
      "encoded \(Figures.megabytes(bytes)) MB of \(Figures.megabytes(source)) MB source, "
        + "\(Figures.decimal(Double(bytes) / Double(max(1, source)), 2)) bytes a byte")
    print(laps.text)
  }

  private static func verify(
    _ packages: [PackageFacts], _ encoded: [[UInt8]], jobs: Int
  ) throws(DeveloperError) {
    let isSame = Parallel.map(count: packages.count, jobs: jobs) { _, index in
      (try? PackageFacts(decoding: encoded[index])) == packages[index]
    }
    if let different = isSame.firstIndex(of: false) {
      throw DeveloperError(
        "\(packages[different].path) does not come back from its bytes", status: 1)
    }
  }
}

/// What the calls of a program run.
private struct CallCounts: CustomStringConvertible {
  private var functions = 0
  private var methods = 0
  private var values = 0
  private var unknown = 0

  init(_ program: FlowProgram) {
    for function in program.functions.elements {
      let isInTest = function.traits.contains(.isInTest)
      for instruction in function.body.instructions
      where [.call, .go, .defer].contains(instruction.opcode) {
        switch program.resolve(CalleeNumber(rawValue: instruction.payload), inTest: isInTest) {
        case .function: functions += 1
        case .targets: methods += 1
        case .value: values += 1
        case .unknown: unknown += 1
        }
      }
    }
  }

  var description: String {
    "calls of functions \(functions), of methods through interfaces \(methods), "
      + "of function values \(values), of what is not there \(unknown)"
  }
}

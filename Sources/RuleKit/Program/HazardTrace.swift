import Findings
import GoFlow
import GoIR

/// Words and places for the uses of memory that a hazard is made of.
public struct HazardTrace {
  private let program: ProgramContext

  /// How many of the calls on the way to one use are shown.
  private static let shownCalls = 8

  public init(_ program: ProgramContext) { self.program = program }

  /// What a use does to memory: "reads", "appends to".
  public func verb(_ side: FlowMeetingSide) -> String {
    switch side.kind {
    case .read, .atomicRead: return "reads"
    case .append: return "appends to"
    case .write, .atomicWrite, .atomicCount: break
    }
    guard let site = side.trace.last, !site.value.isNone else { return "changes" }
    let body = program.program.functions[site.function].body
    switch body.instructions[site.value.index].opcode {
    case .store: return "writes to"
    case .append: return "appends to"
    case .copy: return "copies into"
    case .delete: return "deletes from"
    case .clear: return "clears"
    default: return "changes"
    }
  }

  /// The declaration that a use stands in, in back quotes.
  public func functionName(_ side: FlowMeetingSide) -> String {
    side.trace.last.map { name(of: $0.function) } ?? "a function"
  }

  /// The declaration around a place, in back quotes.
  public func name(of site: FlowSite) -> String { name(of: site.function) }

  func name(of function: FunctionNumber) -> String {
    let symbol = program.symbol(of: function)
    return symbol.isEmpty ? "the package's variables" : "`\(symbol)`"
  }

  // MARK: Steps

  /// Where the goroutine of a use starts; nil for one of a caller's.
  public func spawn(_ side: FlowMeetingSide) -> TraceStep? {
    guard let start = side.goroutine else { return nil }
    if start.value.isNone {
      let function = program.program.functions[start.function]
      return TraceStep(
        .spawn, "a server runs this for each request, several at once",
        at: SourceLocation(
          file: program.program.files[Int(function.file)],
          range: .init(start: function.start, end: function.end)))
    }
    guard
      let location = program.firstLine(FlowSite(function: start.function, value: start.value))
    else { return nil }
    let what =
      switch start.kind {
      case .goroutine: "a goroutine starts here"
      case .library: "this runs in a goroutine"
      case .pool: "this runs in goroutines, several at once"
      case .loop: "this runs in a goroutine of the library"
      case .parallelTest: "this test runs beside others"
      }
    return TraceStep(.spawn, what, at: location)
  }

  /// The calls that lead to a use, and the use with its own words.
  public func use(_ side: FlowMeetingSide, _ role: TraceRole, _ message: String) -> [TraceStep] {
    guard let last = side.trace.last, let location = program.firstLine(last) else { return [] }
    var way = side.trace.dropLast()
    // What leads to the start of the goroutine is not done by it.
    if let start = side.goroutine, !start.value.isNone,
      let index = way.lastIndex(of: FlowSite(function: start.function, value: start.value))
    {
      way = way[(index + 1)...]
    }
    return calls(Array(way), role) + [TraceStep(role, message, at: location)]
  }

  /// Calls on a way; of many the first and the last.
  public func calls(_ sites: [FlowSite], _ role: TraceRole) -> [TraceStep] {
    var steps: [TraceStep] = []
    for site in sites {
      guard let location = program.firstLine(site) else { continue }
      steps.append(
        TraceStep(role, "by way of this call in \(name(of: site.function))", at: location))
    }
    if steps.count > Self.shownCalls {
      steps.removeSubrange(Self.shownCalls / 2..<steps.count - Self.shownCalls / 2)
    }
    return steps
  }

  /// Where one side runs as the other one sees it: " in another goroutine", or nothing.
  public func goroutine(of side: FlowMeetingSide, beside other: FlowMeetingSide) -> String {
    side.goroutine == nil && other.goroutine != nil ? "" : " in another goroutine"
  }

  /// The goroutines of two sides of one hazard, as traces number them: 0 is the one of the code that
  /// is seen first, and no two sides share one.
  public func goroutines(
    _ first: FlowMeetingSide, _ second: FlowMeetingSide
  ) -> (first: Int, second: Int) {
    let number = first.goroutine == nil ? 0 : 1
    return (number, second.goroutine == nil ? 1 - number : 2)
  }

  /// The locks that one side holds and the other does not: " (only `F` holds `Queue.mu`)".
  public func lonelyLocks(_ first: FlowMeetingSide, _ second: FlowMeetingSide) -> String {
    for (side, other) in [(first, second), (second, first)] {
      let own = side.locks.filter { !other.locks.contains($0) }
      if let lock = own.first { return "; only \(functionName(side)) holds `\(lock)`" }
    }
    return ""
  }
}

import GoIR

/// What goes wrong with memory in one goroutine, body by body, in the order of the functions.
public struct SequenceFinds: Sendable {
  /// Results of `append` that share an array.
  public private(set) var appendOverlaps: [OverlappingAppend] = []
  /// Views of reused memory that outlive their turn.
  public private(set) var reusedViews: [ReusedView] = []
  /// Changes of borrowed memory.
  public private(set) var borrowedWrites: [WriteToBorrowed] = []

  fileprivate init() {}

  /// Looks at all bodies in which findings may be anchored, on several threads. A body is interpreted
  /// once more only where what is written in it may be the hazard, and once for all kinds of hazards.
  init(_ analysis: FlowAnalysis) {
    let program = analysis.program
    let wanted = analysis.functions.ids.filter {
      program.functions[$0].mayBeReported && !analysis.facts.isSkipped($0, program)
    }
    let parameters = RoomyParameters(analysis)
    let found = analysis.inStretches(wanted) { ways, numbers in
      let finder = SequenceFinder(ways, parameters)
      var finds = SequenceFinds()
      for number in numbers { finder.look(at: number, &finds) }
      return finds
    }
    for finds in found {
      appendOverlaps += finds.appendOverlaps
      reusedViews += finds.reusedViews
      borrowedWrites += finds.borrowedWrites
    }
  }

  fileprivate mutating func add(
    _ overlaps: [OverlappingAppend], _ views: [ReusedView], _ writes: [WriteToBorrowed]
  ) {
    appendOverlaps += overlaps
    reusedViews += views
    borrowedWrites += writes
  }
}

/// Looks at bodies one after the other. Used by one thread.
private struct SequenceFinder {
  private let analysis: FlowAnalysis
  private let ways: WayFinder
  private let rooms: AppendRooms
  private let candidates: ReusedViewCandidates

  init(_ ways: WayFinder, _ parameters: RoomyParameters) {
    analysis = ways.analysis
    self.ways = ways
    rooms = AppendRooms(analysis, parameters)
    candidates = ReusedViewCandidates(analysis)
  }

  func look(at number: FunctionNumber, _ finds: inout SequenceFinds) {
    defer { ways.forget(number) }
    finds.add(
      rooms.mayOverlap(number)
        ? AppendOverlapFinder(ways.replay(number), analysis, rooms).overlaps() : [],
      candidates.mayKeep(number)
        ? ReusedViewFinder(ways.replay(number), analysis, ways).views() : [],
      analysis.mayChangeBorrowed(number)
        ? BorrowedWriteFinder(ways.replay(number), analysis).writes() : [])
  }
}

import GoIR

/// What goes wrong with memory in one goroutine, one body after the other.
///
/// A body is interpreted once more only where what is written in it may be the hazard. Used by one
/// thread.
public final class SequenceFinder {
  private let analysis: FlowAnalysis
  private let ways: WayFinder
  private lazy var rooms = AppendRooms(analysis)

  public init(_ analysis: FlowAnalysis, _ ways: WayFinder) {
    self.analysis = analysis
    self.ways = ways
  }

  /// The overlaps of all bodies that `isWanted` lets through.
  public func appendOverlaps(_ isWanted: (FunctionNumber) -> Bool) -> [OverlappingAppend] {
    analysis.functions.ids.flatMap { number -> [OverlappingAppend] in
      guard isWanted(number), !analysis.facts.isSkipped(number, analysis.program),
        rooms.mayOverlap(number)
      else { return [] }
      return AppendOverlapFinder(ways.replay(number), analysis, rooms).overlaps()
    }
  }

  /// The views of reused memory that outlive their turn, in all bodies that `isWanted` lets through.
  public func reusedViews(_ isWanted: (FunctionNumber) -> Bool) -> [ReusedView] {
    let candidates = ReusedViewCandidates(analysis)
    return analysis.functions.ids.flatMap { number -> [ReusedView] in
      guard isWanted(number), !analysis.facts.isSkipped(number, analysis.program),
        candidates.mayKeep(number)
      else { return [] }
      return ReusedViewFinder(ways.replay(number), analysis, ways).views()
    }
  }

  /// The changes of borrowed memory, in all bodies that `isWanted` lets through.
  public func borrowedWrites(_ isWanted: (FunctionNumber) -> Bool) -> [WriteToBorrowed] {
    analysis.functions.ids.flatMap { number -> [WriteToBorrowed] in
      guard isWanted(number), !analysis.facts.isSkipped(number, analysis.program),
        analysis.mayChangeBorrowed(number)
      else { return [] }
      return BorrowedWriteFinder(ways.replay(number), analysis).writes()
    }
  }
}

import Basics

/// A line of a file that is asked about.
public struct FlowLine: Hashable, Sendable {
  /// The file's display path.
  public let file: String
  /// From 1.
  public let line: Int
  let bytes: ByteRange

  /// A line of a text; nil where the text has no such line.
  public init?(_ source: SourceText, line: Int) {
    let index = LineIndex(source)
    guard line >= 1, line <= index.lineCount else { return nil }
    file = source.path
    self.line = line
    bytes = index.range(ofLine: line)
  }
}

/// What the analysis knows of two lines.
public enum FlowAnswer: Hashable, Sendable {
  /// They may touch the same memory at the same time, one of them writing it: where they meet,
  /// surest first.
  case atOnce([FlowMeeting])
  /// They touch memory of one name, but not at the same time, as far as the reasons go.
  case notAtOnce([FlowReason])
  /// No memory is known that both touch.
  case nothingShared([FlowReason])

  /// Whether the lines surely lack an order, not only perhaps.
  public var isHazard: Bool {
    guard case .atOnce(let meetings) = self else { return false }
    return meetings.contains { !$0.isPossibleOnly }
  }
}

/// Two uses of the same memory that may happen at the same time.
public struct FlowMeeting: Hashable, Sendable {
  /// The memory's name: `Queue.items[]`.
  public var memory: String
  /// The use at the line that was asked for first, and the one at the other line.
  public var first: FlowMeetingSide
  public var second: FlowMeetingSide
  /// The function that starts the goroutine of one of them and knows the other; nil where they
  /// were joined by the name of the memory alone.
  public var function: FunctionNumber?
  /// Whether one side puts into the named place what it goes on using.
  public var isHandedOver: Bool
  /// Whether something may still order them.
  public var isPossibleOnly: Bool
  /// Whether a lock guards the memory elsewhere.
  public var isGuardedElsewhere = false
}

/// One of the uses that meet.
public struct FlowMeetingSide: Hashable, Sendable {
  public var kind: AccessKind
  /// The calls on the way, the use last.
  public var trace: [FlowSite]
  /// Where the goroutine starts; nil for the one of the function where they meet, or of callers
  /// from outside.
  public var goroutine: StrandStart?
  /// The names of the locks that it surely holds, and of those that it holds on some ways. Of the
  /// function where both meet they are known only where its callers see the memory.
  public var locks: [String]
  public var mayLocks: [String]
  /// The names of what runs functions once, where the use is in such a function, or comes after it
  /// (with " (read)" behind the name).
  public var onces: [String]
}

/// Why two lines do not touch the same memory at the same time, as far as the tables of the
/// analysis say it.
public enum FlowReason: Hashable, Sendable {
  /// No function of the program stands in the file.
  case noSuchFile(FlowLine)
  /// No instruction begins on the line.
  case noCode(FlowLine)
  /// Nothing on the line is recorded as a use of memory.
  case noUse(FlowLine)
  /// The names of what each of the lines touches have nothing in common.
  case otherMemory([String], [String])
  /// Both only read.
  case onlyRead(String)
  /// Both are atomic.
  case atomic(String)
  /// No goroutine is known that runs the function.
  case notRun(FunctionNumber)
  /// No goroutine but the caller's own is known to have the object around the memory.
  case notShared(String, FunctionNumber)
  /// One goroutine does both; nil for callers from outside, which count as one.
  case oneGoroutine(StrandStart?)
  /// Both hold locks of these names.
  case locked([String])
  /// One of them is signalled before the other, which waits for it: the name of the cell.
  case signalled(String)
  /// A function knows both uses, and found neither that they meet nor that the memory is the same.
  case judged(FunctionNumber)
}

import Basics

/// How sure a finding is, from what was found and never from a name.
public enum Confidence: String, Sendable, CaseIterable, Comparable {
  /// A hazard if something holds that racelint could not see. Not reported by default.
  case possible
  /// One side was found; the other is what the place is there for.
  case likely
  /// Both sides were found, and nothing orders them.
  case confirmed

  public static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .possible: 0
    case .likely: 1
    case .confirmed: 2
    }
  }
}

/// How much a finding of a rule matters.
public enum Severity: String, Sendable, CaseIterable {
  case error
  case warning
  case note
}

/// A range of one file, by the path that is shown to the user.
public struct SourceLocation: Hashable, Sendable, Comparable {
  /// Relative to the working directory where the file lies below it, else absolute.
  public var file: String
  /// Bytes of the file as it was read.
  public var range: ByteRange

  /// A range of a file.
  public init(file: String, range: ByteRange) {
    self.file = file
    self.range = range
  }

  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    left.file == right.file
      ? left.range < right.range : left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
  }
}

/// What a place has to do with the hazard.
public enum TraceRole: String, Sendable, CaseIterable {
  /// Whose memory it is.
  case owner
  /// Where a second way to the same memory is made.
  case alias
  /// Where the memory is given to somebody else.
  case handOff = "hand-off"
  /// What keeps it until later.
  case queue
  case reader
  case writer
  /// Where completion is announced.
  case signal
  /// Where completion is waited for.
  case wait
  /// What the announcement came too early for.
  case effect
  /// Where a goroutine starts.
  case spawn
  case lock
}

/// One place on the way from the cause to the hazard.
public struct TraceStep: Hashable, Sendable {
  /// What the place has to do with the hazard.
  public var role: TraceRole
  /// A sentence fragment: "`wg.Done()` announces completion here".
  public var message: String
  /// The place.
  public var location: SourceLocation
  /// Which of the goroutines of the trace is there: 0 is the one that it begins in.
  public var goroutine: Int

  /// A step at a place.
  public init(
    _ role: TraceRole, _ message: String, at location: SourceLocation, goroutine: Int = 0
  ) {
    self.role = role
    self.message = message
    self.location = location
    self.goroutine = goroutine
  }
}

extension [TraceStep] {
  /// The same steps, taken by another goroutine of the trace.
  public func taken(by goroutine: Int) -> [TraceStep] {
    map { TraceStep($0.role, $0.message, at: $0.location, goroutine: goroutine) }
  }
}

/// One hazard, with the way that led to it and what would end it.
public struct Finding: Sendable {
  /// The id of the rule: "early-done".
  public var rule: String
  public var severity: Severity
  public var confidence: Confidence
  /// One sentence for a Go programmer, names in back quotes, no full stop.
  public var message: String
  /// The line to look at first: where the change belongs.
  public var location: SourceLocation
  /// The import path of the package.
  public var package: String
  /// The enclosing declaration: "Run", "(*Pool).Submit", or "" at package level.
  public var symbol: String
  /// The name of what is shared or announced: "wg", "p.wg".
  public var subject: String
  /// The text of the anchor, as it stands in the source.
  public var anchorText: String
  /// The places in the order in which they happen.
  public var trace: [TraceStep]
  /// Alternatives, the best first; each is whole in itself.
  public var fixes: [Fix]
  /// Why there are no fixes, as far as that is known.
  public var refusal: Refusal?
  /// Names the hazard over changes of lines: see `Fingerprints`. Empty until assigned.
  public var fingerprint: String = ""

  /// A finding without its fingerprint, which needs all the others of the run.
  public init(
    rule: String, severity: Severity, confidence: Confidence, message: String,
    location: SourceLocation, package: String, symbol: String, subject: String,
    anchorText: String, trace: [TraceStep], fixes: [Fix], refusal: Refusal? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.confidence = confidence
    self.message = message
    self.location = location
    self.package = package
    self.symbol = symbol
    self.subject = subject
    self.anchorText = anchorText
    self.trace = trace
    self.fixes = fixes
    self.refusal = refusal
  }

  /// Leaves out the fixes that change a file which may not be changed.
  public mutating func keepFixes(where mayChange: (_ file: String) -> Bool) {
    guard
      let edit = fixes.lazy.flatMap(\.edits).first(where: { !mayChange($0.location.file) })
    else { return }
    fixes.removeAll { $0.edits.contains { !mayChange($0.location.file) } }
    if fixes.isEmpty { refusal = Refusal(.isForeign, at: edit.location) }
  }

  /// Every file that the finding points into, its edits included.
  public var files: Set<String> {
    var files: Set<String> = [location.file]
    for step in trace { files.insert(step.location.file) }
    for fix in fixes { for edit in fix.edits { files.insert(edit.location.file) } }
    return files
  }
}

extension [Finding] {
  /// Sorts by place, then rule, subject and message: an order that no schedule changes.
  public mutating func sortByPlace() {
    sort { left, right in
      if left.location != right.location { return left.location < right.location }
      return (left.rule, left.subject, left.message) < (right.rule, right.subject, right.message)
    }
  }
}

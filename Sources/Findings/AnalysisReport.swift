import Basics

/// What a run found, and what is needed to show it.
public struct AnalysisReport: Sendable {
  /// Sorted by place, with fingerprints.
  public var findings: [Finding]
  /// Sorted by path and place.
  public var diagnostics: [Diagnostic]
  public var summary: Summary
  /// How many findings comments in the source asked to leave out.
  public var ignoredCount = 0
  /// How many findings were left out because a baseline has them.
  public var knownCount = 0
  /// How many findings were left out because they have nothing to do with new code.
  public var oldCount = 0
  /// What the run consisted of, in order. Of no meaning for what was found.
  public var stages: [Stage] = []
  /// The text of each file that a finding points into, by the path that it is shown under,
  /// as it was analysed.
  public var sources: [String: SourceText]

  /// A part of a run, and how long it took.
  public struct Stage: Hashable, Sendable {
    public var name: String
    public var duration: Duration
    /// Whether that is the time of all threads together, which may be more than what went by.
    public var isOnAllThreads: Bool

    /// A stage, timed on one thread or as what went by, unless said otherwise.
    public init(_ name: String, _ duration: Duration, onAllThreads: Bool = false) {
      self.name = name
      self.duration = duration
      isOnAllThreads = onAllThreads
    }
  }

  /// How much was analysed.
  public struct Summary: Hashable, Sendable {
    public var packages: Int
    public var files: Int
    public var bytes: Int
    public var elapsedSeconds: Double

    /// The extent of a run.
    public init(packages: Int, files: Int, bytes: Int, elapsedSeconds: Double) {
      self.packages = packages
      self.files = files
      self.bytes = bytes
      self.elapsedSeconds = elapsedSeconds
    }
  }

  /// A report of findings that are sorted and named already.
  public init(
    findings: [Finding], diagnostics: [Diagnostic], summary: Summary,
    sources: [String: SourceText]
  ) {
    self.findings = findings
    self.diagnostics = diagnostics
    self.summary = summary
    self.sources = sources
  }
}

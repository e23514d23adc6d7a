import Findings

/// What the options of a command line say.
struct CommandLineOptions: Hashable, Sendable {
  /// When text is set in colour.
  enum Color: String, CaseIterable {
    case auto
    case always
    case never
  }

  var only: [String] = []
  var disabled: [String] = []
  /// The least confidence; nil where it is not given.
  var minimumConfidence: Confidence?
  var includesTests = true
  var reportsUnusedIgnores = false
  /// The file of the findings that are known.
  var baseline: String?
  /// The file that takes what is found, which is known from then on.
  var newBaseline: String?

  /// Where the code comes from that is not new: a revision, the merge base of one with HEAD, or what
  /// a patch starts from.
  var newFromRevision: String?
  var newFromMergeBase: String?
  var newFromPatch: String?
  /// Whether all of a file is new that something of has changed.
  var wholeFiles = false
  /// Whether files that git does not know are new.
  var includesUntracked = true

  /// The revision that a review's change starts from, by way of the merge base with HEAD.
  var reviewBase: String?
  /// The form of a review; nil stands for that of the host it runs on.
  var reviewFormat: ReviewFormat?
  /// Whether a review is sent to its host.
  var postsReview = false

  var appliesFixes = false
  var allowsUnsafeFixes = false
  var printsDiff = false

  /// The formats that were asked for, each with `=` and a file or without.
  var formats: [String] = []
  /// The file that takes the report; nil stands for standard output.
  var output: String?
  var color = Color.auto
  var isQuiet = false
  /// Whether text counts the findings of each rule instead of showing them.
  var printsStatistics = false
  var exitsZero = false
  /// Whether the time of each stage is told.
  var isVerbose = false

  /// The file that standard input stands for.
  var standardInputFile: String?

  var goos: String?
  var goarch: String?
  var tags: [String] = []

  /// How many threads work; nil stands for one a processor.
  var jobs: Int?
  var usesCache = true
  /// The file of the configuration; nil where it is looked for.
  var configuration: String?
  var ignoresConfiguration = false
  /// Whether the schema of configurations is wanted instead of what is in force.
  var printsSchema = false
  var wantsHelp = false
}

import Basics
import Findings

/// One key of a configuration: what reads it, prints it and describes it is made from this.
struct ConfigurationKey: Sendable {
  /// What stands behind it, and where that is kept.
  enum Form: Sendable {
    /// How sure a finding must be.
    case confidence(WritableKeyPath<ConfigurationSection, Setting<Confidence>?> & Sendable)
    /// One glob or a list of them.
    case globs(WritableKeyPath<ConfigurationSection, Setting<[Glob]>?> & Sendable)
    /// One text or a list of them; `what` says what the texts are.
    case texts(what: String, WritableKeyPath<ConfigurationSection, Setting<[String]>?> & Sendable)
    /// States by ids of rules.
    case rules
    /// A list of sections with the keys of overrides.
    case overrides
  }

  var name: String
  /// A sentence for those who write it, without a full stop.
  var summary: String
  var form: Form

  private init(_ name: String, _ summary: String, _ form: Form) {
    self.name = name
    self.summary = summary
    self.form = form
  }

  private static let rules = ConfigurationKey(
    "rules", "Which rules run, and how much their findings matter", .rules)
  private static let minimumConfidence = ConfigurationKey(
    "min-confidence", "Report what is at least so sure", .confidence(\.minimumConfidence))

  /// The key without which an override says nothing.
  static let paths = ConfigurationKey(
    "paths", "The files that it is about, as globs that start from the configuration",
    .globs(\.paths))

  /// The keys of a whole configuration.
  static let top: [ConfigurationKey] = [
    minimumConfidence,
    ConfigurationKey(
      "exclude", "Files that are read and never reported, as globs that start from here",
      .globs(\.exclude)),
    ConfigurationKey("tags", "Build tags to satisfy", .texts(what: "build tags", \.tags)),
    ConfigurationKey(
      "models", "Files that say what calls of libraries do, as paths that start from here",
      .texts(what: "paths of files", \.models)),
    rules,
    ConfigurationKey(
      "overrides", "What is different for some paths; of several that match, the last one wins",
      .overrides),
  ]

  /// The keys of an item of `overrides`.
  static let inOverride: [ConfigurationKey] = [paths, minimumConfidence, rules]
}

import Basics
import Findings

/// Something that a configuration says, and where.
struct Setting<Value: Hashable & Sendable>: Hashable, Sendable {
  var value: Value
  /// The place of the key that it stands behind, both from 1.
  var position: SourcePosition
}

/// Keys that stand together: those of the whole configuration, or of one item of its overrides.
struct ConfigurationSection: Hashable, Sendable {
  /// By the ids of rules.
  var rules: [String: Setting<RuleState>] = [:]
  var minimumConfidence: Setting<Confidence>?
  /// What an override is about.
  var paths: Setting<[Glob]>?
  var exclude: Setting<[Glob]>?
  var tags: Setting<[String]>?
  /// Paths as they were written.
  var models: Setting<[String]>?
}

/// What a `.racelint.yml` says.
struct Configuration: Hashable, Sendable {
  /// The name of the file that is looked for.
  static let fileName = ".racelint.yml"

  /// The file, as it is shown.
  var file: String
  /// The absolute path of the directory that it lies in: its paths start there.
  var directory: String
  var top: ConfigurationSection
  /// What holds for some paths, in the order of the text: the last one wins.
  var overrides: [ConfigurationSection]
}

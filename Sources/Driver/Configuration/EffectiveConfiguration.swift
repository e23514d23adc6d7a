import Basics
import Findings
import LibraryModels
import RuleKit

/// What is in force: the command line, and where it says nothing the configuration, and where that
/// says nothing the defaults.
struct EffectiveConfiguration {
  /// Where a value comes from.
  enum Origin: Equatable {
    case byDefault
    /// An option, with its dashes.
    case option(String)
    /// A line of the configuration, from 1.
    case line(Int)
  }

  /// The configuration that was found or named.
  let configuration: Configuration?
  /// What is known of libraries.
  let models: LibraryModels
  private let options: CommandLineOptions
  private let context: ApplicationContext

  /// Finds, reads and checks what the options leave in force.
  init(_ options: CommandLineOptions, _ context: ApplicationContext) throws(RunError) {
    self.options = options
    self.context = context
    let known = context.engine.rules.map(\.id)
    for id in options.only + options.disabled where !known.contains(id) {
      throw .commandLine(context.engine.unknownRule(id))
    }
    let file = ConfigurationFile(workingDirectory: context.workingDirectory, rules: known)
    do throws(ConfigurationError) {
      if options.ignoresConfiguration {
        configuration = nil
      } else if let path = options.configuration {
        configuration = try file.read(path)
      } else {
        configuration = try file.find()
      }
      models = try file.models(configuration)
    } catch {
      throw .configuration(error)
    }
  }

  private var top: ConfigurationSection { configuration?.top ?? ConfigurationSection() }

  /// The least confidence that is reported.
  var minimumConfidence: (value: Confidence, origin: Origin) {
    if let value = options.minimumConfidence { return (value, .option("--min-confidence")) }
    if let setting = top.minimumConfidence { return (setting.value, origin(setting)) }
    return (.likely, .byDefault)
  }

  /// The build tags that are satisfied.
  var tags: (value: [String], origin: Origin) {
    if !options.tags.isEmpty { return (options.tags, .option("--tags")) }
    if let setting = top.tags { return (setting.value, origin(setting)) }
    return ([], .byDefault)
  }

  /// Which rules run, but for paths of which more is said.
  var selection: RuleSelection {
    RuleSelection(
      only: options.only, disabled: options.disabled,
      configured: top.rules.mapValues { $0.value.isOn })
  }

  /// How much findings of a rule matter, or that it does not run.
  func state(of rule: RuleDescriptor) -> (value: RuleState, origin: Origin) {
    let setting = top.rules[rule.id]
    let severity = setting?.value.severity ?? rule.severity
    let value: RuleState = selection.includes(rule) ? .severity(severity) : .off
    if options.disabled.contains(rule.id) { return (value, .option("--disable")) }
    if !options.only.isEmpty { return (value, .option("--only")) }
    return (value, setting.map { origin($0) } ?? .byDefault)
  }

  /// Where a setting of the configuration stands.
  func origin<Value>(_ setting: Setting<Value>) -> Origin { .line(setting.position.line) }

  /// What is different for some paths, as far as the command line leaves it in force: a confidence
  /// that is given there holds for all paths, and no path turns on a rule that is not to run.
  var overrides: [ConfigurationSection] {
    let selection = selection
    return (configuration?.overrides ?? []).map { section in
      var section = section
      if options.minimumConfidence != nil { section.minimumConfidence = nil }
      section.rules = section.rules.filter { !$1.value.isOn || selection.allows($0) }
      return section
    }
  }

  /// What is said of findings by path.
  var policy: FindingPolicy {
    guard let configuration else { return FindingPolicy() }
    return FindingPolicy(
      root: configuration.directory, exclude: top.exclude?.value ?? [],
      severities: top.rules.compactMapValues { $0.value.severity },
      overrides: overrides.map { section in
        FindingPolicy.Override(
          paths: section.paths?.value ?? [], rules: section.rules.mapValues(\.value),
          minimumConfidence: section.minimumConfidence?.value)
      })
  }

  /// The rules that run somewhere.
  var rules: [RuleDescriptor] {
    let (policy, selection) = (policy, selection)
    return context.engine.rules.filter { policy.mayReport($0, selection) }
  }

  /// The settings of a run over patterns, with nothing known or old left out.
  func settings(patterns: [String], overlay: SourceOverlay) -> AnalysisSettings {
    AnalysisSettings(
      patterns: patterns, workingDirectory: context.workingDirectory, rules: selection,
      minimumConfidence: minimumConfidence.value, includesTests: options.includesTests,
      goos: options.goos, goarch: options.goarch, tags: tags.value,
      jobs: options.jobs ?? Parallel.processorCount,
      reportsUnusedIgnores: options.reportsUnusedIgnores, policy: policy, models: models,
      overlay: overlay)
  }
}

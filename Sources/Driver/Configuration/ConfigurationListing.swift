import Basics
import Findings
import Reporting
import RuleKit

/// Shows what is in force, and where each value comes from, as a configuration that says the same.
struct ConfigurationListing {
  private let effective: EffectiveConfiguration
  private let rules: [RuleDescriptor]
  /// Lines of YAML with what stands behind them as a comment.
  private var rows: [(text: String, origin: String?)] = []

  /// The text, a line for each value.
  static func text(_ effective: EffectiveConfiguration, rules: [RuleDescriptor]) -> String {
    var listing = ConfigurationListing(effective, rules)
    for key in ConfigurationKey.top { listing.addTop(key) }
    let width = min(40, listing.rows.map(\.text.count).max() ?? 0)
    let head =
      effective.configuration.map {
        "# configuration: \(Self.quoted($0.file).dropFirst().dropLast())"
      }
      ?? "# no configuration file"
    return ([(head, nil)] + listing.rows).map { text, origin -> String in
      guard let origin else { return text + "\n" }
      return text + String(repeating: " ", count: max(0, width - text.count)) + "  # \(origin)\n"
    }.joined()
  }

  private init(_ effective: EffectiveConfiguration, _ rules: [RuleDescriptor]) {
    self.effective = effective
    self.rules = rules
  }

  private mutating func addTop(_ key: ConfigurationKey) {
    let section = effective.configuration?.top ?? ConfigurationSection()
    switch key.form {
    case .confidence:
      let (value, origin) = effective.minimumConfidence
      add("\(key.name): \(value.rawValue)", origin)
    case .globs(let path):
      add(key, list: section[keyPath: path]?.value.map(\.text) ?? [], section[keyPath: path])
    case .texts(_, let path):
      if path == \.tags {
        let (value, origin) = effective.tags
        add("\(key.name): \(Self.list(value))", origin)
      } else {
        add(key, list: section[keyPath: path]?.value ?? [], section[keyPath: path])
      }
    case .rules:
      rows.append(("\(key.name):", nil))
      for rule in rules {
        let (state, origin) = effective.state(of: rule)
        add("  \(rule.id): \(Self.word(state))", origin)
      }
    case .overrides:
      let overrides = effective.overrides
      if overrides.isEmpty { return add("\(key.name): []", .byDefault) }
      rows.append(("\(key.name):", nil))
      for override in overrides { add(override) }
    }
  }

  private mutating func add(_ override: ConfigurationSection) {
    var mark = "  - "
    for key in ConfigurationKey.inOverride {
      switch key.form {
      case .confidence(let path):
        guard let setting = override[keyPath: path] else { continue }
        add("\(mark)\(key.name): \(setting.value.rawValue)", effective.origin(setting))
      case .globs(let path):
        guard let setting = override[keyPath: path] else { continue }
        add(
          "\(mark)\(key.name): \(Self.list(setting.value.map(\.text)))", effective.origin(setting))
      case .texts(_, let path):
        guard let setting = override[keyPath: path] else { continue }
        add("\(mark)\(key.name): \(Self.list(setting.value))", effective.origin(setting))
      case .rules:
        if override.rules.isEmpty { continue }
        rows.append(("\(mark)\(key.name):", nil))
        for (id, setting) in override.rules.sorted(by: { $0.key < $1.key }) {
          add("      \(id): \(Self.word(setting.value))", effective.origin(setting))
        }
      case .overrides: continue
      }
      mark = "    "
    }
  }

  private mutating func add<Value>(
    _ key: ConfigurationKey, list: [String], _ setting: Setting<Value>?
  ) {
    add(
      "\(key.name): \(Self.list(list))",
      setting.map { effective.origin($0) } ?? .byDefault)
  }

  private mutating func add(_ text: String, _ origin: EffectiveConfiguration.Origin) {
    let words =
      switch origin {
      case .byDefault: "default"
      case .option(let option): option
      case .line(let line): "line \(line)"
      }
    rows.append((text, words))
  }

  private static func word(_ state: RuleState) -> String {
    RuleState.words.first { $0.value == state }?.word ?? ""
  }

  /// A text as YAML and JSON quote it.
  private static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func list(_ texts: [String]) -> String {
    "[" + texts.map(quoted).joined(separator: ", ") + "]"
  }
}

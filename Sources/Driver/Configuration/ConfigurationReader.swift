import Basics
import Findings
import LibraryModels

/// Reads a configuration from its text by the tables of keys. Every key and value has to be one that
/// is known.
struct ConfigurationReader {
  private let document: YAMLDocument
  /// The ids of the rules there are.
  private let rules: [String]

  /// A reader of a text.
  init(_ text: [UInt8], rules: [String]) throws(YAMLError) {
    document = try YAMLDocument(text)
    self.rules = rules
  }

  /// What the text says; an empty one says nothing.
  func read() throws(YAMLError) -> (top: ConfigurationSection, overrides: [ConfigurationSection]) {
    var overrides: [ConfigurationSection] = []
    if document.root.isNone { return (ConfigurationSection(), []) }
    let top = try section(document.root, ConfigurationKey.top, &overrides)
    return (top, overrides)
  }

  private func section(
    _ node: YAMLNodeID, _ keys: [ConfigurationKey], _ overrides: inout [ConfigurationSection]
  ) throws(YAMLError) -> ConfigurationSection {
    var section = ConfigurationSection()
    let names = keys.map(\.name)
    for (key, value) in try document.entries(node, "keys such as \(names.joined(separator: ", "))")
    {
      guard let known = keys.first(where: { $0.name == key.text }) else {
        throw unknown("key", key, among: names)
      }
      switch known.form {
      case .confidence(let path):
        let words = Confidence.allCases.map { ($0.rawValue, $0) }
        section[keyPath: path] = Setting(
          value: try word(value, of: key, words), position: key.position)
      case .globs(let path):
        let globs = try texts(value, of: key, "globs").map { text, node throws(YAMLError) in
          guard let glob = Glob(text) else {
            throw YAMLError(message: "`\(text)` is no glob", position: document[node].position)
          }
          return glob
        }
        section[keyPath: path] = Setting(value: globs, position: key.position)
      case .texts(let what, let path):
        section[keyPath: path] = Setting(
          value: try texts(value, of: key, what).map(\.text), position: key.position)
      case .rules: section.rules = try states(value)
      case .overrides:
        for item in try items(value, of: key) { overrides.append(try override(item)) }
      }
    }
    return section
  }

  private func override(_ node: YAMLNodeID) throws(YAMLError) -> ConfigurationSection {
    var none: [ConfigurationSection] = []
    let section = try section(node, ConfigurationKey.inOverride, &none)
    guard section.paths != nil else {
      throw YAMLError(
        message: "an override needs `\(ConfigurationKey.paths.name)`",
        position: document[node].position)
    }
    return section
  }

  private func states(_ node: YAMLNodeID) throws(YAMLError) -> [String: Setting<RuleState>] {
    var states: [String: Setting<RuleState>] = [:]
    for (key, value) in try document.entries(node, "rules by id") {
      guard rules.contains(key.text) else { throw unknown("rule", key, among: rules) }
      states[key.text] = Setting(
        value: try word(value, of: key, RuleState.words), position: key.position)
    }
    return states
  }

  private func word<Value>(
    _ node: YAMLNodeID, of key: YAMLKey, _ words: [(word: String, value: Value)]
  ) throws(YAMLError) -> Value {
    let text = document.scalar(node)
    if let match = words.first(where: { $0.word == text }) { return match.value }
    let names = words.map(\.word)
    var message = "`\(key.text)` is one of \(names.joined(separator: ", "))"
    if let text, !text.isEmpty {
      message += ", not `\(text)`"
      if let nearest = Suggestion.nearest(to: text, among: names) {
        message += "; did you mean \(nearest)?"
      }
    }
    throw YAMLError(message: message, position: document[node].position)
  }

  /// The texts of a list, or the one that stands in its place.
  private func texts(
    _ node: YAMLNodeID, of key: YAMLKey, _ what: String
  ) throws(YAMLError) -> [(text: String, node: YAMLNodeID)] {
    var nodes = [node]
    if case .sequence(let items) = document[node].content { nodes = items }
    var texts: [(text: String, node: YAMLNodeID)] = []
    for node in nodes {
      guard let text = document.scalar(node), !text.isEmpty else {
        throw YAMLError(
          message: "`\(key.text)` is a list of \(what)", position: document[node].position)
      }
      texts.append((text, node))
    }
    return texts
  }

  private func items(_ node: YAMLNodeID, of key: YAMLKey) throws(YAMLError) -> [YAMLNodeID] {
    guard case .sequence(let items) = document[node].content else {
      throw YAMLError(
        message: "`\(key.text)` is a list, each item with paths and what holds there",
        position: document[node].position)
    }
    return items
  }

  private func unknown(_ what: String, _ key: YAMLKey, among names: [String]) -> YAMLError {
    let rest =
      if let nearest = Suggestion.nearest(to: key.text, among: names) {
        "did you mean \(nearest)?"
      } else if what == "rule" {
        "see racelint rules"
      } else {
        "known here are \(names.joined(separator: ", "))"
      }
    return YAMLError(message: "unknown \(what) `\(key.text)`; \(rest)", position: key.position)
  }
}

import Findings
import Reporting
import RuleKit

/// The JSON Schema of configurations, made from the tables of keys, for editors.
struct ConfigurationSchema {
  private let rules: [RuleDescriptor]

  /// A schema that knows these rules.
  init(rules: [RuleDescriptor]) { self.rules = rules }

  /// The document, draft 7, in UTF-8.
  func render() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", "http://json-schema.org/draft-07/schema#")
      writer.member("title", "Configuration of racelint (\(Configuration.fileName))")
      writeSection(ConfigurationKey.top, required: [], to: &writer)
    }
    writer.endDocument()
    return writer.bytes
  }

  private func writeSection(
    _ keys: [ConfigurationKey], required: [String], to writer: inout JSONWriter
  ) {
    writer.member("type", "object")
    writer.key("additionalProperties")
    writer.boolean(false)
    if !required.isEmpty { write("required", required, to: &writer) }
    writer.key("properties")
    writer.object { writer in
      for key in keys {
        writer.key(key.name)
        writer.object { writer in
          writer.member("description", key.summary)
          write(key.form, to: &writer)
        }
      }
    }
  }

  private func write(_ form: ConfigurationKey.Form, to writer: inout JSONWriter) {
    switch form {
    case .confidence: write("enum", Confidence.allCases.map(\.rawValue), to: &writer)
    case .globs, .texts: writeTexts(to: &writer)
    case .rules: writeStates(to: &writer)
    case .overrides:
      writer.member("type", "array")
      writer.key("items")
      writer.object { writer in
        writeSection(
          ConfigurationKey.inOverride, required: [ConfigurationKey.paths.name], to: &writer)
      }
    }
  }

  /// A text, or a list of texts.
  private func writeTexts(to writer: inout JSONWriter) {
    func writeText(_ writer: inout JSONWriter) {
      writer.object(inline: true) { writer in
        writer.member("type", "string")
        writer.member("minLength", 1)
      }
    }
    writer.key("anyOf")
    writer.array { writer in
      writeText(&writer)
      writer.object(inline: true) { writer in
        writer.member("type", "array")
        writer.key("items")
        writeText(&writer)
      }
    }
  }

  private func writeStates(to writer: inout JSONWriter) {
    writer.member("type", "object")
    writer.key("additionalProperties")
    writer.boolean(false)
    writer.key("properties")
    writer.object { writer in
      for rule in rules {
        writer.key(rule.id)
        writer.object { writer in
          writer.member("description", rule.summary)
          writer.key("enum")
          writer.array(inline: true) { writer in
            for (word, _) in RuleState.words {
              // Without quotes YAML takes these two for truth values.
              if let value = Bool(word) { writer.boolean(value) } else { writer.string(word) }
            }
          }
        }
      }
    }
  }

  private func write(_ name: String, _ words: [String], to writer: inout JSONWriter) {
    writer.key(name)
    writer.array(inline: true) { writer in
      for word in words { writer.string(word) }
    }
  }
}

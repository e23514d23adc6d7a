import Basics

/// Reads models from a document; every key and value has to be one that is known.
struct ModelReader {
  private let document: YAMLDocument

  init(_ document: YAMLDocument) { self.document = document }

  /// The functions of the document with what their calls do, in the order of the text.
  func read() throws(YAMLError) -> [(ModelledFunction, FunctionModel)] {
    if document.root.isNone { return [] }
    var models: [(ModelledFunction, FunctionModel)] = []
    for (package, functions) in try entries(document.root, "packages by import path") {
      for (name, model) in try entries(functions, "functions and methods by name") {
        models.append((try function(package, name), try self.model(model)))
      }
    }
    return models
  }

  private func function(
    _ package: Key, _ name: Key
  ) throws(YAMLError) -> ModelledFunction {
    let parts = name.text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), let last = parts.last else {
      throw YAMLError(
        message: "`\(name.text)` is neither a function's name nor Type.Method",
        position: name.position)
    }
    return ModelledFunction(
      package: package.text, type: parts.count == 2 ? String(parts[0]) : "", name: String(last))
  }

  private func model(_ node: YAMLNodeID) throws(YAMLError) -> FunctionModel {
    var model = FunctionModel()
    for (key, value) in try entries(node, "what a call does") {
      switch key.text {
      case "ends": model.end = try end(value)
      default:
        throw YAMLError(
          message: "unknown key `\(key.text)`; known is `ends`", position: key.position)
      }
    }
    return model
  }

  private func end(_ node: YAMLNodeID) throws(YAMLError) -> CallEnd {
    if case .scalar(let text) = document[node].content, let end = CallEnd(rawValue: text) {
      return end
    }
    let known = CallEnd.allCases.map(\.rawValue).joined(separator: ", ")
    throw YAMLError(message: "`ends` is one of \(known)", position: document[node].position)
  }

  // MARK: Mappings

  private struct Key {
    var text: String
    var position: SourcePosition
  }

  /// The entries of a mapping whose keys are scalars, each of them once.
  private func entries(
    _ node: YAMLNodeID, _ what: String
  ) throws(YAMLError) -> [(key: Key, value: YAMLNodeID)] {
    guard case .mapping(let pairs) = document[node].content else {
      throw YAMLError(message: "wanted are \(what)", position: document[node].position)
    }
    var seen: Set<String> = []
    var entries: [(key: Key, value: YAMLNodeID)] = []
    for (key, value) in pairs {
      let position = document[key].position
      guard case .scalar(let text) = document[key].content else {
        throw YAMLError(message: "a key has to be a name", position: position)
      }
      guard seen.insert(text).inserted else {
        throw YAMLError(message: "`\(text)` is there twice", position: position)
      }
      entries.append((Key(text: text, position: position), value))
    }
    return entries
  }
}

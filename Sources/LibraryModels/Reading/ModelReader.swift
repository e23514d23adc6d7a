import Basics

/// Reads models from a document; every key and value has to be one that is known.
struct ModelReader {
  private let document: YAMLDocument

  init(_ document: YAMLDocument) { self.document = document }

  /// The functions of the document with what their calls do, in the order of the text.
  func read() throws(YAMLError) -> [(ModelledFunction, FunctionModel)] {
    if document.root.isNone { return [] }
    var models: [(ModelledFunction, FunctionModel)] = []
    for (package, functions) in try document.entries(document.root, "packages by import path") {
      var seen: Set<ModelledFunction> = []
      for (names, node) in try document.entries(functions, "functions and methods by name") {
        let model = try self.model(node)
        for function in try self.functions(package, names) {
          guard seen.insert(function).inserted else {
            throw YAMLError(
              message: "`\(function.qualifiedName)` is there twice", position: names.position)
          }
          models.append((function, model))
        }
      }
    }
    return models
  }

  /// The functions of a key: names with commas between them.
  private func functions(
    _ package: YAMLKey, _ key: YAMLKey
  ) throws(YAMLError) -> [ModelledFunction] {
    var functions: [ModelledFunction] = []
    for name in key.text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = name.drop { $0 == " " }
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count <= 2, let last = parts.last,
        parts.allSatisfy({ !$0.isEmpty && !$0.contains(" ") })
      else {
        throw YAMLError(
          message: "`\(name)` is neither a function's name nor Type.Method",
          position: key.position)
      }
      functions.append(
        ModelledFunction(
          package: package.text, type: parts.count == 2 ? String(parts[0]) : "",
          name: String(last)))
    }
    return functions
  }

  private func model(_ node: YAMLNodeID) throws(YAMLError) -> FunctionModel {
    var model = FunctionModel()
    var effects = EffectReader(document)
    let entries = try document.entries(node, "what a call does")
    var saysMore = entries.isEmpty
    for (key, value) in entries {
      if key.text == "ends" {
        model.end = try end(value)
        continue
      }
      saysMore = true
      if key.text == "parallel" {
        model.marksParallel = try document.bool(value, of: key)
      } else if try !effects.read(key, value) {
        let known = ["ends", "parallel"] + EffectReader.keys
        throw YAMLError(
          message: "unknown key `\(key.text)`; known are \(known.joined(separator: ", "))",
          position: key.position)
      }
    }
    if saysMore { model.effects = try effects.finish() }
    return model
  }

  private func end(_ node: YAMLNodeID) throws(YAMLError) -> CallEnd {
    if let text = document.scalar(node), let end = CallEnd(rawValue: text) { return end }
    let known = CallEnd.allCases.map(\.rawValue).joined(separator: ", ")
    throw YAMLError(message: "`ends` is one of \(known)", position: document[node].position)
  }
}

extension ModelledFunction {
  /// The name as the text has it.
  var qualifiedName: String { type.isEmpty ? name : type + "." + name }
}

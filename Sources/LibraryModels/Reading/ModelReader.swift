import Basics

/// Reads models from a document; every key and value has to be one that is known.
struct ModelReader {
  private let document: YAMLDocument

  init(_ document: YAMLDocument) { self.document = document }

  /// What a document says of several functions alike.
  struct Entry {
    var functions: [ModelledFunction]
    var model: FunctionModel
  }

  /// What a document says.
  struct Contents {
    /// In the order of the text.
    var entries: [Entry] = []
    var handlerShapes: [HandlerShape] = []
    var serialTypes: [SerialType] = []
    /// As Go writes them with import paths.
    var testTypes: [String] = []
    /// Import paths; with `/...` at the end of all packages below.
    var synchronizingPackages: [String] = []
    var implementingPackages: [String] = []
  }

  /// All that the document says.
  func read() throws(YAMLError) -> Contents {
    var read = Contents()
    if document.root.isNone { return read }
    for (package, entries) in try document.entries(document.root, "packages by import path") {
      var seen: Set<Substring> = []
      for (key, node) in try document.entries(entries, "functions and methods by name") {
        switch key.text {
        case "own-synchronization":
          if try document.bool(node, of: key) { read.synchronizingPackages.append(package.text) }
          continue
        case "implements-goroutines":
          if try document.bool(node, of: key) { read.implementingPackages.append(package.text) }
          continue
        case "handler-shapes":
          for item in try document.items(node) { read.handlerShapes.append(try shape(item)) }
          continue
        case "one-at-a-time":
          read.serialTypes += try serialTypes(node, in: package.text)
          continue
        case "test-types":
          for name in try texts(node, "a type's name") {
            read.testTypes.append("\(package.text).\(name)")
          }
          continue
        default: break
        }
        var entry = Entry(functions: [], model: try model(node, in: package.text))
        for name in Self.names(key.text) {
          guard let function = Self.function(package.text, name) else {
            throw YAMLError(
              message: "`\(name)` is neither a function's name nor Type.Method",
              position: key.position)
          }
          guard seen.insert(name).inserted else {
            throw YAMLError(message: "`\(name)` is there twice", position: key.position)
          }
          entry.functions.append(function)
        }
        read.entries.append(entry)
      }
    }
    return read
  }

  private func shape(_ node: YAMLNodeID) throws(YAMLError) -> HandlerShape {
    var shape = HandlerShape(isMethod: false, parameters: [], results: [])
    for (key, value) in try document.entries(node, "a handler's shape") {
      switch key.text {
      case "method": shape.isMethod = try document.bool(value, of: key)
      case "parameters": shape.parameters = try parts(value)
      case "results": shape.results = try parts(value)
      default:
        throw YAMLError(
          message: "unknown key `\(key.text)`; known are method, parameters, results",
          position: key.position)
      }
    }
    return shape
  }

  private func serialTypes(
    _ node: YAMLNodeID, in package: String
  ) throws(YAMLError) -> [SerialType] {
    var types: [SerialType] = []
    for (name, list) in try document.entries(node, "interfaces by name") {
      let methods = Set(try texts(list, "a method's name"))
      types.append(SerialType(package: package, name: name.text, methods: methods))
    }
    return types
  }

  /// The texts of a list, none of them empty; `what` says what each of them is.
  private func texts(_ list: YAMLNodeID, _ what: String) throws(YAMLError) -> [String] {
    var texts: [String] = []
    for item in try document.items(list) {
      guard let text = document.scalar(item), !text.isEmpty else {
        throw YAMLError(message: what, position: document[item].position)
      }
      texts.append(text)
    }
    return texts
  }

  private func parts(_ node: YAMLNodeID) throws(YAMLError) -> [HandlerShape.Part] {
    var parts: [HandlerShape.Part] = []
    for item in try document.items(node) {
      guard let text = document.scalar(item) else {
        throw YAMLError(
          message: "a type, or `pointer` for a pointer to any declared type",
          position: document[item].position)
      }
      parts.append(text == "pointer" ? .pointerToDeclared : .type(text))
    }
    return parts
  }

  /// The names of a key, with commas between them.
  private static func names(_ text: String) -> [Substring] {
    let comma = UInt8(ascii: ",")
    let space = UInt8(ascii: " ")
    return text.utf8.split(separator: comma, omittingEmptySubsequences: false).map {
      Substring($0.drop { $0 == space })
    }
  }

  /// The function or method of a name, or nil where it is none.
  private static func function(_ package: String, _ name: Substring) -> ModelledFunction? {
    let dot = UInt8(ascii: ".")
    let space = UInt8(ascii: " ")
    let bytes = name.utf8
    guard !bytes.isEmpty, !bytes.contains(space) else { return nil }
    guard let middle = bytes.firstIndex(of: dot) else {
      return ModelledFunction(package: package, name: String(name))
    }
    let type = name[..<middle]
    let method = name[bytes.index(after: middle)...]
    guard !type.isEmpty, !method.isEmpty, !method.utf8.contains(dot) else { return nil }
    return ModelledFunction(package: package, type: String(type), name: String(method))
  }

  private func model(_ node: YAMLNodeID, in package: String) throws(YAMLError) -> FunctionModel {
    var model = FunctionModel()
    var effects = EffectReader(document, in: package)
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
      } else if key.text == "waits-for-all" {
        model.waitsForAll = try document.bool(value, of: key)
      } else if key.text == "stops" {
        model.stops = try stopped(value, in: package)
      } else if try !effects.read(key, value) {
        let known = ["ends", "parallel", "waits-for-all", "stops"] + EffectReader.keys
        throw YAMLError(
          message: "unknown key `\(key.text)`; known are \(known.joined(separator: ", "))",
          position: key.position)
      }
    }
    if saysMore { model.effects = try effects.finish() }
    return model
  }

  /// The functions of the package that a text names.
  private func stopped(
    _ node: YAMLNodeID, in package: String
  ) throws(YAMLError) -> [ModelledFunction] {
    var functions: [ModelledFunction] = []
    for item in try document.items(node) {
      guard let text = document.scalar(item),
        let function = Self.function(package, text[...])
      else {
        throw YAMLError(
          message: "wanted is the name of a function", position: document[item].position)
      }
      functions.append(function)
    }
    return functions
  }

  private func end(_ node: YAMLNodeID) throws(YAMLError) -> CallEnd {
    if let text = document.scalar(node), let end = CallEnd(rawValue: text) { return end }
    let known = CallEnd.allCases.map(\.rawValue).joined(separator: ", ")
    throw YAMLError(message: "`ends` is one of \(known)", position: document[node].position)
  }
}

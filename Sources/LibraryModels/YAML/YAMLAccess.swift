import Basics

/// A key of a mapping.
public struct YAMLKey: Sendable {
  public var text: String
  /// Where it stands, both from 1.
  public var position: SourcePosition
}

/// What readers ask of a document.
extension YAMLDocument {
  /// The text of a scalar; nil of others.
  public func scalar(_ node: YAMLNodeID) -> String? {
    if case .scalar(let text) = self[node].content { return text }
    return nil
  }

  /// `true` or `false`.
  public func bool(_ node: YAMLNodeID, of key: YAMLKey) throws(YAMLError) -> Bool {
    switch scalar(node) {
    case "true": return true
    case "false": return false
    default:
      throw YAMLError(
        message: "`\(key.text)` is true or false", position: self[node].position)
    }
  }

  /// The items of a sequence, which has some, or the node itself where it is none.
  public func items(_ node: YAMLNodeID) throws(YAMLError) -> [YAMLNodeID] {
    guard case .sequence(let items) = self[node].content else { return [node] }
    if items.isEmpty {
      throw YAMLError(message: "the list is empty", position: self[node].position)
    }
    return items
  }

  /// The entries of a mapping whose keys are scalars, each of them once; `what` says in words
  /// what the entries are.
  public func entries(
    _ node: YAMLNodeID, _ what: String
  ) throws(YAMLError) -> [(key: YAMLKey, value: YAMLNodeID)] {
    guard case .mapping(let pairs) = self[node].content else {
      throw YAMLError(message: "wanted are \(what)", position: self[node].position)
    }
    var seen: Set<String> = []
    var entries: [(key: YAMLKey, value: YAMLNodeID)] = []
    entries.reserveCapacity(pairs.count)
    for (key, value) in pairs {
      let position = self[key].position
      guard let text = scalar(key) else {
        throw YAMLError(message: "a key has to be a name", position: position)
      }
      guard pairs.count == 1 || seen.insert(text).inserted else {
        throw YAMLError(message: "`\(text)` is there twice", position: position)
      }
      entries.append((YAMLKey(text: text, position: position), value))
    }
    return entries
  }
}

import Basics
import CYAML

/// A node of one YAML document.
public struct YAMLNodeID: TableID {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A node with the place where it begins.
public struct YAMLNode: Sendable {
  /// What it is.
  public enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLNodeID])
    /// In the order of the text.
    case mapping([(key: YAMLNodeID, value: YAMLNodeID)])
  }

  public var content: Content
  /// The place in the text, both from 1.
  public var position: SourcePosition
}

/// Why a text is no YAML, or not the YAML that is wanted.
public struct YAMLError: Error, Hashable, Sendable {
  /// What is wrong, in words.
  public var message: String
  /// Where, both from 1.
  public var position: SourcePosition

  /// An error at a place.
  public init(message: String, position: SourcePosition) {
    self.message = message
    self.position = position
  }
}

/// One YAML document, read with libyaml. Aliases are the node that they stand for, so a document
/// takes the memory of its text, whatever it says.
public struct YAMLDocument: Sendable {
  private var nodes = Table<YAMLNodeID, YAMLNode>()
  /// The outermost node; `none` of an empty text.
  public private(set) var root = YAMLNodeID.none

  /// A node of the document.
  public subscript(id: YAMLNodeID) -> YAMLNode { nodes[id] }

  /// Reads the one document of a text.
  public init(_ text: [UInt8]) throws(YAMLError) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      throw YAMLError(message: "no memory for a YAML parser", position: .init(line: 1, column: 1))
    }
    defer { yaml_parser_delete(&parser) }
    let failure = text.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      return read(&parser)
    }
    if let failure { throw failure }
  }

  private mutating func read(_ parser: inout yaml_parser_t) -> YAMLError? {
    var document = yaml_document_t()
    guard yaml_parser_load(&parser, &document) == 1 else { return Self.failure(parser) }
    defer { yaml_document_delete(&document) }
    guard yaml_document_get_root_node(&document) != nil else { return nil }
    var index: Int32 = 1
    while let node = yaml_document_get_node(&document, index) {
      _ = nodes.append(
        YAMLNode(content: Self.content(node.pointee), position: Self.position(node.pointee)))
      index += 1
    }
    root = YAMLNodeID(0)
    var rest = yaml_document_t()
    guard yaml_parser_load(&parser, &rest) == 1 else { return Self.failure(parser) }
    defer { yaml_document_delete(&rest) }
    guard let second = yaml_document_get_root_node(&rest) else { return nil }
    return YAMLError(
      message: "more than one document", position: Self.position(second.pointee))
  }

  private static func content(_ node: yaml_node_t) -> YAMLNode.Content {
    switch node.type {
    case YAML_SEQUENCE_NODE:
      let items = node.data.sequence.items
      var ids: [YAMLNodeID] = []
      var item = items.start
      while let current = item, current < items.top {
        ids.append(id(current.pointee))
        item = current + 1
      }
      return .sequence(ids)
    case YAML_MAPPING_NODE:
      let pairs = node.data.mapping.pairs
      var entries: [(key: YAMLNodeID, value: YAMLNodeID)] = []
      var pair = pairs.start
      while let current = pair, current < pairs.top {
        entries.append((id(current.pointee.key), id(current.pointee.value)))
        pair = current + 1
      }
      return .mapping(entries)
    default:
      let scalar = node.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// libyaml numbers nodes from 1.
  private static func id(_ number: Int32) -> YAMLNodeID { YAMLNodeID(Int(number) - 1) }

  private static func position(_ node: yaml_node_t) -> SourcePosition {
    SourcePosition(
      line: Int(node.start_mark.line) + 1, column: Int(node.start_mark.column) + 1)
  }

  private static func failure(_ parser: yaml_parser_t) -> YAMLError {
    let message = parser.problem.map { String(cString: $0) } ?? "unreadable"
    return YAMLError(
      message: message,
      position: SourcePosition(
        line: Int(parser.problem_mark.line) + 1, column: Int(parser.problem_mark.column) + 1))
  }
}

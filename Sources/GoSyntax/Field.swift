/// The role of a node in its parent: the fields of the grammar.
public enum Field: UInt8, CaseIterable, Sendable {
  /// The node stands in no field.
  case none
  case alias
  case alternative
  case arguments
  case body
  case capacity
  case channel
  case communication
  case condition
  case consequence
  case element
  case end
  case field
  case function
  case index
  case initializer
  case key
  case label
  case left
  case length
  case name
  case operand
  case `operator`
  case package
  case parameters
  case path
  case receiver
  case result
  case right
  case start
  case tag
  case type
  case typeArguments
  case typeParameters
  case update
  case value

  /// The name of the field in the grammar: `type_arguments`.
  public var grammarName: String { Self.grammarNames[Int(rawValue)] }

  private static let grammarNames: [String] = [
    "", "alias", "alternative", "arguments", "body", "capacity", "channel", "communication",
    "condition", "consequence", "element", "end", "field", "function", "index", "initializer",
    "key", "label", "left", "length", "name", "operand", "operator", "package", "parameters",
    "path", "receiver", "result", "right", "start", "tag", "type", "type_arguments",
    "type_parameters", "update", "value",
  ]
}

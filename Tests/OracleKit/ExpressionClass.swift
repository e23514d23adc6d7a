/// The classes of expressions that the oracle tells apart.
public enum ExpressionClass: Int, CaseIterable, Sendable {
  case selector
  case index
  case call
  case composite
  case identifier
  case function
  case other

  init?(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "s"): self = .selector
    case UInt8(ascii: "i"): self = .index
    case UInt8(ascii: "c"): self = .call
    case UInt8(ascii: "l"): self = .composite
    case UInt8(ascii: "d"): self = .identifier
    case UInt8(ascii: "f"): self = .function
    case UInt8(ascii: "o"): self = .other
    default: return nil
    }
  }

  /// What people call it.
  public var name: String {
    switch self {
    case .selector: "selector"
    case .index: "index"
    case .call: "call"
    case .composite: "composite literal"
    case .identifier: "identifier"
    case .function: "function literal"
    case .other: "other"
    }
  }
}

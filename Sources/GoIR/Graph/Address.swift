import Basics
import GoTypes

/// One step of an address: a root, or a selector on another address.
///
/// An address stays within one object: what a pointer, slice or map that lies in memory leads to
/// is reached by a load, whose value is the root of another address.
public struct Address: Sendable {
  /// What the step is.
  public enum Step: UInt8, Sendable {
    /// What a value leads to: the target of a pointer, the elements of a slice or map. Payload:
    /// the value.
    case value
    /// A variable that is addressed or captured, of this function or one around it. Payload:
    /// the `VariableID`.
    case variable
    /// A variable at package level. Payload: the `GlobalID`.
    case global
    /// No place that could be made sense of.
    case nowhere
    /// A field. Payload: the `FieldID`.
    case field
    /// An element of a slice or array. Payload: the index, a value.
    case element
    /// An element of a map. Payload: the key, a value.
    case mapElement
    /// What the root's pointer points at. Payload: none.
    case pointee

    /// Whether an address begins with it.
    public var isRoot: Bool { rawValue <= Step.nowhere.rawValue }
  }

  public var step: Step
  /// What the step stands on; `none` for a root.
  public var base: AddressID
  public var payload: UInt32

  /// The value that the step itself mentions, or `none`.
  public var value: ValueID {
    switch step {
    case .value, .element, .mapElement: ValueID(rawValue: payload)
    default: .none
    }
  }
}

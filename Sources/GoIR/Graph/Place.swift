import Basics
import GoTypes

/// A place as a name: a root and what is selected from it, loads on the way included.
///
/// Two equal places of one function may still be different memory, where something on the way
/// was assigned in between: a place says how the program got there.
public struct Place: Hashable, Sendable {
  /// Where it begins.
  public enum Root: Hashable, Sendable {
    /// The receiver or a parameter, by its position, the receiver first.
    case parameter(UInt32)
    /// A variable that lives in memory; a captured one belongs to a function around.
    case variable(VariableID)
    case global(GlobalID)
    /// What an instruction made, or where paths meet.
    case value(ValueID)
    case nowhere
  }

  /// One selector.
  public enum Selector: Hashable, Sendable {
    case field(FieldID)
    /// Any element of a slice, array or map.
    case element
    /// What a pointer points at.
    case pointee
  }

  /// How many selectors a place has at most.
  public static let maximumLength = 8

  public var root: Root
  public var selectors: [Selector]
  /// Whether selectors were left out at the end: then it stands for all that is reachable.
  public var isOpen = false
}

extension FunctionIR {
  /// The place that an address names.
  public func place(of address: AddressID) -> Place {
    var way: [Place.Selector] = []
    let root = follow(address, &way)
    return finish(root, way)
  }

  /// The place that a value was loaded from or names; for others the value itself.
  public func place(of value: ValueID) -> Place {
    var way: [Place.Selector] = []
    let root = follow(value, &way)
    return finish(root, way)
  }

  private func finish(_ root: Place.Root, _ way: [Place.Selector]) -> Place {
    let selectors = way.reversed()
    guard selectors.count > Place.maximumLength else {
      return Place(root: root, selectors: Array(selectors))
    }
    return Place(
      root: root, selectors: Array(selectors.prefix(Place.maximumLength)), isOpen: true)
  }

  /// Goes from an address to its root and puts the selectors on `way`, the last one first.
  private func follow(_ start: AddressID, _ way: inout [Place.Selector]) -> Place.Root {
    var address = addresses[start]
    while true {
      switch address.step {
      case .value: return follow(ValueID(rawValue: address.payload), &way)
      case .variable: return .variable(VariableID(rawValue: address.payload))
      case .global: return .global(GlobalID(rawValue: address.payload))
      case .nowhere: return .nowhere
      case .field: way.append(.field(FieldID(rawValue: address.payload)))
      case .element, .mapElement: way.append(.element)
      case .pointee: way.append(.pointee)
      }
      address = addresses[address.base]
    }
  }

  private func follow(_ value: ValueID, _ way: inout [Place.Selector]) -> Place.Root {
    let instruction = instructions[value]
    switch instruction.opcode {
    case .parameter: return .parameter(instruction.payload)
    case .load: return follow(AddressID(rawValue: instruction.payload), &way)
    case .address where way.last == .pointee:
      way.removeLast()
      return follow(AddressID(rawValue: instruction.payload), &way)
    case .field:
      way.append(.field(FieldID(rawValue: instruction.payload)))
      return follow(operand(of: value), &way)
    case .element:
      way.append(.element)
      return follow(operand(of: value), &way)
    case .slice where instructions[operand(of: value)].opcode != .address:
      // The elements of a part of a slice are elements of the slice.
      return follow(operand(of: value), &way)
    default: return .value(value)
    }
  }
}

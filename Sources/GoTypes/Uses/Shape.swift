import GoSyntax

/// The form of a type: what may be done with its values.
public enum Shape: UInt8, Sendable, CaseIterable {
  case unknown
  case slice, array, map, channel, pointer, function, interface, structure, string
  /// A boolean, a number or an unsafe pointer.
  case basic
}

/// The shapes that a value may have by its uses.
struct ShapeSet: OptionSet {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ shapes: Shape...) {
    rawValue = shapes.reduce(0) { $0 | 1 << UInt16($1.rawValue) }
  }

  /// The one shape that is left; unknown where there are several, or where uses conflict.
  var only: Shape {
    Shape.allCases.first { $0 != .unknown && rawValue == 1 << UInt16($0.rawValue) } ?? .unknown
  }

  static let any = ShapeSet(rawValue: .max)
  static let canBeNil = ShapeSet(.slice, .map, .channel, .pointer, .function, .interface)
}

extension TypeChecker {
  /// The shape of a type: that of its underlying type, or of the core type of a type parameter.
  public func shape(of type: TypeID) -> Shape {
    switch table[core(type)] {
    case .unknown, .tuple, .typeParameter: .unknown
    case .basic(let kind):
      switch kind {
      case .string, .untypedString: .string
      case .untypedNil: .unknown
      default: .basic
      }
    case .pointer: .pointer
    case .slice: .slice
    case .array: .array
    case .map: .map
    case .channel: .channel
    case .structure: .structure
    case .function: .function
    case .interface: .interface
    case .named: .unknown
    }
  }
}

extension BodyTyper {
  /// The shape of an expression: that of its type, or where the type cannot be found the one
  /// that the uses of the named thing force, all over the package.
  ///
  /// A guess that holds for programs that compile; the type itself stays unknown. Unknown where
  /// the uses allow several shapes or contradict each other. Arrays, and pointers to them, are
  /// not thought of where the type is not known. The first such question costs a walk of the
  /// package.
  public func shape(of expression: NodeID) -> Shape {
    let known = checker.shape(of: type(of: expression))
    if known != .unknown { return known }
    return useKey(of: expression).map { checker.shapesByUse[$0]?.only ?? .unknown } ?? .unknown
  }

  /// The shape of a variable of the declaration, likewise.
  public func shape(of variable: VariableID) -> Shape {
    let known = checker.shape(of: type(of: variable))
    if known != .unknown { return known }
    return useKey(of: variable, depth: 0).map { checker.shapesByUse[$0]?.only ?? .unknown }
      ?? .unknown
  }
}

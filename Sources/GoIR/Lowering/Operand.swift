import Basics
import GoTypes

/// What an expression stands for, before anybody says whether it is read or written.
struct Operand {
  enum Place {
    /// A value that lies nowhere.
    case value(ValueID)
    /// A plain variable, or a part of the struct or array that it holds.
    case variable(VariableID, [Part])
    case memory(AddressID)
  }

  /// A part of a value.
  enum Part {
    case field(FieldID, TypeID)
    case element(index: ValueID, TypeID)
  }

  var place: Place
  var type: TypeID
}

extension TypeID {
  /// Whether it is the kind of a constant, or of what is computed from constants, that has no
  /// type yet.
  var isUntyped: Bool {
    TypeID.basic(.untypedBool) <= self && self <= TypeID.basic(.untypedNil)
  }
}

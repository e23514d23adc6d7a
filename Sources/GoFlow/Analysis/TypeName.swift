import Basics

/// A declared type of the program, by its name.
struct TypeName: NumberKey {
  var package: TextID
  var name: TextID

  var keyNumber: UInt64 { UInt64(package.rawValue) << 32 | UInt64(name.rawValue) }
}

extension FlowProgram {
  /// The type that a field belongs to.
  func owner(of field: FieldNumber) -> TypeName {
    TypeName(package: fields[field].package, name: fields[field].owner)
  }

  /// Whether two fields belong to one struct.
  func areBeside(_ first: FieldNumber, _ second: FieldNumber) -> Bool {
    owner(of: first) == owner(of: second)
  }
}

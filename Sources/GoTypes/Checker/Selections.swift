import Basics
import GoSyntax

/// A field on the way of a selector: one that the program names, or an embedded one that Go
/// puts in (see "Selectors").
public struct SelectedField: Hashable, Sendable {
  /// The declared type, without type arguments, or the struct type that has the field.
  public var owner: TypeID
  /// The position among the owner's fields, from 0.
  public var position: UInt32
  public var name: String
  public var type: TypeID
  /// Whether what it is selected from is a pointer, which is followed first.
  public var isThroughPointer: Bool

  /// A field of an owner; one that is not known has the unknown type and no position.
  public init(
    owner: TypeID, position: UInt32, name: String, type: TypeID, isThroughPointer: Bool
  ) {
    self.owner = owner
    self.position = position
    self.name = name
    self.type = type
    self.isThroughPointer = isThroughPointer
  }
}

/// What a selector finds, and the fields on the way to it.
public struct Selection: Sendable {
  /// What stands at the end.
  public enum Target: Sendable {
    /// A field: the last of the way.
    case field
    /// A declared method.
    case method(FunctionName)
    /// A method of an interface or of a type parameter's constraint.
    case interfaceMethod(interface: TypeID)
  }

  /// The fields from the operand on; for a method those that lead to its receiver.
  public var fields: [SelectedField]
  public var target: Target
  /// The field's type, or the method's without its receiver.
  public var type: TypeID
  /// The type of a method's receiver operand as it stands, before Go takes its address or
  /// follows it.
  public var receiver: TypeID
}

extension TypeChecker {
  /// What a name selects in a value of a type, the shallowest first; nil where nothing is known
  /// of that name. Costs the fields of the embedded types that are passed, of which it looks at no
  /// more than a thousand: a generic type may embed larger instances of itself.
  public func selection(_ name: String, in type: TypeID) -> Selection? {
    if name == "_" { return nil }
    var level: [(type: TypeID, way: [SelectedField])] = [(type, [])]
    var seen: Set<TypeID> = []
    while !level.isEmpty, seen.count < 1000 {
      var next: [(type: TypeID, way: [SelectedField])] = []
      var mayHideOne = false
      for (candidate, way) in level {
        let (target, isPointer) = pointerTarget(candidate)
        guard seen.insert(target).inserted else { continue }
        if let found = ownSelection(name, candidate, target, isPointer, way) { return found }
        if mayHaveMore(target) { mayHideOne = true }
        guard case .structure(let fields) = table[core(target)] else { continue }
        for (position, field) in fields.enumerated() where field.isEmbedded {
          let step = SelectedField(
            owner: origin(of: target), position: UInt32(position), name: field.name,
            type: field.type, isThroughPointer: isPointer)
          next.append((field.type, way + [step]))
        }
      }
      if mayHideOne { return nil }
      level = next
    }
    return nil
  }

  private func ownSelection(
    _ name: String, _ operand: TypeID, _ target: TypeID, _ isPointer: Bool, _ way: [SelectedField]
  ) -> Selection? {
    switch ownMember(name, of: target) {
    case .method(let type, let function)?:
      return Selection(fields: way, target: .method(function), type: type, receiver: operand)
    case .interfaceMethod(let type, let interface)?:
      return Selection(
        fields: way, target: .interfaceMethod(interface: interface), type: type,
        receiver: operand)
    case .field(let type)?:
      guard case .structure(let fields) = table[core(target)],
        let position = fields.firstIndex(where: { $0.name == name })
      else { return nil }
      let step = SelectedField(
        owner: origin(of: target), position: UInt32(position), name: name, type: type,
        isThroughPointer: isPointer)
      return Selection(fields: way + [step], target: .field, type: type, receiver: operand)
    case nil:
      return nil
    }
  }

  /// A declared type without its type arguments; another type itself.
  public func origin(of type: TypeID) -> TypeID {
    guard case .named(var named) = table[type], !named.arguments.isEmpty else { return type }
    named.arguments = []
    return table.intern(.named(named))
  }
}

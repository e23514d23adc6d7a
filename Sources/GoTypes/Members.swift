import Basics
import GoSyntax

/// A field that a selector finds in a type.
public struct FieldOfType: Sendable {
  /// The type that declares the field, by its name; "" where it has none.
  public var owner: String
  /// The field's own type.
  public var type: DeclaredType
}

extension TypeReader {
  /// The field that a selector finds in a type, promoted ones too, the shallowest first.
  public func field(_ name: String, of type: DeclaredType) -> FieldOfType? {
    shallowest(in: type) { ownField(name, of: $0) }
  }

  /// The method that a selector finds in a type, promoted ones too, the shallowest first.
  func method(_ name: String, of type: DeclaredType) -> PackageDeclarations.Function? {
    shallowest(in: type) { candidate in
      localName(of: candidate).flatMap { package.declarations.method(name, of: $0) }
    }
  }

  /// What a type or the types embedded in it have, level by level, each type once.
  private func shallowest<Member>(
    in type: DeclaredType, _ own: (DeclaredType) -> Member?
  ) -> Member? {
    var level = [type]
    var seen: Set<PackageNode> = []
    while !level.isEmpty {
      var next: [DeclaredType] = []
      for candidate in level
      where seen.insert(specification(of: candidate) ?? candidate.node).inserted {
        if let member = own(candidate) { return member }
        next += embeddedTypes(of: candidate)
      }
      level = next
    }
    return nil
  }

  private func ownField(_ name: String, of type: DeclaredType) -> FieldOfType? {
    let structure = underlying(type)
    let tree = package.tree(structure.node.file)
    guard tree.kind(structure.node.node) == .structType else { return nil }
    let owner = localName(of: type) ?? ""
    let place = Place(file: structure.node.file, scopes: nil)
    let list = tree.firstChild(structure.node.node)
    for field in tree.children(list) {
      guard let view = FieldSyntax(field, in: tree) else { continue }
      if view.names.contains(where: { tree.text($0) == name }) {
        return declared(view.type, at: place).map { FieldOfType(owner: owner, type: $0) }
      }
      if let embedded = embeddedType(field, at: place), embeddedName(embedded) == name {
        return FieldOfType(owner: owner, type: embedded)
      }
    }
    return nil
  }

  /// The embedded fields of a struct: their names, which are those of their types, and the
  /// types with their pointers.
  public func embeddedFields(of type: DeclaredType) -> [(name: String, type: DeclaredType)] {
    embeddedTypes(of: type).map { (embeddedName($0), $0) }
  }

  /// The embedded types of a struct, with their pointers.
  public func embeddedTypes(of type: DeclaredType) -> [DeclaredType] {
    let structure = underlying(type)
    let tree = package.tree(structure.node.file)
    guard tree.kind(structure.node.node) == .structType else { return [] }
    let place = Place(file: structure.node.file, scopes: nil)
    let list = tree.firstChild(structure.node.node)
    return tree.children(list).compactMap { embeddedType($0, at: place) }
  }

  private func embeddedType(_ field: NodeID, at place: Place) -> DeclaredType? {
    let tree = package.tree(place.file)
    guard let view = FieldSyntax(field, in: tree), view.isEmbedded,
      var type = declared(view.type, at: place)
    else { return nil }
    if view.embedsPointer { type.pointers += 1 }
    return type
  }

  private func embeddedName(_ type: DeclaredType) -> String {
    let tree = package.tree(type.node.file)
    let node = type.node.node
    return tree.text(tree.kind(node) == .qualifiedType ? tree.child(node, .name) : node)
  }
}

import Basics
import GoSyntax
import GoTypes

extension PackageContext {
  /// The wait group that an expression names, by its own place: where the expression is a
  /// struct that embeds one, the embedded field's. Nil where it is none.
  ///
  /// Where the declared type cannot be told, the expression counts as one only if the package
  /// also calls both `Wait` and `Add` on the same place: a name alone proves nothing.
  public func waitGroup(_ expression: NodeID, in declaration: PackageNode) -> SharedPlace? {
    guard var place = sharedPlace(of: expression, in: declaration) else { return nil }
    guard let type = knownType(of: expression, in: declaration) else {
      return hasCall("Wait", on: place) && hasCall("Add", on: place) ? place : nil
    }
    guard let promotion = promotedWaitGroup(in: type, depth: 0) else { return nil }
    if let owner = promotion.owner {
      place.field = SharedPlace.FieldPath(owner: owner, path: promotion.path.suffix(1))
      place.path += promotion.path
      place.isPromoted = true
    }
    return place
  }

  /// The way from a type to the wait group that it is or embeds: the embedded fields, and the
  /// type that declares the last of them.
  private func promotedWaitGroup(
    in type: DeclaredType, depth: Int
  ) -> (path: [String], owner: String?)? {
    if let name = types.importedName(of: type) {
      return name == ImportedTypeName("sync", "WaitGroup") ? ([], nil) : nil
    }
    guard depth < 4, let owner = types.localName(of: type),
      syntax.declarations.method("Done", of: owner) == nil
    else { return nil }
    for (name, embedded) in types.embeddedFields(of: type) {
      if let inner = promotedWaitGroup(in: embedded, depth: depth + 1) {
        return ([name] + inner.path, inner.owner ?? owner)
      }
    }
    return nil
  }

  private func hasCall(_ method: String, on place: SharedPlace) -> Bool {
    callIndex.named(method).contains { call in
      let tree = tree(call.file)
      guard let operand = CallSyntax(call.node, in: tree)?.operand, !operand.isNone else {
        return false
      }
      return tree.mayName(operand, place)
        && sharedPlace(of: operand, in: declaration(around: call))?.mayEqual(place) ?? false
    }
  }
}

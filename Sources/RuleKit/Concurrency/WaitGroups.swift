import Basics
import GoSyntax
import GoTypes

extension PackageContext {
  /// The wait group that an expression names, by its own place: where the expression is a
  /// struct that embeds one, the embedded field's. Nil where it is none, or where its type is
  /// not known: a name alone proves nothing.
  public func waitGroup(_ expression: NodeID, in declaration: PackageNode) -> SharedPlace? {
    let type = knownType(of: expression, in: declaration)
    guard type != .unknown, let selection = checker.selection("Done", in: type),
      case .method(let method) = selection.target, checker.isOfWaitGroup(method),
      let place = sharedPlace(of: expression, in: declaration)
    else { return nil }
    return promoted(place, by: selection.fields)
  }

  /// The place of the embedded field that a method's receiver is: of `s.Lock()` for a struct
  /// `s` with an embedded mutex that of the mutex.
  func promoted(_ place: SharedPlace, by fields: [SelectedField]) -> SharedPlace {
    guard let last = fields.last else { return place }
    var place = place
    place.field =
      checker.declaredName(of: last.owner) == nil
      ? nil : SharedPlace.FieldPath(owner: last.owner, path: [last.name])
    place.path += fields.map(\.name)
    place.isPromoted = true
    return place
  }
}

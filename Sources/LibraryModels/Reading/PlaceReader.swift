import Basics

/// Reads the places of a call: `receiver`, `0`, `2...`, `receiver...`, `result`, `result 1`, and
/// fields of what they lead to: `receiver.Element.Value`.
struct PlaceReader {
  private let document: YAMLDocument
  /// The package whose fields are named.
  private let package: String

  init(_ document: YAMLDocument, in package: String) {
    self.document = document
    self.package = package
  }

  /// What a place may be, in words.
  static let wanted = "receiver, an argument's number, `2...`, result or `result 1`"

  /// One place or a list of them, each of them once.
  func read(_ node: YAMLNodeID) throws(YAMLError) -> [CallPlace] {
    var places: [CallPlace] = []
    for item in try document.items(node) {
      let place = try one(item)
      guard !places.contains(place) else {
        throw YAMLError(
          message: "`\(document.scalar(item) ?? "")` is there twice",
          position: document[item].position)
      }
      places.append(place)
    }
    return places
  }

  /// One place or a list of them, in order.
  func list(_ node: YAMLNodeID) throws(YAMLError) -> [CallPlace] {
    var places: [CallPlace] = []
    for item in try document.items(node) { places.append(try one(item)) }
    return places
  }

  /// One place.
  func one(_ node: YAMLNodeID) throws(YAMLError) -> CallPlace {
    if let place = document.scalar(node).flatMap(place) { return place }
    throw YAMLError(
      message: "wanted is a place: \(Self.wanted)", position: document[node].position)
  }

  /// The place that a text names, or nil.
  func place(_ text: String) -> CallPlace? {
    switch text {
    case "receiver": return .receiver
    case "receiver...": return .kept
    case "result": return .result(0)
    default: break
    }
    if text.hasSuffix("...") { return Self.position(text.dropLast(3)).map { .variadic($0) } }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 3, !parts[1].isEmpty, !parts[2].isEmpty {
      return place(String(parts[0])).map {
        let field = ModelledField(
          package: package, type: String(parts[1]), name: String(parts[2]))
        return .field($0, field)
      }
    }
    if text.hasPrefix("result ") { return Self.position(text.dropFirst(7)).map { .result($0) } }
    return Self.position(text).map { .argument($0) }
  }

  /// A number from 0 that is written in digits and is none too many; more than a call has.
  static func position(_ text: some StringProtocol) -> Int? {
    guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

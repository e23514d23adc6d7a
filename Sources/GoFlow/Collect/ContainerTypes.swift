import Basics
import GoTypes

/// What slices and maps are made of, for each type of one package once. Used by one thread.
///
/// Go never shows the elements of one slice or map as those of another type: "A value x of type V is
/// assignable to a variable of type T" where V and T have identical underlying types, and
/// conversions keep to that too (see "Assignability" and "Conversions" in the specification).
final class ContainerTypes {
  private let symbols: SymbolCollector
  /// By type; nil where it is not known, or not the same for all calls of a generic function.
  private var texts: [TypeID: TextID?] = [:]

  init(_ symbols: SymbolCollector) { self.symbols = symbols }

  /// The type of a slice or map without the name that it may be declared with.
  func text(of type: TypeID) -> TextID? {
    if let known = texts[type] { return known }
    let text = spell(type)
    texts[type] = text
    return text
  }

  private func spell(_ type: TypeID) -> TextID? {
    let checker = symbols.checker
    let parts: [TypeID]
    switch checker.coreNode(type) {
    case .slice(let element): parts = [element]
    case .map(let key, let element): parts = [key, element]
    default: return nil
    }
    var texts: [String] = []
    for part in parts {
      let text = symbols.string(symbols.text(of: part))
      if checker.mentionsTypeParameters(part) || text.contains("?") { return nil }
      texts.append(text)
    }
    return symbols.text(parts.count == 1 ? "[]\(texts[0])" : "map[\(texts[0])]\(texts[1])")
  }
}

import Basics

/// A name that an edit declares, which another fix may want too.
public struct DeclaredName: Hashable, Sendable {
  /// The name.
  public var text: String
  /// What it is seen in: the same name there would be declared twice, or hide it.
  public var scope: SourceLocation

  /// A name that is seen in a range of one file.
  public init(_ text: String, in scope: SourceLocation) {
    self.text = text
    self.scope = scope
  }

  /// Whether two fixes must not declare both of these in one text.
  public func clashes(with other: DeclaredName) -> Bool {
    let (mine, theirs) = (scope.range, other.scope.range)
    return text == other.text && scope.file == other.scope.file && mine.start < theirs.end
      && theirs.start < mine.end
  }
}

/// A replacement of exact bytes; an empty range inserts, an empty replacement deletes.
public struct TextEdit: Hashable, Sendable {
  /// The bytes that go.
  public var location: SourceLocation
  /// What comes in their place.
  public var replacement: String
  /// Whether several fixes may want this very insertion and it is then made once: an import.
  ///
  /// Such an insertion must stand for itself, in any order beside others at its place, unless it is alone.
  public var isShared: Bool
  /// Whether a shared insertion must not stand beside another one at its place: the first import of a
  /// file, which a second one would turn into a list.
  public var isAlone: Bool
  /// The names that it declares, as far as another fix of the same text may declare them too.
  public var names: [DeclaredName]

  /// An edit that puts `replacement` in place of a range.
  public init(
    _ location: SourceLocation, replacement: String, isShared: Bool = false,
    isAlone: Bool = false, names: [DeclaredName] = []
  ) {
    self.location = location
    self.replacement = replacement
    self.isShared = isShared
    self.isAlone = isAlone
    self.names = names
  }
}

extension [TextEdit] {
  /// Ordered by place. Of one place those that are shared come first, in the order of their texts, so
  /// that imports are sorted; the others stay in the order given.
  func inOrder() -> [TextEdit] {
    enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.location != b.location { return a.location < b.location }
      if a.isShared != b.isShared { return a.isShared }
      if a.isShared, a.replacement != b.replacement { return a.replacement < b.replacement }
      return left.offset < right.offset
    }.map(\.element)
  }
}

/// Edits that together end one hazard.
public struct Fix: Hashable, Sendable {
  /// Whether the edits may be made without a look.
  public enum Safety: String, Sendable, CaseIterable {
    /// Behaviour stays as it is but for the hazard.
    case safe
    /// Right as far as racelint can see; needs a human's eye.
    case unsafe
  }

  /// What it does, as a command: "Defer `wg.Done()`".
  public var title: String
  public var safety: Safety
  /// Disjoint, in ascending order within each file.
  public var edits: [TextEdit]

  /// The names that the edits declare.
  var names: [DeclaredName] { edits.flatMap(\.names) }

  /// What runs under a lock that the edits take: another fix that changes something there has to wait,
  /// as it may take the same lock.
  public var reach: [SourceLocation]

  /// A fix; its edits are put in order.
  public init(
    title: String, safety: Safety, edits: [TextEdit], reach: [SourceLocation] = []
  ) {
    self.title = title
    self.safety = safety
    self.reach = reach
    self.edits = edits.inOrder()
  }
}

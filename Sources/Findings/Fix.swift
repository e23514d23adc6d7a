import Basics

/// A replacement of exact bytes; an empty range inserts, an empty replacement deletes.
public struct TextEdit: Hashable, Sendable {
  /// The bytes that go.
  public var location: SourceLocation
  /// What comes in their place.
  public var replacement: String
  /// Whether several fixes may want this very insertion and it is then made once: an import.
  ///
  /// Such an insertion must stand for itself, in any order beside others at its place.
  public var isShared: Bool

  /// An edit that puts `replacement` in place of a range.
  public init(_ location: SourceLocation, replacement: String, isShared: Bool = false) {
    self.location = location
    self.replacement = replacement
    self.isShared = isShared
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
    self.edits = edits.sorted { $0.location < $1.location }
  }
}

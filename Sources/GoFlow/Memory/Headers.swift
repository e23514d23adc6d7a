import Basics

/// How a slice's end came about.
public enum HeaderKind: UInt8, Hashable, Sendable, Codable {
  case unknown
  /// As an incoming cell or parameter had it.
  case initial
  /// Made anew, with room behind its end.
  case fresh
  /// There is no room behind the end: `append` moves away.
  case clipped
  /// `append` made it of one of its parents.
  case grown
  /// A part of one of its parents that does not reach further.
  case cut
  /// It ends where its parents end.
  case same
}

struct HeaderInfo {
  var kind: HeaderKind
  var parents: [HeaderID] = []
  /// Of an initial header the object.
  var object = ObjectID.none
  /// What it shows of its parents.
  var window = ElementWindow()
  /// Whether it belongs to pointers to an element.
  var isElement = false
}

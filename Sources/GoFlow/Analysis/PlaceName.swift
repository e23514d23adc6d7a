import Basics
import GoIR

/// A place, as one function finds it: where the way to it begins, and the way.
public struct PlaceName: NumberKey, Sendable, Codable {
  public enum Root: Hashable, Sendable, Codable {
    /// What a reference of a parameter leads to: the position, the receiver first, and which of
    /// the parameter's references, by the leaves of its layout.
    case parameter(UInt32, leaf: UInt32)
    /// A variable of a function around this one.
    case captured(UInt32)
    /// A variable of this function that lives in memory.
    case variable(UInt32)
    case global(GlobalNumber)
    /// What lies in a slot.
    case slot(SlotKey)
    /// What the function makes and gives to its callers, by the position of the result.
    case result(UInt32)

    fileprivate var keyNumber: UInt64 {
      switch self {
      case .parameter(let position, let leaf): UInt64(position) << 32 | UInt64(leaf)
      case .captured(let variable): UInt64(variable) | 1 << 60
      case .variable(let variable): UInt64(variable) | 2 << 60
      case .global(let global): UInt64(global.rawValue) | 3 << 60
      case .slot(let slot): slot.keyNumber
      case .result(let position): UInt64(position) | 4 << 60
      }
    }
  }
  public var root: Root
  /// `follow` for following a reference.
  public var steps: [PathStep]

  public var keyNumber: UInt64 {
    steps.reduce(root.keyNumber) {
      ($0 ^ UInt64($1.rawValue)) &* 0x9E37_79B9_7F4A_7C15
    }
  }
}

/// What a function is given with a call: the place in the called function, and the place, among
/// those of the calling one, that leads there.
public struct PlaceBinding: Hashable, Sendable, Comparable, Codable {
  public var key: BindingKey
  public var place: UInt32
  /// Whether it is another object each time, which was made before and put there.
  public var isOwn = false
  /// Whether it was taken out of there.
  public var isTaken = false

  public static func < (left: Self, right: Self) -> Bool {
    (left.key, left.place, left.rank) < (right.key, right.place, right.rank)
  }

  private var rank: Int { (isOwn ? 1 : 0) + (isTaken ? 2 : 0) }
}

/// A place in a function at which callers put what they give it.
public struct BindingKey: NumberKey, Sendable, Comparable, Codable {
  let rawValue: UInt32

  public var keyNumber: UInt64 { UInt64(rawValue) }

  /// A reference of a parameter.
  static func parameter(_ position: UInt32, leaf: UInt32) -> BindingKey {
    BindingKey(rawValue: min(position, 0xFF) << 8 | min(leaf, 0xFF))
  }
  /// A captured variable, by its position in the list of these.
  static func capture(_ position: Int) -> BindingKey {
    BindingKey(rawValue: 1 << 24 | UInt32(min(position, 0xFFFF)))
  }
  /// What a captured variable leads to.
  static func captured(_ position: Int) -> BindingKey {
    BindingKey(rawValue: 2 << 24 | UInt32(min(position, 0xFFFF)))
  }
  /// What callers do with a result.
  static func result(_ position: UInt32) -> BindingKey {
    BindingKey(rawValue: 3 << 24 | min(position, 0xFFFF))
  }

  /// The object in which a slot lies.
  static let container = BindingKey(rawValue: 4 << 24)

  /// Whether it is a reference of the receiver, or of the first parameter where there is none.
  var isFirstParameter: Bool { rawValue >> 8 == 0 }
  /// Of a parameter the next one.
  var next: BindingKey { BindingKey(rawValue: rawValue + 1 << 8) }
  /// Whether it is a reference of a parameter.
  var isParameter: Bool { rawValue >> 24 == 0 }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A lock at a place.
public struct PlaceLock: Hashable, Sendable, Codable {
  public var place: UInt32
  public var mode: LockMode
}

/// A version of the Go language, such as 1.22; point releases do not change the language.
public struct GoVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The newest version that this tool knows, for files that no module speaks for.
  public static let newest = GoVersion(1, 27)
  /// The version of a module whose `go.mod` has no `go` line.
  public static let withoutGoLine = GoVersion(1, 16)
  /// The lowest version that a build constraint can give a file.
  public static let lowestOfFile = GoVersion(1, 21)

  /// The number before the first point.
  public let major: UInt16
  /// The number after it.
  public let minor: UInt16

  /// The version `major.minor`.
  public init(_ major: UInt16, _ minor: UInt16) {
    self.major = major
    self.minor = minor
  }

  /// Reads "1.21", "1.21.3", "1.27rc1", each also after "go"; nil for anything else.
  public init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    if rest.hasPrefix("go") { rest.removeFirst(2) }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, first.first?.isNumber == true, let major = UInt16(first) else {
      return nil
    }
    guard parts.count > 1 else {
      self.init(major, 0)
      return
    }
    let digits = parts[1].prefix { $0.isASCII && $0.isNumber }
    let suffix = parts[1].dropFirst(digits.count)
    guard let minor = UInt16(digits), Self.isPrerelease(suffix) else { return nil }
    guard parts.count < 3 || (suffix.isEmpty && Self.isPoint(parts[2])) else { return nil }
    guard parts.count <= 3 else { return nil }
    self.init(major, minor)
  }

  public static func < (left: GoVersion, right: GoVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }

  /// "1.22".
  public var description: String { "\(major).\(minor)" }

  /// Whether it is nothing, or "rc1" or "beta2".
  private static func isPrerelease(_ text: Substring) -> Bool {
    if text.isEmpty { return true }
    for kind in ["rc", "beta", "alpha"] where text.hasPrefix(kind) {
      return UInt16(text.dropFirst(kind.count)) != nil
    }
    return false
  }

  /// Whether it is "3", or "0-custom" of a vendor's own toolchain.
  private static func isPoint(_ text: Substring) -> Bool {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let suffix = text.dropFirst(digits.count)
    return !digits.isEmpty && (suffix.isEmpty || suffix.hasPrefix("-") || isPrerelease(suffix))
  }
}

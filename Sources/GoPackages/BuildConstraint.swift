/// The condition of a `//go:build` line, or of all `// +build` lines of a file together.
public indirect enum BuildConstraint: Hashable, Sendable {
  case tag(String)
  case not(BuildConstraint)
  case and(BuildConstraint, BuildConstraint)
  case or(BuildConstraint, BuildConstraint)

  /// Whether it holds, where `isSet` answers for each tag.
  public func evaluate(_ isSet: (String) -> Bool) -> Bool {
    switch self {
    case .tag(let name): isSet(name)
    case .not(let operand): !operand.evaluate(isSet)
    case .and(let left, let right): left.evaluate(isSet) && right.evaluate(isSet)
    case .or(let left, let right): left.evaluate(isSet) || right.evaluate(isSet)
    }
  }

  /// The lowest version of Go under which it can hold, as far as its shape tells; nil where
  /// it implies none.
  ///
  /// Each tag and each negated tag is taken to be free, as `go/build/constraint` does:
  /// `linux && go1.22` gives 1.22, `linux || go1.22` nothing, and `!go1.22` nothing.
  public var impliedVersion: GoVersion? {
    guard let minor = lowestMinor(negated: false) else { return nil }
    return GoVersion(1, minor)
  }

  private func lowestMinor(negated: Bool) -> UInt16? {
    switch self {
    case .tag(let name):
      if negated { return nil }
      if name == "go1" { return 0 }
      return name.hasPrefix("go1.") ? UInt16(name.dropFirst(4)) : nil
    case .not(let operand):
      return operand.lowestMinor(negated: !negated)
    case .and(let left, let right):
      let pair = (left.lowestMinor(negated: negated), right.lowestMinor(negated: negated))
      return negated ? Self.lower(pair) : Self.higher(pair)
    case .or(let left, let right):
      let pair = (left.lowestMinor(negated: negated), right.lowestMinor(negated: negated))
      return negated ? Self.higher(pair) : Self.lower(pair)
    }
  }

  private static func higher(_ pair: (UInt16?, UInt16?)) -> UInt16? {
    guard let left = pair.0 else { return pair.1 }
    guard let right = pair.1 else { return left }
    return max(left, right)
  }

  private static func lower(_ pair: (UInt16?, UInt16?)) -> UInt16? {
    guard let left = pair.0, let right = pair.1 else { return nil }
    return min(left, right)
  }
}

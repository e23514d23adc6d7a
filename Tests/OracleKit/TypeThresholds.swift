/// What the agreement with go/types must reach at least.
public struct TypeThresholds: Equatable, Sendable {
  /// A share that may be demanded; its raw value is how it is written.
  public enum Figure: String, CaseIterable, Sendable {
    /// The part of the expressions that have a claimed type.
    case claimed
    /// The part of the claimed types that are right.
    case agreed
    /// The part of the calls of declared functions whose callee is right.
    case callees
    /// `claimed`, of each class in `classes` taken alone.
    case classClaimed = "class-claimed"
    /// `agreed`, of each class in `classes` taken alone.
    case classAgreed = "class-agreed"
  }

  /// The classes whose expressions most facts of an analysis hang on.
  static let classes: [ExpressionClass] = [.selector, .index, .call, .composite]

  /// The least shares, in tenths of a percent.
  private var least: [Figure: Int] = [:]

  /// Reads `claimed=97,class-agreed=99.5`: shares in percent, with at most one decimal. Nil
  /// where that is not what it says.
  public init?(_ text: String) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let figure = Figure(rawValue: String(sides[0])),
        let share = Self.tenths(sides[1]), least.updateValue(share, forKey: figure) == nil
      else { return nil }
    }
  }

  private static func tenths(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }),
      let whole = Int(parts[0]), let tenth = parts.count == 1 ? 0 : Int(parts[1]),
      tenth < 10, whole * 10 + tenth <= 1000
    else { return nil }
    return whole * 10 + tenth
  }

  /// What is not reached, each in words; a share of nothing reaches nothing.
  public func shortfalls(of tally: TypeTally) -> [String] {
    var shortfalls: [String] = []
    for figure in Figure.allCases {
      guard let least = least[figure] else { continue }
      for (name, share) in Self.shares(figure, of: tally) where (share ?? -1) < least {
        let actual = share.map(Agreement.percent) ?? "a share of nothing"
        shortfalls.append("\(name) is \(actual), not \(Agreement.percent(least))")
      }
    }
    return shortfalls
  }

  private static func shares(
    _ figure: Figure, of tally: TypeTally
  ) -> [(name: String, share: Int?)] {
    switch figure {
    case .claimed: [("claimed", tally.types.claimedShare)]
    case .agreed: [("agreed", tally.types.agreedShare)]
    case .callees: [("callees", tally.functions.rightShare)]
    case .classClaimed:
      classes.map { ("claimed of each \($0.name)", tally[$0].claimedShare) }
    case .classAgreed:
      classes.map { ("agreed of each \($0.name)", tally[$0].agreedShare) }
    }
  }
}

/// How many answers there were to how many questions, and how many were right.
public struct Agreement: Equatable, Sendable {
  /// How often the oracle says something.
  public var count = 0
  /// How often racelint does too.
  public var claimed = 0
  /// How often it says the same.
  public var agreed = 0

  /// The part of the questions that were answered, in tenths of a percent, rounded down, so
  /// that a threshold is not said to be reached when it is not; nil without questions.
  public var claimedShare: Int? { Self.share(claimed, of: count) }
  /// The part of the answers that were right.
  public var agreedShare: Int? { Self.share(agreed, of: claimed) }
  /// The part of the questions that were answered rightly.
  public var rightShare: Int? { Self.share(agreed, of: count) }

  init() {}

  /// Counts one question and its answer; nil is none.
  mutating func add(isRight: Bool?) {
    count += 1
    guard let isRight else { return }
    claimed += 1
    if isRight { agreed += 1 }
  }

  static func += (total: inout Agreement, part: Agreement) {
    total.count += part.count
    total.claimed += part.claimed
    total.agreed += part.agreed
  }

  /// A share as people write it.
  static func percent(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10) %" }

  private static func share(_ part: Int, of whole: Int) -> Int? {
    whole == 0 ? nil : part * 1000 / whole
  }
}

import Driver

/// Verdicts counted, and held against what is asked of them.
public struct RaceTally: Sendable {
  /// How many cases there are at least, and how many of each rule about data.
  public struct Bounds: Sendable {
    public var cases = 60
    public var ofEachDataRule = 4
    /// How many percent of the cases may not be provoked.
    public var unprovokedPercent = 10

    public init() {}
  }

  /// The rules about completion: what goes wrong there is mostly an order, and no race.
  private static let signalRules: Set<String> = ["early-done", "late-add", "skipped-done"]

  public let verdicts: [RaceVerdict]

  public init(_ verdicts: [RaceVerdict]) { self.verdicts = verdicts }

  /// The line that sums up.
  public var line: String {
    "oracle: cases \(verdicts.count), provoked \(count(\.isProvoked)), silent \(count(\.isSilent)), "
      + "fixed \(verdicts.count { $0.isFixed == true })"
  }

  /// What was said of each case that is not as it says, or was not provoked, and which cases have
  /// no fix; a line each.
  public var remarks: [String] {
    var lines = verdicts.flatMap { verdict -> [String] in
      var remarks = verdict.complaints
      if remarks.isEmpty, let reason = verdict.unprovokedReason {
        remarks.append("not provoked: \(reason)")
      }
      return remarks.map { "\(verdict.name): \($0)" }
    }
    let unfixed = verdicts.filter { $0.isFixed == nil }.map(\.name)
    if !unfixed.isEmpty {
      lines.append("without a fix \(unfixed.count): \(unfixed.joined(separator: ", "))")
    }
    return lines
  }

  /// Whether each case is as it says.
  public var isAsSaid: Bool { verdicts.allSatisfy { $0.complaints.isEmpty } }

  /// What is not reached, each in words.
  public func shortfalls(_ bounds: Bounds) -> [String] {
    var shortfalls: [String] = []
    if verdicts.count < bounds.cases {
      shortfalls.append("\(verdicts.count) cases, not \(bounds.cases)")
    }
    for rule in Analysis.rules.map(\.id) where !Self.signalRules.contains(rule) {
      let own = verdicts.count { $0.rule == rule }
      if own < bounds.ofEachDataRule {
        shortfalls.append("\(own) cases of \(rule), not \(bounds.ofEachDataRule)")
      }
    }
    let unprovoked = verdicts.count { !$0.isProvoked }
    if unprovoked * 100 > verdicts.count * bounds.unprovokedPercent {
      shortfalls.append(
        "\(unprovoked) of \(verdicts.count) not provoked, more than \(bounds.unprovokedPercent) %")
    }
    return shortfalls
  }

  private func count(_ isSo: KeyPath<RaceVerdict, Bool>) -> Int {
    verdicts.count { $0[keyPath: isSo] }
  }
}

import Basics
import TestKit

/// Asks the race detector whether hazards are hazards, near misses are none, and fixes end them.
public struct RaceOracle: Sendable {
  private let detector: RaceDetector

  /// How often a form with a hazard runs at most until the hazard is seen: tests that run in parallel
  /// mostly end before the next one begins.
  private static let attempts = 2000
  /// How often the other forms run, in which nothing is ever to be seen.
  private static let repetitions = 30

  public init(_ detector: RaceDetector) { self.detector = detector }

  private static let module = "race"

  private enum Part: String, CaseIterable { case bad, near, fixed }

  /// Builds each form of each case as a program of its own, runs all of them and judges.
  public func judge(_ cases: [RaceCase]) throws -> [RaceVerdict] {
    guard !cases.isEmpty else { return [] }
    return try TemporaryDirectory.with(["go.mod": "module \(Self.module)\n\ngo 1.27\n"]) { root in
      // A pattern of the go command has to match something, even where no case has a fix.
      for part in Part.allCases { TemporaryDirectory.makeDirectories("\(root)/\(part.rawValue)") }
      for raceCase in cases {
        try write(raceCase.bad, .bad, raceCase, root)
        try write(raceCase.near, .near, raceCase, root)
        if let fixed = raceCase.fixed { try write(fixed, .fixed, raceCase, root) }
      }
      let outcomes = try detector.test(
        ["./bad/..."], repetitions: Self.attempts, in: root
      ).merging(
        try detector.test(["./near/...", "./fixed/..."], repetitions: Self.repetitions, in: root)
      ) { first, _ in first }
      return cases.map { raceCase in
        RaceVerdict(
          name: raceCase.description, rule: raceCase.rule,
          unprovokedReason: raceCase.unprovokedReason,
          bad: outcomes[package(.bad, raceCase)], near: outcomes[package(.near, raceCase)],
          fixed: raceCase.fixed.map { _ in outcomes[package(.fixed, raceCase)] })
      }
    }
  }

  private func package(_ part: Part, _ raceCase: RaceCase) -> String {
    "\(Self.module)/\(part.rawValue)/\(raceCase)"
  }

  private func write(_ form: RaceForm, _ part: Part, _ raceCase: RaceCase, _ root: String) throws {
    for (name, bytes) in form.files {
      try TemporaryDirectory.write(bytes, to: "\(root)/\(part.rawValue)/\(raceCase)/\(name)")
    }
  }
}

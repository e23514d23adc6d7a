import Basics
import Driver
import Findings
import TestKit

/// A module of Tests/Scenarios some of whose tests run into its hazards. These are marked as race
/// tests; the others are near misses.
public struct RaceScenario: Sendable {
  /// The name of its directory.
  public let name: String
  private let files: [String: [UInt8]]
  private let marks: [(test: String, mark: RaceMark)]

  /// How often the tests of a scenario run at most: they repeat themselves.
  private static let repetitions = 5

  /// All scenarios of a checkout.
  public static func all(root: String) throws -> [RaceScenario] {
    let directory = root + "/Tests/Scenarios"
    return try FileSystem.entries(directory).filter { $0.kind == .directory }
      .map { try RaceScenario(directory + "/" + $0.name) }
  }

  init(_ directory: String) throws {
    name = FilePath.lastComponent(directory)
    files = try Self.files(below: directory)
    marks = files.filter { $0.key.hasSuffix("_test.go") }.sorted { $0.key < $1.key }
      .flatMap { Self.marks(String(decoding: $0.value, as: UTF8.self)) }
    guard !marks.isEmpty else { throw RaceError("no test of \(directory) is marked // race") }
  }

  private static func files(
    below directory: String, _ prefix: String = ""
  ) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for entry in try FileSystem.entries(directory) {
      let path = directory + "/" + entry.name
      if entry.kind == .directory {
        files.merge(try Self.files(below: path, prefix + entry.name + "/")) { $1 }
      } else {
        files[prefix + entry.name] = try FileSystem.read(path)
      }
    }
    return files
  }

  /// The tests that a mark stands above, in the comment before them.
  private static func marks(_ text: String) -> [(test: String, mark: RaceMark)] {
    var marks: [(String, RaceMark)] = []
    var mark: RaceMark?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let own = RaceMark(line: line) {
        mark = own
      } else if line.hasPrefix("func Test"), let own = mark {
        marks.append((String(line.dropFirst("func ".count).prefix { $0 != "(" }), own))
      }
      if !line.hasPrefix("//") { mark = nil }
    }
    return marks
  }

  /// Runs its tests as it is and as `racelint check --fix` leaves it; a verdict for each marked test.
  public func judge(_ detector: RaceDetector) throws -> [RaceVerdict] {
    try TemporaryDirectory.with { bad in
      try TemporaryDirectory.with { fixed in
        for (path, bytes) in files {
          try TemporaryDirectory.write(bytes, to: bad + "/" + path)
          try TemporaryDirectory.write(bytes, to: fixed + "/" + path)
        }
        let hasFix = try applySafeFixes(in: fixed)
        let pattern = "^(" + marks.map(\.test).joined(separator: "|") + ")$"
        let near = try outcome(detector, ["-skip", pattern], bad)
        return try marks.map { test, mark in
          RaceVerdict(
            name: "\(name)/\(test)", rule: "scenario", unprovokedReason: mark.unprovokedReason,
            bad: try outcome(detector, ["-run", "^\(test)$"], bad), near: near,
            fixed: hasFix ? .some(try outcome(detector, ["-run", "^\(test)$"], fixed)) : nil)
        }
      }
    }
  }

  /// Whether any fix was applied.
  private func applySafeFixes(in directory: String) throws -> Bool {
    let report = try Analysis.run(
      AnalysisSettings(patterns: ["./..."], workingDirectory: directory))
    let fixes = report.findings.compactMap { $0.fixes.first { $0.safety == .safe } }
    let application = EditApplication(fixes, to: report.sources)
    for file in application.files {
      try TemporaryDirectory.write(file.newBytes, to: directory + "/" + file.source.path)
    }
    return !application.files.isEmpty
  }

  /// What became of all packages together; nil where no test ran.
  private func outcome(
    _ detector: RaceDetector, _ arguments: [String], _ directory: String
  ) throws -> RaceDetector.Outcome? {
    let outcomes = try detector.test(
      arguments + ["./..."], repetitions: Self.repetitions, in: directory
    ).values
    return outcomes.first { $0 == .race } ?? outcomes.first { $0 != .silent } ?? outcomes.first
  }
}

import Basics
import CaseKit
import TestKit
import Testing

@Suite struct RuleCaseTests {
  static let root = FilePath.clean(FilePath.directory(#filePath) + "/../..")

  static var cases: [RuleCase] {
    get throws { try RuleCase.all(root: root) }
  }

  @Test("A rule reports in a case what the case says, and nothing else", arguments: try cases)
  func reports(ruleCase: RuleCase) throws {
    try withPath(of: ruleCase) { path in
      let run = try CaseRun(ruleCase, path: path)
      #expect(run.failures == [])
    }
  }

  @Test("A case holds a hazard or none, as its name says", arguments: try cases)
  func namesAreTrue(ruleCase: RuleCase) throws {
    guard case .path(let path) = ruleCase.source else { return }
    let wants = try CaseRun(ruleCase, path: path).wantCount
    switch ruleCase.kind {
    case .bad, .knownNoise: #expect(wants > 0)
    case .ok, .knownMiss: #expect(wants == 0)
    case nil: Issue.record("\(ruleCase) begins with none of bad_, ok_, known_miss_, known_noise_")
    }
  }

  @Test("The best fixes give the golden files, all of them", arguments: try cases)
  func fixes(ruleCase: RuleCase) throws {
    guard case .path(let path) = ruleCase.source else { return }
    let run = try CaseRun(ruleCase, path: path)
    for (file, bytes) in run.fixedFiles {
      let golden = (try? FileSystem.read("/" + file + ".golden")) ?? []
      #expect(
        String(decoding: golden, as: UTF8.self) == String(decoding: bytes, as: UTF8.self),
        "racelint-dev cases --record writes \(file).golden")
    }
    let goldens = try RuleCase.goldenFiles(below: path)
    #expect(
      Set(goldens) == Set(run.fixedFiles.keys.map { "/" + $0 + ".golden" }),
      "a golden file without a fix")
  }

  @Test("What a fix mends is not reported again, and nothing new is", arguments: try cases)
  func fixedIsClean(ruleCase: RuleCase) throws {
    guard case .path(let path) = ruleCase.source else { return }
    let run = try CaseRun(ruleCase, path: path)
    guard !run.fixedFiles.isEmpty else { return }
    try TemporaryDirectory.with { directory in
      let copy = directory + "/" + FilePath.lastComponent(path)
      try Self.copy(path, to: copy, replacing: run.fixedFiles)
      let again = try CaseRun(ruleCase, path: copy)
      // One fix may end more than the finding that it is of.
      #expect(again.findingCount <= run.findingCount - run.fixedCount)
      #expect(again.fixedFiles.isEmpty)
    }
  }

  /// Copies a file or directory; `texts` holds what takes the place of some files, by their path
  /// without the first slash.
  private static func copy(
    _ path: String, to target: String, replacing texts: [String: [UInt8]]
  ) throws {
    guard FileSystem.isDirectory(path) else {
      let text = try texts[String(path.dropFirst())] ?? FileSystem.read(path)
      return try TemporaryDirectory.write(text, to: target)
    }
    for entry in try FileSystem.entries(path) {
      try copy(path + "/" + entry.name, to: target + "/" + entry.name, replacing: texts)
    }
  }

  private func withPath(of ruleCase: RuleCase, _ body: (String) throws -> Void) throws {
    switch ruleCase.source {
    case .path(let path):
      try body(path)
    case .manual(let text, _):
      try TemporaryDirectory.with(["manual.go": text]) { try body($0 + "/manual.go") }
    }
  }
}

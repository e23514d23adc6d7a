import Basics
import CaseKit
import Driver
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

  @Test("The best fixes give the golden file", arguments: try cases)
  func fixes(ruleCase: RuleCase) throws {
    guard case .path(let path) = ruleCase.source else { return }
    let run = try CaseRun(ruleCase, path: path)
    for (file, bytes) in run.fixedFiles {
      let golden = (try? FileSystem.read("/" + file + ".golden")) ?? []
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(
        String(decoding: golden, as: UTF8.self) == text,
        "racelint-dev cases --record writes \(file).golden")
    }
  }

  @Test("A file with its fixes applied has nothing left to fix", arguments: try cases)
  func fixedIsClean(ruleCase: RuleCase) throws {
    guard case .path(let path) = ruleCase.source, !FileSystem.isDirectory(path) else { return }
    guard let bytes = try CaseRun(ruleCase, path: path).fixedFiles.values.first else { return }
    try TemporaryDirectory.with { directory in
      let fixed = directory + "/fixed.go"
      try TemporaryDirectory.write(bytes, to: fixed)
      let again = try CaseRun(ruleCase, path: fixed)
      #expect(again.fixedFiles.isEmpty)
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

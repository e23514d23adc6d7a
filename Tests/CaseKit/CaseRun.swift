import Basics
import Driver
import Findings

/// What a rule reports in a case, held against what the case says.
///
/// In a case, `// want "regex"` at the end of a line stands for one finding that begins on
/// that line and whose message the expression matches; several expressions stand for several
/// findings. A line without one must be silent.
public struct CaseRun: Sendable {
  /// What is not as the case says; empty where all is.
  public private(set) var failures: [String] = []
  /// The files with the best fix of each finding applied, by path; only changed ones.
  public private(set) var fixedFiles: [String: [UInt8]] = [:]
  /// How many findings there are, and how many of them the fixed files mend.
  public private(set) var findingCount = 0
  public private(set) var fixedCount = 0
  /// How many findings the case wants.
  public private(set) var wantCount = 0

  /// Runs the rule of a case on its path.
  public init(_ ruleCase: RuleCase, path: String) throws {
    let report = try Self.analyze(ruleCase, path)
    for diagnostic in report.diagnostics {
      failures.append("\(diagnostic.path): \(diagnostic.message)")
    }
    if case .manual(_, let isBad) = ruleCase.source {
      if report.findings.isEmpty == isBad {
        failures.append("the block gives \(report.findings.count) findings")
      }
    } else {
      compare(report, try Self.files(path))
    }
    let application = EditApplication(report.findings.compactMap(\.fixes.first), to: report.sources)
    findingCount = report.findings.count
    fixedCount = application.applied.count
    for file in application.files { fixedFiles[file.source.path] = file.newBytes }
  }

  private static func analyze(_ ruleCase: RuleCase, _ path: String) throws -> AnalysisReport {
    try Analysis.run(
      AnalysisSettings(
        patterns: [FileSystem.isDirectory(path) ? path + "/..." : path], workingDirectory: "/",
        rules: RuleSelection(only: [ruleCase.rule.id])))
  }

  private static func files(_ path: String) throws -> [SourceText] {
    guard FileSystem.isDirectory(path) else {
      return [SourceText(path: shown(path), bytes: try FileSystem.read(path))]
    }
    return try FileSystem.entries(path).flatMap { entry -> [SourceText] in
      let child = path + "/" + entry.name
      return entry.kind == .directory || child.hasSuffix(".go") ? try files(child) : []
    }
  }

  /// Paths are reported relative to the root directory.
  private static func shown(_ path: String) -> String { String(path.drop { $0 == "/" }) }

  private mutating func compare(_ report: AnalysisReport, _ files: [SourceText]) {
    for file in files {
      let lines = LineIndex(file)
      var found: [Int: [Finding]] = [:]
      for finding in report.findings where finding.location.file == file.path {
        found[lines.line(at: finding.location.range.start), default: []].append(finding)
      }
      for line in 1...lines.lineCount {
        let text = file.string(lines.range(ofLine: line))
        let name = "\(FilePath.lastComponent(file.path)):\(line)"
        match(wants(text, name), found[line] ?? [], name)
      }
    }
  }

  private mutating func wants(_ line: String, _ name: String) -> [Regex<AnyRegexOutput>] {
    guard let start = line.range(of: "// want ") else { return [] }
    var wants: [Regex<AnyRegexOutput>] = []
    var rest = line[start.upperBound...]
    while let open = rest.firstIndex(of: "\"") {
      let after = rest.index(after: open)
      guard let close = rest[after...].firstIndex(of: "\"") else { break }
      do {
        wants.append(try Regex(String(rest[after..<close])))
      } catch {
        failures.append("\(name): not a regular expression: \(rest[after..<close])")
      }
      rest = rest[rest.index(after: close)...]
    }
    return wants
  }

  private mutating func match(
    _ wants: [Regex<AnyRegexOutput>], _ findings: [Finding], _ name: String
  ) {
    wantCount += wants.count
    var unmatched = findings
    for want in wants {
      if let index = unmatched.firstIndex(where: { $0.message.contains(want) }) {
        unmatched.remove(at: index)
      } else {
        failures.append("\(name): nothing found that was wanted")
      }
    }
    for finding in unmatched { failures.append("\(name): not wanted: \(finding.message)") }
  }
}

extension String {
  /// The first place of a piece of text.
  fileprivate func range(of piece: String) -> Range<String.Index>? {
    ranges(of: piece).first
  }
}

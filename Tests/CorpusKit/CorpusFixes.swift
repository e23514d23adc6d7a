import Basics
import Driver
import Findings
import Glibc
import TestKit

/// What becomes of a program of the corpus once all safe fixes are applied to it.
public struct CorpusFixes: Sendable {
  /// A finding whose fix was applied.
  public struct Applied: Hashable, Sendable {
    public var finding: CorpusFinding
    /// The packages that the fix changed, by their directories from that of the program.
    public var packages: Set<String>
  }

  public let program: CorpusProgram
  public private(set) var applied: [Applied] = []
  /// What the compiler has against packages that are fixed and compiled before, by directory.
  public private(set) var broken: [String: String] = [:]
  /// The same of packages that do not compile as they are installed: what they need is not there.
  public private(set) var unbuildable: [String: String] = [:]
  /// The findings that are there afterwards and were not before, or whose fix did not end them.
  public private(set) var left: [CorpusFinding] = []

  /// After so many rounds nothing more is applied, as `--fix` does it.
  private static let rounds = 10

  /// Copies a program, fixes the copy and looks at it again. `cache` is where the go command keeps
  /// what it compiles.
  public init(_ program: CorpusProgram, root: String, cache: String, jobs: Int) throws {
    self.program = program
    try program.check(root: root)
    let go = FilePath.join(root, CorpusProgram.toolchain) + "/bin/go"
    let installed = program.directory(root: root)
    let before = CorpusBuild(
      go: go, variables: CorpusCopy.variables(ofInstalled: program, root: root), cache: cache)
    try TemporaryDirectory.with { scratch in
      let copy = try CorpusCopy(program, root: root, into: scratch)
      for name in ["GOROOT", "GOPATH"] { setenv(name, copy.variables[name] ?? "", 1) }
      var changed: Set<String> = []
      try fix(copy, jobs, &changed)
      let after = CorpusBuild(go: go, variables: copy.variables, cache: cache)
      for directory in Set(changed.map(FilePath.directory)).sorted() {
        let withTests = changed.contains {
          FilePath.directory($0) == directory && $0.hasSuffix("_test.go")
        }
        func complaint(_ build: CorpusBuild, _ root: String) throws -> String? {
          try build.complaint(about: FilePath.join(root, directory), withTests: withTests)
        }
        guard let complaint = try complaint(after, copy.directory) else { continue }
        if let known = try complaintBefore() {
          unbuildable[directory] = known
        } else {
          broken[directory] = complaint
        }
        func complaintBefore() throws -> String? {
          try before.complaint(about: FilePath.join(installed, directory), withTests: withTests)
        }
      }
    }
  }

  /// Applies safe fixes until there are no more of findings that had none applied.
  private mutating func fix(
    _ copy: CorpusCopy, _ jobs: Int, _ changed: inout Set<String>
  ) throws {
    var report = try analyze(copy, jobs)
    let first = Set(report.findings.map(\.fingerprint))
    var done: Set<String> = []
    for _ in 0..<Self.rounds {
      let candidates = report.findings.compactMap { finding -> (finding: Finding, fix: Fix)? in
        guard !done.contains(finding.fingerprint),
          let fix = finding.fixes.first(where: { $0.safety == .safe })
        else { return nil }
        return (finding, fix)
      }
      let application = EditApplication(candidates.map(\.fix), to: report.sources)
      if application.applied.isEmpty { break }
      for index in application.applied {
        let (finding, fix) = candidates[index]
        done.insert(finding.fingerprint)
        let files = Set(fix.edits.map(\.location.file))
        changed.formUnion(files)
        applied.append(
          Applied(
            finding: CorpusFinding(finding, in: report, of: program),
            packages: Set(files.map(FilePath.directory))))
      }
      for file in application.files {
        try StagedFile(file.newBytes, for: FilePath.join(copy.directory, file.source.path))
          .commit()
      }
      report = try analyze(copy, jobs)
    }
    left = report.findings.filter {
      done.contains($0.fingerprint) || !first.contains($0.fingerprint)
    }.map { CorpusFinding($0, in: report, of: program) }
  }

  private func analyze(_ copy: CorpusCopy, _ jobs: Int) throws -> AnalysisReport {
    try Analysis.run(
      AnalysisSettings(patterns: ["./..."], workingDirectory: copy.directory, jobs: jobs))
  }

  // MARK: Figures

  /// How many of the applied fixes leave packages that compile, those left out that nothing is known of.
  public var compiled: Int {
    applied.count { $0.packages.isDisjoint(with: broken.keys) && !isUnbuildable($0) }
  }

  /// How many of the applied fixes changed packages that do not compile as they are installed.
  public var unbuildableCount: Int { applied.count(where: isUnbuildable) }

  /// How many of the findings are gone, and nothing like them has come.
  public var gone: Int {
    applied.count { fix in
      !left.contains { other in
        other.fingerprint == fix.finding.fingerprint
          || other.rule == fix.finding.rule && file(other) == file(fix.finding)
      }
    }
  }

  private func isUnbuildable(_ fix: Applied) -> Bool {
    !fix.packages.isDisjoint(with: unbuildable.keys)
  }

  private func file(_ finding: CorpusFinding) -> Substring { finding.place.prefix { $0 != ":" } }
}

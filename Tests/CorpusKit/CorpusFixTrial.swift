import Basics
import Driver
import Findings
import Glibc
import TestKit

/// Applies all safe fixes, or all fixes, to a copy of a program of the corpus, and looks at it again.
public struct CorpusFixTrial {
  private let program: CorpusProgram
  private let root: String
  private let cache: String
  private let jobs: Int
  private let onlySafe: Bool

  /// After so many rounds nothing more is applied, as `--fix` does it.
  private static let rounds = 10

  /// A trial with the toolchain below the project's root; `cache` is where the go command keeps what
  /// it compiles.
  public init(
    _ program: CorpusProgram, root: String, cache: String, jobs: Int, onlySafe: Bool
  ) {
    self.onlySafe = onlySafe
    self.program = program
    self.root = root
    self.cache = cache
    self.jobs = jobs
  }

  /// Copies, fixes, analyses and compiles. Sets `GOROOT` and `GOPATH` of this process, so that the
  /// copy is found where the program was.
  public func run() throws -> CorpusFixes {
    try program.check(root: root)
    return try TemporaryDirectory.with { scratch in
      let copy = try CorpusCopy(program, root: root, into: scratch)
      for name in ["GOROOT", "GOPATH"] { setenv(name, copy.variables[name] ?? "", 1) }
      var fixes = CorpusFixes(program)
      let changed = try fix(copy, &fixes)
      try compile(changed, copy, &fixes)
      return fixes
    }
  }

  /// Applies fixes until there are no more of findings that had none applied; gives the files
  /// that were changed.
  private func fix(_ copy: CorpusCopy, _ fixes: inout CorpusFixes) throws -> Set<String> {
    var report = try analyze(copy)
    let first = Set(report.findings.map(\.fingerprint))
    var done: Set<String> = []
    var changed: Set<String> = []
    for _ in 0..<Self.rounds {
      let candidates = report.findings.compactMap { finding -> (finding: Finding, fix: Fix)? in
        guard !done.contains(finding.fingerprint),
          let fix = finding.fixes.first(where: { $0.safety == .safe })
            ?? (onlySafe ? nil : finding.fixes.first)
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
        fixes.applied.append(
          CorpusFixes.Applied(
            finding: CorpusFinding(finding, in: report, of: program),
            packages: Set(files.map(FilePath.directory))))
      }
      for file in application.files {
        try StagedFile(file.newBytes, for: FilePath.join(copy.directory, file.source.path))
          .commit()
      }
      report = try analyze(copy)
    }
    fixes.left = report.findings.filter {
      done.contains($0.fingerprint) || !first.contains($0.fingerprint)
    }.map { CorpusFinding($0, in: report, of: program) }
    return changed
  }

  private func analyze(_ copy: CorpusCopy) throws -> AnalysisReport {
    try Analysis.run(
      AnalysisSettings(patterns: ["./..."], workingDirectory: copy.directory, jobs: jobs))
  }

  /// Compiles the packages of the changed files, with their tests where these were changed. One that
  /// does not compile is compiled as it is installed.
  private func compile(
    _ changed: Set<String>, _ copy: CorpusCopy, _ fixes: inout CorpusFixes
  ) throws {
    let go = FilePath.join(root, CorpusProgram.toolchain) + "/bin/go"
    let fixed = CorpusBuild(go: go, variables: copy.variables, cache: cache)
    let installed = CorpusBuild(
      go: go, variables: CorpusCopy.variables(ofInstalled: program, root: root), cache: cache)
    for package in Set(changed.map(FilePath.directory)).sorted() {
      let withTests = changed.contains {
        FilePath.directory($0) == package && $0.hasSuffix("_test.go")
      }
      guard
        let complaint = try fixed.complaint(
          about: FilePath.join(copy.directory, package), withTests: withTests)
      else { continue }
      let original = FilePath.join(program.directory(root: root), package)
      if let known = try installed.complaint(about: original, withTests: withTests) {
        fixes.unbuildable[package] = known
      } else {
        fixes.broken[package] = complaint
      }
    }
  }
}

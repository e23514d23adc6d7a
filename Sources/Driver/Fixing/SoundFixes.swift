import Basics
import Findings
import GoSyntax

/// Fixes of which none leaves a file that parses worse than before.
struct SoundFixes {
  /// What comes of them.
  private(set) var application: EditApplication
  /// Those that are in the result, by their places among all that were given.
  private(set) var applied: [Int]

  /// Leaves out what does harm: a fix that does so alone, or else all that change such a file. Parses
  /// each changed file twice.
  init(_ fixes: [Fix], to sources: [String: SourceText]) {
    var indices = Array(fixes.indices)
    var judgement = Judgement()
    while true {
      application = EditApplication(indices.map { fixes[$0] }, to: sources)
      applied = application.applied.map { indices[$0] }
      let worse = Set(
        application.files.filter { judgement.isWorse($0) }.map(\.source.path))
      if worse.isEmpty { return }
      let suspects = applied.filter { index in
        fixes[index].edits.contains { worse.contains($0.location.file) }
      }
      let bad = suspects.filter { index in
        EditApplication([fixes[index]], to: sources).files.contains { judgement.isWorse($0) }
      }
      let out = Set(bad.isEmpty ? suspects : bad)
      if out.isEmpty { return }
      indices.removeAll { out.contains($0) }
    }
  }

  private struct Judgement {
    private var known: [String: Int] = [:]

    mutating func isWorse(_ file: EditApplication.ChangedFile) -> Bool {
      let path = file.source.path
      let before = known[path] ?? errors(file.source)
      known[path] = before
      return errors(SourceText(path: path, bytes: file.newBytes)) > before
    }

    private func errors(_ source: SourceText) -> Int {
      guard var parser = GoParser() else { return 0 }
      return parser.parse(source).errors.count
    }
  }
}

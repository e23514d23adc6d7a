import Basics
import CorpusKit

/// Applies fixes to copies of programs of the corpus, and says whether they compile and whether
/// what they mend is gone.
struct CorpusFixReport {
  /// Where the go command keeps what it compiles, below the project's root.
  private static let cache = ".build/oracle/cache"
  /// How many of a hundred findings have to be gone.
  private static let leastGone = 98

  private let fixes: [CorpusFixes]
  /// Whether only those fixes were applied that need no look; of others nothing is demanded.
  private let onlySafe: Bool

  init(_ programs: [CorpusProgram], root: String, onlySafe: Bool) throws(CorpusError) {
    self.onlySafe = onlySafe
    do {
      fixes = try programs.map { program in
        let fixes = try CorpusFixTrial(
          program, root: root, cache: FilePath.join(root, Self.cache),
          jobs: Parallel.processorCount, onlySafe: onlySafe
        ).run()
        Self.print(fixes)
        return fixes
      }
    } catch let error as CorpusError {
      throw error
    } catch let error as FileError {
      throw CorpusError(error)
    } catch {
      throw CorpusError("\(error)")
    }
  }

  private static func print(_ fixes: CorpusFixes) {
    let name = fixes.program.name
    for (package, complaint) in fixes.broken.sorted(by: { $0.key < $1.key }) {
      Swift.print("\(name): \(package) does not compile once it is fixed: \(complaint)")
    }
    for (package, complaint) in fixes.unbuildable.sorted(by: { $0.key < $1.key }) {
      Swift.print("\(name): \(package) does not compile as it is installed: \(complaint)")
    }
    for finding in fixes.left { Swift.print("+ \(finding.line)") }
    Swift.print(
      "\(name): applied \(fixes.applied.count), compile \(fixes.compiled), "
        + "not to be compiled \(fixes.unbuildableCount), gone \(fixes.gone)")
  }

  /// Prints the sums; throws where a fix breaks a package, or too many findings are left.
  func print() throws(CorpusError) {
    let applied = sum { $0.applied.count }
    let (compiled, unbuildable) = (sum(\.compiled), sum(\.unbuildableCount))
    let gone = sum(\.gone)
    let name = onlySafe ? "fixes" : "fixes, unsafe ones too"
    Swift.print(
      "\(name): applied \(applied), compile \(compiled) of \(applied - unbuildable), gone \(gone)")
    if !onlySafe { return }
    if compiled + unbuildable < applied {
      throw CorpusError(difference: "not all packages compile once they are fixed")
    }
    if gone * 100 < applied * Self.leastGone {
      throw CorpusError(difference: "fewer than \(Self.leastGone) % of the findings are gone")
    }
  }

  private func sum(_ count: (CorpusFixes) -> Int) -> Int { fixes.reduce(0) { $0 + count($1) } }
}

import Basics

/// What became of a program of the corpus once all safe fixes were applied to it.
public struct CorpusFixes: Sendable {
  /// A finding whose fix was applied.
  public struct Applied: Hashable, Sendable {
    public var finding: CorpusFinding
    /// The packages that the fix changed, by their directories from that of the program.
    public var packages: Set<String>
  }

  public let program: CorpusProgram
  public internal(set) var applied: [Applied] = []
  /// What the compiler has against packages that are fixed and compiled before, by directory.
  public internal(set) var broken: [String: String] = [:]
  /// The same of packages that do not compile as they are installed: what they need is not there.
  public internal(set) var unbuildable: [String: String] = [:]
  /// The findings that are there afterwards and were not before, or whose fix did not end them.
  public internal(set) var left: [CorpusFinding] = []

  init(_ program: CorpusProgram) { self.program = program }

  /// How many of the applied fixes leave packages that compile; of those that do not compile as they
  /// are installed nothing is known.
  public var compiled: Int {
    applied.count { $0.packages.isDisjoint(with: broken.keys) && !isUnbuildable($0) }
  }

  /// How many of the applied fixes changed packages that do not compile as they are installed.
  public var unbuildableCount: Int {
    applied.count { $0.packages.isDisjoint(with: broken.keys) && isUnbuildable($0) }
  }

  /// How many of the findings are gone, and nothing of their rule has come in their file.
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

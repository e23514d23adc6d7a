import GoPackages
import GoTypes
import Synchronization

/// Makes the type checkers of the packages of one run, each for the thread that asks for it.
///
/// What packages see of each other is worked out when the first of them asks: a run in which no
/// rule needs types does not pay for them.
final class PackageCheckers: Sendable {
  private let graph: PackageGraph
  private let options: PackageLoader.Options
  private let parsed: ParsedPackages
  private let types = Mutex<ProgramTypes?>(nil)

  /// Checkers of a graph's packages, whose files are parsed; nothing is worked out yet.
  init(_ graph: PackageGraph, _ options: PackageLoader.Options, _ parsed: ParsedPackages) {
    self.graph = graph
    self.options = options
    self.parsed = parsed
  }

  /// A checker of a package of the graph.
  func checker(of package: PackageSyntax) -> TypeChecker {
    let types = types.withLock { known in
      if let known { return known }
      let types = ProgramTypes(graph, options, parsed: parsed)
      known = types
      return types
    }
    return types.checker(of: package)
  }
}

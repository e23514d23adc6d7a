import Basics
import GoPackages
import GoSyntax
import GoTypes
import Synchronization

/// Makes the type checkers of packages, each for the thread that asks for it.
protocol PackageCheckers: Sendable {
  /// A checker of a package of the graph that is being analysed.
  func checker(of package: PackageSyntax) -> TypeChecker
}

/// The types of one run: what packages see of each other is worked out under one lock, and
/// shared when it is finished.
final class SharedProgramTypes: PackageCheckers {
  private let program: Mutex<ProgramTypes>

  /// The types of a graph's packages, nothing of them worked out yet.
  init(_ graph: PackageGraph, _ options: PackageLoader.Options) {
    program = Mutex(
      ProgramTypes(graph, options) { file in
        guard let text = try? file.read(), var parser = GoParser() else { return nil }
        return FileSyntax(file: file, tree: parser.parse(text))
      })
  }

  func checker(of package: PackageSyntax) -> TypeChecker {
    let id = package.package.id
    let unit = program.withLock { $0.unit(of: id) }
    return TypeChecker(package, unit: unit, imports: Imports(self, id))
  }

  /// What one package imports, remembered so that most questions need no lock. Used by one
  /// thread.
  private final class Imports: ImportedPackages {
    private let types: SharedProgramTypes
    private let package: PackageID
    private var byPath: [String: PackageInterface?] = [:]
    private var byUnit: [UnitID: PackageInterface?] = [:]

    init(_ types: SharedProgramTypes, _ package: PackageID) {
      self.types = types
      self.package = package
    }

    func interface(forImport path: String) -> PackageInterface? {
      if let known = byPath[path] { return known }
      let found = types.program.withLock { program in
        defer { program.dropSyntax() }
        return program.imports(of: package).interface(forImport: path)
      }
      byPath[path] = .some(found)
      return found
    }

    func interface(of unit: UnitID) -> PackageInterface? {
      if let known = byUnit[unit] { return known }
      let found = types.program.withLock { program in
        defer { program.dropSyntax() }
        return program.imports(of: package).interface(of: unit)
      }
      byUnit[unit] = .some(found)
      return found
    }
  }
}

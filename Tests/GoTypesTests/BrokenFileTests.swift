import Basics
import GoSyntax
import TestKit
import Testing

@testable import GoTypes

/// Real files of Go's standard library that were cut off somewhere, with none of their imports.
struct BrokenFileTests {
  private static let root = FilePath.clean(FilePath.directory(#filePath) + "/../..")

  private static let paths = [
    "slices/sort.go", "sync/map.go", "net/http/cookie.go", "go/types/infer.go", "maps/iter.go",
    "encoding/json/scanner.go", "text/template/exec.go", "container/list/list.go",
    "context/context.go", "iter/iter.go",
  ].map { root + "/.toolchain/src/" + $0 }

  private static let hasToolchain = FileSystem.isFile(paths[0])

  private struct NoImports: ImportedPackages {
    func name(forImport path: String) -> String? { nil }
    func interface(forImport path: String) -> PackageInterface? { nil }
    func interface(of unit: UnitID) -> PackageInterface? {
      unit == .universe ? Universe.interface : nil
    }
  }

  @Test(.enabled(if: hasToolchain, "make toolchain has not run"), .timeLimit(.minutes(2)))
  func everyExpressionOfACutOffFileCanBeAskedFor() throws {
    let package = try Sample("").syntax
    let cutsOfAFile = 20
    var pieces: [[UInt8]] = []
    for path in Self.paths {
      let bytes = try FileSystem.read(path)
      // The same places each time; every second piece is what is left behind the cut.
      for cut in 0..<cutsOfAFile {
        let place = (cut * 7919 + 13) * bytes.count / (cutsOfAFile * 7919)
        pieces.append(cut % 2 == 0 ? Array(bytes[..<place]) : Array(bytes[place...]))
      }
    }
    let texts = pieces
    let asked = Parallel.map(count: texts.count, jobs: 2) { _, index in
      guard var parser = GoParser() else { return 0 }
      let tree = parser.parse(SourceText(path: "a.go", bytes: texts[index]))
      let file = FileSyntax(file: package.files[FileID(0)].file, tree: tree)
      let syntax = PackageSyntax(package: package.package, files: [file])
      return Self.askForEverything(TypeChecker(syntax, unit: UnitID(1), imports: NoImports()))
    }
    #expect(texts.count == 200)
    #expect(asked.reduce(0, +) > 100_000)
  }

  private static func askForEverything(_ checker: TypeChecker) -> Int {
    let file = FileID(0)
    let tree = checker.syntax.tree(file)
    var printer = TypePrinter(checker)
    var asked = 0
    for declaration in tree.children(.root) {
      let body = checker.body(of: PackageNode(file: file, node: declaration))
      for node in tree.subtree(declaration) where body.mayBeExpression(node) {
        _ = printer.string(body.finalType(of: node))
        _ = printer.string(body.callee(of: node))
        _ = body.shape(of: node)
        asked += 1
      }
      for variable in body.scopes.variables.ids { _ = body.shape(of: variable) }
    }
    _ = checker.interface()
    return asked
  }
}

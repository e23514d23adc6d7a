import Basics
import GoPackages
import GoSyntax
import GoTypes
import TestKit
import Testing

/// A small package of Go text, loaded as racelint loads it.
struct Sample {
  let syntax: PackageSyntax

  /// A package of one file, `a.go`, which is given without its package clause.
  init(_ text: String) throws { try self.init(files: ["a.go": "package a\n\n" + text]) }

  /// A package of several whole files.
  init(files: [String: String]) throws {
    guard var parser = GoParser() else { throw MissingGrammar() }
    syntax = try TemporaryDirectory.with(files.merging(["go.mod": "module m\n"]) { $1 }) { root in
      let graph = try PackageLoader(
        PackageLoader.Options(
          workingDirectory: root, build: BuildConfiguration(goos: "linux", goarch: "amd64"),
          environment: Environment(), jobs: 1)
      ).load()
      let package = try #require(graph.packages.elements.first)
      let files = try package.files.map { file in
        let source = SourceText(path: file.displayPath, bytes: try FileSystem.read(file.path))
        return FileSyntax(file: file, tree: parser.parse(source))
      }
      return PackageSyntax(package: package, files: files)
    }
  }

  struct MissingGrammar: Error {}

  /// The tree of the first file.
  var tree: SyntaxTree { syntax.tree(FileID(0)) }

  /// The last top-level declaration of the first file.
  var lastDeclaration: NodeID { Array(tree.children(.root)).last ?? .none }

  /// The scopes of the last declaration of the first file.
  var scopes: Scopes { Scopes(of: lastDeclaration, in: tree) }

  /// The identifiers of a spelling in the last declaration, in the order of the text.
  func occurrences(of name: String) -> [NodeID] {
    tree.subtree(lastDeclaration).filter {
      [.identifier, .typeIdentifier].contains(tree.kind($0)) && tree.text($0) == name
    }
  }

  /// For each occurrence of a name the number of the one that declares it; `-` for none.
  func bindings(of name: String) -> String {
    let scopes = scopes
    let occurrences = occurrences(of: name)
    return occurrences.map { identifier in
      let variable = scopes.variable(identifier)
      if variable.isNone { return "-" }
      let declaring = scopes.variables[variable].name
      return occurrences.firstIndex(of: declaring).map(String.init) ?? "?"
    }.joined(separator: " ")
  }

  /// The kinds of the last declaration's variables, by name: "x parameter".
  var variables: [String] {
    scopes.variables.elements.map { "\(tree.text($0.name)) \($0.kind)" }
  }

  /// The innermost and last expression of the last declaration that has this text.
  func expression(_ text: String) -> NodeID {
    tree.subtree(lastDeclaration).reversed().first { tree.text($0) == text } ?? .none
  }
}

import Basics
import GoSyntax
import GoTypes
import OracleKit

/// What racelint says of the expressions of Go files, worked out beforehand.
struct OracleClaims: TypeClaims {
  private let files: [String: FileAnswers]

  /// Works out the types of the packages of the files at absolute paths.
  init(about paths: [String]) throws(DeveloperError) {
    var directories = Set<String>()
    for path in paths { directories.insert(FilePath.directory(path)) }
    let program = try CheckedProgram(directories.sorted())
    files = Parallel.withLargeStack {
      var files: [String: FileAnswers] = [:]
      program.forEachFile { checker, file in
        files[checker.syntax.files[file].file.path] = FileAnswers(checker, file)
      }
      return files
    }
  }

  func claims(path: String) -> (any FileClaims)? { files[path] }
}

/// The claims of one file.
private struct FileAnswers: FileClaims {
  private var names: [String] = []
  private var numbers: [String: Int32] = [:]
  private var types: [ByteRange: Int32] = [:]
  private var callees: [ByteRange: Int32] = [:]

  init(_ checker: TypeChecker, _ file: FileID) {
    var printer = TypePrinter(checker)
    let tree = checker.syntax.tree(file)
    for declaration in tree.children(.root) {
      let body = checker.body(of: PackageNode(file: file, node: declaration))
      for node in tree.subtree(declaration) where body.mayBeExpression(node) {
        let type = printer.string(body.finalType(of: node))
        if !type.contains("?") { types[tree.range(node)] = number(type) }
        if let callee = printer.string(body.callee(of: node)) {
          callees[tree.range(node)] = number(callee)
        }
      }
      checker.drop(PackageNode(file: file, node: declaration))
    }
  }

  private mutating func number(_ name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  func type(of range: ByteRange) -> String? { types[range].map { names[Int($0)] } }
  func callee(of range: ByteRange) -> String? { callees[range].map { names[Int($0)] } }
}

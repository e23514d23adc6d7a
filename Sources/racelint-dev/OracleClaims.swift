import Basics
import GoPackages
import GoSyntax
import GoTypes
import OracleKit

/// What racelint says of the expressions of Go files, worked out beforehand.
struct OracleClaims: TypeClaims {
  private let files: [String: FileAnswers]

  /// Works out the types of the packages of the files at absolute paths.
  init(about paths: [String], _ environment: Environment, jobs: Int) throws(DeveloperError) {
    var directories = Set<String>()
    for path in paths { directories.insert(FilePath.directory(path)) }
    let program = try CheckedProgram(directories.sorted(), environment, jobs: jobs)
    let answers = program.mapFiles(of: program.packages) { checker, file in
      (checker.syntax.files[file].file.path, FileAnswers(checker, file))
    }
    files = Dictionary(answers, uniquingKeysWith: { first, _ in first })
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
        addUnparsed(node, body, tree, &printer)
        if let callee = printer.string(body.callee(of: node)) {
          callees[tree.range(node)] = number(callee)
        }
      }
      checker.drop(PackageNode(file: file, node: declaration))
    }
  }

  /// Expressions for which the syntax tree has no node: `f[T]` of `f[T](x)`, and `(*T)(x)` of
  /// `*(*T)(x)`.
  private mutating func addUnparsed(
    _ node: NodeID, _ body: BodyTyper, _ tree: SyntaxTree, _ printer: inout TypePrinter
  ) {
    let range = tree.range(node)
    switch tree.kind(node) {
    case .callExpression:
      let arguments = tree.child(node, .typeArguments)
      if arguments.isNone { return }
      let type = printer.string(body.instance(of: node))
      let end = tree.range(arguments).end
      if !type.contains("?") { types[ByteRange(start: range.start, end: end)] = number(type) }
    case .typeConversionExpression:
      var inner = tree.child(node, .type)
      while tree.kind(inner) == .pointerType {
        inner = tree.firstChild(inner)
        let type = printer.string(body.typeOfConversion(to: inner))
        let start = tree.range(inner).start
        if !type.contains("?") { types[ByteRange(start: start, end: range.end)] = number(type) }
      }
    default: break
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

import Basics
import Findings
import GoSyntax

/// Where a new mutex is declared, beside what it guards.
struct MutexHome {
  /// The edits that declare it, with the import that it needs.
  var declaration: [TextEdit]
  /// What a statement calls it; nil where the statement does not name what is guarded.
  var spelling: (LockedSite) -> String?

  private static let package = "sync"

  /// The edits that declare a mutex in one file, where it is seen in `scope`: `edit` makes the line, of
  /// the type's name.
  private static func declaration(
    _ program: ProgramContext, _ tree: SyntaxTree, of mutex: String, in scope: NodeID,
    _ edit: (_ type: String) -> TextEdit?
  ) -> [TextEdit]? {
    guard let imports = ImportInsertion(program, tree.source.path),
      let sync = imports.name(of: package), let added = imports.edits(for: [package]),
      var edit = edit("\(sync).Mutex")
    else { return nil }
    edit.names = [DeclaredName(mutex, in: tree.location(scope))]
    return added + [edit]
  }

  /// Names for the mutex of something, the best first: two things of one function have one each, but
  /// where one statement uses both.
  private static func names(for things: [String]) -> [String] {
    let own = [things[0] + "Mu", things[0] + "Mutex"]
    return things.count == 1 ? own : ["mu"] + own
  }

  // MARK: Variables

  /// A variable beside some of a function; nil where one of them is no variable that one statement
  /// declares.
  static func local(
    _ program: ProgramContext, _ variables: [String], _ sites: [LockedSite]
  ) -> MutexHome? {
    guard let first = sites.first, case let tree = first.tree,
      case let path = tree.ancestors(of: first.statement), path.count > 1,
      case let function = path[1], !tree.child(function, .body).isNone,
      sites.allSatisfy({ $0.tree === tree && tree.isInside($0.statement, function) }),
      let mutex = names(for: variables).first(where: { !tree.mentions($0, in: function) }),
      let place = declaration(of: variables, in: function, tree),
      // Deferred calls run before the caller takes a result.
      !place.isResult || !sites.contains(where: { tree.runner(of: $0.statement) == function }),
      sites.allSatisfy({ tree.isInside($0.statement, tree.parent(of: place.statement)) }),
      let edits = declaration(
        program, tree, of: mutex, in: function,
        { type in
          let changes = StatementEdits(tree)
          let line = "var \(mutex) \(type)"
          return place.isParameter
            ? changes.insertion(line, before: place.statement)
            : changes.insertion(line, after: place.statement)
        })
    else { return nil }
    return MutexHome(declaration: edits) { site in
      tree.mentions(site.name, in: site.statement) ? mutex : nil
    }
  }

  /// Where a function declares a variable.
  private struct Declaration {
    /// What declares it, or the first statement where that is its parameter or result.
    var statement: NodeID
    var isParameter = false
    var isResult = false
  }

  /// The first of the statements that declare some variables of a function.
  private static func declaration(
    of variables: [String], in function: NodeID, _ tree: SyntaxTree
  ) -> Declaration? {
    let all = variables.compactMap { declaration(of: $0, in: function, tree) }
    // Parameters are declared in front of the first statement, all others behind theirs.
    let first = all.min {
      ($0.statement, $0.isParameter ? 0 : 1) < ($1.statement, $1.isParameter ? 0 : 1)
    }
    guard var first, all.count == variables.count else { return nil }
    first.isResult = all.contains(where: \.isResult)
    return first
  }

  /// The statement that declares a variable of a function, or the first one of a function that has it
  /// as a parameter or result; nil where several variables have the name.
  private static func declaration(
    of name: String, in function: NodeID, _ tree: SyntaxTree
  ) -> Declaration? {
    var found: Declaration?
    for node in tree.subtree(function)
    where tree.kind(node) == .identifier && tree.text(node) == name && tree.isTarget(node) {
      let parent = tree.place(of: node).parent
      switch tree.kind(parent) {
      case .assignmentStatement, .incStatement, .decStatement: continue
      case .shortVarDeclaration, .varSpec:
        guard found == nil, let (_, statement) = tree.listedStatement(around: node),
          statement == parent || tree.kind(statement) == .varDeclaration
        else { return nil }
        found = Declaration(statement: statement)
      case .parameterDeclaration:
        let body = tree.child(function, .body)
        guard found == nil, tree.parent(of: tree.parent(of: parent)) == function,
          let first = tree.children(body).first(where: { _ in true })
        else { return nil }
        found = Declaration(
          statement: first, isParameter: true,
          isResult: tree.parent(of: parent) == tree.child(function, .result))
      default: return nil
      }
    }
    return found
  }

  /// A variable beside some of the package; nil where the first is declared in another one.
  static func package(
    _ program: ProgramContext, _ variables: [String], _ files: PackageFiles
  ) -> MutexHome? {
    guard let name = variables.first,
      let mutex = names(for: variables).first(where: { !files.mentions($0) })
    else { return nil }
    for tree in files.trees(with: name) {
      for declaration in tree.children(.root) where tree.kind(declaration) == .varDeclaration {
        let isIts = tree.subtree(declaration).contains {
          tree.kind($0) == .identifier && tree.text($0) == name
            && tree.kind(tree.parent(of: $0)) == .varSpec && tree[$0].field == .name
        }
        guard isIts,
          let edits = Self.declaration(
            program, tree, of: mutex, in: .root,
            { StatementEdits(tree).insertion("var \(mutex) \($0)", after: declaration) })
        else { continue }
        return MutexHome(declaration: edits) { site in
          site.tree.mentions(site.name, in: site.statement) ? mutex : nil
        }
      }
    }
    return nil
  }

  // MARK: Fields

  /// A field beside one of a struct; nil where the struct might be copied, or made without the names
  /// of its fields.
  static func structure(
    _ program: ProgramContext, type: String, field: String, _ files: PackageFiles
  ) -> MutexHome? {
    guard files.areFieldsFree(of: type),
      let mutex = (["mu"] + names(for: [field])).first(where: { !files.mentions($0) }),
      let (tree, fields) = files.fields(of: type),
      let edits = Self.declaration(
        program, tree, of: mutex, in: fields,
        { FieldInsertion(tree, fields).edit("\(mutex) \($0)") })
    else { return nil }
    return MutexHome(declaration: edits) { site in
      site.operand.isEmpty ? nil : "\(site.operand).\(mutex)"
    }
  }
}

/// Puts a field behind all others of a struct, with a line between them: whatever is in columns above
/// stays as it is.
private struct FieldInsertion {
  private let tree: SyntaxTree
  private let fields: NodeID

  init(_ tree: SyntaxTree, _ fields: NodeID) {
    self.tree = tree
    self.fields = fields
  }

  /// Nil where a struct on one line holds more than one declaration.
  func edit(_ text: String) -> TextEdit? {
    let range = tree.range(fields)
    let bytes = tree.source.bytes[range.indices]
    let indentation = StatementEdits(tree).indentation(of: fields)
    if bytes.contains(UInt8(ascii: "\n")) {
      var start = Int(range.end) - 1
      while start > 0, tree.source.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      let isAlone = tree.source.bytes[start..<(Int(range.end) - 1)].allSatisfy { $0 <= 32 }
      guard isAlone else { return nil }
      return TextEdit(
        SourceLocation(file: tree.source.path, range: ByteRange(at: UInt32(start))),
        replacement: "\n\(indentation)\t\(text)\n")
    }
    let declarations = tree.children(fields).filter { tree.kind($0) == .fieldDeclaration }
    guard declarations.count == 1, range.start > 0 else { return nil }
    let space = tree.source.bytes[Int(range.start) - 1] == UInt8(ascii: " ") ? "" : " "
    return TextEdit(
      SourceLocation(file: tree.source.path, range: range),
      replacement: "\(space){\n\(indentation)\t\(tree.text(declarations[0]))\n\n"
        + "\(indentation)\t\(text)\n\(indentation)}")
  }
}

import Basics
import Findings
import GoFlow
import GoPackages
import GoSyntax

/// Edits that put copies of slices and maps in the place of those that expressions name.
///
/// A copy is one level deep, keeps nil nil and empty empty, and evaluates the expression once, or
/// twice where that has no effects.
public struct CloneExpression {
  private let tree: SyntaxTree
  private let imports: ImportInsertion

  /// The version that brought `slices` and `maps`.
  private static let clonePackages = GoVersion(1, 21)

  /// Copies in one file; nil where it is not at hand.
  public init?(_ program: ProgramContext, file: String) {
    guard let tree = program.tree(file), let imports = ImportInsertion(program, file) else {
      return nil
    }
    self.tree = tree
    self.imports = imports
  }

  /// The text of a copy, and the package that it needs.
  public struct Copy {
    public var text: String
    fileprivate var package: String?
  }

  /// Edits that copy all of the expressions, with the imports that they need; nil where one of them
  /// cannot be copied.
  public func edits(copying originals: [CopiedExpression]) -> [TextEdit]? {
    var edits: [TextEdit] = []
    var copies: [Copy] = []
    var names = FreshNames()
    for original in originals {
      let origin = CopyOrigin(original.node, tree)
      if origin.isCopy || origin.isStoredBack { return nil }
      if let copy = copy(of: original.node, original.kind) {
        copies.append(copy)
        edits.append(edit(original.node, copy.text))
      } else if original.kind == .map, let base = copyName(original),
        let name = names.next(base, in: original.node, tree),
        let line = MapCopy(tree, imports).statement(copying: original, into: name)
      {
        edits += [line, edit(original.node, name)]
      } else {
        return nil
      }
    }
    guard let added = importEdits(for: copies) else { return nil }
    return added + edits.declaring(names.given)
  }

  private func edit(_ node: NodeID, _ text: String) -> TextEdit {
    TextEdit(
      SourceLocation(file: tree.source.path, range: tree.range(node)), replacement: text)
  }

  /// What a copy is called, if nothing else is: after the last name in what it copies.
  private func copyName(_ original: CopiedExpression) -> String? {
    tree.subtree(original.node).filter {
      tree.kind($0) == .identifier || tree.kind($0) == .fieldIdentifier
    }.last.map { tree.text($0).loweredFirst + "Copy" }
  }

  /// The imports that copies need; nil where one cannot be added.
  public func importEdits(for copies: [Copy]) -> [TextEdit]? {
    imports.edits(for: Set(copies.compactMap(\.package)))
  }

  /// A copy of what an expression names; nil where there is none in one expression.
  public func copy(of node: NodeID, _ kind: ReferenceKind) -> Copy? {
    guard isOperand(node) else { return nil }
    let text = tree.text(node)
    if let call = call(copying: text, kind) { return call }
    guard kind == .slice, imports.arePredeclared("append", at: node), let base = emptied(node)
    else { return nil }
    return Copy(text: "append(\(base), \(text)...)", package: nil)
  }

  /// A call that copies what a text stands for; nil where Go has no package for that yet.
  private func call(copying text: String, _ kind: ReferenceKind) -> Copy? {
    let package: String
    switch kind {
    case .slice: package = "slices"
    case .map: package = "maps"
    default: return nil
    }
    guard imports.version >= Self.clonePackages, let name = imports.name(of: package) else {
      return nil
    }
    return Copy(text: "\(name).Clone(\(text))", package: package)
  }

  /// Edits behind a statement that put a copy into a variable's field, which is named by a text that
  /// may be evaluated often; `type` is that of a map, as the file writes it. Nil where there is none.
  public func edits(
    replacing text: String, _ kind: ReferenceKind, type: String?, after statement: NodeID
  ) -> [TextEdit]? {
    let changes = StatementEdits(tree)
    if let copy = call(copying: text, kind), let added = importEdits(for: [copy]) {
      return changes.insertion("\(text) = \(copy.text)", after: statement).map { added + [$0] }
    }
    if kind == .slice {
      guard imports.arePredeclared("append", at: statement) else { return nil }
      return changes.insertion("\(text) = append(\(text)[:0:0], \(text)...)", after: statement)
        .map { [$0] }
    }
    var names = FreshNames()
    guard kind == .map, MapCopy.isPossible(at: statement, imports), let type,
      let name = names.next("copied", in: statement, tree)
    else {
      return nil
    }
    let lines = MapCopy.lines(copying: text, of: type, into: name) + ["\(text) = \(name)"]
    let line = lines.joined(separator: "\n" + changes.indentation(of: statement))
    return changes.insertion(line, after: statement).map { [$0].declaring(names.given) }
  }

  /// Whether a copy has the very type of what is copied, also where that has a name.
  public func keepsType(_ original: CopiedExpression) -> Bool {
    copy(of: original.node, original.kind) != nil
  }

  /// Whether something is an expression that may stand as an argument as it is, and that leads to
  /// memory of somebody else's.
  private func isOperand(_ node: NodeID) -> Bool {
    switch tree.kind(node) {
    case .identifier, .selectorExpression, .indexExpression, .sliceExpression,
      .parenthesizedExpression, .typeAssertionExpression:
      true
    case .callExpression: !tree.text(tree.child(node, .function), equals: "make")
    case .unaryExpression: tree.kind(tree.child(node, .operator)) == .star
    default: false
    }
  }

  /// The slice of nothing at the beginning of a slice, without room: nil where that is nil.
  private func emptied(_ node: NodeID) -> String? {
    if let view = SliceSyntax(node, in: tree) {
      let bounds = [view.start, view.end, view.capacity].filter { !$0.isNone }
      guard isPlain(view.operand), bounds.allSatisfy({ isPlain($0) }) else { return nil }
      return "\(tree.text(view.operand))[:0:0]"
    }
    guard isPlain(node) else { return nil }
    let text = tree.text(node)
    return tree.kind(node) == .unaryExpression ? "(\(text))[:0:0]" : "\(text)[:0:0]"
  }

  private func isPlain(_ node: NodeID) -> Bool { tree.isPlain(node) }
}

extension SyntaxTree {
  /// Whether an expression may be evaluated twice: no call and nothing else with effects.
  public func isPlain(_ node: NodeID) -> Bool {
    subtree(node).allSatisfy {
      switch kind($0) {
      case .identifier, .selectorExpression, .fieldIdentifier, .indexExpression, .intLiteral,
        .parenthesizedExpression, .interpretedStringLiteral, .interpretedStringLiteralContent,
        .star, .plus, .minus, .binaryExpression:
        true
      case .unaryExpression: kind(child($0, .operator)) == .star
      default: false
      }
    }
  }
}

extension String {
  /// With a small first letter.
  var loweredFirst: String { prefix(1).lowercased() + dropFirst() }
}

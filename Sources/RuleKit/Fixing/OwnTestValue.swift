import Findings
import GoFlow
import GoSyntax

/// Edits that make what tests share anew in each of them: the declaration moves from the test around
/// them into the functions that they run.
public struct OwnTestValue {
  private let program: ProgramContext
  private let uses: [SharedUse]

  public init(_ program: ProgramContext, _ uses: [SharedUse]) {
    self.program = program
    self.uses = uses.filter { $0.confidence > .possible }
  }

  /// Nil where it is not one variable of the test, made of nothing else and used in its subtests alone.
  public func fix() -> Fix? {
    guard let (tree, tests) = tests(), let first = tests.first else { return nil }
    let function = tree.function(around: tree.parent(of: first))
    let candidates = tree.subtree(function).compactMap { node -> Value? in
      guard tree.function(around: node) == function else { return nil }
      return Value(node, sharedBy: tests, of: function, tree)
    }
    guard candidates.count == 1, let value = candidates.first, let edits = value.edits() else {
      return nil
    }
    return Fix(
      title: "Give each test its own `\(value.name)`", safety: .unsafe,
      edits: program.aligned(edits))
  }

  /// The functions of the tests on both sides of all uses; nil where one of them is no literal, or one
  /// stands in another test.
  private func tests() -> (SyntaxTree, [NodeID])? {
    var tree: SyntaxTree?
    var tests: [NodeID] = []
    for side in uses.flatMap({ [$0.first, $0.second] }) {
      guard let start = side.goroutine, start.kind == .parallelTest, !start.value.isNone,
        let place = program.location(FlowSite(function: start.function, value: start.value)),
        program.isAnchor(place.file), let own = program.tree(place.file), tree ?? own === own,
        let call = program.node(place.range, in: own),
        let test = own.children(own.child(call, .arguments)).first(where: {
          own.kind($0) == .funcLiteral
        })
      else { return nil }
      tree = own
      if !tests.contains(test) { tests.append(test) }
    }
    guard let tree, Set(tests.map { tree.function(around: tree.parent(of: $0)) }).count == 1 else {
      return nil
    }
    return (tree, tests)
  }

  /// A variable that may be declared in each of the tests that use it.
  private struct Value {
    let name: String
    private let tree: SyntaxTree
    private let declaration: NodeID
    /// The functions of the tests that use it.
    private let tests: [NodeID]

    /// Nil for what is no such declaration, or one that not all of some tests use.
    init?(_ node: NodeID, sharedBy told: [NodeID], of function: NodeID, _ tree: SyntaxTree) {
      guard tree.kind(node) == .shortVarDeclaration, tree.isStatementList(tree.parent(of: node)),
        case let names = Array(tree.children(tree.child(node, .left))), names.count == 1,
        case let values = Array(tree.children(tree.child(node, .right))), values.count == 1,
        Self.isFresh(values[0], tree)
      else { return nil }
      let name = tree.text(names[0])
      var tests: [NodeID] = []
      for mention in tree.subtree(function)
      where tree.kind(mention) == .identifier && tree.text(mention) == name && mention != names[0] {
        guard let test = Self.test(around: mention, in: function, tree),
          !Self.isDeclared(mention, tree)
        else { return nil }
        if !tests.contains(test) { tests.append(test) }
      }
      guard told.allSatisfy({ tests.contains($0) }) else { return nil }
      self.name = name
      self.tree = tree
      self.tests = tests
      declaration = node
    }

    /// The literal that a call of a function's `Run` is given, around a node.
    private static func test(
      around node: NodeID, in function: NodeID, _ tree: SyntaxTree
    ) -> NodeID? {
      tree.ancestors(of: node).first { literal in
        guard tree.kind(literal) == .funcLiteral, tree.isInside(literal, function),
          literal != function, case let list = tree.parent(of: literal),
          tree.kind(list) == .argumentList
        else { return false }
        return tree.text(tree.child(tree.parent(of: list), .function)).hasSuffix(".Run")
      }
    }

    /// Whether a mention declares another variable of the name.
    private static func isDeclared(_ mention: NodeID, _ tree: SyntaxTree) -> Bool {
      guard tree.isTarget(mention) else { return false }
      switch tree.kind(tree.place(of: mention).parent) {
      case .assignmentStatement, .incStatement, .decStatement: return false
      default: return true
      }
    }

    /// Whether an expression makes something of nothing: it names no variable and calls nothing but
    /// `make` and `new`.
    private static func isFresh(_ value: NodeID, _ tree: SyntaxTree) -> Bool {
      tree.subtree(value).allSatisfy { node in
        switch tree.kind(node) {
        case .identifier:
          let parent = tree.parent(of: node)
          let isKey =
            tree.kind(parent) == .literalElement
            && tree.child(tree.parent(of: parent), .key) == parent
          return isKey || ["make", "new"].contains(tree.text(node))
        case .selectorExpression, .funcLiteral: return false
        case .unaryExpression: return tree.kind(tree.child(node, .operator)) == .ampersand
        default: return true
        }
      }
    }

    /// Nil where one of the tests has no place for a line.
    func edits() -> [TextEdit]? {
      let changes = StatementEdits(tree)
      let places = tests.compactMap { test in
        tree.children(tree.child(test, .body)).first {
          tree.kind($0) != .comment && !tree.text($0).hasSuffix(".Parallel()")
        }
      }
      guard places.count == tests.count, let first = places.first,
        let moved = changes.replace(declaration, with: tree.text(declaration), before: first)
      else { return nil }
      let copies = places.dropFirst().map {
        changes.insertion(tree.text(declaration), before: $0)
      }
      guard copies.allSatisfy({ $0 != nil }) else { return nil }
      return changes.edits(moved) + copies.compactMap { $0 }
    }
  }
}

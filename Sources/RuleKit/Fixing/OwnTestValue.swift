import Basics
import Findings
import GoFlow
import GoSyntax
import GoTypes

/// Edits that make what tests share anew in each of them: the declaration moves from the test around
/// them into the functions that they run.
public struct OwnTestValue {
  private let program: ProgramContext
  private let uses: [SharedUse]
  private let names: Set<String>

  /// What mends some uses; `names` are those of all that such tests share, which moves along.
  public init(_ program: ProgramContext, _ uses: [SharedUse], beside names: Set<String>) {
    self.program = program
    self.names = names
    self.uses = uses.toBeMended
  }

  /// Nil where it is not one variable of the test, made of nothing else and used in its subtests alone.
  public func fix() -> Fix? {
    guard let (tree, tests) = tests(), let first = tests.first else { return nil }
    let function = tree.function(around: tree.parent(of: first))
    let candidates = tree.subtree(function).compactMap { node -> Value? in
      guard tree.function(around: node) == function else { return nil }
      return Value(node, sharedBy: tests, of: function, tree)
    }
    let leading = leading(in: function, beside: tests, tree)
    let told = candidates.filter { leading.contains($0.name) }
    guard leading.count == 1, told.count == 1, let value = told.first else { return nil }
    let all = candidates.filter { other in
      other.name == value.name || names.contains(other.name) && other.tests == value.tests
    }
    guard let edits = Value.edits(of: all) else { return nil }
    return Fix(
      title: "Give each test its own "
        + all.map { "`\($0.name)`" }.joined(separator: all.count == 2 ? " and " : ", "),
      safety: .unsafe, edits: program.aligned(edits))
  }

  /// The variables of a function by which its tests come to what is told: that itself, or those that a
  /// call on the way to its use names, what it is called on first.
  private func leading(
    in function: NodeID, beside tests: [NodeID], _ tree: SyntaxTree
  ) -> Set<String> {
    let scopes = Scopes(of: tree.ancestors(of: tests[0])[1], in: tree)
    func shared(in node: NodeID) -> [String] {
      tree.subtree(node).compactMap { name in
        guard tree.kind(name) == .identifier, case let id = scopes.variable(name), !id.isNone,
          case let variable = scopes.variables[id], variable.kind == .local,
          tree.function(around: variable.name) == function
        else { return nil }
        return tree.text(name)
      }
    }
    var names: Set<String> = []
    for side in uses.flatMap({ [$0.first, $0.second] }) {
      let steps = side.trace.compactMap { step -> NodeID? in
        guard let place = program.location(step), place.file == tree.source.path,
          let node = program.node(place.range, in: tree), tree.isInside(node, function),
          tree.function(around: node) != function
        else { return nil }
        return node
      }
      guard let last = steps.last else { continue }
      let own = shared(in: last)
      if let name = uses.first?.name, own.contains(name) {
        names.insert(name)
      } else if tree.kind(last) == .callExpression,
        case let callee = shared(in: tree.child(last, .function)), !callee.isEmpty
      {
        names.formUnion(callee)
      } else {
        names.formUnion(own)
      }
    }
    return names
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
    /// The functions of the tests that use it, or the one that they call for it.
    let tests: [NodeID]

    /// Nil for what is no such declaration, or one that not all of some tests use.
    init?(_ node: NodeID, sharedBy told: [NodeID], of function: NodeID, _ tree: SyntaxTree) {
      guard tree.isStatementList(tree.parent(of: node)),
        let declared = Self.declared(node, tree)
      else { return nil }
      let name = tree.text(declared)
      var tests: [NodeID] = []
      var helper: TestHelper?
      for mention in tree.subtree(function)
      where tree.kind(mention) == .identifier && tree.text(mention) == name && mention != declared {
        if Self.isDeclared(mention, tree) { return nil }
        if let test = Self.test(around: mention, in: function, tree) {
          if !tests.contains(test) { tests.append(test) }
        } else {
          guard
            let own = TestHelper(
              around: mention, in: function, tree,
              test: { Self.test(around: $0, in: function, tree) }),
            helper?.literal ?? own.literal == own.literal
          else { return nil }
          helper = own
        }
      }
      guard told.allSatisfy({ (helper?.callers ?? tests).contains($0) }) else { return nil }
      if let helper {
        guard tests.isEmpty else { return nil }
        tests = [helper.literal]
      }
      self.name = name
      self.tree = tree
      self.tests = tests
      declaration = node
    }

    /// The one variable that a statement declares, of nothing or of what is made anew.
    private static func declared(_ node: NodeID, _ tree: SyntaxTree) -> NodeID? {
      let names: [NodeID]
      let values: [NodeID]
      switch tree.kind(node) {
      case .shortVarDeclaration:
        names = AssignmentSyntax(node, in: tree)?.targets ?? []
        values = AssignmentSyntax(node, in: tree)?.values ?? []
        if values.count != 1 { return nil }
      case .varDeclaration:
        let spec = tree.firstChild(node)
        guard tree.kind(spec) == .varSpec else { return nil }
        names = tree.children(spec).filter { tree[$0].field == .name }
        values = Array(tree.children(tree.child(spec, .value)))
      default: return nil
      }
      return names.count == 1 && values.allSatisfy({ isFresh($0, tree) }) ? names[0] : nil
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

    /// The edits for values of the same tests; nil where one of these has no place for a line.
    static func edits(of values: [Value]) -> [TextEdit]? {
      guard let tree = values.first?.tree, let tests = values.first?.tests else { return nil }
      let changes = StatementEdits(tree)
      let places = tests.compactMap { test in
        tree.children(tree.child(test, .body)).first {
          let text = tree.text($0)
          return !text.hasSuffix(".Parallel()") && !text.hasSuffix(".Helper()")
        }
      }
      guard places.count == tests.count, let first = places.first else { return nil }
      var moved: [ByteRange: String] = [:]
      for value in values {
        guard
          let own = changes.replace(
            value.declaration, with: tree.text(value.declaration), before: first)
        else { return nil }
        moved.merge(own, uniquingKeysWith: +)
      }
      let lines = values.map { tree.text($0.declaration) }
      let copies = places.dropFirst().map { place in
        changes.insertion(
          lines.joined(separator: "\n" + changes.indentation(of: place)), before: place)
      }
      guard copies.allSatisfy({ $0 != nil }) else { return nil }
      return changes.edits(moved) + copies.compactMap { $0 }
    }
  }
}

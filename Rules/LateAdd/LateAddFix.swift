import Basics
import Findings
import GoPackages
import GoSyntax
import GoTypes
import RuleKit

/// The edits that count a goroutine before it starts.
struct LateAddFix {
  private let late: LateAddition
  private let package: PackageContext
  private let tree: SyntaxTree
  private let edits: StatementEdits

  /// The version that brought `WaitGroup.Go`.
  private static let waitGroupGo = GoVersion(1, 25)

  init(_ late: LateAddition, _ package: PackageContext) {
    self.late = late
    self.package = package
    tree = package.tree(late.declaration.file)
    edits = StatementEdits(tree)
  }

  /// `Add` before the `go` statement, and `wg.Go` where the language has it.
  func fixes() -> [Fix] {
    guard late.countsItself, late.start.file == late.declaration.file, isUnconditional else {
      return []
    }
    return [moveBeforeStart(), waitGroupGo()].compactMap(\.self)
  }

  /// Whether the `Add` runs on every way through the body, and once: it is a statement of the
  /// body's own list, with a constant.
  private var isUnconditional: Bool {
    let body = package.scopes(of: late.declaration).functions[late.function].body
    let statement = NodeID(rawValue: late.call.rawValue - 1)
    let arguments = Array(tree.children(tree.child(late.call, .arguments)))
    guard arguments.count == 1, tree.kind(arguments[0]) == .intLiteral,
      tree.ancestors(of: statement).last == body
    else { return false }
    for sibling in tree.children(body) where sibling < statement {
      if tree.subtree(sibling).contains(where: { tree.kind($0) == .returnStatement }) {
        return false
      }
    }
    return true
  }

  private var statement: NodeID { NodeID(rawValue: late.call.rawValue - 1) }

  private func moveBeforeStart() -> Fix? {
    guard let operand = tree.operand(ofCall: late.call, "Add"),
      let subject = subjectAtStart(operand), isStartedOnlyHere,
      let lines = edits.lines(of: statement)
    else { return nil }
    let amount = tree.text(tree.firstChild(tree.child(late.call, .arguments)))
    guard var changes = edits.insert("\(subject).Add(\(amount))", before: late.start.node) else {
      return nil
    }
    changes[lines] = ""
    return Fix(
      title: "Call `\(subject).Add(\(amount))` before the goroutine starts", safety: .safe,
      edits: edits.edits(changes))
  }

  /// The wait group as it is spelled where the goroutine starts; nil where it cannot be.
  private func subjectAtStart(_ operand: NodeID) -> String? {
    guard case .local(_, let id) = late.place.root else { return tree.text(operand) }
    let scopes = package.scopes(of: late.declaration)
    let variable = scopes.variables[id]
    guard variable.function == late.function else { return tree.text(operand) }
    guard let argument = Self.argument(for: late, package) else { return nil }
    var text = tree.text(argument)
    if text.hasPrefix("&") { text.removeFirst() }
    // A call or other expression with effects must not run twice.
    guard package.sharedPlace(of: argument, in: package.declaration(around: late.start)) != nil
    else { return nil }
    let rest = tree.text(operand).dropFirst(tree.text(variable.name).count)
    return text + rest
  }

  /// What the `go` statement gives for the receiver or parameter that the wait group begins
  /// with; nil where it begins with neither.
  static func argument(for late: LateAddition, _ package: PackageContext) -> NodeID? {
    guard case .local(_, let id) = late.place.root else { return nil }
    let scopes = package.scopes(of: late.declaration)
    let variable = scopes.variables[id]
    guard variable.function == late.function else { return nil }
    let tree = package.tree(late.start.file)
    let call = tree.firstChild(late.start.node)
    switch variable.kind {
    case .receiver:
      let function = tree.child(call, .function)
      return tree.kind(function) == .selectorExpression ? tree.child(function, .operand) : nil
    case .parameter:
      let index = Int(variable.position)
      let arguments = Array(tree.children(tree.child(call, .arguments)))
      return index < arguments.count ? arguments[index] : nil
    default:
      return nil
    }
  }

  /// Whether the `go` statement is the only thing that runs the body.
  private var isStartedOnlyHere: Bool {
    guard late.function == .declaration else { return true }
    let name = tree.text(tree.child(late.declaration.node, .name))
    guard package.function(startedBy: late.start) == late.declaration else { return false }
    var mentions = 0
    for file in package.syntax.files.ids {
      let tree = package.tree(file)
      for (index, node) in tree.nodes.enumerated()
      where node.kind == .identifier || node.kind == .fieldIdentifier {
        if tree.text(NodeID(index)) == name { mentions += 1 }
      }
    }
    // The declaration and the one call.
    return mentions == 2
  }

  /// `go func() { wg.Add(1); defer wg.Done(); … }()` as `wg.Go(func() { … })`.
  private func waitGroupGo() -> Fix? {
    let version = package.syntax.files[late.declaration.file].file.languageVersion
    guard version >= Self.waitGroupGo, let done = late.done,
      tree.text(tree.child(late.call, .arguments)) == "(1)",
      let literal = startedLiteral, let operand = tree.operand(ofCall: late.call, "Add"),
      let addLines = edits.lines(of: statement),
      let doneLines = edits.lines(of: NodeID(rawValue: done.rawValue - 1)),
      tree.kind(NodeID(rawValue: done.rawValue - 1)) == .deferStatement
    else { return nil }
    let start = tree.range(late.start.node)
    let changes: [ByteRange: String] = [
      ByteRange(start: start.start, end: tree.range(literal).start): tree.text(operand) + ".Go(",
      ByteRange(start: tree.range(literal).end, end: start.end): ")",
      addLines: "",
      doneLines: "",
    ]
    return Fix(
      title: "Start it with `\(tree.text(operand)).Go`", safety: .unsafe,
      edits: edits.edits(changes))
  }

  /// The literal that the `go` statement runs, if it takes nothing and gives nothing.
  private var startedLiteral: NodeID? {
    guard late.function != .declaration else { return nil }
    let literal = package.scopes(of: late.declaration).functions[late.function].node
    guard tree.callRunning(literal).map({ tree.isSpawned($0) }) ?? false,
      tree.firstChild(tree.child(literal, .parameters)).isNone,
      tree.child(literal, .result).isNone
    else { return nil }
    return literal
  }
}

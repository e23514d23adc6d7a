import Findings
import GoFlow
import GoSyntax
import RuleKit

/// The edits that keep copies of what one place keeps of the caller's.
struct RetainedArgumentFix {
  private let program: ProgramContext
  private let arguments: [KeptArgument]

  init(_ program: ProgramContext, _ arguments: [KeptArgument]) {
    self.program = program
    self.arguments = arguments
  }

  /// Nil where one of the arguments is not named just once at the place, as a value.
  func fix() -> Fix? {
    guard let site = arguments.first?.site, let place = program.location(site),
      let tree = program.tree(place.file), let node = program.node(place.range, in: tree),
      let clone = CloneExpression(program, file: place.file)
    else { return nil }
    var copies: [CloneExpression.Copy] = []
    var edits: [TextEdit] = []
    for argument in arguments {
      let parameters = program.program.functions[argument.function].parameters
      let name = program.program.texts[parameters[Int(argument.parameter)].name]
      guard let value = value(name, in: node, tree), let copy = clone.copy(of: value, argument.kind)
      else { return nil }
      copies.append(copy)
      edits.append(
        TextEdit(
          SourceLocation(file: place.file, range: tree.range(value)), replacement: copy.text))
    }
    guard let imports = clone.importEdits(for: copies) else { return nil }
    let names = arguments.count == 1 ? "a copy" : "copies"
    return Fix(
      title: "Keep \(names) of what the caller has", safety: .unsafe,
      edits: program.aligned(imports + edits))
  }

  /// The expression that names a parameter, or a part of it, where it is put into something or handed
  /// on; nil where there are several, or it is used otherwise.
  private func value(_ name: String, in node: NodeID, _ tree: SyntaxTree) -> NodeID? {
    let mentions = tree.subtree(node).filter {
      tree.kind($0) == .identifier && tree.text($0) == name && !isKey($0, tree)
    }
    guard mentions.count == 1, var value = mentions.first else { return nil }
    if tree.kind(tree.parent(of: value)) == .sliceExpression { value = tree.parent(of: value) }
    switch tree.kind(tree.parent(of: value)) {
    case .literalElement, .argumentList, .expressionList: return value
    default: return nil
    }
  }

  /// Whether a name is that of a field in a literal: `nodes: nodes`.
  private func isKey(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    let element = tree.parent(of: node)
    let keyed = tree.parent(of: element)
    return tree.kind(element) == .literalElement && tree.kind(keyed) == .keyedElement
      && tree.child(keyed, .key) == element
  }
}

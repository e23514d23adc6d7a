import Basics
import Findings
import GoFlow
import GoIR
import GoSyntax

/// An expression to be copied: of a slice or a map.
public struct CopiedExpression: Hashable, Sendable {
  public var file: String
  public var node: NodeID
  public var kind: ReferenceKind
  /// What the slice or map is made of, as the analysis spells it: `[]net/http.Cookie`.
  public var type: String?
  /// Whether it goes where the type itself counts, into a value of an interface.
  public var isBoxed = false
}

extension ProgramContext {
  /// The expression that is a slice or map itself where that is handed over; nil where it only
  /// leads there, or is not found.
  public func original(of handOff: HandOff, _ kind: ReferenceKind) -> CopiedExpression? {
    guard !handOff.isContainer, !handOff.isCutShort, !handOff.source.isNone,
      let location = named(by: handOff), let tree = tree(location.file),
      let node = node(location.range, in: tree)
    else { return nil }
    let source = FlowSite(function: handOff.site.function, value: handOff.source)
    return copied(source, at: tree.initialValue(of: node) ?? node, kind, location.file)
  }

  /// The expression that an instruction stands for, if it gives a slice or map.
  public func original(at site: FlowSite, _ kind: ReferenceKind) -> CopiedExpression? {
    guard let location = location(site), let tree = tree(location.file),
      let node = node(location.range, in: tree)
    else { return nil }
    return copied(site, at: node, kind, location.file)
  }

  private func copied(
    _ source: FlowSite, at node: NodeID, _ kind: ReferenceKind, _ file: String
  ) -> CopiedExpression? {
    let body = program.functions[source.function].body
    var value = source.value
    let outer = body.instructions[value.index]
    var isBoxed = false
    if outer.opcode == .convert, outer.flags.contains(.implicit), outer.operandCount == 1 {
      value = body.operands[Int(outer.firstOperand)]
      isBoxed = true
    }
    guard !value.isNone, body.instructions[value.index].kind == kind else { return nil }
    // One of several results of a call has no expression of its own.
    if body.instructions[value.index].opcode == .extract, let tree = tree(file),
      tree.kind(node) != .identifier
    {
      return nil
    }
    let type = body.containers.first { $0.value == value }.map { program.texts[$0.type] }
    return CopiedExpression(file: file, node: node, kind: kind, type: type, isBoxed: isBoxed)
  }
}

extension SyntaxTree {
  /// What a variable is declared with, of the one that a node declares; nil where it declares none
  /// so.
  fileprivate func initialValue(of name: NodeID) -> NodeID? {
    let declaration = place(of: name).parent
    guard kind(declaration) == .shortVarDeclaration else { return nil }
    let names = Array(children(child(declaration, .left)))
    let values = Array(children(child(declaration, .right)))
    guard names.count == values.count, let position = names.firstIndex(of: name) else { return nil }
    return values[position]
  }
}

import Basics
import GoSyntax
import GoTypes

extension PackageContext {
  /// The type of an expression: the declared one, or the one that uses force.
  func knownType(of expression: NodeID, in declaration: PackageNode) -> DeclaredType? {
    if let type = types.type(of: expression, at: place(in: declaration)) { return type }
    let tree = tree(declaration.file)
    guard let view = SelectorSyntax(expression, in: tree) else {
      return typeByUse(of: expression, in: declaration)
    }
    return knownType(of: view.operand, in: declaration)
      .flatMap { types.field(tree.text(view.field), of: $0)?.type }
  }

  /// The type that the uses of a variable force, where its declaration does not tell.
  private func typeByUse(of expression: NodeID, in declaration: PackageNode) -> DeclaredType? {
    let tree = tree(declaration.file)
    guard tree.kind(expression) == .identifier else { return nil }
    let variable = scopes(of: declaration).variable(expression)
    guard !variable.isNone else { return nil }
    let key = VariableKey(declaration: declaration, variable: variable)
    if let known = typesByUse[key] { return known }
    let type = forcedType(of: variable, in: declaration)
    typesByUse[key] = .some(type)
    return type
  }

  private func forcedType(of variable: VariableID, in declaration: PackageNode) -> DeclaredType? {
    let name = memberOwners.type(
      forcedOn: variable, scopes(of: declaration), in: tree(declaration.file))
    guard let spec = name.flatMap({ syntax.declarations.type($0) }) else { return nil }
    return DeclaredType(
      node: PackageNode(file: spec.file, node: tree(spec.file).child(spec.node, .name)),
      pointers: 1)
  }
}

/// A variable of a package.
struct VariableKey: Hashable {
  var declaration: PackageNode
  var variable: VariableID
}

import Basics
import GoSyntax
import GoTypes

extension PackageContext {
  /// The type of an expression: the one that the program gives it, or the one that uses force.
  /// Unknown where neither is to be had.
  func knownType(of expression: NodeID, in declaration: PackageNode) -> TypeID {
    let type = typer(of: declaration).type(of: expression)
    if type != .unknown { return type }
    let tree = tree(declaration.file)
    guard let view = SelectorSyntax(expression, in: tree) else {
      return typeByUse(of: expression, in: declaration)
    }
    let operand = knownType(of: view.operand, in: declaration)
    return operand == .unknown
      ? operand : checker.selection(tree.text(view.field), in: operand)?.type ?? .unknown
  }

  /// The type that the uses of a variable force, where its declaration does not tell.
  private func typeByUse(of expression: NodeID, in declaration: PackageNode) -> TypeID {
    let tree = tree(declaration.file)
    guard tree.kind(expression) == .identifier else { return .unknown }
    let variable = scopes(of: declaration).variable(expression)
    guard !variable.isNone else { return .unknown }
    let key = VariableKey(declaration: declaration, variable: variable)
    if let known = typesByUse[key] { return known }
    let type = forcedType(of: variable, in: declaration)
    typesByUse[key] = type
    return type
  }

  private func forcedType(of variable: VariableID, in declaration: PackageNode) -> TypeID {
    memberOwners.type(
      forcedOn: variable, scopes(of: declaration), in: tree(declaration.file)
    ).map { checker.declaredType(named: $0) } ?? .unknown
  }
}

/// A variable of a package.
struct VariableKey: Hashable {
  var declaration: PackageNode
  var variable: VariableID
}

import Basics
import GoSyntax
import GoTypes

/// Which types of a package have a field or method of a name.
struct MemberOwners {
  private var owners: [String: Set<String>] = [:]

  init(_ package: PackageSyntax) {
    for function in package.declarations.functions where !function.receiverType.isEmpty {
      owners[function.name, default: []].insert(function.receiverType)
    }
    for (name, spec) in package.declarations.typeNames {
      let tree = package.tree(spec.file)
      let structure = tree.child(spec.node, .type)
      guard tree.kind(structure) == .structType else { continue }
      for field in tree.children(tree.firstChild(structure)) {
        for member in FieldSyntax(field, in: tree)?.names ?? [] {
          owners[tree.text(member), default: []].insert(name)
        }
      }
    }
  }

  /// The types that declare a field or method of a name.
  func types(having name: String) -> Set<String> { owners[name] ?? [] }
}

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
  ///
  /// Fields and methods whose names are not exported can only be those of a type of this
  /// package. If one type alone has all that are selected from the variable, it is that.
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
    let tree = tree(declaration.file)
    let scopes = scopes(of: declaration)
    var candidates: Set<String>?
    for node in tree.subtree(declaration.node) where tree.kind(node) == .selectorExpression {
      guard scopes.variable(tree.child(node, .operand)) == variable else { continue }
      let member = tree.text(tree.child(node, .field))
      guard let first = member.first, !first.isUppercase else { continue }
      let owners = memberOwners.types(having: member)
      candidates = candidates?.intersection(owners) ?? owners
    }
    guard let candidates, candidates.count == 1, let name = candidates.first else {
      return .unknown
    }
    return checker.declaredType(named: name)
  }
}

/// A variable of a package.
struct VariableKey: Hashable {
  var declaration: PackageNode
  var variable: VariableID
}

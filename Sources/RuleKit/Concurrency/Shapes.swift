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
  ///
  /// Fields and methods whose names are not exported can only be those of a type of this
  /// package. If one type alone has all that are selected from the variable, it is that.
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
    guard let candidates, candidates.count == 1, let name = candidates.first,
      let spec = syntax.declarations.type(name)
    else { return nil }
    let home = self.tree(spec.file)
    return DeclaredType(
      node: PackageNode(file: spec.file, node: home.child(spec.node, .name)), pointers: 1)
  }
}

/// A variable of a package.
struct VariableKey: Hashable {
  var declaration: PackageNode
  var variable: VariableID
}

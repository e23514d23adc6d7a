import Basics
import GoSyntax

/// Which types of a package declare a field or method of a name.
public struct MemberOwners: Sendable {
  private var owners: [String: Set<String>] = [:]

  /// Reads the methods and the struct types of a package.
  public init(_ package: PackageSyntax) {
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
  public func types(having name: String) -> Set<String> { owners[name] ?? [] }

  /// The type of this package that the uses of a variable force, behind pointers or not.
  ///
  /// Fields and methods whose names are not exported can only be those of a type of this
  /// package. If one type alone has all that are selected from the variable, it is that.
  public func type(
    forcedOn variable: VariableID, _ scopes: Scopes, in tree: SyntaxTree
  ) -> String? {
    var candidates: Set<String>?
    for node in tree.subtree(scopes.declaration) where tree.kind(node) == .selectorExpression {
      guard scopes.variable(tree.child(node, .operand)) == variable else { continue }
      let member = tree.text(tree.child(node, .field))
      guard let first = member.first, !first.isUppercase else { continue }
      let owners = types(having: member)
      candidates = candidates?.intersection(owners) ?? owners
    }
    guard let candidates, candidates.count == 1 else { return nil }
    return candidates.first
  }
}

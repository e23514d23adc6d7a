import Basics
import GoIR
import GoSyntax
import GoTypes

extension PackageContext {
  /// What a call runs.
  public func callee(of call: PackageNode) -> Callee {
    typer(of: declaration(around: call)).callee(of: call.node)
  }

  /// The function or method of this package that a call runs. Nil for function values,
  /// interfaces and other packages.
  public func function(calledBy call: PackageNode) -> PackageNode? {
    guard case .function(let name) = callee(of: call) else { return nil }
    return bodies.declaration(of: name)
  }

  /// The function of this package that an expression names: `run`, `p.run`, `(*Pool).run`.
  public func function(named expression: NodeID, in declaration: PackageNode) -> PackageNode? {
    let tree = tree(declaration.file)
    let typer = typer(of: declaration)
    switch tree.kind(expression) {
    case .parenthesizedExpression, .typeInstantiationExpression, .indexExpression:
      return function(named: tree.firstChild(expression), in: declaration)
    case .identifier:
      guard case .function(let name) = typer.meaning(of: expression) else { return nil }
      return bodies.declaration(of: name)
    case .selectorExpression:
      let operand = tree.child(expression, .operand)
      let type = typer.typeMeant(by: operand) ?? typer.type(of: operand)
      guard
        case .method(let name)? = checker.selection(
          tree.text(tree.child(expression, .field)), in: type)?.target
      else { return nil }
      return bodies.declaration(of: name)
    default: return nil
    }
  }
}

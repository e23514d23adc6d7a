import Basics
import GoSyntax
import GoTypes

/// The calls of a package by the names in them: made when a question first needs one.
struct CallIndex {
  /// Calls by the last name of their function, those of literals left out.
  private var byName: [Symbol: [PackageNode]] = [:]
  /// Calls by the last names of their arguments: `wait(&s.wg)` under "wg".
  private var byArgument: [Symbol: [PackageNode]] = [:]
  private var names = Interner()

  init(_ files: Table<FileID, FileSyntax>) {
    for file in files.ids {
      let tree = files[file].tree
      for (index, node) in tree.nodes.enumerated() where node.kind == .callExpression {
        add(PackageNode(file: file, node: NodeID(index)), tree)
      }
    }
  }

  /// The calls of functions and methods of that name.
  func named(_ name: String) -> [PackageNode] {
    byName[names.symbol(of: Array(name.utf8))] ?? []
  }

  /// The calls that are given an argument which may name the place.
  func given(_ place: SharedPlace) -> [PackageNode] {
    guard let name = place.lastName else { return [] }
    return byArgument[names.symbol(of: Array(name.utf8))] ?? []
  }

  private mutating func add(_ node: PackageNode, _ tree: SyntaxTree) {
    guard let call = CallSyntax(node.node, in: tree), !call.name.isNone else { return }
    byName[symbol(call.name, tree), default: []].append(node)
    for argument in call.arguments {
      guard let last = tree.lastName(argument) else { continue }
      let symbol = symbol(last, tree)
      if byArgument[symbol]?.last != node { byArgument[symbol, default: []].append(node) }
    }
  }

  private mutating func symbol(_ name: NodeID, _ tree: SyntaxTree) -> Symbol {
    names.intern(tree.source.bytes[tree.range(name).indices])
  }
}

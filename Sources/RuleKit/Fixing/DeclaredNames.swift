import Basics
import GoSyntax

extension ProgramContext {
  /// Whether a file of a package declares a name for all of them, the one at a path left out.
  ///
  /// Files are parsed for it, but for those in which the name is only ever called.
  func isDeclared(_ name: String, in package: String, besides path: String? = nil) -> Bool {
    files.values.contains { file in
      guard file.package == package, file.text.path != path, file.text.mayDeclare(name),
        let tree = tree(file.text.path)
      else { return false }
      return tree.children(.root).contains { declaration in
        switch tree.kind(declaration) {
        case .methodDeclaration, .importDeclaration, .packageClause: return false
        case .functionDeclaration: return tree.text(tree.child(declaration, .name)) == name
        default:
          return tree.subtree(declaration).contains { node in
            tree[node].field == .name && tree.text(node) == name
          }
        }
      }
    }
  }
}

extension SyntaxTree {
  /// Whether the function around a node, or a literal in that, declares a name: a variable, constant,
  /// parameter or type. Where in it the name is seen is not asked.
  func declares(_ name: String, around node: NodeID) -> Bool {
    guard let declaration = ancestors(of: node).dropFirst().first else { return false }
    return subtree(declaration).contains { mention in
      switch kind(mention) {
      case .identifier, .typeIdentifier: text(mention) == name && isDeclaration(mention)
      default: false
      }
    }
  }

  /// Whether a mention of a name is what declares it.
  func isDeclaration(_ mention: NodeID) -> Bool {
    let (parent, child) = place(of: mention)
    switch kind(parent) {
    case .shortVarDeclaration, .rangeClause, .receiveStatement:
      return self.child(parent, .left) == child
    case .typeSwitchStatement: return self.child(parent, .alias) == child
    case .varSpec, .constSpec, .parameterDeclaration, .variadicParameterDeclaration,
      .typeParameterDeclaration, .typeSpec, .typeAlias:
      return self[mention].field == .name
    default: return false
    }
  }
}

extension SourceText {
  /// Whether a name stands somewhere as what a declaration may declare: not called there, and neither
  /// selected nor selected from.
  fileprivate func mayDeclare(_ name: String) -> Bool {
    let wanted = Array(name.utf8)
    guard let first = wanted.first, wanted.count <= bytes.count else { return false }
    for start in 0...bytes.count - wanted.count
    where bytes[start] == first && bytes[start...].starts(with: wanted) {
      let end = start + wanted.count
      let before = start > 0 ? bytes[start - 1] : 0
      let after = end < bytes.count ? bytes[end] : 0
      if Self.isOfName(before) || before == UInt8(ascii: ".") || Self.isOfName(after) { continue }
      if after == UInt8(ascii: ".") { continue }
      if after == UInt8(ascii: "("), !bytes[..<start].ends(with: "func ".utf8) { continue }
      return true
    }
    return false
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with bytes: String.UTF8View) -> Bool {
    suffix(bytes.count).elementsEqual(bytes)
  }
}

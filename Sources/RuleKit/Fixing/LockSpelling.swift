import Findings
import GoFlow
import GoSyntax

/// How a statement may name a lock: as a field beside the one that it uses, as one of its receiver or
/// of a parameter, or as a variable.
struct LockSpelling {
  private let program: ProgramContext
  private let lock: String
  /// What is used: `Queue.items`.
  private let used: String

  init(_ program: ProgramContext, lock: String, of used: String) {
    self.program = program
    self.lock = lock
    self.used = used
  }

  /// Whether the lock has a side for readers, as its name, its declaration or those who hold it tell.
  func isForReaders(_ uses: [SharedUse], in files: PackageFiles?) -> Bool {
    if lock.hasSuffix(".RWMutex") { return true }
    if let files, let dot = lock.lastIndex(of: "."),
      let (tree, fields) = files.fields(of: String(lock[..<dot]))
    {
      let name = lock[lock.index(after: dot)...]
      return tree.children(fields).contains { field in
        tree.text(tree.child(field, .type)) == "sync.RWMutex"
          && tree.children(field).contains {
            tree[$0].field == .name && tree.text($0) == name
          }
      }
    }
    return uses.contains { use in
      (use.first.locks + use.second.locks).contains("\(lock) (read)")
    }
  }

  /// Nil where the statement has no name for it.
  func name(at site: LockedSite) -> String? {
    guard let dot = lock.lastIndex(of: ".") else { return variable(site) }
    let owner = lock[..<dot]
    guard !owner.contains(".") else { return nil }
    if !site.operand.isEmpty, used.hasSuffix("." + site.name),
      case let type = used.dropLast(site.name.count + 1), !type.contains(".")
    {
      if type == owner { return site.operand + lock[dot...] }
      if program.isEmbedded(String(owner), in: String(type)) {
        return "\(site.operand).\(owner)\(lock[dot...])"
      }
      if let field = pointer(to: String(owner), in: String(type), site) {
        return "\(site.operand).\(field)\(lock[dot...])"
      }
    }
    return pointed(by: site.operand, String(owner), lock[dot...])
      ?? parameter(site.statement, site.tree, String(owner), lock[dot...])
  }

  /// The lock of what an operand's last field points to: an owner, or what embeds one.
  private func pointed(by operand: String, _ owner: String, _ lock: Substring) -> String? {
    guard let dot = operand.lastIndex(of: "."),
      case let name = operand[operand.index(after: dot)...]
    else { return nil }
    let (fields, texts) = (program.program.fields, program.program.texts)
    var types: Set<String> = []
    for field in fields.ids where texts[fields[field].name] == name {
      types.insert(texts[program.program.pointees[field].name])
    }
    guard types.count == 1, let type = types.first, !type.isEmpty else { return nil }
    if type == owner { return operand + lock }
    return program.isEmbedded(owner, in: type) ? "\(operand).\(owner)\(lock)" : nil
  }

  /// The lock of a parameter around a statement that is an owner, or that embeds one.
  private func parameter(
    _ statement: NodeID, _ tree: SyntaxTree, _ owner: String, _ lock: Substring
  ) -> String? {
    if let name = parameter(statement, tree, { $0 == owner }) { return name + lock }
    return parameter(statement, tree, { program.isEmbedded(owner, in: $0) }).map {
      "\($0).\(owner)\(lock)"
    }
  }

  /// The only field of a struct that points to an owner: what leads back from a part to the whole. Nil
  /// where it is assigned to after its struct was made: the lock may be that of another owner then.
  private func pointer(to owner: String, in type: String, _ site: LockedSite) -> String? {
    guard let files = PackageFiles(program, of: [site]), let (tree, fields) = files.fields(of: type)
    else { return nil }
    let pointers = tree.children(fields).filter { field in
      let own = tree.child(field, .type)
      return tree.kind(own) == .pointerType && tree.typeName(tree.firstChild(own)) == owner
    }
    guard pointers.count == 1, case let name = tree.child(pointers[0], .name), !name.isNone,
      !files.reassigns(tree.text(name))
    else { return nil }
    return tree.text(name)
  }

  /// Nil where a call has no name for it: it is that of what the method belongs to, of what an argument
  /// is selected from, or of a parameter around the call.
  func name(at call: LockedCall, of callee: FunctionNumber) -> String? {
    guard let dot = lock.lastIndex(of: "."), case let owner = String(lock[..<dot]),
      !owner.contains("."), !owner.hasPrefix("*"), !isHidden(owner, lock[lock.index(after: dot)...])
    else { return nil }
    let receiver = program.program.texts[program.program.functions[callee].key.receiver]
    if receiver == owner { return call.receiver.map { $0 + lock[dot...] } }
    if program.isEmbedded(owner, in: receiver) {
      return call.receiver.map { "\($0).\(owner)\(lock[dot...])" }
    }
    if let end = used.lastIndex(of: "."), used[..<end] == owner,
      let operand = call.owner(ofArgument: String(used[used.index(after: end)...]))
    {
      return operand + lock[dot...]
    }
    return parameter(call.statement, call.tree, owner, lock[dot...])
  }

  /// Whether a struct that embeds the owner may have another field of the lock's name, which then has
  /// that name there.
  private func isHidden(_ owner: String, _ name: Substring) -> Bool {
    let texts = program.program.texts
    return program.program.fields.elements.contains { field in
      guard texts[field.name] == owner, !texts[field.owner].isEmpty,
        let file = program.file(of: texts[field.package])
      else { return false }
      guard let files = PackageFiles(program, beside: [file]),
        let (tree, list) = files.fields(of: texts[field.owner])
      else { return true }
      return tree.names(ofFields: list).contains(name)
    }
  }

  /// The receiver or parameter of a type in the innermost function around a statement that has one; nil
  /// where there is none, or several.
  private func parameter(
    _ statement: NodeID, _ tree: SyntaxTree, _ isOwner: (String) -> Bool
  ) -> String? {
    let functions = tree.ancestors(of: statement).filter {
      !tree.child($0, .parameters).isNone && !tree.child($0, .body).isNone
    }
    for function in functions.reversed() {
      let lists = [tree.child(function, .receiver), tree.child(function, .parameters)]
      let names = lists.flatMap { Array(tree.children($0)) }.compactMap { parameter -> String? in
        let name = tree.child(parameter, .name)
        let own = tree.child(parameter, .type)
        guard !name.isNone, tree.kind(own) == .pointerType,
          isOwner(tree.typeName(tree.firstChild(own)))
        else { return nil }
        return tree.text(name)
      }
      if names.isEmpty { continue }
      guard names.count == 1, !isDeclaredAgain(names[0], in: function, statement, tree)
      else { return nil }
      return names[0]
    }
    return nil
  }

  /// Whether a name may be that of another variable, or of another object, where a statement stands in
  /// a function.
  private func isDeclaredAgain(
    _ name: String, in function: NodeID, _ statement: NodeID, _ tree: SyntaxTree
  ) -> Bool {
    tree.subtree(function).contains { node in
      guard tree.kind(node) == .identifier, tree.text(node) == name else { return false }
      let (parent, child) = tree.place(of: node)
      switch tree.kind(parent) {
      case .shortVarDeclaration, .rangeClause:
        guard tree.child(parent, .left) == child else { return false }
      case .assignmentStatement: return tree.child(parent, .left) == child
      case .varSpec: guard tree[node].field == .name else { return false }
      case .parameterDeclaration:
        let other = tree.parent(of: tree.parent(of: parent))
        return other != function && tree.isInside(statement, other)
      default: return false
      }
      guard let (list, listed) = tree.listedStatement(around: node) else { return true }
      let isListed = listed == parent || tree.kind(listed) == .varDeclaration
      return tree.isInside(statement, isListed ? list : listed)
    }
  }

  /// The name of a variable: of the function, declared before in a list around the statement, or of
  /// the package.
  private func variable(_ site: LockedSite) -> String? {
    let tree = site.tree
    let path = tree.ancestors(of: site.statement)
    guard path.count > 1 else { return nil }
    if tree.mentions(lock, in: path[1]) {
      let isVisible = tree.subtree(path[1]).contains { node in
        guard tree.kind(node) == .identifier, tree.text(node) == lock,
          case let parent = tree.place(of: node).parent
        else { return false }
        switch tree.kind(parent) {
        case .varSpec, .shortVarDeclaration:
          guard tree[node].field == .name || tree.kind(parent) == .shortVarDeclaration,
            let (list, statement) = tree.listedStatement(around: node)
          else { return false }
          return statement < site.statement && tree.isInside(site.statement, list)
        case .parameterDeclaration:
          return tree.isInside(site.statement, tree.parent(of: tree.parent(of: parent)))
        default: return false
        }
      }
      if isVisible { return lock }
    }
    guard let files = PackageFiles(program, of: [site]), !files.declaresInFunctions(lock) else {
      return nil
    }
    let isOfPackage = files.trees(with: lock).contains { tree in
      tree.children(.root).contains { declaration in
        tree.kind(declaration) == .varDeclaration
          && tree.subtree(declaration).contains {
            tree.kind(tree.parent(of: $0)) == .varSpec && tree[$0].field == .name
              && tree.text($0) == lock
          }
      }
    }
    return isOfPackage ? lock : nil
  }
}

extension ProgramContext {
  /// One of the files of a package; nil where none is analysed.
  fileprivate func file(of package: String) -> String? {
    files.first { $0.value.package == package }?.key
  }

  /// Whether a struct has a field that is called as its type is.
  fileprivate func isEmbedded(_ part: String, in type: String) -> Bool {
    program.fields.elements.contains { field in
      program.texts[field.owner] == type && program.texts[field.name] == part
    }
  }
}

extension SyntaxTree {
  /// The names of a struct's fields, also of those that have the name of their type.
  fileprivate func names(ofFields list: NodeID) -> [Substring] {
    children(list).filter { kind($0) == .fieldDeclaration }.flatMap { field -> [Substring] in
      let names = children(field).filter { self[$0].field == .name }.map { text($0)[...] }
      if !names.isEmpty { return names }
      let type = child(field, .type)
      return [typeName(kind(type) == .pointerType ? firstChild(type) : type)[...]]
    }
  }

  /// The name of a type, without that of its package.
  fileprivate func typeName(_ type: NodeID) -> String {
    text(kind(type) == .qualifiedType ? child(type, .name) : type)
  }
}

import Basics
import Findings
import GoPackages
import GoSyntax

/// Makes packages of the standard library usable in one file, with what gofmt would leave.
struct ImportInsertion {
  private let program: ProgramContext
  private let tree: SyntaxTree
  private let file: ProgramFile
  private var bytes: [UInt8] { tree.source.bytes }

  /// Nil where the file is not at hand.
  init?(_ program: ProgramContext, _ path: String) {
    guard let tree = program.tree(path), let file = program.files[path] else { return nil }
    self.program = program
    self.tree = tree
    self.file = file
  }

  /// The version of Go that the file is written in.
  var version: GoVersion { file.file.languageVersion }

  /// What the file calls a package, imported or to be imported; nil where it cannot.
  func name(of package: String) -> String? {
    let own = package.split(separator: "/").last.map(String.init) ?? package
    guard let known = file.file.imports.first(where: { $0.path == package }) else {
      return mayImport(own) ? own : nil
    }
    switch known.name {
    case .its: return isDeclared(own) ? nil : own
    case .renamed(let name): return isDeclared(name) ? nil : name
    case .dot, .blank: return nil
    }
  }

  /// Whether names that the language declares mean that where a node stands: nothing that is seen there
  /// has one of them.
  func arePredeclared(_ names: String..., at node: NodeID) -> Bool {
    names.allSatisfy { name in
      !tree.declares(name, around: node) && !tree.importedNames.keys.contains(name)
        && !program.isDeclared(name, in: file.package)
    }
  }

  /// A name that a package declares, as the file writes it; nil where it does not import the
  /// package by its own name.
  func spelling(of name: String, in package: String) -> String? {
    if package == file.package { return name }
    guard let known = file.file.imports.first(where: { $0.path == package }) else { return nil }
    switch known.name {
    case .renamed(let own): return "\(own).\(name)"
    case .its:
      guard let own = package.split(separator: "/").last.map(String.init),
        tree.nodes.indices.contains(where: {
          tree.nodes[$0].kind == .packageIdentifier && tree.text(NodeID($0)) == own
            || tree.nodes[$0].kind == .identifier && tree.text(NodeID($0)) == own
        })
      else { return nil }
      return "\(own).\(name)"
    case .dot, .blank: return nil
    }
  }

  /// The insertions that import packages, those left out that are imported; nil where there is no
  /// place for them.
  func edits(for packages: Set<String>) -> [TextEdit]? {
    let missing = packages.filter { package in
      !file.file.imports.contains { $0.path == package }
    }.sorted()
    if missing.isEmpty { return [] }
    let declarations = tree.children(.root).filter { tree.kind($0) == .importDeclaration }
    guard let last = declarations.last else {
      let place = lineEnd(of: tree.range(tree.child(.root, ofKind: .packageClause)).end)
      if missing.count == 1 {
        return [insertion(at: place, "\n\nimport \"\(missing[0])\"", isAlone: true)]
      }
      let lines = missing.map { "\t\"\($0)\"\n" }.joined()
      return [TextEdit(location(place), replacement: "\n\nimport (\n\(lines))")]
    }
    let lists = declarations.map { tree.child($0, ofKind: .importSpecList) }.filter { !$0.isNone }
    if let list = lists.first(where: { standardGroup(in: $0) != nil }) ?? lists.first {
      return listEdits(list, missing)
    }
    if declarations.count == 1 { return listMaking(tree.child(last, ofKind: .importSpec), missing) }
    let place = lineEnd(of: tree.range(last).end)
    return missing.map { insertion(at: place, "\nimport \"\($0)\"") }
  }

  // MARK: Names

  /// Whether an import of a package may be added: Go has it, nothing else has the name, and the
  /// package does not need this one itself.
  private func mayImport(_ name: String) -> Bool {
    if file.file.header.importsC || Self.isBelowImports(file.package) { return false }
    let isUsed = tree.nodes.indices.contains { index in
      switch tree.nodes[index].kind {
      case .identifier, .packageIdentifier, .typeIdentifier:
        tree.text(NodeID(index)) == name
      default: false
      }
    }
    return !isUsed && !program.isDeclared(name, in: file.package, besides: tree.source.path)
  }

  /// Packages that `slices`, `maps` and `sync/atomic` are made of.
  private static func isBelowImports(_ path: String) -> Bool {
    switch path.split(separator: "/").first {
    case "internal", "runtime", "cmp", "iter", "maps", "slices", "sync", "unsafe": true
    default: path == "math/bits"
    }
  }

  /// Whether the file declares something of a name that a package has in it.
  private func isDeclared(_ name: String) -> Bool {
    tree.nodes.indices.contains { index in
      let node = NodeID(index)
      guard tree.kind(node) == .identifier, tree.text(node) == name else { return false }
      return tree.kind(tree.parent(of: node)) != .selectorExpression
    }
  }

  // MARK: Places

  /// Imports on lines one after another, of a list.
  private func groups(in list: NodeID) -> [[NodeID]] {
    var groups: [[NodeID]] = []
    for spec in tree.children(list) where tree.kind(spec) == .importSpec {
      if let last = groups.last?.last,
        lineEnd(of: tree.range(last).end) + 1 >= lineStart(of: tree.range(spec).start)
      {
        groups[groups.count - 1].append(spec)
      } else {
        groups.append([spec])
      }
    }
    return groups
  }

  private func standardGroup(in list: NodeID) -> [NodeID]? {
    groups(in: list).first { $0.allSatisfy { isStandard($0) } }
  }

  private func path(_ spec: NodeID) -> String {
    String(tree.text(tree.child(spec, .path)).dropFirst().dropLast())
  }

  private func isStandard(_ spec: NodeID) -> Bool { Self.isStandard(path(spec)) }

  private static func isStandard(_ path: String) -> Bool {
    path != "C" && path.split(separator: "/").first?.contains(".") != true
  }

  private func listEdits(_ list: NodeID, _ packages: [String]) -> [TextEdit]? {
    guard let group = standardGroup(in: list) else {
      guard let first = groups(in: list).first?.first else { return nil }
      let start = lineStart(of: tree.range(first).start)
      // A comment there would belong to what is inserted.
      guard start > 0, bytes[..<Int(start - 1)].last == UInt8(ascii: "(") else { return nil }
      let lines = packages.map { "\t\"\($0)\"\n" }.joined()
      return [TextEdit(location(start), replacement: lines + "\n")]
    }
    var edits: [TextEdit] = []
    for package in packages {
      if let next = group.first(where: { path($0) > package }) {
        let start = lineStart(of: tree.range(next).start)
        guard isAlone(next), next != group[0] || startsGroup(start) else { return nil }
        edits.append(insertion(at: start, "\t\"\(package)\"\n"))
      } else {
        guard let last = group.last, isAlone(last) else { return nil }
        edits.append(insertion(at: lineEnd(of: tree.range(last).end), "\n\t\"\(package)\""))
      }
    }
    return edits
  }

  /// Whether nothing else begins on the line of an import.
  private func isAlone(_ spec: NodeID) -> Bool {
    let start = lineStart(of: tree.range(spec).start)
    return bytes[Int(start)..<Int(tree.range(spec).start)].allSatisfy { $0 == UInt8(ascii: "\t") }
      && !bytes[Int(tree.range(spec).end)..<Int(lineEnd(of: tree.range(spec).end))]
        .contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ")") }
  }

  /// Whether no comment stands right above a line.
  private func startsGroup(_ start: UInt32) -> Bool {
    guard start > 1 else { return true }
    let above = lineStart(of: start - 1)
    let line = bytes[Int(above)..<Int(start)].filter { $0 > UInt8(ascii: " ") }
    return line.isEmpty || line.last == UInt8(ascii: "(")
  }

  /// Turns the one import of a file into a list.
  private func listMaking(_ spec: NodeID, _ packages: [String]) -> [TextEdit]? {
    guard !spec.isNone else { return nil }
    let own = path(spec)
    var (before, after) = ("", "")
    if Self.isStandard(own) {
      for package in packages {
        if package < own { before += "\t\"\(package)\"\n" } else { after += "\t\"\(package)\"\n" }
      }
    } else {
      before = packages.map { "\t\"\($0)\"\n" }.joined() + "\n"
    }
    let range = tree.range(spec)
    // Not to be made by two fixes at once.
    return [
      TextEdit(location(range.start), replacement: "(\n\(before)\t"),
      TextEdit(location(range.end), replacement: "\n\(after))"),
    ]
  }

  private func insertion(at offset: UInt32, _ text: String, isAlone: Bool = false) -> TextEdit {
    TextEdit(location(offset), replacement: text, isShared: true, isAlone: isAlone)
  }

  private func location(_ offset: UInt32) -> SourceLocation {
    SourceLocation(file: tree.source.path, range: ByteRange(at: offset))
  }

  private func lineStart(of offset: UInt32) -> UInt32 {
    var start = Int(offset)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return UInt32(start)
  }

  /// Where the line ends, its line feed and carriage return left out.
  private func lineEnd(of offset: UInt32) -> UInt32 {
    var end = Int(offset)
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    if end > Int(offset), bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return UInt32(end)
  }
}

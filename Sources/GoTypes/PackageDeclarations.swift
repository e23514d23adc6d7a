import Basics
import GoSyntax

/// What a package declares at its top level, by name.
public struct PackageDeclarations: Sendable {
  /// A function or method with a body, or without one where another language gives it.
  public struct Function: Sendable {
    /// The declaration.
    public var node: PackageNode
    /// The name of the receiver's type without star and type arguments; "" for a function.
    public var receiverType: String
    /// Its name.
    public var name: String
  }

  /// A variable or constant.
  public struct Variable: Sendable {
    /// The identifier that declares it.
    public var name: PackageNode
    /// The type that it is declared with, or `none`.
    public var type: NodeID
    /// The expression that it gets at first, or `none`.
    public var value: NodeID
    /// The specification that declares it, and the top-level declaration around that.
    var specification: NodeID
    var declaration: NodeID
    /// Its position among the names of its specification.
    var position: Int
    /// The specification whose type and values it has: of a constant without any, the last one
    /// before it in the group that has some.
    var source: NodeID
    /// The number of the specification in its group, the `iota` of a constant.
    var number: Int
  }

  /// All functions and methods, in the order of files and lines.
  public private(set) var functions: [Function] = []
  private var functionsByName: [String: Int] = [:]
  private var methods: [String: [String: Int]] = [:]
  private var types: [String: PackageNode] = [:]
  private var variables: [String: Variable] = [:]

  init(_ files: Table<FileID, FileSyntax>) {
    for file in files.ids { collect(files[file].tree, file) }
  }

  /// All names at package level, sorted.
  public var names: [String] {
    (Array(types.keys) + Array(functionsByName.keys) + Array(variables.keys)).sorted()
  }

  /// The types and aliases with their specifications, in no order.
  public var typeNames: [(name: String, node: PackageNode)] { types.map { ($0.key, $0.value) } }

  /// The function of a name, or nil.
  public func function(_ name: String) -> Function? {
    functionsByName[name].map { functions[$0] }
  }

  /// The method of a type that is declared here, promoted ones left out.
  public func method(_ name: String, of type: String) -> Function? {
    methods[type]?[name].map { functions[$0] }
  }

  /// The `type_spec` or `type_alias` of a name, or nil.
  public func type(_ name: String) -> PackageNode? { types[name] }

  /// The variable or constant of a name, or nil.
  public func variable(_ name: String) -> Variable? { variables[name] }

  private mutating func collect(_ tree: SyntaxTree, _ file: FileID) {
    for declaration in tree.children(.root) {
      switch tree.kind(declaration) {
      case .functionDeclaration, .methodDeclaration:
        addFunction(declaration, tree, file)
      case .typeDeclaration:
        for spec in tree.children(declaration) {
          let name = tree.text(tree.child(spec, .name))
          if types[name] == nil { types[name] = PackageNode(file: file, node: spec) }
        }
      case .varDeclaration, .constDeclaration:
        // Not the whole subtree: functions in the values have variables of their own.
        let list = tree.child(declaration, ofKind: .varSpecList)
        var source = NodeID.none
        var number = 0
        for node in tree.children(list.isNone ? declaration : list)
        where tree.kind(node) == .varSpec || tree.kind(node) == .constSpec {
          let isOwn = tree.kind(node) == .varSpec || !tree.child(node, .value).isNone
          if isOwn || source.isNone || !tree.child(node, .type).isNone { source = node }
          addVariables(
            PackageNode(file: file, node: node), tree, declaration: declaration, source: source,
            number: number)
          number += 1
        }
      default:
        break
      }
    }
  }

  private mutating func addFunction(_ node: NodeID, _ tree: SyntaxTree, _ file: FileID) {
    let name = tree.text(tree.child(node, .name))
    let receiver = Self.receiverType(node, tree)
    let index = functions.count
    functions.append(
      Function(
        node: PackageNode(file: file, node: node), receiverType: receiver, name: name))
    if receiver.isEmpty {
      if functionsByName[name] == nil { functionsByName[name] = index }
    } else if methods[receiver]?[name] == nil {
      methods[receiver, default: [:]][name] = index
    }
  }

  private mutating func addVariables(
    _ node: PackageNode, _ tree: SyntaxTree, declaration: NodeID, source: NodeID, number: Int
  ) {
    guard let spec = ValueSpecSyntax(node.node, in: tree) else { return }
    let names = spec.names
    let values = spec.values
    for (index, name) in names.enumerated() {
      let text = tree.text(name)
      if text == "_" || variables[text] != nil { continue }
      variables[text] = Variable(
        name: PackageNode(file: node.file, node: name), type: spec.type,
        value: values.count == names.count ? values[index] : .none, specification: node.node,
        declaration: declaration, position: index, source: source, number: number)
    }
  }

  /// The name of a method's receiver type without star and type arguments; "" for functions.
  public static func receiverType(_ declaration: NodeID, _ tree: SyntaxTree) -> String {
    let receiver = tree.child(declaration, .receiver)
    if receiver.isNone { return "" }
    for node in tree.subtree(receiver) where tree.kind(node) == .typeIdentifier {
      return tree.text(node)
    }
    return ""
  }
}

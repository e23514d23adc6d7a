import Basics
import Findings
import GoIR
import GoPackages
import GoSyntax
import GoTypes
import LibraryModels

/// What a rule is handed: one package, and readers of it that remember their answers.
///
/// One for each package, used by one thread with a large stack, shared by the rules. Types and
/// bodies are worked out when a question first leads to them: a package without goroutines
/// and signals is neither typed nor lowered.
public final class PackageContext {
  /// The package and its files.
  public let syntax: PackageSyntax
  /// The bodies of the package as control-flow graphs, with their types.
  public private(set) lazy var bodies = makeBodies()
  private let makeChecker: (PackageSyntax) -> TypeChecker
  private let models: LibraryModels
  /// Whether anybody asked for types yet.
  private var isTyped = false
  private var partsByDeclaration: [PackageNode: StatementParts] = [:]
  private var declarationsByFile: [FileID: [NodeID]] = [:]
  /// The waits for what is announced on a place, once asked for.
  var waitsByPlace: [WaitKey: [CompletionWait]] = [:]
  private var fieldsByFunction: [PackageNode: Set<SharedPlace.FieldPath>] = [:]
  /// The locks of bodies, and what functions do to locks for their callers, once asked for.
  var lockFlows: [BodyKey: LockFlow] = [:]
  var lockHelpers: [PackageNode: LockOperation?] = [:]
  /// Whether functions may end the goroutine that calls them, once asked for.
  var endingFunctions: [PackageNode: Bool] = [:]
  private var effectsByFunction: [EffectKey: [OutlivingEffect]] = [:]
  /// The types of the package by the names of their members.
  private(set) lazy var memberOwners = MemberOwners(syntax)
  /// The types that variables have by their uses, once asked for.
  var typesByUse: [VariableKey: TypeID] = [:]
  /// The calls of the package by name.
  private(set) lazy var callIndex = CallIndex(syntax.files)
  /// Where the package does anything that has to do with goroutines.
  public private(set) lazy var index = ConcurrencyIndex(syntax.files)
  /// The names of the functions that goroutines may run.
  private(set) lazy var goroutineNames = GoroutineNames(syntax, index.goStatements)
  /// A `go` statement that leads to each function that was asked for, or nil.
  var startsByFunction: [PackageNode: PackageNode?] = [:]

  /// A context with nothing read yet; `checker` gives the types of the package, and is asked
  /// once at most.
  public init(
    _ syntax: PackageSyntax, models: LibraryModels = .builtin,
    checker: @escaping (PackageSyntax) -> TypeChecker
  ) {
    self.syntax = syntax
    self.models = models
    makeChecker = checker
  }

  private func makeBodies() -> PackageBodies {
    isTyped = true
    return PackageBodies(makeChecker(syntax), models: models)
  }

  /// Lets types and bodies go, which hold each other. Nothing may be asked afterwards.
  public func dropAll() {
    if isTyped { checker.dropAll() }
  }

  /// The types of the package.
  public var checker: TypeChecker { bodies.checker }

  /// The types of the expressions of a top-level declaration.
  public func typer(of declaration: PackageNode) -> BodyTyper { checker.body(of: declaration) }

  /// The tree of a file.
  public func tree(_ file: FileID) -> SyntaxTree { syntax.tree(file) }

  /// The scopes of a top-level declaration, read once.
  public func scopes(of declaration: PackageNode) -> Scopes { checker.scopes(of: declaration) }

  /// The pieces of a top-level declaration's text that are run in one go, found once.
  func statementParts(of declaration: PackageNode) -> StatementParts {
    if let known = partsByDeclaration[declaration] { return known }
    let parts = StatementParts(declaration.node, tree(declaration.file))
    partsByDeclaration[declaration] = parts
    return parts
  }

  /// The changes of outliving memory that a function of the package makes, with those of the
  /// functions that it calls, `callDepth` calls deep; read once.
  func effects(of function: PackageNode, callDepth: Int) -> [OutlivingEffect] {
    let key = EffectKey(function: function, callDepth: callDepth)
    if let known = effectsByFunction[key] { return known }
    // A function that calls itself adds nothing to its own changes.
    effectsByFunction[key] = []
    let reader = EffectReader(
      self, declaration: function, function: .declaration, callDepth: callDepth)
    let effects = Array(
      reader.effects(of: run(of: .declaration, in: function)).prefix(Self.effectLimit))
    effectsByFunction[key] = effects
    return effects
  }

  /// The fields of this package's types that a function uses, in its own body; read once.
  public func fieldsUsed(by function: PackageNode) -> Set<SharedPlace.FieldPath> {
    if let known = fieldsByFunction[function] { return known }
    let tree = tree(function.file)
    var fields: Set<SharedPlace.FieldPath> = []
    for node in tree.subtree(tree.child(function.node, .body))
    where tree.kind(node) == .selectorExpression {
      if let field = sharedPlace(of: node, in: function)?.field { fields.insert(field.base) }
    }
    fieldsByFunction[function] = fields
    return fields
  }

  /// How many changes of one function are remembered: enough to tell that it changes things.
  private static let effectLimit = 16

  private struct EffectKey: Hashable {
    var function: PackageNode
    var callDepth: Int
  }

  /// The top-level declaration around a node.
  public func declaration(around node: PackageNode) -> PackageNode {
    let starts = declarations(of: node.file)
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= node.node { low = middle + 1 } else { high = middle }
    }
    return PackageNode(file: node.file, node: low == 0 ? .root : starts[low - 1])
  }

  /// The top-level declarations of a file in the order of the text, found once.
  private func declarations(of file: FileID) -> [NodeID] {
    if let known = declarationsByFile[file] { return known }
    let declarations = Array(tree(file).children(.root))
    declarationsByFile[file] = declarations
    return declarations
  }

  /// The place of a node, for reports.
  public func location(_ node: PackageNode) -> SourceLocation {
    location(node.file, tree(node.file).range(node.node))
  }

  /// A range of a file, for reports.
  public func location(_ file: FileID, _ range: ByteRange) -> SourceLocation {
    SourceLocation(file: syntax.files[file].tree.source.path, range: range)
  }

  /// The place of a node, cut off at the end of its first line.
  public func firstLine(_ node: PackageNode) -> SourceLocation {
    var location = location(node)
    let bytes = tree(node.file).source.bytes
    if let end = bytes[location.range.indices].firstIndex(of: UInt8(ascii: "\n")) {
      location.range.end = UInt32(end)
    }
    return location
  }

  /// The declaration around a node as Go writes it: "Run", "(*Pool).Submit", "" at top level.
  public func symbol(around node: PackageNode) -> String {
    let declaration = declaration(around: node)
    let tree = tree(node.file)
    let name = tree.text(tree.child(declaration.node, .name))
    switch tree.kind(declaration.node) {
    case .functionDeclaration:
      return name
    case .methodDeclaration:
      let type = PackageDeclarations.receiverType(declaration.node, tree)
      let isPointer = tree.subtree(tree.child(declaration.node, .receiver))
        .contains { tree.kind($0) == .pointerType }
      return isPointer ? "(*\(type)).\(name)" : "\(type).\(name)"
    default:
      return ""
    }
  }
}

extension String {
  /// The first line, or as much of it as a message bears: what follows is shown as an ellipsis.
  public var shortened: String {
    let line = firstLine
    return line.count > 48 ? line.prefix(46) + " …" : line
  }

  /// The first line, for messages; what follows is shown as an ellipsis.
  public var firstLine: String {
    guard let end = firstIndex(where: \.isNewline) else { return self }
    return String(self[..<end]) + " …"
  }
}

extension [String] {
  /// Names in back quotes, in words: "`a`, `b` and `c`". Of many the last ones are counted only.
  public var asList: String {
    let names = map { "`\($0)`" }
    let longest = 4
    guard names.count > 1 else { return names.first ?? "" }
    let isLong = names.count > longest
    let shown = isLong ? Array(names.prefix(longest - 1)) : Array(names.dropLast())
    let last = isLong ? "\(names.count - shown.count) more" : names[names.count - 1]
    return shown.joined(separator: ", ") + " and " + last
  }
}

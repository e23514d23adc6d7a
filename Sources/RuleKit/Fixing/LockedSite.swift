import Findings
import GoSyntax

/// A statement that uses something shared, and how a lock may be held around just that: no longer
/// than it takes, and around nothing that waits or calls functions of the program.
struct LockedSite {
  /// What runs under the lock.
  enum Form {
    /// All of the statement.
    case whole
    /// The statement, once the value that it stores was made before.
    case storing(NodeID)
    /// Expressions whose values the statement takes then.
    case reads([EarlyRead])
    /// The same each time that a loop asks whether it goes on.
    case condition(ofLoop: NodeID, [EarlyRead])

    /// Whether it is done once, and not each time that a loop goes on.
    var isOnce: Bool {
      if case .condition = self { return false }
      return true
    }
  }

  let tree: SyntaxTree
  let statement: NodeID
  private(set) var form: Form
  let shared: SharedName
  /// What else it uses that the same lock is for.
  private var beside: [SharedName] = []
  /// What the field is selected from that is used; empty for variables.
  let operand: String
  /// What it reads of other objects, each before it and under the lock of that one.
  let others: [OtherReads]
  /// What it uses.
  var name: String { shared.name }
  /// All that it uses for which the lock is.
  var names: [String] { [name] + beside.map(\.name) }

  /// What is read of one object.
  struct OtherReads {
    /// What the field is selected from.
    let operand: String
    let reads: [EarlyRead]
  }

  /// How much freedom there is with what is read early.
  struct Freedom {
    /// Whether it may be read before calls that stand behind it in the same statement.
    var mayPassCalls = false
    /// What copies it, where having it is not to have its elements.
    var clone: CloneExpression?
    /// Names of other things that goroutines share: their uses stay outside where that can be.
    var others: Set<String> = []
  }

  /// The statement around something that uses what is shared; nil where no lock may be held for it.
  init?(
    _ tree: SyntaxTree, around node: NodeID, using shared: SharedName,
    _ freedom: Freedom = Freedom()
  ) {
    // What the library calls for a statement runs with it, and takes no lock of its own.
    var inner = node
    while case let function = tree.function(around: inner), tree.isCalledByLibrary(function) {
      inner = function
    }
    guard let statement = tree.headStatement(around: inner) else { return nil }
    self.tree = tree
    self.statement = statement
    self.shared = shared
    let mentions = SiteMentions(
      tree, statement, shared, told: Self.operand(of: shared.name, around: node, statement, tree))
    guard let mentions, mentions.isOperandThere else { return nil }
    operand = mentions.operand
    guard !tree.declares(operand.prefix { $0 != "." && $0 != "[" }, in: statement) else {
      return nil
    }
    guard !tree.exchanges(operand, in: statement) else { return nil }
    let calm = CalmStatement(tree, sharing: shared)
    guard let others = Self.others(mentions, calm, shared, freedom) else { return nil }
    self.others = others
    if inner != node {
      guard !mentions.usesOthersLater, others.isEmpty, calm.isCalm(statement) else { return nil }
      form = .whole
    } else if !mentions.usesOthersLater, calm.isCalm(statement) {
      let reads =
        freedom.others.isDisjoint(with: Self.names(in: statement, tree))
        ? nil : Self.reads(mentions.own, in: statement, calm, shared, freedom)
      if let reads, others.isEmpty || reads.isOnce { form = reads } else { form = .whole }
    } else if let value = Self.storedValue(in: statement, calm) {
      form = .storing(value)
    } else if let form = Self.reads(mentions.own, in: statement, calm, shared, freedom),
      others.isEmpty || form.isOnce
    {
      self.form = form
    } else if others.isEmpty,
      let condition = EarlyRead(conditionOf: statement, around: node, calm)
    {
      form = .reads([condition])
    } else {
      return nil
    }
  }

  /// The same statement that uses two things under one lock; nil where that cannot be.
  func joined(with other: LockedSite) -> LockedSite? {
    guard isSame(as: other), operand == other.operand, others.isEmpty, other.others.isEmpty else {
      return nil
    }
    var both = self
    both.beside += [other.shared] + other.beside
    switch (form, other.form) {
    case (.whole, _), (_, .whole): both.form = .whole
    case (.storing(let value), .storing(let same)) where value == same: break
    case (.reads(let own), .reads(let more)):
      both.form = .reads((own + more).sorted { $0.node < $1.node })
    case (.condition(let loop, let own), .condition(let same, let more)) where loop == same:
      both.form = .condition(ofLoop: loop, (own + more).sorted { $0.node < $1.node })
    default: return nil
    }
    return both
  }

  private init(_ site: LockedSite, _ other: OtherReads) {
    tree = site.tree
    statement = site.statement
    form = .reads(other.reads)
    shared = site.shared
    others = []
    operand = other.operand
  }

  /// What the statement reads of another object, as a site that names the lock of that one.
  func site(of other: OtherReads) -> LockedSite { LockedSite(self, other) }

  /// What is read of other objects, in groups; nil where one of these is written, or may not be read
  /// early.
  private static func others(
    _ mentions: SiteMentions, _ calm: CalmStatement, _ shared: SharedName, _ freedom: Freedom
  ) -> [OtherReads]? {
    var found: [OtherReads] = []
    for (operand, others) in mentions.others {
      let (tree, statement) = (calm.tree, mentions.statement)
      guard !tree.declares(operand.prefix { $0 != "." && $0 != "[" }, in: statement),
        !tree.exchanges(operand, in: statement),
        case .reads(let reads)? = reads(others, in: statement, calm, shared, freedom)
      else { return nil }
      found.append(OtherReads(operand: operand, reads: reads))
    }
    return found
  }

  private static func names(in statement: NodeID, _ tree: SyntaxTree) -> Set<String> {
    Set(
      tree.subtree(statement).filter {
        [.identifier, .fieldIdentifier].contains(tree.kind($0))
      }.map { tree.text($0) })
  }

  /// What `x = f()` or `x = append(x, f())` stores: the operands beside it have no effects, so that
  /// nobody can tell when it is made. Nil for other statements, and where it reads what is shared.
  private static func storedValue(in statement: NodeID, _ calm: CalmStatement) -> NodeID? {
    let tree = calm.tree
    guard tree.kind(statement) == .assignmentStatement,
      let assignment = AssignmentSyntax(statement, in: tree), assignment.values.count == 1,
      assignment.targets.allSatisfy({ tree.isPlain($0) })
    else { return nil }
    var value = assignment.values[0]
    if tree.kind(value) == .callExpression,
      tree.text(tree.child(value, .function), equals: "append")
    {
      let arguments = tree.children(tree.child(value, .arguments)).filter {
        tree.kind($0) != .comment
      }
      guard assignment.targets.count == 1, arguments.count == 2, tree.isPlain(arguments[0]) else {
        return nil
      }
      value = arguments[1]
    }
    guard givesTyped(value, tree), calm.isCalm(statement, but: value),
      !tree.subtree(value).contains(where: { tree.isName($0, calm.name) })
    else { return nil }
    return value
  }

  /// Whether a value has the type that it has where it is stored, also in a variable of its own.
  private static func givesTyped(_ value: NodeID, _ tree: SyntaxTree) -> Bool {
    switch tree.kind(value) {
    case .callExpression, .compositeLiteral, .typeAssertionExpression: true
    case .unaryExpression:
      [.arrow, .ampersand].contains(tree.kind(tree.child(value, .operator)))
    default: false
    }
  }

  /// What the field is selected from that a node names, or what is evaluated with it: the variables of
  /// a range clause do not name what is ranged over.
  private static func operand(
    of name: String, around node: NodeID, _ statement: NodeID, _ tree: SyntaxTree
  ) -> String {
    let mention =
      tree.subtree(node).first { tree.isName($0, name) }
      ?? tree.subtree(statement).first {
        tree.isName($0, name) && tree.headStatement(around: $0) == statement
      }
    return mention.map { tree.operand(ofField: $0) } ?? ""
  }

  /// What a statement reads early of what is shared.
  private static func reads(
    _ mentions: [NodeID], in statement: NodeID, _ calm: CalmStatement, _ shared: SharedName,
    _ freedom: Freedom
  ) -> Form? {
    let tree = calm.tree
    let evaluation = EarlyEvaluation(calm, statement, mayPassCalls: freedom.mayPassCalls)
    var reads: [EarlyRead] = []
    var time: EarlyEvaluation.Time?
    for mention in mentions where tree.headStatement(around: mention) == statement {
      guard let read = EarlyRead(mention, of: shared, tree, freedom.clone),
        let own = evaluation.time(of: read, shared), time ?? own == own
      else { return nil }
      time = own
      reads.append(read)
    }
    switch time {
    case .once: return .reads(reads)
    case .condition(let loop):
      guard reads.allSatisfy({ !$0.isFound }) else { return nil }
      return .condition(ofLoop: loop, reads)
    case nil: return nil
    }
  }

  /// Whether a statement uses what is shared of the same object only.
  func usesOneObject(_ other: NodeID) -> Bool {
    !shared.isField
      || tree.subtree(other).allSatisfy { node in
        tree.kind(node) != .fieldIdentifier || !tree.isName(node, name)
          || tree.operand(ofField: node) == operand || !shared.mayBeItself(node, tree)
      }
  }

  /// The place of the statement.
  var location: SourceLocation { tree.location(statement) }

  func isSame(as other: LockedSite) -> Bool {
    tree === other.tree && statement == other.statement
  }

  /// Whether what runs under its lock holds a node, or what it reads then does.
  func contains(_ node: NodeID, of other: SyntaxTree) -> Bool {
    guard tree === other, tree.isInside(node, statement) else { return false }
    switch form {
    case .whole: return true
    case .storing, .reads, .condition: return tree.headStatement(around: node) == statement
    }
  }

  /// Whether it changes nothing of what is shared.
  var isRead: Bool {
    switch form {
    case .reads, .condition: true
    case .storing: false
    case .whole:
      !tree.subtree(statement).contains { node in
        names.contains { tree.isName(node, $0) } && (tree.isChanged(node) || isHandedOn(node))
      }
    }
  }

  /// Whether it uses elements of what is shared that it read before, without the lock.
  var hasUncopied: Bool {
    switch form {
    case .reads(let reads), .condition(_, let reads): reads.contains(where: \.isUncopied)
    case .whole, .storing: false
    }
  }

  /// Whether it changes elements of what is shared in place.
  var changesElements: Bool {
    tree.subtree(statement).contains { node in
      names.contains { tree.isName(node, $0) } && tree.isChanged(node)
        && tree.ancestors(of: node).reversed().prefix { tree.isInside($0, statement) }
          .contains { tree.kind($0) == .indexExpression }
    }
  }

  /// Whether a mention stands in an argument of something that may change it.
  private func isHandedOn(_ mention: NodeID) -> Bool {
    tree.ancestors(of: mention).contains { node in
      guard tree.kind(node) == .callExpression, tree.isInside(node, statement) else { return false }
      let function = tree.child(node, .function)
      return !tree.text(function, equals: "len") && !tree.text(function, equals: "cap")
    }
  }
}

extension SyntaxTree {
  /// Where a node stands.
  func location(_ node: NodeID) -> SourceLocation {
    SourceLocation(file: source.path, range: range(node))
  }

  /// Whether a statement declares a variable of a name: in front of the statement it is another one.
  fileprivate func declares(_ name: Substring, in statement: NodeID) -> Bool {
    !name.isEmpty
      && subtree(statement).contains { node in
        guard kind(node) == .identifier, text(node) == name, isTarget(node) else { return false }
        switch kind(place(of: node).parent) {
        case .shortVarDeclaration, .rangeClause, .varSpec: return true
        default: return false
        }
      }
  }
}

extension [LockedSite] {
  /// In the order of their places, without those that run under the lock of another one.
  func inOrder() -> [LockedSite] {
    let outer = filter { site in
      !contains { other in
        !other.isSame(as: site) && other.contains(site.statement, of: site.tree)
      }
    }
    return outer.sorted {
      ($0.tree.source.path, $0.statement.rawValue) < ($1.tree.source.path, $1.statement.rawValue)
    }
  }
}

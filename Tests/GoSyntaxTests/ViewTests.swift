import Basics
import Testing

@testable import GoSyntax

@Suite struct ViewTests {
  /// The first node of a view's kinds in a function body that holds the text.
  private func first<Tag: SyntaxTag>(
    _: SyntaxView<Tag>.Type, in body: String
  ) throws -> (view: SyntaxView<Tag>, tree: SyntaxTree) {
    try firstView(
      SyntaxView<Tag>.self, in: "package p\n\nfunc f() {\n\(body)\n}\n", after: "func f")
  }

  private func firstView<Tag: SyntaxTag>(
    _: SyntaxView<Tag>.Type, in text: String, after marker: String? = nil
  ) throws -> (view: SyntaxView<Tag>, tree: SyntaxTree) {
    let tree = try parse(text)
    #expect(tree.errors == [])
    var start = NodeID.root
    if marker != nil {
      let function = tree.child(.root, ofKind: .functionDeclaration)
      start = tree.child(function, .body)
    }
    let node = try #require(
      tree.subtree(start).first { Tag.kinds.contains(tree.kind($0)) })
    return (try #require(SyntaxView<Tag>(node, in: tree)), tree)
  }

  private func texts(_ ids: [NodeID], _ tree: SyntaxTree) -> [String] { ids.map { tree.text($0) } }

  @Test func aViewOfAnotherKindIsNil() throws {
    let (call, tree) = try first(CallSyntax.self, in: "g(1)")
    #expect(SendSyntax(call.id, in: tree) == nil)
    #expect(CallSyntax(.none, in: tree) == nil)
  }

  @Test func aMethodNamesItsParts() throws {
    let text = "package p\n\nfunc (r *T) Run(a, b int, rest ...string) (n int) { return }\n"
    let (method, tree) = try firstView(FunctionSyntax.self, in: text)
    #expect(method.isMethod)
    #expect(tree.text(method.name) == "Run")
    #expect(tree.text(method.receiver) == "(r *T)")
    #expect(tree.text(method.result) == "(n int)")
    #expect(tree.text(method.body) == "{ return }")
    let parameters = tree.children(method.parameters).compactMap { ParameterSyntax($0, in: tree) }
    #expect(parameters.map { texts($0.names, tree) } == [["a", "b"], ["rest"]])
    #expect(parameters.map { tree.text($0.type) } == ["int", "string"])
    #expect(parameters.map(\.isVariadic) == [false, true])
  }

  @Test func aGenericFunctionAndALiteralNameTheirs() throws {
    let (function, tree) = try firstView(
      FunctionSyntax.self, in: "package p\n\nfunc Map[K any](m map[K]int) K\n")
    #expect(tree.text(function.typeParameters) == "[K any]")
    #expect(function.body.isNone)
    let (literal, other) = try first(FunctionSyntax.self, in: "g = func() int { return 1 }")
    #expect(literal.name.isNone && !literal.isMethod)
    #expect(other.text(literal.result) == "int")
  }

  @Test func fieldsAreNamedOrEmbedded() throws {
    let text = "package p\n\ntype S struct {\n\ta, b int `json:\"x\"`\n\tT\n\t*U\n\tq.V\n}\n"
    let (spec, tree) = try firstView(TypeSpecSyntax.self, in: text)
    #expect(tree.text(spec.name) == "S" && !spec.isAlias)
    let fields = tree.subtree(spec.type).compactMap { FieldSyntax($0, in: tree) }
    #expect(fields.map { texts($0.names, tree) } == [["a", "b"], [], [], []])
    #expect(fields.map { tree.text($0.type) } == ["int", "T", "U", "q.V"])
    #expect(fields.map(\.isEmbedded) == [false, true, true, true])
    #expect(fields.map(\.embedsPointer) == [false, false, true, false])
    #expect(tree.text(fields[0].tag) == "`json:\"x\"`")
  }

  @Test func aliasesAreTold() throws {
    let (spec, tree) = try firstView(TypeSpecSyntax.self, in: "package p\n\ntype A = B\n")
    #expect(spec.isAlias && tree.text(spec.type) == "B")
  }

  @Test func specsHaveNamesAndValues() throws {
    let (variables, tree) = try first(ValueSpecSyntax.self, in: "var a, b int = 1, g()")
    #expect(texts(variables.names, tree) == ["a", "b"])
    #expect(texts(variables.values, tree) == ["1", "g()"])
    #expect(tree.text(variables.type) == "int" && !variables.isConstant)
    let (constants, _) = try first(ValueSpecSyntax.self, in: "const c = 1")
    #expect(constants.isConstant)
    let (bare, _) = try first(ValueSpecSyntax.self, in: "var d int")
    #expect(bare.values == [])
  }

  @Test func importsHaveNameAndPath() throws {
    let (spec, tree) = try firstView(ImportSyntax.self, in: "package p\n\nimport f \"fmt\"\n")
    #expect(tree.text(spec.name) == "f" && tree.text(spec.path) == "\"fmt\"")
  }

  @Test(arguments: [
    ("chan int", ChannelDirection.both), ("chan<- int", .sendOnly),
    ("<-chan int", .receiveOnly),
  ])
  func channelsHaveADirection(type: String, direction: ChannelDirection) throws {
    let (channel, tree) = try first(ChannelTypeSyntax.self, in: "var c \(type)")
    #expect(channel.direction == direction)
    #expect(tree.text(channel.value) == "int")
  }

  @Test(arguments: [
    ("s.wg.Done()", "Done", "s.wg", [String]()), ("g(a, b...)", "g", "", ["a", "b..."]),
    ("func() {}()", "", "", []), ("(g)(x)", "", "", ["x"]),
  ])
  func callsHaveANameAndOperand(
    text: String, name: String, operand: String, arguments: [String]
  ) throws {
    let (call, tree) = try first(CallSyntax.self, in: text)
    #expect(tree.text(call.name) == name)
    #expect(tree.text(call.operand) == operand)
    #expect(texts(call.arguments, tree) == arguments)
  }

  @Test func expressionsNameTheirOperands() throws {
    let (selector, a) = try first(SelectorSyntax.self, in: "_ = x.y")
    #expect(a.text(selector.operand) == "x" && a.text(selector.field) == "y")
    let (index, b) = try first(IndexSyntax.self, in: "_ = x[i]")
    #expect(b.text(index.operand) == "x" && b.text(index.index) == "i")
    let (slice, c) = try first(SliceSyntax.self, in: "_ = x[1:2:3]")
    #expect(
      [slice.operand, slice.start, slice.end, slice.capacity].map { c.text($0) } == [
        "x", "1", "2", "3",
      ])
    let (open, d) = try first(SliceSyntax.self, in: "_ = x[:n]")
    #expect(open.start.isNone && d.text(open.end) == "n")
    let (unary, e) = try first(UnarySyntax.self, in: "_ = <-ch")
    #expect(unary.operatorKind == .arrow && e.text(unary.operand) == "ch")
    let (binary, f) = try first(BinarySyntax.self, in: "_ = l && r")
    #expect(binary.operatorKind == .logicalAnd)
    #expect(f.text(binary.left) == "l" && f.text(binary.right) == "r")
    let (composite, g) = try first(CompositeSyntax.self, in: "_ = T{1, k: v}")
    #expect(g.text(composite.type) == "T" && texts(composite.elements, g) == ["1", "k: v"])
  }

  @Test(arguments: [
    ("a, b = x, y", NodeKind.assign, ["a", "b"], ["x", "y"]),
    ("a += x", .plusAssign, ["a"], ["x"]), ("a, b := g()", .define, ["a", "b"], ["g()"]),
  ])
  func assignmentsHaveTargetsAndValues(
    text: String, kind: NodeKind, targets: [String], values: [String]
  ) throws {
    let (assignment, tree) = try first(AssignmentSyntax.self, in: text)
    #expect(assignment.operatorKind == kind)
    #expect(texts(assignment.targets, tree) == targets)
    #expect(texts(assignment.values, tree) == values)
  }

  @Test func communicationNamesItsParts() throws {
    let (send, a) = try first(SendSyntax.self, in: "ch <- v")
    #expect(a.text(send.channel) == "ch" && a.text(send.value) == "v")
    let (receive, b) = try first(
      ReceiveSyntax.self, in: "select {\ncase v, ok := <-ch:\n\tg()\n}")
    #expect(texts(receive.targets, b) == ["v", "ok"] && receive.isDefinition)
    #expect(b.text(receive.value) == "<-ch")
    let (clause, c) = try first(ClauseSyntax.self, in: "select {\ncase x = <-ch:\n\tg()\n\th()\n}")
    #expect(c.text(clause.communication) == "x = <-ch")
    #expect(texts(clause.statements, c) == ["g()", "h()"])
  }

  @Test func loopsNameTheirParts() throws {
    let (range, a) = try first(RangeSyntax.self, in: "for k, v := range m {\n}")
    #expect(texts(range.targets, a) == ["k", "v"] && range.isDefinition)
    #expect(a.text(range.expression) == "m")
    let (assigned, _) = try first(RangeSyntax.self, in: "for i = range 3 {\n}")
    #expect(!assigned.isDefinition)
    let (loop, b) = try first(ForSyntax.self, in: "for i := 0; i < 3; i++ {\n\tg()\n}")
    #expect(loop.range.isNone && !loop.clause.isNone && b.kind(loop.body) == .block)
  }

  @Test func branchesNameTheirParts() throws {
    let (branch, a) = try first(IfSyntax.self, in: "if x := g(); x {\n} else {\n\th()\n}")
    #expect(a.text(branch.initializer) == "x := g()" && a.text(branch.condition) == "x")
    #expect(a.kind(branch.consequence) == .block && a.kind(branch.alternative) == .block)
    let (choice, b) = try first(SwitchSyntax.self, in: "switch x {\ncase 1, 2:\n\tg()\ndefault:\n}")
    #expect(b.text(choice.value) == "x" && choice.alias.isNone && choice.clauses.count == 2)
    let clause = try #require(ClauseSyntax(choice.clauses[0], in: b))
    #expect(texts(clause.values, b) == ["1", "2"] && texts(clause.statements, b) == ["g()"])
    let (types, c) = try first(
      SwitchSyntax.self, in: "switch t := v.(type) {\ncase int, string:\n\tg(t)\n}")
    #expect(c.text(types.alias) == "t" && c.text(types.value) == "v")
    #expect(
      texts(try #require(ClauseSyntax(types.clauses[0], in: c)).types, c) == ["int", "string"])
  }

  // An arrow belongs to the leftmost `chan` possible, see "Channel types" in the specification.
  @Test(arguments: [
    ("chan T", "both T"), ("chan<- T", "send T"), ("<-chan T", "receive T"),
    ("chan<- chan T", "send both T"), ("chan (<-chan T)", "both receive T"),
    ("chan<- (chan T)", "send both T"), ("<-chan <-chan T", "receive receive T"),
    ("chan<- <-chan T", "send receive T"), ("chan <-chan T", "send both T"),
    ("chan chan<- T", "both send T"), ("chan <-chan <-chan T", "send send both T"),
    ("chan<- chan<- <-chan T", "send send receive T"),
    ("<-chan chan<- chan T", "receive send both T"), ("chan chan chan T", "both both both T"),
    ("chan /* c */ <- chan T", "send both T"),
    ("<-chan (chan (<-chan T))", "receive both receive T"),
  ])
  func arrowsBelongToTheLeftmostChannel(type: String, parts: String) throws {
    for text in ["var x \(type)", "func f(x []\(type)) {}", "var x = make(\(type), 1)"] {
      let tree = try parse("package a\n\n\(text)\n")
      #expect(tree.errors == [])
      var found: [String] = []
      var node = tree.first(.channelType)
      while let channel = ChannelTypeSyntax(node, in: tree) {
        switch channel.direction {
        case .both: found.append("both")
        case .sendOnly: found.append("send")
        case .receiveOnly: found.append("receive")
        }
        node = channel.value
        while tree.kind(node) == .parenthesizedType { node = tree.firstChild(node) }
      }
      #expect((found + [tree.text(node)]).joined(separator: " ") == parts)
    }
  }
}

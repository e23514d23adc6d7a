import Basics
import GoSyntax

/// Collects what the uses of things whose types cannot be found say of their shapes.
struct UseCollector {
  private let checker: TypeChecker
  private var shapes: [UseKey: ShapeSet] = [:]

  /// What the uses in a package say, in one walk of its files.
  static func shapes(in checker: TypeChecker) -> [UseKey: ShapeSet] {
    var collector = UseCollector(checker: checker)
    for file in checker.syntax.files.ids {
      for declaration in checker.syntax.tree(file).children(.root) {
        let node = PackageNode(file: file, node: declaration)
        let isKept = checker.bodies[node] != nil
        let body = checker.body(of: node)
        for use in checker.syntax.tree(file).subtree(declaration) { collector.note(use, body) }
        if !isKept { checker.drop(node) }
      }
    }
    return collector.shapes
  }

  private init(checker: TypeChecker) { self.checker = checker }

  /// Leaves of the shapes of an expression those that a use allows.
  private mutating func restrict(_ expression: NodeID, to allowed: ShapeSet, _ body: BodyTyper) {
    guard !expression.isNone, checker.shape(of: body.type(of: expression)) == .unknown,
      let key = body.useKey(of: expression)
    else { return }
    shapes[key] = (shapes[key] ?? .any).intersection(allowed)
  }

  private mutating func note(_ node: NodeID, _ body: BodyTyper) {
    let tree = body.tree
    switch tree.kind(node) {
    case .rangeClause: noteRange(node, body)
    case .indexExpression: noteIndex(node, body)
    case .sliceExpression:
      restrict(tree.child(node, .operand), to: ShapeSet(.slice, .string), body)
    case .sendStatement: restrict(tree.child(node, .channel), to: ShapeSet(.channel), body)
    case .unaryExpression: noteUnary(node, body)
    case .binaryExpression: noteBinary(node, body)
    case .incStatement, .decStatement:
      restrict(tree.firstChild(node), to: ShapeSet(.basic), body)
    case .callExpression: noteCall(node, body)
    case .typeAssertionExpression:
      restrict(tree.child(node, .operand), to: ShapeSet(.interface), body)
    case .typeSwitchStatement:
      restrict(tree.child(node, .value), to: ShapeSet(.interface), body)
    case .assignmentStatement: noteAssignment(node, body)
    case .compositeLiteral: noteComposite(node, body)
    default: break
    }
  }

  private mutating func noteRange(_ node: NodeID, _ body: BodyTyper) {
    guard let view = RangeSyntax(node, in: body.tree) else { return }
    // Channels and numbers give one value alone.
    let two = ShapeSet(.slice, .map, .string, .function)
    let one = two.union(ShapeSet(.channel, .basic))
    restrict(view.expression, to: view.targets.count > 1 ? two : one, body)
  }

  private mutating func noteIndex(_ node: NodeID, _ body: BodyTyper) {
    guard let view = IndexSyntax(node, in: body.tree) else { return }
    let index = body.type(of: view.index)
    let isInteger: Bool
    switch body.node(checker.core(index)) {
    case .unknown, .typeParameter: isInteger = true
    // An untyped constant such as 1.0 may stand for an integer.
    case .basic(let kind): isInteger = kind.isInteger || kind == .untypedFloat
    default: isInteger = false
    }
    var allowed = isInteger ? ShapeSet(.slice, .map, .string) : ShapeSet(.map)
    // Only the element of a map gives a second value.
    if body.isForTwoTargets(node) { allowed = ShapeSet(.map) }
    restrict(view.operand, to: allowed, body)
  }

  private mutating func noteUnary(_ node: NodeID, _ body: BodyTyper) {
    guard let view = UnarySyntax(node, in: body.tree) else { return }
    switch view.operatorKind {
    case .arrow: restrict(view.operand, to: ShapeSet(.channel), body)
    case .star: restrict(view.operand, to: ShapeSet(.pointer), body)
    case .ampersand: break
    default: restrict(view.operand, to: ShapeSet(.basic), body)
    }
  }

  private mutating func noteBinary(_ node: NodeID, _ body: BodyTyper) {
    guard let view = BinarySyntax(node, in: body.tree) else { return }
    for (operand, other) in [(view.left, view.right), (view.right, view.left)] {
      switch view.operatorKind {
      case .equal, .notEqual:
        if let allowed = comparable(with: other, body) { restrict(operand, to: allowed, body) }
      case .plus, .less, .lessOrEqual, .greater, .greaterOrEqual:
        let shape = checker.shape(of: body.type(of: other))
        restrict(
          operand, to: shape == .unknown ? ShapeSet(.string, .basic) : ShapeSet(shape), body)
      case .shiftLeft, .shiftRight:
        restrict(operand, to: ShapeSet(.basic), body)
      default: restrict(operand, to: ShapeSet(.basic), body)
      }
    }
  }

  /// The shapes that can be compared with an expression; nil where it says nothing.
  private func comparable(with other: NodeID, _ body: BodyTyper) -> ShapeSet? {
    let type = body.type(of: other)
    if case .basic(.untypedNil) = body.node(type) { return .canBeNil }
    let shape = checker.shape(of: type)
    if shape == .unknown || shape == .interface { return nil }
    return ShapeSet(shape, .interface)
  }

  private mutating func noteAssignment(_ node: NodeID, _ body: BodyTyper) {
    let tree = body.tree
    guard let view = AssignmentSyntax(node, in: tree) else { return }
    if view.operatorKind != .assign, view.operatorKind != .define {
      var allowed = ShapeSet(.basic)
      if view.operatorKind == .plusAssign {
        let added = view.values.first.map { checker.shape(of: body.type(of: $0)) } ?? .unknown
        allowed = added == .unknown ? ShapeSet(.string, .basic) : ShapeSet(added)
      }
      for operand in view.targets { restrict(operand, to: allowed, body) }
      return
    }
    for target in view.targets {
      // A string's bytes cannot be assigned to.
      if let index = IndexSyntax(target, in: tree) {
        restrict(index.operand, to: ShapeSet(.slice, .map), body)
      }
    }
    guard view.targets.count == view.values.count else { return }
    for (target, value) in zip(view.targets, view.values) {
      if case .basic(.untypedNil) = body.node(body.type(of: value)) {
        restrict(target, to: .canBeNil, body)
      }
    }
  }

  private mutating func noteCall(_ node: NodeID, _ body: BodyTyper) {
    guard let view = CallSyntax(node, in: body.tree) else { return }
    let first = view.arguments.first ?? .none
    guard case .builtin(let name) = body.callee(of: node) else {
      if mayHoldFunction(view.function, body) {
        restrict(view.function, to: ShapeSet(.function), body)
      }
      return
    }
    switch name {
    case "append":
      restrict(first, to: ShapeSet(.slice), body)
      if let last = view.arguments.last, body.tree.kind(last) == .variadicArgument {
        restrict(body.tree.firstChild(last), to: ShapeSet(.slice, .string), body)
      }
    case "copy":
      restrict(first, to: ShapeSet(.slice), body)
      restrict(view.arguments.last ?? .none, to: ShapeSet(.slice, .string), body)
    case "delete": restrict(first, to: ShapeSet(.map), body)
    case "clear": restrict(first, to: ShapeSet(.map, .slice), body)
    case "close": restrict(first, to: ShapeSet(.channel), body)
    case "cap": restrict(first, to: ShapeSet(.slice, .channel), body)
    case "len": restrict(first, to: ShapeSet(.slice, .map, .string, .channel), body)
    case "make":
      let allowed =
        view.arguments.count > 2 ? ShapeSet(.slice) : ShapeSet(.slice, .map, .channel)
      restrict(type: first, to: allowed, body)
    default: break
    }
  }

  /// Whether what is called is a variable or a field. `p.F(x)` may be a conversion to a type of
  /// a package that is missing, and `x.f()` a call of a method of something that is not known.
  private func mayHoldFunction(_ function: NodeID, _ body: BodyTyper) -> Bool {
    guard let view = SelectorSyntax(function, in: body.tree) else {
      return body.typeOperand(function) == nil
    }
    guard body.packageName(view.operand) == nil,
      case .field? = checker.member(body.tree.text(view.field), of: body.type(of: view.operand))
    else { return false }
    return true
  }

  /// Leaves of the shapes of a type that is missing those that a use allows.
  private mutating func restrict(type: NodeID, to allowed: ShapeSet, _ body: BodyTyper) {
    guard let key = checker.useKey(ofType: type, at: body.place) else { return }
    shapes[key] = (shapes[key] ?? .any).intersection(allowed)
  }

  private mutating func noteComposite(_ node: NodeID, _ body: BodyTyper) {
    let tree = body.tree
    guard let view = CompositeSyntax(node, in: tree) else { return }
    var allowed = ShapeSet(.slice, .map, .structure)
    for element in view.elements {
      guard tree.kind(element) == .keyedElement else {
        allowed.remove(ShapeSet(.map))
        continue
      }
      let key = tree.firstChild(tree.child(element, .key))
      switch tree.kind(key) {
      case .identifier: allowed.remove(ShapeSet(.slice))
      case .intLiteral, .runeLiteral: allowed.remove(ShapeSet(.structure))
      default: allowed.formIntersection(ShapeSet(.map))
      }
    }
    restrict(type: view.type, to: allowed, body)
  }
}

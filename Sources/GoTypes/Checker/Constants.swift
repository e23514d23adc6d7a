import GoSyntax

extension TypeChecker {
  /// The value of a constant integer expression, as array lengths need it; nil where it is not
  /// constant, not an integer, or too large.
  func integer(_ node: NodeID, at place: Place, iota: Int64? = nil, depth: Int = 0) -> Int64? {
    guard depth < 64, !node.isNone else { return nil }
    let tree = syntax.tree(place.file)
    func value(_ node: NodeID) -> Int64? {
      integer(node, at: place, iota: iota, depth: depth + 1)
    }
    switch tree.kind(node) {
    case .intLiteral: return Self.literal(tree.text(node))
    case .runeLiteral: return Self.rune(tree.text(node))
    case .iotaLiteral: return iota
    case .parenthesizedExpression, .literalElement: return value(tree.firstChild(node))
    case .identifier, .typeIdentifier: return named(node, place, iota, depth)
    case .unaryExpression:
      guard let view = UnarySyntax(node, in: tree), let operand = value(view.operand) else {
        return nil
      }
      switch view.operatorKind {
      case .minus: return 0 &- operand
      case .plus: return operand
      case .caret: return ~operand
      default: return nil
      }
    case .binaryExpression:
      guard let view = BinarySyntax(node, in: tree), let left = value(view.left),
        let right = value(view.right)
      else { return nil }
      return Self.combine(left, view.operatorKind, right)
    case .callExpression:
      return call(node, place, iota, depth)
    default:
      return nil
    }
  }

  private func named(_ node: NodeID, _ place: Place, _ iota: Int64?, _ depth: Int) -> Int64? {
    let tree = syntax.tree(place.file)
    if let scopes = place.scopes, !scopes.variable(node).isNone {
      let variable = scopes.variables[scopes.variable(node)]
      guard variable.kind == .constant else { return nil }
      return integer(variable.value, at: place, iota: nil, depth: depth + 1)
    }
    if tree.text(node, equals: "iota") { return iota }
    guard let constant = syntax.declarations.variable(tree.text(node)) else { return nil }
    let home = syntax.tree(constant.name.file)
    guard let spec = home.ancestors(of: constant.name.node).last, home.kind(spec) == .constSpec,
      let source = ValueSpecSyntax(constantSource(spec, home), in: home),
      let group = home.ancestors(of: spec).last
    else { return nil }
    let position = home.children(spec).filter { home[$0].field == .name }
      .firstIndex(of: constant.name.node) ?? 0
    let ordinal = home.children(group).filter { home.kind($0) == .constSpec }.firstIndex(of: spec)
    guard position < source.values.count else { return nil }
    return integer(
      source.values[position], at: Place(file: constant.name.file, scopes: nil),
      iota: ordinal.map(Int64.init), depth: depth + 1)
  }

  /// `len` of a string constant, and conversions such as `uint(3)`.
  private func call(_ node: NodeID, _ place: Place, _ iota: Int64?, _ depth: Int) -> Int64? {
    let tree = syntax.tree(place.file)
    guard let view = CallSyntax(node, in: tree), view.arguments.count == 1 else { return nil }
    if tree.text(view.name, equals: "len"),
      tree.kind(view.arguments[0]) == .interpretedStringLiteral
    {
      let text = tree.text(view.arguments[0])
      return text.contains("\\") ? nil : Int64(text.utf8.count - 2)
    }
    guard typeNamed(view.function, at: place) != nil else { return nil }
    return integer(view.arguments[0], at: place, iota: iota, depth: depth + 1)
  }

  private static func combine(_ left: Int64, _ kind: NodeKind, _ right: Int64) -> Int64? {
    switch kind {
    case .plus: left &+ right
    case .minus: left &- right
    case .star: left &* right
    case .slash: right == 0 || (left == .min && right == -1) ? nil : left / right
    case .percent: right == 0 || (left == .min && right == -1) ? nil : left % right
    case .shiftLeft: right < 0 || right > 62 ? nil : left << right
    case .shiftRight: right < 0 || right > 62 ? nil : left >> right
    case .ampersand: left & right
    case .pipe: left | right
    case .caret: left ^ right
    case .ampersandCaret: left & ~right
    default: nil
    }
  }

  private static func literal(_ text: String) -> Int64? {
    let digits = text.filter { $0 != "_" }.lowercased()
    if digits.hasPrefix("0x") { return Int64(digits.dropFirst(2), radix: 16) }
    if digits.hasPrefix("0b") { return Int64(digits.dropFirst(2), radix: 2) }
    if digits.hasPrefix("0o") { return Int64(digits.dropFirst(2), radix: 8) }
    if digits.count > 1, digits.hasPrefix("0") { return Int64(digits.dropFirst(1), radix: 8) }
    return Int64(digits)
  }

  private static func rune(_ text: String) -> Int64? {
    let inner = text.dropFirst().dropLast()
    guard inner.unicodeScalars.count == 1, let scalar = inner.unicodeScalars.first else {
      return nil
    }
    return Int64(scalar.value)
  }
}

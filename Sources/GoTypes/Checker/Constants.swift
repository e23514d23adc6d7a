import GoSyntax

/// The value of an integer constant: wide enough for what 64-bit types hold, either sign.
public typealias ConstantValue = Int128

extension TypeChecker {
  /// The value of a constant integer expression, as array lengths need it, of truth values 1 and 0;
  /// nil where it is not constant, neither of these, or too large.
  func integer(_ node: NodeID, at place: Place, iota: ConstantValue? = nil, depth: Int = 0)
    -> ConstantValue?
  {
    guard depth < 64, !node.isNone else { return nil }
    let tree = tree(place.file)
    func value(_ node: NodeID) -> ConstantValue? {
      integer(node, at: place, iota: iota, depth: depth + 1)
    }
    switch tree.kind(node) {
    case .intLiteral: return Self.literal(tree.text(node))
    case .floatLiteral: return Double(tree.text(node)).flatMap { ConstantValue(exactly: $0) }
    case .runeLiteral: return Self.rune(tree.text(node))
    case .trueLiteral: return 1
    case .falseLiteral: return 0
    case .iotaLiteral:
      let isHidden = place.scopes.map { !$0.variable(node).isNone } ?? false
      return isHidden ? nil : iota
    case .parenthesizedExpression, .literalElement: return value(tree.firstChild(node))
    case .identifier, .typeIdentifier: return named(node, place, iota, depth)
    case .unaryExpression:
      guard let view = UnarySyntax(node, in: tree), let operand = value(view.operand) else {
        return nil
      }
      switch view.operatorKind {
      case .minus: return 0 &- operand
      case .plus: return operand
      case .caret:
        // Of an unsigned type all bits of the type are turned over.
        guard let kind = basicKind(of: view.operand, at: place), kind.isUnsigned,
          let size = kind.size
        else { return ~operand }
        return operand ^ ((1 << (size * 8)) - 1)
      default: return nil
      }
    case .binaryExpression:
      guard let view = BinarySyntax(node, in: tree), let left = value(view.left),
        let right = value(view.right)
      else { return nil }
      if view.operatorKind == .slash, right != 0, left % right != 0,
        basicKind(of: node, at: place)?.isInteger != true
      {
        return nil
      }
      return Self.combine(left, view.operatorKind, right)
    case .selectorExpression, .qualifiedType:
      return imported(node, place)
    case .callExpression:
      return call(node, place, iota, depth)
    default:
      return nil
    }
  }

  private func named(_ node: NodeID, _ place: Place, _ iota: ConstantValue?, _ depth: Int)
    -> ConstantValue?
  {
    let tree = tree(place.file)
    if let scopes = place.scopes, !scopes.variable(node).isNone {
      let variable = scopes.variables[scopes.variable(node)]
      guard variable.kind == .constant else { return nil }
      return local(variable, place, depth)
    }
    if tree.text(node, equals: "iota") { return iota }
    guard case .constant(_, let value)? = lookup(tree.text(node), in: place.file) else {
      return nil
    }
    return value
  }

  /// The value of a constant that a function declares.
  private func local(_ variable: LocalVariable, _ place: Place, _ depth: Int) -> ConstantValue? {
    let tree = tree(place.file)
    guard let spec = tree.ancestors(of: variable.name).last,
      let source = ValueSpecSyntax(constantSource(spec, tree), in: tree)
    else { return nil }
    let position =
      tree.children(spec).filter { tree[$0].field == .name }
      .firstIndex(of: variable.name) ?? 0
    guard position < source.values.count else { return nil }
    return integer(
      source.values[position], at: place, iota: iota(of: spec, tree), depth: depth + 1)
  }

  /// A constant of another package.
  private func imported(_ node: NodeID, _ place: Place) -> ConstantValue? {
    let tree = tree(place.file)
    let isType = tree.kind(node) == .qualifiedType
    let name = tree.text(tree.child(node, isType ? .package : .operand))
    let member = tree.text(tree.child(node, isType ? .name : .field))
    guard case .constant(_, let value)? = importedPackage(name, in: place.file)?.objects[member]
    else { return nil }
    return value
  }

  /// `len` of a string constant or an array, and conversions such as `uint(3)`.
  private func call(
    _ node: NodeID, _ place: Place, _ iota: ConstantValue?, _ depth: Int
  ) -> ConstantValue? {
    let tree = tree(place.file)
    guard let view = CallSyntax(node, in: tree), view.arguments.count == 1 else { return nil }
    let argument = view.arguments[0]
    if tree.text(view.name, equals: "len") || tree.text(view.name, equals: "cap") {
      return length(of: argument, place, depth + 1)
    }
    if tree.kind(view.function) == .selectorExpression,
      importPath(tree.text(view.operand), in: place.file) == "unsafe"
    {
      return size(of: view, place)
    }
    guard type(view.function, at: place) != .unknown else { return nil }
    return integer(argument, at: place, iota: iota, depth: depth + 1)
  }

  /// The length of a string constant or an array.
  private func length(of argument: NodeID, _ place: Place, _ depth: Int) -> ConstantValue? {
    if let length = stringLength(argument, place, depth) { return length }
    guard let declaration = place.scopes?.declaration else { return nil }
    let body = body(of: PackageNode(file: place.file, node: declaration))
    switch table[core(dereferenced(body.type(of: argument)))] {
    case .array(_, let length) where length >= 0: return ConstantValue(length)
    default: return nil
    }
  }

  /// The bytes of a string constant; nil where an expression is none.
  func stringLength(_ node: NodeID, _ place: Place, _ depth: Int = 0) -> ConstantValue? {
    guard depth < 64 else { return nil }
    let tree = tree(place.file)
    func length(_ node: NodeID) -> ConstantValue? { stringLength(node, place, depth + 1) }
    switch tree.kind(node) {
    case .interpretedStringLiteral: return Self.byteCount(ofLiteral: tree.text(node))
    case .rawStringLiteral: return ConstantValue(tree.text(node).utf8.count { $0 != 13 } - 2)
    case .parenthesizedExpression: return length(tree.firstChild(node))
    case .binaryExpression:
      guard let view = BinarySyntax(node, in: tree), view.operatorKind == .plus,
        let left = length(view.left), let right = length(view.right)
      else { return nil }
      return left + right
    case .identifier:
      if let variable = place.scopes?.variable(node), !variable.isNone,
        let local = place.scopes?.variables[variable]
      {
        return local.kind == .constant && !local.value.isNone ? length(local.value) : nil
      }
      return isString(lookup(tree.text(node), in: place.file))
        ? named(node, place, nil, depth) : nil
    case .selectorExpression:
      let object = importedPackage(
        tree.text(tree.child(node, .operand)), in: place.file
      )
      .flatMap { other in
        other.objects[tree.text(tree.child(node, .field))].map { adopt($0, from: other) }
      }
      return isString(object) ? imported(node, place) : nil
    default: return nil
    }
  }

  private func isString(_ object: PackageObject?) -> Bool {
    guard case .constant(let type, _)? = object, case .basic(let kind) = table[underlying(type)]
    else { return false }
    return kind == .string || kind == .untypedString
  }

  /// The bytes that an interpreted string literal stands for.
  private static func byteCount(ofLiteral text: String) -> ConstantValue {
    var count = 0
    var rest = text.utf8.dropFirst().dropLast()
    while let byte = rest.popFirst() {
      count += 1
      guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else { continue }
      switch escape {
      case UInt8(ascii: "x"): rest = rest.dropFirst(2)
      case UInt8(ascii: "0")...UInt8(ascii: "7"): rest = rest.dropFirst(2)
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        let digits = rest.prefix(escape == UInt8(ascii: "u") ? 4 : 8)
        rest = rest.dropFirst(digits.count)
        let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
          .flatMap { Unicode.Scalar($0) }
        count += scalar.map { String($0).utf8.count - 1 } ?? 2
      default: break
      }
    }
    return ConstantValue(count)
  }

  /// `unsafe.Sizeof` of a value.
  private func size(of call: SyntaxView<CallTag>, _ place: Place) -> ConstantValue? {
    guard tree(place.file).text(call.name, equals: "Sizeof"),
      let declaration = place.scopes?.declaration
    else { return nil }
    let body = body(of: PackageNode(file: place.file, node: declaration))
    return layout(of: defaulted(body.type(of: call.arguments[0])), depth: 0)
      .map { ConstantValue($0.size) }
  }

  private static func combine(_ left: ConstantValue, _ kind: NodeKind, _ right: ConstantValue)
    -> ConstantValue?
  {
    switch kind {
    case .plus: exact(left.addingReportingOverflow(right))
    case .minus: exact(left.subtractingReportingOverflow(right))
    case .star: exact(left.multipliedReportingOverflow(by: right))
    case .slash: right == 0 || (left == .min && right == -1) ? nil : left / right
    case .percent: right == 0 || (left == .min && right == -1) ? nil : left % right
    case .shiftLeft:
      right < 0 || right >= left.magnitude.leadingZeroBitCount - 1 ? nil : left << right
    case .shiftRight: right < 0 || right > 126 ? nil : left >> right
    case .ampersand: left & right
    case .pipe: left | right
    case .caret: left ^ right
    case .ampersandCaret: left & ~right
    default: nil
    }
  }

  /// A result that did not leave the range of the values that are kept.
  private static func exact(
    _ result: (partialValue: ConstantValue, overflow: Bool)
  ) -> ConstantValue? {
    result.overflow ? nil : result.partialValue
  }

  private static func literal(_ text: String) -> ConstantValue? {
    let digits = text.filter { $0 != "_" }.lowercased()
    if digits.hasPrefix("0x") { return ConstantValue(digits.dropFirst(2), radix: 16) }
    if digits.hasPrefix("0b") { return ConstantValue(digits.dropFirst(2), radix: 2) }
    if digits.hasPrefix("0o") { return ConstantValue(digits.dropFirst(2), radix: 8) }
    if digits.count > 1, digits.hasPrefix("0") {
      return ConstantValue(digits.dropFirst(1), radix: 8)
    }
    return ConstantValue(digits)
  }

  private static func rune(_ text: String) -> ConstantValue? {
    let inner = text.unicodeScalars.dropFirst().dropLast()
    guard let first = inner.first else { return nil }
    if first != "\\" { return inner.count == 1 ? ConstantValue(first.value) : nil }
    let digits = String(String.UnicodeScalarView(inner.dropFirst(2)))
    switch inner.dropFirst().first {
    case "x", "u", "U": return ConstantValue(digits, radix: 16)
    case "n": return 10
    case "t": return 9
    case "r": return 13
    case "a": return 7
    case "b": return 8
    case "f": return 12
    case "v": return 11
    case "\\": return 92
    case "'": return 39
    default: return ConstantValue(String(String.UnicodeScalarView(inner.dropFirst())), radix: 8)
    }
  }

  /// The basic type of an expression, or of what it is declared as; nil for others.
  private func basicKind(of node: NodeID, at place: Place) -> BasicKind? {
    guard let declaration = place.scopes?.declaration else { return nil }
    let body = body(of: PackageNode(file: place.file, node: declaration))
    if case .basic(let kind) = table[underlying(body.type(of: node))] { return kind }
    return nil
  }
}

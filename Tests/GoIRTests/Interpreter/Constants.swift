import Basics
import GoSyntax

@testable import GoIR
@testable import GoTypes

/// Constants. The graph names the node of one and its type, so its value is found in the text.
extension Machine {
  func constant(_ frame: Frame, _ value: ValueID, _ instruction: Instruction) throws -> Value {
    let found: Value
    if instruction.flags.contains(.integer) {
      found = .integer(Int128(Int32(bitPattern: instruction.payload)), .untypedInt)
    } else {
      found = try constant(
        frame.function.nodes[value.index], frame.typer, PackageNode.none, iota: nil)
    }
    if case .basic(let kind) = checker.node(checker.underlying(resolve(instruction.type, frame))) {
      return number(found, as: kind)
    }
    return found
  }

  /// The value of a constant expression of a declaration's text.
  func constant(
    _ node: NodeID, _ typer: BodyTyper, _ around: PackageNode, iota: Int128?
  ) throws -> Value {
    let tree = typer.tree
    func inner(_ node: NodeID) throws -> Value {
      try constant(node, typer, around, iota: iota)
    }
    switch tree.kind(node) {
    case .intLiteral, .floatLiteral, .runeLiteral, .imaginaryLiteral:
      return try literal(tree.text(node), tree.kind(node))
    case .interpretedStringLiteral, .rawStringLiteral:
      return .string(Self.unquoted(tree.text(node)))
    case .parenthesizedExpression, .expressionStatement, .literalElement:
      return try inner(tree.firstChild(node))
    case .unaryExpression:
      guard let view = UnarySyntax(node, in: tree) else { break }
      return try unary(view.operatorKind, try inner(view.operand), typer.type(of: node))
    case .binaryExpression:
      guard let view = BinarySyntax(node, in: tree) else { break }
      let left = try inner(view.left)
      let right = try inner(view.right)
      switch (view.operatorKind, left, right) {
      case (.logicalAnd, .bool(let one), .bool(let other)): return .bool(one && other)
      case (.logicalOr, .bool(let one), .bool(let other)): return .bool(one || other)
      default: return try binary(view.operatorKind, left, right, typer.type(of: node))
      }
    case .callExpression, .typeConversionExpression:
      if typer.callee(of: node) == .builtin("len"), let view = CallSyntax(node, in: tree),
        let argument = view.arguments.first
      {
        if case .array(_, let length) = checker.coreNode(typer.type(of: argument)) {
          return .int(Int(length))
        }
        if case .string(let bytes) = try inner(argument) { return .int(bytes.count) }
      }
      let isForm = tree.kind(node) == .typeConversionExpression
      let operand =
        isForm ? tree.child(node, .operand) : CallSyntax(node, in: tree)?.arguments.first ?? .none
      return try convert(
        try inner(operand), from: typer.type(of: operand), to: typer.type(of: node))
    case .identifier, .typeIdentifier, .iotaLiteral, .trueLiteral, .falseLiteral, .nilLiteral:
      return try named(node, typer, iota)
    default: break
    }
    throw InterpreterError("no constant: \(tree.kind(node)) \(tree.text(node))")
  }

  private func named(_ node: NodeID, _ typer: BodyTyper, _ iota: Int128?) throws -> Value {
    let name = typer.tree.text(node)
    let variable = typer.scopes.variable(node)
    if !variable.isNone {
      return try declared(typer.scopes.variables[variable].name, typer, name)
    }
    if let found = checker.syntax.declarations.variable(name) {
      let tree = checker.syntax.tree(found.name.file)
      guard let declaration = tree.ancestors(of: found.name.node).dropFirst().first else {
        throw InterpreterError("no declaration of \(name)")
      }
      let place = PackageNode(file: found.name.file, node: declaration)
      return try declared(found.name.node, checker.body(of: place), name)
    }
    switch name {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "nil": return .null
    case "iota": return .integer(iota ?? 0, .untypedInt)
    default: throw InterpreterError("no constant \(name)")
    }
  }

  /// The value of a constant by the name that declares it.
  private func declared(_ name: NodeID, _ typer: BodyTyper, _ text: String) throws -> Value {
    let tree = typer.tree
    guard let spec = tree.ancestors(of: name).last(where: { tree.kind($0) == .constSpec }),
      let own = ValueSpecSyntax(spec, in: tree),
      let source = ValueSpecSyntax(checker.constantSource(spec, tree), in: tree),
      let position = own.names.firstIndex(of: name), position < source.values.count
    else { throw InterpreterError("no value of \(text)") }
    let value = try constant(
      source.values[position], typer, .none, iota: checker.iota(of: spec, tree))
    if source.type.isNone { return value }
    return try convert(value, from: .unknown, to: typer.typeWritten(source.type))
  }

  private func literal(_ text: String, _ kind: NodeKind) throws -> Value {
    let digits = text.filter { $0 != "_" }.lowercased()
    switch kind {
    case .intLiteral:
      for (prefix, radix) in [("0x", 16), ("0b", 2), ("0o", 8)] where digits.hasPrefix(prefix) {
        return .integer(Int128(digits.dropFirst(2), radix: radix) ?? 0, .untypedInt)
      }
      let isOctal = digits.count > 1 && digits.hasPrefix("0")
      return .integer(Int128(digits, radix: isOctal ? 8 : 10) ?? 0, .untypedInt)
    case .floatLiteral: return .float(Double(digits) ?? 0, .untypedFloat)
    case .imaginaryLiteral: return .complex(0, Double(digits.dropLast()) ?? 0)
    default:
      let bytes = Self.unquoted(text)
      let isByte = text.hasPrefix("'\\x")
      let scalar = isByte ? UInt32(bytes.first ?? 0) : Self.runes(bytes).first?.scalar ?? 0
      return .integer(Int128(scalar), .untypedRune)
    }
  }

  /// The bytes that a string or rune literal stands for.
  private static func unquoted(_ text: String) -> [UInt8] {
    var rest = Array(text.utf8).dropFirst().dropLast()
    if text.hasPrefix("`") { return rest.filter { $0 != 13 } }
    var bytes: [UInt8] = []
    func digits(_ count: Int, _ radix: Int) -> UInt32 {
      let number = UInt32(String(decoding: rest.prefix(count), as: UTF8.self), radix: radix) ?? 0
      rest = rest.dropFirst(count)
      return number
    }
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      switch Character(Unicode.Scalar(escape)) {
      case "x": bytes.append(UInt8(truncatingIfNeeded: digits(2, 16)))
      case "u": bytes += Array(String(Unicode.Scalar(digits(4, 16)) ?? "?").utf8)
      case "U": bytes += Array(String(Unicode.Scalar(digits(8, 16)) ?? "?").utf8)
      case "n": bytes.append(10)
      case "t": bytes.append(9)
      case "r": bytes.append(13)
      case "0"..."7":
        rest = [escape] + rest
        bytes.append(UInt8(truncatingIfNeeded: digits(3, 8)))
      default: bytes.append(escape)
      }
    }
    return bytes
  }
}

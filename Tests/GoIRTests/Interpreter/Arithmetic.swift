import Basics
import Glibc
import GoSyntax
import GoTypes

@testable import GoIR

/// Operators and conversions.
extension Machine {
  private func kind(_ type: TypeID) -> BasicKind? {
    if case .basic(let kind) = checker.node(checker.underlying(type)) { return kind }
    return nil
  }

  /// A number as a type has it: cut off, rounded, or turned into the other kind of number.
  func number(_ value: Value, as kind: BasicKind) -> Value {
    switch (value, kind) {
    case (.integer(let number, _), _) where kind.isInteger:
      return .integer(Self.cut(number, kind), kind)
    case (.float(let number, _), _) where kind.isInteger:
      return .integer(Self.cut(Int128(number.rounded(.towardZero)), kind), kind)
    case (.integer(let number, _), .float32), (.integer(let number, _), .float64),
      (.integer(let number, _), .untypedFloat):
      return .float(kind == .float32 ? Double(Float(number)) : Double(number), kind)
    case (.float(let number, _), .float32): return .float(Double(Float(number)), kind)
    case (.float(let number, _), .float64), (.float(let number, _), .untypedFloat):
      return .float(number, kind)
    case (.integer(let number, _), .complex64), (.integer(let number, _), .complex128),
      (.integer(let number, _), .untypedComplex):
      return .complex(Double(number), 0)
    case (.float(let number, _), .complex64), (.float(let number, _), .complex128),
      (.float(let number, _), .untypedComplex):
      return .complex(number, 0)
    default: return value
    }
  }

  private static func cut(_ number: Int128, _ kind: BasicKind) -> Int128 {
    switch kind {
    case .int8: Int128(Int8(truncatingIfNeeded: number))
    case .int16: Int128(Int16(truncatingIfNeeded: number))
    case .int32: Int128(Int32(truncatingIfNeeded: number))
    case .int, .int64: Int128(Int64(truncatingIfNeeded: number))
    case .uint8: Int128(UInt8(truncatingIfNeeded: number))
    case .uint16: Int128(UInt16(truncatingIfNeeded: number))
    case .uint32: Int128(UInt32(truncatingIfNeeded: number))
    case .uint, .uint64, .uintptr: Int128(UInt64(truncatingIfNeeded: number))
    default: number
    }
  }

  private func kind(of value: Value) -> BasicKind? {
    switch value {
    case .integer(_, let kind), .float(_, let kind): kind
    case .complex: .complex128
    default: nil
    }
  }

  /// The kind in which two numbers meet: that of the one that has a type.
  private func common(_ left: Value, _ right: Value) -> BasicKind? {
    guard let one = kind(of: left), let other = kind(of: right) else { return nil }
    if one.isUntyped, other.isUntyped { return one.rawValue > other.rawValue ? one : other }
    return one.isUntyped ? other : one
  }

  func binary(
    _ operation: NodeKind, _ left: Value, _ right: Value, _ type: TypeID
  ) throws -> Value {
    switch operation {
    case .equal: return .bool(isEqual(left, right))
    case .notEqual: return .bool(!isEqual(left, right))
    case .shiftLeft, .shiftRight:
      var left = left
      if let kind = kind(type), kind.isInteger, !kind.isUntyped { left = number(left, as: kind) }
      return try shift(operation, left, right)
    default: break
    }
    if case .string(let one) = left, case .string(let other) = right {
      switch operation {
      case .plus: return .string(one + other)
      default: return .bool(ordered(operation, one.lexicographicallyPrecedes(other), one == other))
      }
    }
    var kind = common(left, right)
    let isComparison = [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(operation)
    if !isComparison, let wanted = self.kind(type), !wanted.isUntyped { kind = wanted }
    guard let kind else {
      throw InterpreterError("\(left) \(operation) \(right)")
    }
    switch (number(left, as: kind), number(right, as: kind)) {
    case (.integer(let one, _), .integer(let other, _)):
      if isComparison { return .bool(ordered(operation, one < other, one == other)) }
      return number(.integer(try combine(operation, one, other), kind), as: kind)
    case (.float(let one, _), .float(let other, _)):
      if isComparison { return .bool(ordered(operation, one < other, one == other)) }
      return number(.float(try combine(operation, one, other), kind), as: kind)
    case (.complex(let a, let b), .complex(let c, let d)):
      switch operation {
      case .plus: return .complex(a + c, b + d)
      case .minus: return .complex(a - c, b - d)
      default: return .complex(a * c - b * d, a * d + b * c)
      }
    default: throw InterpreterError("\(left) \(operation) \(right)")
    }
  }

  private func ordered(_ operation: NodeKind, _ isLess: Bool, _ isSame: Bool) -> Bool {
    switch operation {
    case .less: isLess
    case .lessOrEqual: isLess || isSame
    case .greater: !isLess && !isSame
    default: !isLess
    }
  }

  private func combine(_ operation: NodeKind, _ left: Int128, _ right: Int128) throws -> Int128 {
    switch operation {
    case .plus: return left &+ right
    case .minus: return left &- right
    case .star: return left &* right
    case .slash, .percent:
      if right == 0 { throw RuntimePanic("integer divide by zero") }
      return operation == .slash ? left / right : left % right
    case .ampersand: return left & right
    case .pipe: return left | right
    case .caret: return left ^ right
    case .ampersandCaret: return left & ~right
    default: throw InterpreterError("operator \(operation)")
    }
  }

  private func combine(_ operation: NodeKind, _ left: Double, _ right: Double) throws -> Double {
    switch operation {
    case .plus: return left + right
    case .minus: return left - right
    case .star: return left * right
    case .slash: return left / right
    default: throw InterpreterError("operator \(operation)")
    }
  }

  private func shift(_ operation: NodeKind, _ left: Value, _ right: Value) throws -> Value {
    var left = left
    if case .float(let number, .untypedFloat) = left {
      left = .integer(Int128(number), .untypedInt)
    }
    guard case .integer(let number, let kind) = left else { throw InterpreterError("a shift") }
    let count = try int(right)
    if count < 0 { throw RuntimePanic("negative shift amount") }
    if operation == .shiftRight { return .integer(number >> Int128(min(count, 127)), kind) }
    return self.number(.integer(count > 126 ? 0 : number << Int128(count), kind), as: kind)
  }

  func unary(_ operation: NodeKind, _ operand: Value, _ type: TypeID) throws -> Value {
    var operand = operand
    if let kind = kind(type), !kind.isUntyped { operand = number(operand, as: kind) }
    switch (operation, operand) {
    case (.bang, .bool(let value)): return .bool(!value)
    case (.minus, .integer(let value, let kind)):
      return number(.integer(0 &- value, kind), as: kind)
    case (.minus, .float(let value, let kind)): return .float(-value, kind)
    case (.minus, .complex(let real, let imaginary)): return .complex(-real, -imaginary)
    case (.plus, _): return operand
    case (.caret, .integer(let value, let kind)): return number(.integer(~value, kind), as: kind)
    default: throw InterpreterError("\(operation) \(operand)")
    }
  }

  func isEqual(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null): return true
    case (.interface(let one, let held), .interface(let other, let inner)):
      return one == other && isEqual(held, inner)
    case (.bool(let one), .bool(let other)): return one == other
    case (.string(let one), .string(let other)): return one == other
    case (.pointer(let one), .pointer(let other)): return one.isSame(as: other)
    case (.map(let one), .map(let other)): return one === other
    case (.channel(let one), .channel(let other)): return one === other
    case (.complex(let a, let b), .complex(let c, let d)): return a == c && b == d
    case (.structure(let one), .structure(let other)), (.array(let one), .array(let other)):
      return zip(one, other).allSatisfy { isEqual($0, $1) }
    default: break
    }
    guard let kind = common(left, right) else { return false }
    switch (number(left, as: kind), number(right, as: kind)) {
    case (.integer(let one, _), .integer(let other, _)): return one == other
    case (.float(let one, _), .float(let other, _)): return one == other
    case (.complex(let a, let b), .complex(let c, let d)): return a == c && b == d
    default: return false
    }
  }

  // MARK: Conversions

  func convert(_ value: Value, from: TypeID, to: TypeID) throws -> Value {
    if checker.isInterface(to) {
      if case .interface = value { return value }
      if checker.isInterface(from) || from == .basic(.untypedNil) { return value }
      let type = checker.defaulted(from)
      return .interface(type, kind(type).map { number(value, as: $0) } ?? value)
    }
    switch (checker.node(checker.underlying(to)), value) {
    case (.basic(.string), .integer(let number, _)):
      let scalar = UInt32(exactly: number).flatMap { Unicode.Scalar($0) } ?? "\u{FFFD}"
      return .string(Array(String(scalar).utf8))
    case (.basic(.string), .slice(let slice)):
      return .string(Self.bytes(slice.elements))
    case (.basic(.string), .null): return .string([])
    case (.basic(let kind), _): return number(value, as: kind)
    case (.slice(let element), .string(let bytes)):
      let parts: [Value]
      if kind(element) == .uint8 {
        parts = bytes.map { .integer(Int128($0), .uint8) }
      } else {
        parts = Self.runes(bytes).map { .integer(Int128($0.scalar), .int32) }
      }
      return .slice(
        Slice(
          array: Pointer(storage: Storage(.array(parts))), offset: 0, count: parts.count,
          capacity: parts.count))
    case (.array(_, let length), .slice(let slice)):
      if slice.count < length { throw RuntimePanic("cannot convert slice to array") }
      return .array(Array(slice.elements.prefix(Int(length))))
    case (.array(_, let length), .null) where length > 0:
      throw RuntimePanic("cannot convert slice to array")
    case (.pointer(let target), .slice(let slice)):
      guard case .array(_, let length) = checker.coreNode(target), slice.offset == 0,
        case .array(let parts) = slice.array.load(), parts.count == length
      else { throw InterpreterError("a pointer to a part of an array") }
      return .pointer(slice.array)
    default: return value
    }
  }

  /// The text of a slice of bytes or runes.
  static func bytes(_ elements: [Value]) -> [UInt8] {
    elements.flatMap { element -> [UInt8] in
      guard case .integer(let number, let kind) = element else { return [] }
      if kind == .uint8 { return [UInt8(truncatingIfNeeded: number)] }
      let scalar = UInt32(exactly: number).flatMap { Unicode.Scalar($0) } ?? "\u{FFFD}"
      return Array(String(scalar).utf8)
    }
  }

  /// The runes of a string with where they begin; what is no UTF-8 is U+FFFD, a byte each.
  static func runes(_ bytes: [UInt8]) -> [(start: Int, scalar: UInt32)] {
    var runes: [(Int, UInt32)] = []
    var index = 0
    while index < bytes.count {
      let length = bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
      let end = min(index + length, bytes.count)
      let text = String(validating: bytes[index..<end], as: UTF8.self)
      if let scalar = text?.unicodeScalars.first {
        runes.append((index, scalar.value))
        index = end
      } else {
        runes.append((index, 0xFFFD))
        index += 1
      }
    }
    return runes
  }
}

import Basics
import Glibc
import GoSyntax
import GoTypes

@testable import GoIR

/// Builtin functions.
extension Machine {
  func builtin(_ frame: Frame, _ value: ValueID, _ instruction: Instruction) throws -> Value {
    let ids = frame.function.operands(of: value)
    let operands = ids.map { $0.isNone ? nil : frame.registers[$0.index] }
    let given = operands.map { $0 ?? .null }
    let type = resolve(instruction.type, frame)
    switch instruction.opcode {
    case .make: return try make(type, given)
    case .append:
      return try append(given, type, isSpread: instruction.flags.contains(.spread))
    case .slice: return try slice(operands)
    case .copy: return try copy(given[0], given[1])
    case .delete:
      if case .map(let map) = given[0] { map[given[1]] = nil }
      return .null
    case .clear:
      switch given[0] {
      case .map(let map): map.removeAll()
      case .slice(let slice):
        let operand = frame.function.instructions[frame.function.operand(of: value)].type
        guard case .slice(let element) = checker.coreNode(resolve(operand, frame)) else { break }
        for index in 0..<slice.count { slice.element(index).store(zero(element)) }
      default: break
      }
      return .null
    case .close:
      try close(given[0])
      return .null
    default: break
    }
    guard let builtin = Builtin(rawValue: instruction.payload) else { return .null }
    return try call(builtin, given, type)
  }

  private func call(_ builtin: Builtin, _ given: [Value], _ type: TypeID) throws -> Value {
    switch builtin {
    case .len: return .int(try length(given[0]))
    case .cap:
      switch given[0] {
      case .slice(let slice): return .int(slice.capacity)
      case .channel(let channel): return .int(channel.capacity)
      default: return .int(try length(given[0]))
      }
    case .print, .println:
      write(given, isLine: builtin == .println)
      return .null
    case .min, .max:
      let least = try given.dropFirst().reduce(given[0]) { best, next in
        let isLess = try binary(builtin == .min ? .less : .greater, next, best, .unknown)
        if case .bool(true) = isLess { return next }
        return best
      }
      if case .basic(let kind) = checker.node(checker.underlying(type)) {
        return number(least, as: kind)
      }
      return least
    case .complex:
      guard case .complex(let real, _) = number(given[0], as: .complex128),
        case .complex(let imaginary, _) = number(given[1], as: .complex128)
      else { return .null }
      return .complex(real, imaginary)
    case .real, .imag:
      guard case .complex(let real, let imaginary) = given[0] else { return .null }
      return .float(builtin == .real ? real : imaginary, .float64)
    default: throw InterpreterError("cannot run \(builtin)")
    }
  }

  private func length(_ value: Value) throws -> Int {
    switch value {
    case .null: return 0
    case .string(let bytes): return bytes.count
    case .array(let parts): return parts.count
    case .slice(let slice): return slice.count
    case .map(let map): return map.count
    case .channel(let channel): return channel.buffer.count
    case .pointer(let pointer): return try length(pointer.load())
    default: throw InterpreterError("the length of \(value)")
    }
  }

  private func make(_ type: TypeID, _ sizes: [Value]) throws -> Value {
    switch checker.coreNode(type) {
    case .map: return .map(MapObject())
    case .channel: return .channel(Channel(capacity: try sizes.first.map { try int($0) } ?? 0))
    case .slice(let element):
      let count = try int(sizes[0])
      let capacity = sizes.count > 1 ? try int(sizes[1]) : count
      if count < 0 || capacity < count { throw RuntimePanic("makeslice: len out of range") }
      let parts = Array(repeating: zero(element), count: capacity)
      return .slice(
        Slice(
          array: Pointer(storage: Storage(.array(parts))), offset: 0, count: count,
          capacity: capacity))
    default: throw InterpreterError("make of no known type")
    }
  }

  private func append(_ given: [Value], _ type: TypeID, isSpread: Bool) throws -> Value {
    var added = Array(given.dropFirst())
    if isSpread {
      switch given[1] {
      case .slice(let slice): added = slice.elements
      case .string(let bytes): added = bytes.map { .integer(Int128($0), .uint8) }
      default: added = []
      }
    }
    guard case .slice(let element) = checker.coreNode(type) else {
      throw InterpreterError("append of no slice")
    }
    if added.isEmpty { return given[0] }
    if case .slice(var slice) = given[0], slice.count + added.count <= slice.capacity {
      for (index, value) in added.enumerated() {
        slice.element(slice.count + index).store(value)
      }
      slice.count += added.count
      return .slice(slice)
    }
    var parts: [Value] = []
    if case .slice(let slice) = given[0] { parts = slice.elements }
    parts += added
    let count = parts.count
    // More room than Go makes is not told apart by programs that do not ask for `cap`.
    parts += Array(repeating: zero(element), count: count)
    return .slice(
      Slice(
        array: Pointer(storage: Storage(.array(parts))), offset: 0, count: count,
        capacity: parts.count))
  }

  private func slice(_ operands: [Value?]) throws -> Value {
    let whole = operands[0] ?? .null
    let low = try operands[1].map { try int($0) } ?? 0
    if case .string(let bytes) = whole {
      let high = try operands[2].map { try int($0) } ?? bytes.count
      if low < 0 || high > bytes.count || low > high { throw RuntimePanic("slice bounds") }
      return .string(Array(bytes[low..<high]))
    }
    var part: Slice
    switch whole {
    case .slice(let slice): part = slice
    case .pointer(let pointer):
      let count = try length(pointer.load())
      part = Slice(array: pointer, offset: 0, count: count, capacity: count)
    case .null:
      let high = try operands[2].map { try int($0) } ?? 0
      if low != 0 || high != 0 { throw RuntimePanic("slice bounds out of range") }
      return .null
    default: throw InterpreterError("a slice of \(whole)")
    }
    let high = try operands[2].map { try int($0) } ?? part.count
    let limit = try operands[3].map { try int($0) } ?? part.capacity
    if low < 0 || low > high || high > limit || limit > part.capacity {
      throw RuntimePanic("slice bounds out of range")
    }
    part.offset += low
    part.count = high - low
    part.capacity = limit - low
    return .slice(part)
  }

  private func copy(_ destination: Value, _ source: Value) throws -> Value {
    var from: [Value] = []
    switch source {
    case .slice(let slice): from = slice.elements
    case .string(let bytes): from = bytes.map { .integer(Int128($0), .uint8) }
    default: break
    }
    guard case .slice(let slice) = destination else { return .int(0) }
    let count = min(slice.count, from.count)
    for index in 0..<count { slice.element(index).store(from[index]) }
    return .int(count)
  }

  func close(_ value: Value) throws {
    guard case .channel(let channel) = value else { throw RuntimePanic("close of nil channel") }
    if channel.isClosed { throw RuntimePanic("close of closed channel") }
    channel.isClosed = true
  }

  /// A builtin function that a `go` or `defer` statement calls.
  func deferredBuiltin(_ name: String, _ given: [Value]) throws {
    switch name {
    case "print", "println": write(given, isLine: name == "println")
    case "close": try close(given[0])
    case "delete": if case .map(let map) = given[0] { map[given[1]] = nil }
    case "copy": _ = try copy(given[0], given[1])
    case "panic": throw RuntimePanic(given[0])
    case "recover": break
    case "nil": throw RuntimePanic("nil pointer dereference")
    case "clear": if case .map(let map) = given[0] { map.removeAll() }
    default: throw InterpreterError("cannot defer \(name)")
    }
  }

  // MARK: Output

  private func write(_ values: [Value], isLine: Bool) {
    let texts = values.map { text($0) }
    output += Array((texts.joined(separator: isLine ? " " : "") + (isLine ? "\n" : "")).utf8)
  }

  func text(_ value: Value) -> String {
    switch value {
    case .integer(let number, _): return "\(number)"
    case .float(let number, _): return Self.text(number)
    case .complex(let real, let imaginary):
      return "(\(Self.text(real))\(imaginary < 0 ? "" : "+")\(Self.text(imaginary))i)"
    case .bool(let value): return "\(value)"
    case .string(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .null: return "nil"
    case .interface(_, let held): return text(held)
    default: return "\(value)"
    }
  }

  /// The shortest digits that give the number, as the runtime writes them: `1.5`, `1e-07`.
  private static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Inf" : "+Inf" }
    let parts = "\(abs(number))".split(separator: "e")
    let point = parts[0].split(separator: ".")
    let whole = point[0] == "0" ? "" : String(point[0])
    let fraction = point.count > 1 && point[1] != "0" ? String(point[1]) : ""
    var digits = whole + fraction
    var exponent = whole.count - 1 + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while digits.hasPrefix("0") {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.hasSuffix("0") { digits.removeLast() }
    let sign = number.sign == .minus ? "-" : ""
    if digits.isEmpty { return sign + "0" }
    if exponent < -4 || exponent >= 6 {
      let rest = digits.dropFirst()
      let power = String(abs(exponent))
      return sign + digits.prefix(1) + (rest.isEmpty ? "" : "." + rest) + "e"
        + (exponent < 0 ? "-" : "+") + (power.count < 2 ? "0" : "") + power
    }
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    let padded = digits + String(repeating: "0", count: max(0, exponent + 1 - digits.count))
    let before = padded.prefix(exponent + 1)
    let after = padded.dropFirst(exponent + 1)
    return sign + before + (after.isEmpty ? "" : "." + after)
  }
}

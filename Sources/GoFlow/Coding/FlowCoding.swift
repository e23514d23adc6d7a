import Basics

extension FlowAnalysis {
  /// What encoded flows begin with.
  private static let mark: [UInt8] = Array("raceflow".utf8)
  /// Goes up with every change of what is encoded, or of what it means.
  private static let version: UInt32 = 19

  /// What is known of each function, as bytes: equal analyses are equal bytes. The numbers are those
  /// of the linked program; how long the interpretation took is left out.
  public func encodedFunctions() throws -> [UInt8] {
    var writer = FactsWriter()
    for byte in Self.mark { writer.byte(byte) }
    writer.number(Self.version)
    writer.count(functions.count)
    var bytes = writer.bytes
    let body = try FlowEncoder.bytes(of: functions.elements)
    bytes += Self.sum(body)
    bytes += body
    return bytes
  }

  /// What `encodedFunctions` wrote of a program. Throws where the bytes are not of so many
  /// functions, or are not as they were written.
  static func functions(
    decoding bytes: [UInt8], of program: FlowProgram
  ) throws -> Table<FunctionNumber, FunctionFlow> {
    var reader = FactsReader(bytes)
    for byte in mark where try reader.byte() != byte { throw FactsError.notFacts }
    let version = try reader.number()
    guard version == Self.version else { throw FactsError.otherVersion(version) }
    guard Int(try reader.number()) == program.functions.count else { throw FactsError.malformed }
    var sum: [UInt8] = []
    for _ in 0..<8 { sum.append(try reader.byte()) }
    let body = Array(bytes[reader.position...])
    guard Self.sum(body) == sum else { throw FactsError.malformed }
    let flows = try FlowDecoder.value([FunctionFlow].self, of: body)
    guard flows.count == program.functions.count else { throw FactsError.malformed }
    return Table(flows)
  }

  /// A checksum that tells bytes from those that were damaged: FNV-1a of 64 bits (Fowler, Noll, Vo).
  private static func sum(_ bytes: [UInt8]) -> [UInt8] {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
  }
}

extension SummaryBox: Codable {
  convenience init(from decoder: any Decoder) throws {
    self.init(try FunctionSummary(from: decoder))
  }
  func encode(to encoder: any Encoder) throws { try summary.encode(to: encoder) }
}

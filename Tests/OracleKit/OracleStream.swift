import Basics

/// What the type oracle printed, with its tables read and its files found.
///
/// The format is documented in Tests/TypeOracle. One pass over the bytes; the records are
/// read when a file is compared.
public struct OracleStream: Sendable {
  /// The records of one file.
  struct Section: Sendable {
    /// The absolute path of the Go file.
    var path: String
    /// Where in `bytes` its records lie; there may be lines of the tables among them.
    var records: Range<Int>
  }

  let bytes: [UInt8]
  private(set) var types: [String] = []
  private(set) var functions: [String] = []
  private(set) var sections: [Section] = []

  /// Reads the tables, and fails on a line that neither begins nor follows a file.
  public init(bytes: [UInt8]) throws(OracleStreamError) {
    self.bytes = bytes
    var start = 0
    var line = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let isRead =
        switch bytes[start] {
        case UInt8(ascii: "T"): Self.define(&types, bytes[start..<end])
        case UInt8(ascii: "N"): Self.define(&functions, bytes[start..<end])
        case UInt8(ascii: "F"): beginFile(start, end)
        default: !sections.isEmpty
        }
      guard isRead else { throw OracleStreamError(line: line) }
      start = min(end + 1, bytes.count)
    }
    if let last = sections.indices.last {
      sections[last].records = sections[last].records.lowerBound..<bytes.count
    }
  }

  /// The absolute paths of the Go files, the files of a package one after the other.
  public var paths: [String] { sections.map(\.path) }

  private mutating func beginFile(_ start: Int, _ end: Int) -> Bool {
    guard end > start + 2 else { return false }
    if let last = sections.indices.last {
      sections[last].records = sections[last].records.lowerBound..<start
    }
    let next = min(end + 1, bytes.count)
    let path = String(decoding: bytes[(start + 2)..<end], as: UTF8.self)
    sections.append(Section(path: path, records: next..<next))
    return true
  }

  /// Reads `T 12 []uint8`, whose number must be the next.
  private static func define(_ table: inout [String], _ line: ArraySlice<UInt8>) -> Bool {
    let digits = line.dropFirst(2).prefix { $0 != UInt8(ascii: " ") }
    guard digits.endIndex < line.endIndex,
      Int(String(decoding: digits, as: UTF8.self)) == table.count
    else { return false }
    table.append(String(decoding: line[(digits.endIndex + 1)...], as: UTF8.self))
    return true
  }
}

/// A line of a stream that is not as it should be.
public struct OracleStreamError: Error, Equatable {
  /// From 1; counted within the records of a file, if `path` is there.
  public var line: Int
  /// The Go file whose records the line is among.
  public var path: String?

  init(line: Int, path: String? = nil) {
    self.line = line
    self.path = path
  }

  /// One line of words.
  public var message: String {
    if let path { return "line \(line) of the records of \(path) is no record" }
    return "line \(line) is no record"
  }
}

import Basics

/// Holds an analyzer's claims against the oracle.
public enum TypeComparison {
  /// Files that one thread takes at a time: those of a package mostly stay together.
  private static let filesAtATime = 16

  /// Compares all files of a stream. Reads Go files only to tell what is not claimed.
  public static func compare(
    _ stream: OracleStream, with claims: some TypeClaims, jobs: Int = Parallel.processorCount
  ) throws(OracleStreamError) -> TypeTally {
    let count = stream.sections.count
    let slices = stride(from: 0, to: count, by: filesAtATime).map {
      $0..<min($0 + filesAtATime, count)
    }
    let tallies = Parallel.map(count: slices.count, jobs: jobs) {
      _, index -> Result<TypeTally, OracleStreamError> in
      do throws(OracleStreamError) {
        var tally = TypeTally()
        for file in slices[index] { try compare(stream, stream.sections[file], claims, &tally) }
        return .success(tally)
      } catch {
        return .failure(error)
      }
    }
    var total = TypeTally()
    for tally in tallies { total += try tally.get() }
    return total
  }

  private static func compare(
    _ stream: OracleStream, _ section: OracleStream.Section, _ claims: some TypeClaims,
    _ tally: inout TypeTally
  ) throws(OracleStreamError) {
    var file = FileComparison(
      stream: stream, path: section.path, claims: claims.claims(path: section.path))
    if file.claims == nil { tally.unknownFiles += 1 }
    let badLine: Int? = stream.bytes.withUnsafeBufferPointer { bytes in
      var reader = OracleRecordReader(bytes, section.records)
      while let record = reader.next() {
        guard file.compare(record, &tally) else { return reader.line }
      }
      return reader.isAtEnd ? nil : reader.line
    }
    if let badLine { throw OracleStreamError(line: badLine, path: section.path) }
  }
}

/// The comparison of one file.
private struct FileComparison {
  let stream: OracleStream
  let path: String
  let claims: (any FileClaims)?
  /// Read when it is asked for; empty where it cannot be read.
  private lazy var source: [UInt8] = (try? FileSystem.read(path)) ?? []

  init(stream: OracleStream, path: String, claims: (any FileClaims)?) {
    self.stream = stream
    self.path = path
    self.claims = claims
  }

  /// Counts a record; false if it refers to what is not there.
  mutating func compare(_ record: OracleRecord, _ tally: inout TypeTally) -> Bool {
    switch record.kind {
    case UInt8(ascii: "E"):
      guard let expressionClass = ExpressionClass(letter: record.expressionClass),
        record.name < stream.types.count
      else { return false }
      compareType(record, expressionClass, &tally)
    case UInt8(ascii: "C"):
      guard record.name < stream.functions.count else { return false }
      let actual = stream.functions[record.name]
      let claimed = claims?.callee(of: record.range)
      tally.functions.add(isRight: claimed.map { $0 == actual })
      if let claimed {
        see(claimed, actual, record.range, &tally)
      } else {
        tally.unclaimedCallees.see(actual, path, record.range)
      }
    case UInt8(ascii: "I"):
      guard record.name < stream.functions.count else { return false }
      let actual = stream.functions[record.name]
      let claimed = claims?.callee(of: record.range)
      tally.interfaceMethods.add(isRight: claimed.map { $0 == actual })
      if let claimed { see(claimed, actual, record.range, &tally) }
    default:
      let claimed = claims?.callee(of: record.range)
      tally.otherCalls.add(isRight: claimed.map { _ in false })
      if let claimed { see(claimed, Self.name(ofCall: record.kind), record.range, &tally) }
    }
    return true
  }

  private mutating func compareType(
    _ record: OracleRecord, _ expressionClass: ExpressionClass, _ tally: inout TypeTally
  ) {
    let actual = stream.types[record.name]
    guard let claimed = claims?.type(of: record.range) else {
      tally[expressionClass].add(isRight: nil)
      let kind = TypeTally.UnclaimedKind(
        expressionClass: expressionClass,
        shape: ExpressionShape.of(record.range, in: source), typeKind: TypeKind.of(actual))
      tally.unclaimedTypes.see(kind, path, record.range)
      return
    }
    tally[expressionClass].add(isRight: claimed == actual)
    guard claimed != actual else { return }
    tally.wrongTypes.see(
      TypeTally.Disagreement(claimed: claimed, actual: actual), path, record.range)
  }

  private func see(
    _ claimed: String, _ actual: String, _ range: ByteRange, _ tally: inout TypeTally
  ) {
    guard claimed != actual else { return }
    tally.wrongCallees.see(TypeTally.Disagreement(claimed: claimed, actual: actual), path, range)
  }

  private static func name(ofCall kind: UInt8) -> String {
    switch kind {
    case UInt8(ascii: "B"): "a builtin"
    case UInt8(ascii: "V"): "a conversion"
    default: "a function value"
    }
  }
}

import Basics
import GoIR

/// An instruction of a body.
public struct FlowSite: NumberKey, Sendable {
  public var function: FunctionNumber
  public var value: ValueID

  public var keyNumber: UInt64 { UInt64(function.rawValue) << 32 | UInt64(value.rawValue) }

  /// An instruction of a function.
  public init(function: FunctionNumber, value: ValueID) {
    self.function = function
    self.value = value
  }
}

extension FlowAnalysis {
  /// How many sites a trace has at most, and how many calls are followed.
  static let longestTrace = 20
  static let longestWay = 1_000

  /// From where both sides of a conflict meet to where one of them uses the memory: the calls on
  /// the way, the use last. Of a long way the middle is left out.
  public func trace(_ side: ConflictSide, in function: FunctionNumber) -> [FlowSite] {
    var sites = [FlowSite(function: function, value: side.value)]
    var (callee, record, strand) = (side.callee, side.record, side.strand)
    var length = 1
    while !callee.isNone, length < Self.longestWay {
      length += 1
      let summary = functions[callee].summary
      let records: [AccessRecord]
      if strand == .max {
        records = summary.accesses
      } else {
        guard Int(strand) < summary.strands.count else { break }
        records = summary.strands[Int(strand)].accesses
      }
      guard Int(record) < records.count else { break }
      let found = records[Int(record)]
      if sites.count == Self.longestTrace { sites.removeLast() }
      sites.append(FlowSite(function: callee, value: found.value))
      (callee, record, strand) = (found.callee, found.record, found.strand)
    }
    return sites
  }

  /// From the function that knows the memory by its slot to where it is used.
  public func trace(_ use: SlotUse) -> [FlowSite] {
    guard let record = functions[use.function].summary.use(use.record, strand: use.strand) else {
      return []
    }
    return trace(
      ConflictSide(
        value: record.value, kind: use.kind, callee: record.callee, record: record.record,
        strand: record.strand, start: use.start), in: use.function)
  }

  /// The file and the bytes of an instruction.
  public func position(of site: FlowSite) -> (file: String, start: UInt32, end: UInt32)? {
    let function = program.functions[site.function]
    guard !site.value.isNone, site.value.index * 2 + 1 < function.body.positions.count else {
      return nil
    }
    return (
      program.files[Int(function.file)], function.body.positions[site.value.index * 2],
      function.body.positions[site.value.index * 2 + 1]
    )
  }
}

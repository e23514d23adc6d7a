import Basics
import GoIR

/// Memory as a function names it.
public struct MemoryName: Hashable, Sendable, Codable {
  public enum Root: Hashable, Sendable, Codable {
    case parameter(UInt32)
    case variable(UInt32)
    case global(GlobalNumber)
    /// Memory that an instruction made, or a function that it calls.
    case site(ValueID)
    /// What a call gave of which nothing is known.
    case result(ValueID)
    /// Whatever lies in a slot.
    case slot(SlotKey)
  }
  public enum Selector: Hashable, Sendable, Codable {
    case field(FieldNumber)
    case element
    /// What a pointer, slice, map or channel leads to.
    case target
    /// All that is reachable.
    case rest
  }
  public var root: Root
  public var selectors: [Selector]
}

/// One side of a conflict.
public struct ConflictSide: Hashable, Sendable, Codable {
  /// The instruction of the function in which both sides meet.
  public var value: ValueID
  public var kind: AccessKind
  /// Of a call the function that was called, and the record of its summary; of a goroutine that
  /// the called function started its number there.
  public var callee: FunctionNumber
  public var record: UInt32
  public var strand: UInt32
  /// The goroutine, or nil for the function's own.
  public var start: StrandStart?
}

/// Two uses of the same memory that may happen at the same time.
public struct Conflict: Hashable, Sendable, Codable {
  public var function: FunctionNumber
  public var memory: MemoryName
  public var first: ConflictSide
  public var second: ConflictSide
  /// Whether something may still order them.
  public var isPossibleOnly: Bool
}

extension BodyInterpreter {
  /// The conflicts of a body in terms of the program.
  func conflicts(_ result: BodyResult) -> [Conflict] {
    result.conflicts.map { found in
      Conflict(
        function: number, memory: name(of: found.cell),
        first: side(found.first, found.firstKind, found.firstToken),
        second: side(found.second, found.secondKind, found.secondToken),
        isPossibleOnly: found.isPossibleOnly)
    }
  }

  private func side(_ site: AccessSite, _ kind: AccessKind, _ token: TokenID) -> ConflictSide {
    ConflictSide(
      value: site.value, kind: kind, callee: site.callee, record: site.record,
      strand: site.strand, start: token.isNone ? nil : tokens[token.index].start)
  }

  private func name(of cell: Cell) -> MemoryName {
    var selectors: [MemoryName.Selector] = []
    var current = cell
    while true {
      for step in tables.paths.steps(of: current.path).reversed() {
        if let field = step.field {
          selectors.append(.field(field))
        } else {
          selectors.append(step == .rest ? .rest : step == .follow ? .target : .element)
        }
      }
      let root: MemoryName.Root
      switch tables.objects[current.object].origin {
      case .initial(let outer):
        selectors.append(.target)
        current = outer
        continue
      case .parameter(let position, let path):
        selectors.append(.target)
        for step in tables.paths.steps(of: path).reversed() {
          if let field = step.field { selectors.append(.field(field)) }
        }
        root = .parameter(position)
      case .captured(let variable), .variable(let variable): root = .variable(variable)
      case .global(let global): root = .global(global)
      case .site(let value, _), .opaque(let value, _): root = .site(value)
      case .unknown(let value, _): root = .result(value)
      case .slot(let slot): root = .slot(slot)
      }
      return MemoryName(root: root, selectors: selectors.reversed())
    }
  }
}

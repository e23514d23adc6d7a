import Basics

/// Which deferred calls are pending where: a forward data-flow problem over sets of `defer`
/// statements.
///
/// Their order is that of the text, in which structured code executes them; a backward `goto`
/// may make it another one.
struct DeferredCalls {
  private var added: [BitSet<DeferID>]
  /// What may be, and what must be pending at the end of each block.
  private var may: [BitSet<DeferID>]
  private var must: [BitSet<DeferID>?]
  /// What may have been pending already when it was deferred again.
  private var repeated = BitSet<DeferID>()

  init(blocks: Int) {
    added = Array(repeating: BitSet(), count: blocks)
    may = added
    must = Array(repeating: nil, count: blocks)
  }

  /// Says that a block executes a `defer` statement.
  mutating func add(_ call: DeferID, in block: BlockID) { added[block.index].insert(call) }

  /// Goes over the blocks, given in reverse postorder, until nothing changes: as many times as
  /// loops are nested, and twice more.
  mutating func solve(_ order: [BlockID], _ predecessors: (BlockID) -> [BlockID]) {
    var changed = true
    while changed {
      changed = false
      for block in order {
        var mayEnter = BitSet<DeferID>()
        var mustEnter: BitSet<DeferID>? = block == .entry ? BitSet() : nil
        for predecessor in predecessors(block) {
          mayEnter.formUnion(may[predecessor.index])
          if let sure = must[predecessor.index] {
            mustEnter = mustEnter.map { $0.intersection(sure) } ?? sure
          }
        }
        for call in added[block.index] where mayEnter.contains(call) { repeated.insert(call) }
        mayEnter.formUnion(added[block.index])
        mustEnter?.formUnion(added[block.index])
        if mayEnter != may[block.index] || mustEnter != must[block.index] {
          may[block.index] = mayEnter
          must[block.index] = mustEnter
          changed = true
        }
      }
    }
  }

  /// Adds a block that has no `defer` statement, and to which blocks lead at the end of each of which
  /// the same is pending.
  mutating func addBlock(behind block: BlockID) {
    added.append(BitSet())
    may.append(may[block.index])
    must.append(must[block.index])
  }

  /// Whether the same is pending at the end of two blocks.
  func areSame(_ first: BlockID, _ second: BlockID) -> Bool {
    may[first.index] == may[second.index] && must[first.index] == must[second.index]
  }

  /// The calls that may be pending at the end of a block, in the order of the text.
  func pending(at block: BlockID) -> [(call: DeferID, flags: InstructionFlags)] {
    may[block.index].map { call in
      var flags: InstructionFlags = []
      if must[block.index]?.contains(call) == true { flags.insert(.sure) }
      if repeated.contains(call) { flags.insert(.repeated) }
      return (call, flags)
    }
  }
}

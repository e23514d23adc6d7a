import Basics
import GoIR

/// Memory that went through a channel and is used on by who sent it.
///
/// Who has it took it out after an earlier send: that another send on the channel comes after a use
/// keeps nobody apart.
extension BodyInterpreter {
  /// The channels through which others may have got an object, or one on the way to it.
  func channelsGiving(_ object: ObjectID) -> [Cell] {
    if state.published.isEmpty || handed.aliases.isEmpty { return [] }
    var channels: [Cell] = []
    var current = object
    while true {
      var index = state.published.firstIndex(notBelow: current.rawValue)
      while index < state.published.count, state.published[index].first == current.rawValue {
        let number = state.published[index].second
        // Of many that have one name it is not known which was sent.
        if handed.aliases.contains(number), isOneThing(current) {
          channels.formUnion(sorted: channelGiving(number))
        }
        index += 1
      }
      guard case .initial(let outer) = tables.objects[current].origin else { return channels }
      current = outer.object
    }
  }

  /// The channel through which others got what has an alias; none where it lies elsewhere.
  func channelGiving(_ alias: UInt32) -> [Cell] {
    guard handed.aliases.contains(alias) else { return [] }
    let home = aliases.aliases[Int(alias)].home
    var path = home.path
    while path != .whole, tables.paths.nodes[path.index].step != .element {
      path = tables.paths.nodes[path.index].parent
    }
    return path == .whole ? [] : [Cell(home.object, tables.paths.nodes[path.index].parent)]
  }

  // MARK: Acknowledgements

  /// Something was waited for: who was given something before may have said so that he is done with
  /// it.
  func acknowledge(_ cell: Cell, _ kind: SignalKind) {
    if state.published.isEmpty || handed.aliases.isEmpty { return }
    for pair in state.published where handed.aliases.contains(pair.second) {
      let object = ObjectID(rawValue: pair.first)
      state.acknowledged.insert(sorted: Acknowledgement(object: object, cell: cell))
      if kind == .close {
        state.acknowledged.insert(
          sorted: Acknowledgement(object: object, cell: signalCell(cell, .close)))
      }
    }
  }

  /// What was surely waited for since others were given an object, or one on the way to it.
  func acknowledgements(of object: ObjectID) -> [Cell] {
    var cells: [Cell] = []
    var current = object
    while true {
      for known in state.acknowledged where known.object == current {
        cells.insert(sorted: known.cell)
      }
      guard case .initial(let outer) = tables.objects[current].origin else { return cells }
      current = outer.object
    }
  }

  /// Something is handed out again: what was waited for before says nothing of that.
  func forgetAcknowledgements(of set: SetID) {
    if state.acknowledged.isEmpty { return }
    for id in tables.sets[set] {
      let object = tables.references[id].cell.object
      state.acknowledged.removeAll { $0.object == object }
    }
  }
}

/// Something that was surely waited for after an object was put where others take it out.
struct Acknowledgement: Hashable, Comparable {
  var object: ObjectID
  var cell: Cell

  static func < (left: Self, right: Self) -> Bool {
    (left.object.rawValue, left.cell.key) < (right.object.rawValue, right.cell.key)
  }
}

/// What was put into each tracked cell last, as long as doing it once more would change nothing:
/// until what lies somewhere, who finds it, or which goroutines run is not as it was.
struct LastPuts {
  private var sets: [SetID] = []
  private var times: [UInt32] = []
  private var time: UInt32 = 1

  /// Whether a set was put into a cell last.
  func isLast(_ set: SetID, in cell: UInt32) -> Bool {
    Int(cell) < sets.count && sets[Int(cell)] == set && times[Int(cell)] == time
  }

  /// A set is put into a cell.
  mutating func note(_ set: SetID, in cell: UInt32) {
    while sets.count <= Int(cell) {
      sets.append(.none)
      times.append(0)
    }
    sets[Int(cell)] = set
    times[Int(cell)] = time
  }

  /// Something else holds now than what is known to have been put there.
  mutating func forget() { time += 1 }
}

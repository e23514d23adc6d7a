/// Which lines of two short texts belong together.
enum LineAlignment {
  /// Above this many pairs of lines no alignment is sought, and all lines count as changed.
  private static let largestTable = 1 << 20

  /// A longest common subsequence, as ascending pairs of indices of equal lines.
  ///
  /// Quadratic in time and memory: it is for the few lines around one edit.
  static func matches(
    _ old: ArraySlice<ArraySlice<UInt8>>, _ new: ArraySlice<ArraySlice<UInt8>>
  ) -> [(old: Int, new: Int)] {
    guard !old.isEmpty, !new.isEmpty, old.count * new.count <= largestTable else { return [] }
    var names: [ArraySlice<UInt8>: Int32] = [:]
    func name(_ line: ArraySlice<UInt8>) -> Int32 {
      if let known = names[line] { return known }
      names[line] = Int32(names.count)
      return Int32(names.count - 1)
    }
    let left = old.map(name)
    let right = new.map(name)
    // lengths[i, j]: the longest common subsequence of what begins at line i and at line j.
    let width = right.count + 1
    var lengths = [Int32](repeating: 0, count: (left.count + 1) * width)
    for i in left.indices.reversed() {
      for j in right.indices.reversed() {
        let at = i * width + j
        lengths[at] =
          left[i] == right[j]
          ? lengths[at + width + 1] + 1 : max(lengths[at + width], lengths[at + 1])
      }
    }
    var matches: [(old: Int, new: Int)] = []
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let at = i * width + j
      if left[i] == right[j] {
        matches.append((old.startIndex + i, new.startIndex + j))
        i += 1
        j += 1
      } else if lengths[at + width] >= lengths[at + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return matches
  }
}

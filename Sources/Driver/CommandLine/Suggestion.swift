/// What somebody meant who wrote a word that is not known.
enum Suggestion {
  /// The nearest of the candidates, or nil where none is near; ties go to the earlier one.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let limit = max(1, word.count / 3)
    let near = candidates.map { ($0, distance(word, $0)) }.filter { $0.1 <= limit }
    if let best = near.min(by: { $0.1 < $1.1 }) { return best.0 }
    let longer = candidates.filter { $0.hasPrefix(word) }
    return longer.count == 1 && word.count > 1 ? longer[0] : nil
  }

  /// How many insertions, deletions, replacements and swaps of neighbours lie between two
  /// words.
  static func distance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left), Array(right))
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, beforePrevious[j - 1] + 1)
        }
        row.append(best)
      }
      beforePrevious = previous
      previous = row
    }
    return previous[b.count]
  }
}

/// How many bytes a value takes, and what its address is a multiple of.
struct Layout {
  var size: Int64
  var alignment: Int64
}

extension TypeChecker {
  /// The size and alignment of a type on a machine of 64 bits; nil where it is not known, and
  /// for what is nested more than 64 deep or made of more than ten thousand types.
  func layout(of type: TypeID, depth: Int = 0) -> Layout? {
    guard depth < 64 else { return nil }
    if let known = layouts[type] { return known }
    if depth == 0 { layoutBudget = 10_000 }
    guard layoutBudget > 0 else { return nil }
    layoutBudget -= 1
    let layout = workOutLayout(of: type, depth: depth)
    layouts[type] = .some(layout)
    return layout
  }

  private func workOutLayout(of type: TypeID, depth: Int) -> Layout? {
    switch table[underlying(type)] {
    case .basic(let kind): return kind.size.map { Layout(size: $0, alignment: min($0, 8)) }
    case .pointer, .map, .channel, .function: return Layout(size: 8, alignment: 8)
    case .slice: return Layout(size: 24, alignment: 8)
    case .interface: return Layout(size: 16, alignment: 8)
    case .array(let element, let length):
      guard length >= 0, let part = layout(of: element, depth: depth + 1) else { return nil }
      return Layout(size: part.size &* length, alignment: part.alignment)
    case .structure(let fields):
      var offset: Int64 = 0
      var alignment: Int64 = 1
      for (position, field) in fields.enumerated() {
        guard let part = layout(of: field.type, depth: depth + 1) else { return nil }
        alignment = max(alignment, part.alignment)
        offset = Self.rounded(offset, part.alignment) &+ part.size
        // A pointer to an empty last field must not point behind the whole.
        if part.size == 0, position == fields.count - 1, offset > 0 { offset &+= 1 }
      }
      return Layout(size: Self.rounded(offset, alignment), alignment: alignment)
    default: return nil
    }
  }

  private static func rounded(_ size: Int64, _ alignment: Int64) -> Int64 {
    (size &+ alignment &- 1) / alignment &* alignment
  }
}

import Basics
import GoTypes

/// What a value is and how it is taken apart.
struct ValueShape: Hashable {
  var kind: ReferenceKind
  var layout: LayoutNumber

  /// Of values that lead nowhere, and of instructions that give none.
  static let none = ValueShape(kind: .none, layout: .none)
}

/// The kinds and layouts of one package's types, each worked out once. Used by one thread.
final class TypeLayouts {
  private let checker: TypeChecker
  private let symbols: SymbolCollector
  private let kinds: ReferenceKinds
  /// The layouts by number; those that `LayoutNumber` names come first.
  private(set) var layouts = LayoutTable()
  /// By type; nil where nobody asked.
  private var plain: [ValueShape?] = []
  private var pairs: [TypeID: ValueShape] = [:]
  private var steps: [TypeID: ValueShape] = [:]

  init(_ checker: TypeChecker, _ symbols: SymbolCollector) {
    self.checker = checker
    self.symbols = symbols
    kinds = ReferenceKinds(checker)
  }

  func kind(of type: TypeID) -> ReferenceKind { kinds[type] }

  /// The shape of values of a type; of a tuple of its parts.
  func shape(of type: TypeID) -> ValueShape {
    if type.index < plain.count, let known = plain[type.index] { return known }
    let shape = work(out: type)
    if type.index >= plain.count {
      let count = max(checker.typeCount, type.index + 1)
      plain += Array(repeating: nil, count: count - plain.count)
    }
    plain[type.index] = shape
    return shape
  }

  /// The shape of a value of a type with whether there was one.
  func pairShape(of type: TypeID) -> ValueShape {
    if let known = pairs[type] { return known }
    let shape = shape(ofParts: [type, .basic(.bool)])
    pairs[type] = shape
    return shape
  }

  /// The shape of what a step of a range loop gives: whether there is one more, key and element.
  /// Elements that are read from addresses or parts of arrays are no parts of the step.
  func stepShape(over type: TypeID) -> ValueShape {
    if let known = steps[type] { return known }
    var parts: [TypeID] = [.basic(.bool)]
    switch checker.coreNode(type) {
    case .map(let key, let element): parts += [key, element]
    case .unknown: parts += [.unknown, .unknown]
    case .function(let iterator):
      // The parameters of an iterator's `yield`.
      if let yield = iterator.parameters.first,
        case .function(let signature) = checker.coreNode(yield)
      {
        parts += signature.parameters.prefix(2)
      }
    default: break
    }
    let shape = shape(ofParts: parts)
    steps[type] = shape
    return shape
  }

  private func work(out type: TypeID) -> ValueShape {
    let kind = kinds[type]
    switch kind {
    case .none: return .none
    case .aggregate:
      if case .tuple(let parts) = checker.node(type) { return shape(ofParts: parts) }
      return ValueShape(kind: kind, layout: layouts.number(of: Layout(leaves: leaves(of: type))))
    default: return ValueShape(kind: kind, layout: .reference)
    }
  }

  private func shape(ofParts parts: [TypeID]) -> ValueShape {
    var leaves: [Layout.Leaf] = []
    for (position, type) in parts.enumerated() where kinds[type] != .none {
      for leaf in self.leaves(of: type) {
        leaves.append(Layout.Leaf(steps: [.part(position)] + leaf.steps, kind: leaf.kind))
      }
    }
    if leaves.isEmpty { return .none }
    return ValueShape(kind: .aggregate, layout: layouts.number(of: Layout(leaves: leaves)))
  }

  // MARK: Leaves

  private func leaves(of type: TypeID) -> [Layout.Leaf] {
    var leaves: [Layout.Leaf] = []
    addLeaves(of: type, [], to: &leaves)
    if leaves.count > Layout.maximumLeaves {
      leaves.removeSubrange(Layout.maximumLeaves...)
      leaves.append(Layout.Leaf(steps: [.rest], kind: .unknown))
    }
    return leaves
  }

  /// Stops after one leaf too many. What lies too deep gives a leaf for each place where it is cut.
  private func addLeaves(of type: TypeID, _ steps: [PathStep], to leaves: inout [Layout.Leaf]) {
    let kind = kinds[type]
    if kind == .none || leaves.count > Layout.maximumLeaves { return }
    guard kind == .aggregate else {
      leaves.append(Layout.Leaf(steps: steps, kind: kind))
      return
    }
    guard steps.count < Layout.maximumDepth else {
      leaves.append(Layout.Leaf(steps: steps + [.rest], kind: .unknown))
      return
    }
    switch checker.coreNode(type) {
    case .array(let element, _):
      addLeaves(of: element, steps + [.element], to: &leaves)
    case .structure(let fields):
      let owner = checker.origin(of: type)
      for (position, field) in fields.enumerated() where kinds[field.type] != .none {
        let number = symbols.field(owner, UInt32(position), field.name)
        addLeaves(of: field.type, steps + [.field(number)], to: &leaves)
      }
    default: break
    }
  }
}

/// Layouts, each with one number.
struct LayoutTable {
  private(set) var layouts: [Layout]
  private var numbers: [Layout: LayoutNumber] = [:]

  /// A table with the layouts that have names.
  init() {
    layouts = []
    for layout in Layout.named { _ = number(of: layout) }
  }

  /// The number of a layout. Instructions have 16 bits for it: what would not fit is taken apart
  /// no further.
  mutating func number(of layout: Layout) -> LayoutNumber {
    if let known = numbers[layout] { return known }
    guard layouts.count <= Int(UInt16.max) else { return .open }
    let number = LayoutNumber(layouts.count)
    layouts.append(layout)
    numbers[layout] = number
    return number
  }
}

extension Layout {
  /// The layouts of `LayoutNumber.none`, `reference` and `open`. What kind of reference a value
  /// is says the value: the second one's leaf does not know.
  static let named = [
    Layout(leaves: []),
    Layout(leaves: [Leaf(steps: [], kind: .unknown)]),
    Layout(leaves: [Leaf(steps: [.rest], kind: .unknown)]),
  ]
}

extension LayoutNumber {
  /// Values of which only is known that they hold references.
  public static let open = LayoutNumber(rawValue: 2)
}

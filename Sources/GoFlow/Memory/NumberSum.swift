import Basics
import GoIR

/// What a number is worked out of and is not taken apart itself.
public struct NumberAtom: Hashable, Comparable, Sendable, Codable {
  public enum Root: UInt8, Hashable, Sendable, Codable {
    case parameter
    case variable
    /// What an instruction gives; no summary says so.
    case value
    /// What a call gives, by its number among `ResultNumbers`; no summary says so.
    case result
  }
  public var root: Root
  public var number: UInt32
  /// The number of the field that is meant of it, or of what it points to; `max` where it is meant
  /// itself.
  public var field = UInt32.max
  /// Whether the length is meant.
  public var isLength = false

  /// Whether it is the parameter, variable or value itself.
  var isPlain: Bool { field == .max && !isLength }

  public static func < (left: Self, right: Self) -> Bool {
    (left.root.rawValue, left.number, left.field, left.isLength ? 1 : 0)
      < (right.root.rawValue, right.number, right.field, right.isLength ? 1 : 0)
  }
}

/// A number as a sum of products: `y*width + x`. What it is worked out of is taken for sizes, which
/// are one at least, where sums are compared; the numbers of turns may be zero.
public struct NumberSum: Hashable, Sendable, Codable {
  struct Term: Hashable, Sendable, Codable {
    /// In order; none for the constant.
    var atoms: [NumberAtom]
    var factor: Int32
  }
  /// In the order of their atoms, each with another factor than zero.
  private(set) var terms: [Term] = []

  private static let maximumTerms = 8
  private static let maximumDegree = 3

  init(_ constant: Int32) { if constant != 0 { terms = [Term(atoms: [], factor: constant)] } }
  init(_ atom: NumberAtom) { terms = [Term(atoms: [atom], factor: 1)] }

  /// The number, where it is worked out of nothing.
  var constant: Int32? {
    if terms.isEmpty { return 0 }
    return terms.count == 1 && terms[0].atoms.isEmpty ? terms[0].factor : nil
  }

  /// What it is, where it is one thing alone.
  var onlyAtom: NumberAtom? {
    guard terms.count == 1, terms[0].factor == 1, terms[0].atoms.count == 1 else { return nil }
    return terms[0].atoms[0]
  }

  var atoms: Set<NumberAtom> { Set(terms.flatMap(\.atoms)) }

  /// The first thing that it is worked out of for which something holds.
  func first(where holds: (NumberAtom) -> Bool) -> NumberAtom? {
    for term in terms {
      if let found = term.atoms.first(where: holds) { return found }
    }
    return nil
  }

  /// This and so many times another one; nil where that is too long or too large.
  func plus(_ other: Self, times factor: Int32 = 1) -> Self? {
    var sum = self
    for term in other.terms {
      let (product, isOver) = term.factor.multipliedReportingOverflow(by: factor)
      guard !isOver, sum.add(product, term.atoms) else { return nil }
    }
    return sum
  }

  func plus(_ constant: Int32) -> Self? { plus(Self(constant)) }
  func minus(_ other: Self) -> Self? { plus(other, times: -1) }

  func times(_ other: Self) -> Self? {
    var product = Self(0)
    for left in terms {
      for right in other.terms {
        let (factor, isOver) = left.factor.multipliedReportingOverflow(by: right.factor)
        guard !isOver, product.add(factor, (left.atoms + right.atoms).sorted()) else { return nil }
      }
    }
    return product
  }

  private mutating func add(_ factor: Int32, _ atoms: [NumberAtom]) -> Bool {
    guard factor != 0 else { return true }
    guard atoms.count <= Self.maximumDegree else { return false }
    var place = 0
    while place < terms.count, terms[place].atoms != atoms,
      terms[place].atoms.lexicographicallyPrecedes(atoms)
    {
      place += 1
    }
    guard place < terms.count, terms[place].atoms == atoms else {
      terms.insert(Term(atoms: atoms, factor: factor), at: place)
      return terms.count <= Self.maximumTerms
    }
    let (sum, isOver) = terms[place].factor.addingReportingOverflow(factor)
    if sum == 0 { terms.remove(at: place) } else { terms[place].factor = sum }
    return !isOver
  }

  /// The sum with something else for each thing that it is worked out of; nil where something has
  /// nothing, or the sum gets too long.
  func replacing(_ other: (NumberAtom) -> Self?) -> Self? {
    var sum = Self(0)
    for term in terms {
      var product = Self(term.factor)
      for atom in term.atoms {
        guard let found = other(atom), let next = product.times(found) else { return nil }
        product = next
      }
      guard let next = sum.plus(product) else { return nil }
      sum = next
    }
    return sum
  }

  /// Whether it surely grows with one of the things that it is worked out of, or surely shrinks;
  /// nil where that is not known.
  func growth(with atom: NumberAtom) -> Bool? {
    var grows: Bool?
    for term in terms where term.atoms.contains(atom) {
      let own = term.factor > 0
      if let grows, grows != own { return nil }
      grows = own
    }
    return grows
  }

  /// Whether it is zero at least, where all that it is worked out of is one at least.
  var isAtLeastZero: Bool {
    var least = 0
    for term in terms {
      if !term.atoms.isEmpty, term.factor < 0 { return false }
      least += Int(term.factor)
    }
    return least >= 0
  }
}

/// What is known of a number: it is one of the sums, or, as the beginning of a part of an array, none
/// of them is larger and, as its end, none of them is smaller.
public struct NumberBound: Hashable, Sendable, Codable {
  static let maximumSums = 4

  var sums: [NumberSum]
  /// Whether it is the one sum.
  var isExact: Bool

  init(_ sum: NumberSum) { (sums, isExact) = ([sum], true) }

  /// The first of the sums, each once; nil where there is none.
  init?(oneOf sums: [NumberSum], isExact: Bool = false) {
    var own: [NumberSum] = []
    for sum in sums where own.count < Self.maximumSums && !own.contains(sum) { own.append(sum) }
    if own.isEmpty { return nil }
    self.sums = own
    self.isExact = isExact && own.count == 1
  }

  var exact: NumberSum? { isExact ? sums[0] : nil }
}

/// What is known of numbers, each with one number of its own.
struct NumberBounds {
  private(set) var all: [NumberBound] = []
  private var numbers: [NumberBound: UInt32] = [:]

  subscript(number: UInt32) -> NumberBound { all[Int(number)] }

  mutating func number(of bound: NumberBound) -> UInt32 {
    if let known = numbers[bound] { return known }
    let number = UInt32(all.count)
    all.append(bound)
    numbers[bound] = number
    return number
  }

  mutating func removeAll() {
    if all.isEmpty { return }
    all.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
  }
}

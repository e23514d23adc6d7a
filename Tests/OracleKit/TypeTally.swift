import Basics

/// What came out when claims were compared with the oracle.
public struct TypeTally: Sendable {
  /// A place in a Go file.
  struct Place: Hashable, Sendable {
    var path: String
    var range: ByteRange
  }

  /// How often something was seen, and where first.
  struct Sighting: Sendable {
    var count: Int
    var first: Place
  }

  /// Two answers to one question.
  struct Disagreement: Hashable, Sendable {
    var claimed: String
    var actual: String
  }

  /// Expressions of which nothing is said, as people would group them.
  struct UnclaimedKind: Hashable, Sendable {
    var expressionClass: ExpressionClass
    /// The text with names and what is in brackets made alike, such as `x.x(…)`.
    var shape: String
    /// What sort of type it has, such as "a map".
    var typeKind: String
  }

  private var classes = Array(repeating: Agreement(), count: ExpressionClass.allCases.count)
  /// Calls of declared functions and methods.
  public internal(set) var functions = Agreement()
  /// Calls of methods of interfaces and constraints.
  public internal(set) var interfaceMethods = Agreement()
  /// Conversions, and calls of builtins and function values, where no callee may be claimed:
  /// every claim is a wrong one.
  public internal(set) var otherCalls = Agreement()
  /// Files of which nothing is known.
  public internal(set) var unknownFiles = 0

  var wrongTypes: [Disagreement: Sighting] = [:]
  var wrongCallees: [Disagreement: Sighting] = [:]
  var unclaimedTypes: [UnclaimedKind: Sighting] = [:]
  var unclaimedCallees: [String: Sighting] = [:]

  /// Nothing was compared yet.
  public init() {}

  /// The types of the expressions of one class.
  public internal(set) subscript(expressionClass: ExpressionClass) -> Agreement {
    get { classes[expressionClass.rawValue] }
    set { classes[expressionClass.rawValue] = newValue }
  }

  /// The types of all expressions.
  public var types: Agreement { classes.reduce(into: Agreement()) { $0 += $1 } }

  /// Adds what came out elsewhere; what was seen here first stays the first.
  public static func += (total: inout TypeTally, part: TypeTally) {
    for index in total.classes.indices { total.classes[index] += part.classes[index] }
    total.functions += part.functions
    total.interfaceMethods += part.interfaceMethods
    total.otherCalls += part.otherCalls
    total.unknownFiles += part.unknownFiles
    let merge = { (first: Sighting, second: Sighting) in
      Sighting(count: first.count + second.count, first: first.first)
    }
    total.wrongTypes.merge(part.wrongTypes, uniquingKeysWith: merge)
    total.wrongCallees.merge(part.wrongCallees, uniquingKeysWith: merge)
    total.unclaimedTypes.merge(part.unclaimedTypes, uniquingKeysWith: merge)
    total.unclaimedCallees.merge(part.unclaimedCallees, uniquingKeysWith: merge)
  }
}

extension Dictionary where Value == TypeTally.Sighting {
  /// Counts one more; the place is asked for only if it is the first.
  mutating func see(_ key: Key, _ path: String, _ range: ByteRange) {
    if let found = index(forKey: key) {
      values[found].count += 1
    } else {
      self[key] = Value(count: 1, first: TypeTally.Place(path: path, range: range))
    }
  }
}

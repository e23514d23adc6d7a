import Basics
import GoIR

/// A function, a function literal, or the initial values of variables of a package.
///
/// A class, because most of those who ask about a function read little of it, and to copy its lists
/// takes longer than that. Immutable.
public final class FlowFunction: Hashable, Sendable {
  public struct Traits: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// It is declared in a file of tests.
    public static let isInTest = Traits(rawValue: 1)
    /// Its name, and of a method its type's name, is exported.
    public static let isExported = Traits(rawValue: 1 << 1)
    public static let hasReceiver = Traits(rawValue: 1 << 2)
    public static let isVariadic = Traits(rawValue: 1 << 3)
    /// A deferred call may end a panic.
    public static let mayRecover = Traits(rawValue: 1 << 4)
    /// Nobody edits its file.
    public static let isGenerated = Traits(rawValue: 1 << 5)
    /// Its file is one that the patterns named.
    public static let isReported = Traits(rawValue: 1 << 6)
  }

  /// The declared function; of a literal the one around it.
  public let key: FunctionKey
  /// The literal's number in its declaration; 0 for the declared function itself.
  public let literal: UInt32
  /// The function around a literal; `none` for others.
  public let parent: FunctionNumber
  public let traits: Traits
  /// The file, of the package's list.
  public let file: UInt32
  /// The bytes of its name, of a literal's `func`, or of the `var` of initial values.
  public let start: UInt32
  public let end: UInt32
  /// The receiver first.
  public let parameters: [FlowParameter]
  public let results: [FlowParameter]
  /// The variables of functions around it that it uses, by their numbers in the declaration.
  public let captures: [UInt32]
  /// The variables of its declaration by number: those that live in memory; others are empty.
  /// Kept by the declared function, empty in literals.
  public let variables: [FlowVariable]
  public let body: FlowBody

  init(
    key: FunctionKey, literal: UInt32, parent: FunctionNumber, traits: Traits, file: UInt32,
    start: UInt32, end: UInt32, parameters: [FlowParameter], results: [FlowParameter],
    captures: [UInt32], variables: [FlowVariable], body: FlowBody
  ) {
    self.key = key
    self.literal = literal
    self.parent = parent
    self.traits = traits
    self.file = file
    self.start = start
    self.end = end
    self.parameters = parameters
    self.results = results
    self.captures = captures
    self.variables = variables
    self.body = body
  }

  /// The same function with variables of its declaration.
  func with(_ variables: [FlowVariable]) -> FlowFunction {
    FlowFunction(
      key: key, literal: literal, parent: parent, traits: traits, file: file, start: start,
      end: end,
      parameters: parameters, results: results, captures: captures, variables: variables,
      body: body)
  }

  public static func == (left: FlowFunction, right: FlowFunction) -> Bool {
    left === right
      || left.key == right.key && left.literal == right.literal && left.parent == right.parent
        && left.traits == right.traits && left.file == right.file && left.start == right.start
        && left.end == right.end && left.parameters == right.parameters
        && left.results == right.results && left.captures == right.captures
        && left.variables == right.variables && left.body == right.body
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(literal)
    hasher.combine(start)
  }
}

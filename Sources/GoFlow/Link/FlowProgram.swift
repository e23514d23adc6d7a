import Basics

/// A package of a linked program.
public struct FlowPackage: Sendable {
  /// The import path, of an external test with " [test]" behind it.
  public let path: String
  /// Its functions, by their numbers.
  public let functions: Range<UInt32>
  /// Its files, by their numbers.
  public let files: Range<UInt32>

  /// The import path; of an external test that of what it tests.
  var testedPath: String {
    guard path.hasSuffix(" [test]") else { return path }
    let own = path.dropLast(7)
    return String(own.hasSuffix("_test") ? own.dropLast(5) : own)
  }
}

/// The facts of all packages of a program, joined: what they name alike has one number.
///
/// The packages are in the order of their paths, whatever order they were given in, and with them
/// all numbers. Immutable.
public struct FlowProgram: Sendable {
  public let packages: [FlowPackage]
  public let texts: Table<TextID, String>
  /// The files' display paths; `FlowFunction.file` is an index into them.
  public let files: [String]
  public let fields: Table<FieldNumber, FieldKey>
  /// What the fields lead to that are pointers to something of a declared type.
  public let pointees: Table<FieldNumber, PointedType>
  /// What encoders make of the fields.
  let encodings: Table<FieldNumber, FieldEncoding>
  public let globals: Table<GlobalNumber, GlobalKey>
  public let callees: Table<CalleeNumber, FlowCallee>
  public let layouts: Table<LayoutNumber, Layout>
  public let functions: Table<FunctionNumber, FlowFunction>
  public let interfaces: InterfaceTable
  /// The types that become values of interfaces.
  public let conversions: Table<ConversionNumber, InterfaceConversion>
  private let textTable: TextTable
  private let functionsByKey: [FunctionKey: FunctionNumber]
  /// What calls run, of callees by number: from production code, and from tests where that differs.
  private let resolved: [ResolvedCallee]
  private let resolvedInTests: [CalleeNumber: ResolvedCallee]

  /// Joins packages, on `jobs` threads.
  public init(linking packages: [PackageFacts], jobs: Int) {
    let sorted = packages.indices.sorted {
      (packages[$0].path, $0) < (packages[$1].path, $1)
    }.map { packages[$0] }
    var tables = ProgramTables()
    var numbers: [ProgramNumbers] = []
    var firstFunction = 0
    var files: [String] = []
    var linked: [FlowPackage] = []
    for facts in sorted {
      var own = tables.add(facts)
      own.firstFunction = UInt32(firstFunction)
      own.firstFile = UInt32(files.count)
      numbers.append(own)
      firstFunction += facts.functions.count
      files += facts.files
      linked.append(
        FlowPackage(
          path: facts.path, functions: own.firstFunction..<UInt32(firstFunction),
          files: own.firstFile..<UInt32(files.count)))
    }
    let functions = Parallel.map(count: sorted.count, jobs: jobs) { [numbers] _, index in
      sorted[index].functions.map { numbers[index][$0] }
    }.flatMap(\.self)
    self.packages = linked
    self.files = files
    self.functions = Table(functions)
    texts = Table(tables.texts.texts)
    textTable = tables.texts
    fields = Table(tables.fields.elements)
    pointees = Table(tables.pointees)
    encodings = Table(tables.encodings)
    globals = Table(tables.globals.elements)
    callees = Table(tables.callees.elements)
    layouts = Table(tables.layouts.layouts)
    conversions = Table(tables.conversions.elements)
    let byKey = Self.functionsByKey(functions)
    functionsByKey = byKey
    interfaces = InterfaceTable(tables) { byKey[$0] ?? .none }
    let resolver = CalleeResolver(functions: byKey, interfaces: interfaces, texts: texts)
    (resolved, resolvedInTests) = resolver.resolve(tables.callees.elements)
  }

  private static func functionsByKey(
    _ functions: [FlowFunction]
  ) -> [FunctionKey: FunctionNumber] {
    var numbers: [FunctionKey: FunctionNumber] = [:]
    for (index, function) in functions.enumerated() where function.literal == 0 {
      if numbers[function.key] == nil { numbers[function.key] = FunctionNumber(index) }
    }
    return numbers
  }

  // MARK: Questions

  /// The number of a text; nil where the program does not have it.
  public func text(_ text: String) -> TextID? { textTable[text] }

  /// The declared function of a key that has a body; `none` where there is none. Of several with
  /// one key, as functions called `init`, the first.
  public func function(_ key: FunctionKey) -> FunctionNumber { functionsByKey[key] ?? .none }

  /// The declared function around a function, or itself.
  public func declaration(of function: FunctionNumber) -> FunctionNumber {
    FunctionNumber(rawValue: function.rawValue - functions[function].literal)
  }

  /// A declared function and the literals in it.
  func functions(of declaration: FunctionNumber) -> some Sequence<FunctionNumber> {
    sequence(first: declaration) { number in
      let next = FunctionNumber(rawValue: number.rawValue + 1)
      return next.index < functions.count && functions[next].literal != 0 ? next : nil
    }
  }

  /// What a call runs; from the body of a test also what only tests put into interfaces.
  public func resolve(_ callee: CalleeNumber, inTest: Bool) -> ResolvedCallee {
    if inTest, let other = resolvedInTests[callee] { return other }
    return resolved[callee.index]
  }

  /// The key of a declared function or of an interface's method, for library models; nil for
  /// function values and what is not known.
  public func key(of callee: CalleeNumber) -> FunctionKey? {
    switch callees[callee] {
    case .function(let key), .method(_, let key): key
    case .value, .unknown: nil
    }
  }
}

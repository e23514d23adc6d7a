import Basics
import CResources

/// What is known of libraries beyond their declarations.
///
/// The format is YAML: packages by import path, in each of them functions and methods
/// (`Type.Method`), for each of these what its calls do. A key may name several functions, with
/// commas between them. What stands in several texts is taken from the last.
///
/// | key | value |
/// |---|---|
/// | `ends` | `returns`, `panic`, `goroutine` or `process` |
/// | `parallel` | `true`: the caller runs beside others from then on |
/// | `waits-for-all` | `true`: all goroutines that the caller started have ended, or do nothing |
/// | `stops` | functions of the package: the goroutines that their calls left behind have ended |
/// | `reads`, `writes` | places: what they lead to directly |
/// | `reads-all`, `writes-all` | places: all that can be reached from them |
/// | `reads-inner`, `writes-inner` | places: what containers keep their order in, and no contents |
/// | `reads-exported`, `writes-exported` | as `-all`, no further than exported fields lead; with |
/// | | `tag: json` not into those tagged `json:"-"` |
/// | `appends`, `appends-all` | places: written behind their end |
/// | `atomic-reads`, `atomic-writes` | places |
/// | `keeps` | places by who keeps them: `{receiver: [0, 1], library: 2}` |
/// | `gives` | as `keeps`, of what nobody else has and who calls it has no longer then |
/// | `runs` | a place, or `{goroutine: 0, signals: receiver, with: [1]}`, or a list of these |
/// | `returns` | `fresh`, `{copy: 0}`, `{view: 0}`, `{element: receiver}` or `{taken: receiver}` |
/// | | a list of these, or these by result: `{0: fresh, 1: {view: 0}}` |
/// | `acquires`, `releases`, `tries` | places of locks, with `mode: read` for the readers' side |
/// | `claims` | places of flags that a comparison changes, the expected value behind them |
/// | `counts` | places of counters of which the result is the new value |
/// | `announces`, `signals`, `waits` | places of groups and conditions |
///
/// A package may also say `own-synchronization: true`: it implements synchronization with means of
/// its own, so that nothing is said of its bodies; its path may end in `/...`. One that says
/// `implements-goroutines: true` is what goroutines are made of: its bodies are not looked at, and
/// of its functions nothing is known but what models say. And a package may have
/// `handler-shapes`, a list of `{method: true, parameters: […], results: […]}`: functions, or
/// methods alone, with these types, as Go writes them with import paths, are called for each
/// request, several at once; `pointer` stands for a pointer to any declared type. It may have
/// `one-at-a-time`, interfaces by name, each with a list of its methods: the library never runs two
/// of them on one value at the same time; `test-types`, a list of types that only tests get: a file with a
/// function that wants one is there for tests.
///
/// A place is `receiver`, an argument's number from 0, `2...` for the elements of a variadic
/// argument, `receiver...` for what the receiver keeps, `result`, or `result 1`, and
/// `receiver.Type.Field` for a field of a type of the package; where several are meant, a list. A function, or a value
/// whose methods are meant, runs on one of the strands of `FunctionRun.Strand`, `now` where only
/// its place is given; `signals` names what its end signals, `with` its arguments. A copy is one
/// level deep, as an element is, unless `levels` says a number or `all`; `reused: true` marks results that a later
/// call on the receiver overwrites, `clipped: true` slices without room behind their end, `parts: true`
/// iterators over such parts of a view, one behind the other. A function that says more than `ends` is believed in place of
/// its body, and one with `{}` does nothing of interest.
public struct LibraryModels: Hashable, Sendable {
  /// What is known, each thing once for all functions of which it is said together.
  private var models: [FunctionModel] = []
  private var functions: [ModelledFunction: Int] = [:]
  /// The shapes of functions that servers call for each request.
  public private(set) var handlerShapes: [HandlerShape] = []
  /// The interfaces whose methods are called one at a time.
  public private(set) var serialTypes: [SerialType] = []
  /// The types that the framework hands to tests alone, as Go writes them with import paths.
  public private(set) var testTypes: [String] = []
  private var synchronizingPackages: [String] = []
  private var implementingPackages: [String] = []
  /// The fields that they name.
  public private(set) var fields: Set<ModelledField> = []

  /// The methods that package fmt, and loggers, call of a value instead of looking into it.
  public static let printingMethods: Set<String> = [
    "Error", "Format", "GoString", "LogValue", "MarshalLogObject", "String",
  ]

  /// Nothing is known.
  public init() {}

  /// What the program carries. Read once; a text that cannot be read is a defect that tests find.
  public static let builtin: LibraryModels = {
    var models = LibraryModels()
    for index in 0..<racelint_model_count() {
      let bytes = UnsafeBufferPointer(
        start: racelint_model_bytes(index), count: racelint_model_length(index))
      do throws(YAMLError) {
        try models.add(Array(bytes))
      } catch {
        let name = String(cString: racelint_model_name(index))
        preconditionFailure("\(name):\(error.position.line): \(error.message)")
      }
    }
    return models
  }()

  /// Adds what a text says; nothing of it where it has an error.
  public mutating func add(_ text: [UInt8]) throws(YAMLError) {
    let read = try ModelReader(YAMLDocument(text)).read()
    handlerShapes += read.handlerShapes
    serialTypes += read.serialTypes
    testTypes += read.testTypes
    synchronizingPackages += read.synchronizingPackages
    implementingPackages += read.implementingPackages
    models.reserveCapacity(models.count + read.entries.count)
    for entry in read.entries {
      fields.formUnion(entry.model.effects?.fields ?? [])
      for function in entry.functions { functions[function] = models.count }
      models.append(entry.model)
    }
  }

  /// Whether a package implements synchronization, with means that nothing here knows of.
  public func synchronizes(_ package: String) -> Bool {
    Self.names(package, in: synchronizingPackages) || implementsGoroutines(package)
  }

  /// Whether goroutines are made of what a package does, so that nothing that is known of
  /// goroutines holds in it.
  public func implementsGoroutines(_ package: String) -> Bool {
    Self.names(package, in: implementingPackages)
  }

  private static func names(_ package: String, in patterns: [String]) -> Bool {
    patterns.contains { pattern in
      guard pattern.hasSuffix("/...") else { return pattern == package }
      let above = pattern.dropLast(4)
      return package == above || package.hasPrefix(pattern.dropLast(3))
    }
  }

  /// All that is known.
  var all: [ModelledFunction: FunctionModel] { functions.mapValues { models[$0] } }

  /// What is known of a function, or nil.
  public func model(of function: ModelledFunction) -> FunctionModel? {
    functions[function].map { models[$0] }
  }
}

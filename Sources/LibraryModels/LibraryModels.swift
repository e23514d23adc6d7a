import Basics
import CResources

/// A function or method of a library.
public struct ModelledFunction: Hashable, Sendable {
  /// The import path of the package that declares it.
  public var package: String
  /// The receiver's type without star and type arguments, or an interface; "" for a function.
  public var type: String
  public var name: String

  /// A function or method by its names.
  public init(package: String, type: String = "", name: String) {
    self.package = package
    self.type = type
    self.name = name
  }
}

/// What the calls of a function do.
public struct FunctionModel: Hashable, Sendable {
  public var end = CallEnd.returns
}

/// What is known of libraries beyond their declarations.
///
/// The format is YAML: packages by import path, in each of them functions and methods
/// (`Type.Method`), for each of these what its calls do. What stands in several texts is taken
/// from the last.
public struct LibraryModels: Sendable {
  private var functions: [ModelledFunction: FunctionModel] = [:]

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
    for (function, model) in try ModelReader(YAMLDocument(text)).read() {
      functions[function] = model
    }
  }

  /// What is known of a function, or nil.
  public func model(of function: ModelledFunction) -> FunctionModel? { functions[function] }
}

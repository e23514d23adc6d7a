import Basics
import GoSyntax
import GoTypes

/// What rules know by name of Go's own library: the one place that does.
enum KnownLibrary {
  /// The prefixes of the functions and methods of sync/atomic that write.
  static let atomicWrites = ["Add", "Store", "Swap", "CompareAndSwap", "Or", "And"]
  /// The prefixes of the methods of tests that report a failure.
  static let failures = ["Error", "Fatal", "Fail"]
  /// The types of package testing that a test is handed as.
  static let tests: Set<String> = ["T", "B", "F", "TB"]
}

extension TypeChecker {
  /// Whether a function is a method of `sync.WaitGroup`.
  func isOfWaitGroup(_ function: FunctionName) -> Bool {
    function.receiver == "WaitGroup" && importPath(of: function.unit) == "sync"
  }

  /// Whether a function or method of sync/atomic changes its operand.
  func isAtomicWrite(_ function: FunctionName) -> Bool {
    KnownLibrary.atomicWrites.contains { function.name.hasPrefix($0) }
      && importPath(of: function.unit) == "sync/atomic"
  }

  /// Whether a type is a test, benchmark or fuzz test, as package testing hands them out.
  func isTest(_ type: TypeID) -> Bool {
    guard let (path, name) = declaredName(of: pointee(of: type)) else { return false }
    return path == "testing" && KnownLibrary.tests.contains(name)
  }
}

import Basics
import GoIR
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
  /// Methods of tests, and functions of `runtime`, that end their goroutine.
  static let endsOfTests: Set<String> = [
    "Fatal", "Fatalf", "FailNow", "Skip", "Skipf", "SkipNow",
  ]
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

/// How calls of Go's own library come back that never return.
struct LibraryOutcomes: CallOutcomes {
  func outcome(of function: FunctionName, in checker: TypeChecker) -> CallOutcome {
    switch function.name {
    case "Exit":
      return checker.importPath(of: function.unit) == "os" ? .halts : .returns
    case "Goexit":
      return checker.importPath(of: function.unit) == "runtime" ? .unwinds : .returns
    case "Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln", "FailNow", "Skip", "Skipf",
      "SkipNow":
      switch checker.importPath(of: function.unit) {
      case "log": return function.name.hasPrefix("Fatal") ? .halts : .unwinds
      case "testing": return KnownLibrary.endsOfTests.contains(function.name) ? .unwinds : .returns
      default: return .returns
      }
    default: return .returns
    }
  }

  func outcome(
    of method: String, interface: TypeID, in checker: TypeChecker
  ) -> CallOutcome {
    KnownLibrary.endsOfTests.contains(method) && checker.isTest(interface) ? .unwinds : .returns
  }
}

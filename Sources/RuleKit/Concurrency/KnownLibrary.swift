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

  /// The functions and conversions of the language that neither wait nor call functions.
  static let calmBuiltins: Set<String> = [
    "append", "cap", "clear", "copy", "delete", "len", "make", "max", "min", "new",
    "print", "println", "bool", "byte", "complex64", "complex128", "float32", "float64", "int",
    "int8", "int16", "int32", "int64", "rune", "string", "uint", "uint8", "uint16", "uint32",
    "uint64", "uintptr",
  ]
  /// Those of them that may panic.
  private static let panicking: Set<String> = ["make"]
  /// The packages whose functions compute something of what they are given.
  private static let calmPackages: Set<String> = [
    "bytes", "maps", "math", "math/bits", "math/rand",
    "math/rand/v2", "path", "slices", "strconv", "strings", "unicode",
    "unicode/utf8",
  ]
  /// The functions of other packages that do so.
  private static let calmFunctions: [String: Set<String>] = [
    "errors": ["New"],
    "path/filepath": ["Base", "Clean", "Dir", "Ext", "Join"],
    "sort": ["Float64s", "Ints", "SearchFloat64s", "SearchInts", "SearchStrings", "Strings"],
    "time": ["Now", "Since", "Unix", "Until"],
  ]

  /// The packages whose functions and methods come to their end without other goroutines, but for
  /// `transfers`.
  private static let endingPackages: Set<String> = calmPackages.union([
    "cmp", "container/heap", "container/list", "container/ring", "context", "crypto/md5",
    "crypto/sha1", "crypto/sha256", "crypto/sha512", "encoding/base64", "encoding/hex", "errors",
    "hash/crc32", "hash/fnv", "hash/maphash", "html", "math/big", "net/url", "path/filepath",
    "reflect", "regexp", "sort", "sync", "sync/atomic", "time", "unicode/utf16",
  ])
  /// The functions and methods of them that read or write what may wait, or call what is not seen.
  private static let transfers: Set<String> = [
    "Call", "CallSlice", "ReadFrom", "Recv", "Select", "Send", "WriteTo",
  ]
  /// The beginnings of the names of functions and methods of other packages that end so.
  private static let endingFunctions: [String: [String]] = [
    "encoding/json": ["Compact", "Indent", "Marshal", "Unmarshal", "Valid"],
    "fmt": ["Append", "Errorf", "Print", "Sprint", "Sscan"],
    "log": ["Print", "Set"],
    "os": [
      "Environ", "Getenv", "Getpid", "Getwd", "Hostname", "IsExist", "IsNotExist", "LookupEnv",
      "Lstat", "Mkdir", "Remove", "Rename", "Setenv", "Stat",
    ],
    "runtime": ["Caller", "GC", "GOMAXPROCS", "Gosched", "KeepAlive", "NumCPU", "NumGoroutine"],
    "testing": failures + ["Helper", "Log", "Name", "Skip", "TempDir"],
  ]

  /// Whether a function or method of a package comes to its end without other goroutines, what it
  /// calls back left aside.
  static func endsByItself(_ function: String, of package: String) -> Bool {
    if endingPackages.contains(package) { return !transfers.contains(function) }
    return endingFunctions[package]?.contains { function.hasPrefix($0) } ?? false
  }

  /// The functions that write down what they are given, by methods of these that may do anything.
  private static let writers: [String: Set<String>] = [
    "fmt": ["Errorf", "Sprint", "Sprintf", "Sprintln"]
  ]

  /// Whether a function of a package is calm where nothing that it is given has methods.
  static func isCalmWithoutMethods(_ function: String, of package: String) -> Bool {
    writers[package]?.contains(function) ?? false
  }

  /// The functions that call what they are given before they return, and nothing else.
  private static let callers: [String: Set<String>] = [
    "sort": ["Find", "Search", "Slice", "SliceIsSorted", "SliceStable"],
    "slices": [
      "BinarySearchFunc", "CompactFunc", "ContainsFunc", "DeleteFunc", "EqualFunc", "IndexFunc",
      "IsSortedFunc", "MaxFunc", "MinFunc", "SortFunc", "SortStableFunc",
    ],
    "strings": ["ContainsFunc", "FieldsFunc", "IndexFunc", "Map"],
    "maps": ["DeleteFunc", "EqualFunc"],
  ]

  /// Whether a function of a package is calm where the functions that it is given are.
  static func isCalmButForCalls(_ function: String, of package: String) -> Bool {
    callers[package]?.contains(function) ?? false
  }

  /// The functions that change the elements of a slice or map that they are given, some by methods.
  private static let changers: [String: Set<String>] = [
    "sort": ["Float64s", "Ints", "Slice", "SliceStable", "Sort", "Stable", "Strings"],
    "slices": [
      "Compact", "CompactFunc", "Delete", "DeleteFunc", "Insert", "Replace", "Reverse", "Sort",
      "SortFunc", "SortStableFunc",
    ],
    "maps": ["Copy", "DeleteFunc"],
    "container/heap": ["Fix", "Init", "Pop", "Push", "Remove"],
  ]

  /// Whether a function of a package changes elements of what it is given.
  static func changesElements(_ function: String, of package: String) -> Bool {
    changers[package]?.contains(function) ?? false
  }

  /// Whether something is a function or conversion of the language that does not panic.
  static func neverPanics(_ function: String) -> Bool {
    calmBuiltins.contains(function) && !panicking.contains(function)
  }

  /// Whether a function of a package neither waits nor calls what it is given.
  static func isCalm(_ function: String, of package: String) -> Bool {
    if calmPackages.contains(package) {
      return !function.hasSuffix("Func") && function != "Map" && function != "Collect"
    }
    return calmFunctions[package]?.contains(function) ?? false
  }
}

extension TypeChecker {
  /// Whether a function is a method of `sync.WaitGroup`.
  func isOfWaitGroup(_ function: FunctionName) -> Bool {
    function.receiver == "WaitGroup" && importPath(of: function.unit) == "sync"
  }

  /// Whether a function or method of another package comes to its end without other goroutines,
  /// what it calls back left aside.
  func endsByItself(_ function: FunctionName) -> Bool {
    importPath(of: function.unit).map {
      KnownLibrary.endsByItself(function.name, of: $0)
    } ?? false
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

import Basics
import Glibc
import TestKit
import Testing

/// The built programs and the checkout that they come from.
///
/// The release build is preferred, because some inputs are large; `make test` makes it first.
enum Programs {
  /// The root of the checkout.
  static let root = FilePath.clean(FilePath.directory(#filePath) + "/../..")

  /// The path of racelint; the environment's `RACELINT_BIN` overrides it.
  static let racelint = environmentPath("RACELINT_BIN") ?? built("racelint")

  /// The path of racelint-dev.
  static let developer = built("racelint-dev")

  /// Whether the release build runs, and time may be judged.
  static let isRelease = !racelint.hasPrefix(root + "/.build/debug/")

  /// The sources of the pinned Go toolchain, or nil where it was not fetched.
  static let standardLibrary: String? = {
    let path = root + "/.toolchain/src"
    return FileSystem.isDirectory(path) ? path : nil
  }()

  /// The packages of the pinned pre-commit, for PYTHONPATH; nil where they were not fetched.
  static let preCommit = fetched("pre-commit")

  /// The packages of the pinned client of language servers, as well.
  static let languageClient = fetched("language-client")

  /// Runs racelint in a directory.
  static func check(_ arguments: String..., in directory: String) throws -> Subprocess {
    try Subprocess.run([racelint, "check"] + arguments, in: directory)
  }

  /// Whether the pinned Go toolchain was fetched.
  static var hasToolchain: Bool { standardLibrary != nil }

  /// Runs the pinned go command in a directory; nothing is fetched. The race detector has parts in C,
  /// which clang builds; that comes with Swift.
  static func go(
    _ arguments: [String], in directory: String, withRaceDetector: Bool = false
  ) throws -> Subprocess {
    try Subprocess.run(
      [root + "/.toolchain/bin/go"] + arguments, in: directory,
      environment: [
        "CC": "clang", "CGO_ENABLED": withRaceDetector ? "1" : "0", "GOFLAGS": "-mod=mod",
        "GOPROXY": "off", "GOTOOLCHAIN": "local",
        "GOWORK": "off",
      ])
  }

  /// Runs the pinned gofmt in a directory.
  static func gofmt(_ arguments: [String], in directory: String) throws -> Subprocess {
    try Subprocess.run([root + "/.toolchain/bin/gofmt"] + arguments, in: directory)
  }

  /// Runs a line of shell in which `$racelint` is the program.
  static func shell(_ line: String, in directory: String) throws -> Subprocess {
    try Subprocess.run(["sh", "-c", line], in: directory, environment: ["racelint": racelint])
  }

  private static func fetched(_ name: String) -> String? {
    let path = root + "/.tools/" + name
    return FileSystem.isFile(path + "/.stamp") ? path : nil
  }

  private static func built(_ name: String) -> String {
    let release = "\(root)/.build/release/\(name)"
    return FileSystem.isFile(release) ? release : "\(root)/.build/debug/\(name)"
  }

  private static func environmentPath(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let path = String(cString: value)
    return path.isEmpty ? nil : FilePath.join(FilePath.workingDirectory, path)
  }
}

/// Go code that the tests share.
enum Samples {
  static let module = "module example.com/tally\n\ngo 1.25\n"

  /// A file with one hazard, on line 10, that a safe fix ends.
  static func hazard(function: String = "Sum") -> String {
    """
    package tally

    import "sync"

    func \(function)(parts []int) int {
    	var wg sync.WaitGroup
    	sum := 0
    	wg.Add(1)
    	go func() {
    		wg.Done()
    		for _, part := range parts {
    			sum += part
    		}
    	}()
    	wg.Wait()
    	return sum
    }

    """
  }

  /// A module of one file with one hazard.
  static var tally: [String: String] { ["go.mod": module, "tally.go": hazard()] }

  /// Functions without a hazard.
  static func functions(_ count: Int) -> String {
    var text = ""
    for index in 0..<count {
      text += """

        // Clamp\(index) keeps a value within its bounds.
        func Clamp\(index)(value, low, high int) int {
        	if value < low {
        		return low
        	}
        	if value > high {
        		return high
        	}
        	return value
        }

        """
    }
    return text
  }
}

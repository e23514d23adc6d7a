import Basics
import TestKit

/// The go command, running tests under the race detector.
public struct RaceDetector: Sendable {
  /// What became of the tests of one package.
  public enum Outcome: Hashable, Sendable {
    /// They passed, and nothing was reported.
    case silent
    /// The detector reported a race.
    case race
    /// They failed without a race, were not built, or there were none; with what was printed.
    case failed(String)
  }

  private let go: String
  private let environment: [String: String]

  /// How long the tests of one package may take.
  private static let timeout = "120s"

  /// The detector of a go command, by its path. What is built is kept in the directory `cache`, or
  /// where the go command keeps it.
  ///
  /// It has a few parts in C. They are built with clang, which comes with Swift.
  public init(go: String, cache: String? = nil) {
    self.go = go
    var environment = [
      "CC": "clang", "CGO_ENABLED": "1", "GOENV": "off", "GOFLAGS": "-mod=mod", "GOPROXY": "off",
      "GOTOOLCHAIN": "local", "GOWORK": "off",
      // The first report ends the process: a hazard need not be shown twice. What is left running
      // gets a moment at the end, which is a second if nothing is said.
      "GORACE": "halt_on_error=1 atexit_sleep_ms=20",
      // Tests run in parallel wherever this runs.
      "GOMAXPROCS": "4",
    ]
    environment["GOCACHE"] = cache
    self.environment = environment
  }

  /// Runs the tests of packages of a module, each `repetitions` times, and says what became of each
  /// package that has any. The arguments are those of `go test`.
  ///
  /// Paths are cut out of what is built, so that a module in another directory is not built anew.
  public func test(
    _ arguments: [String], repetitions: Int, in directory: String
  ) throws -> [String: Outcome] {
    let run = try Subprocess.run(
      [
        go, "test", "-race", "-trimpath", "-vet=off", "-timeout", Self.timeout, "-count",
        "\(repetitions)",
      ] + arguments, in: directory, environment: environment)
    let outcomes = Self.outcomes(run.output, errors: run.errors)
    guard !outcomes.isEmpty else {
      throw RaceError("go test says nothing of any package: \(Self.firstLine(run.errors))")
    }
    return outcomes
  }

  /// Reads what `go test` prints of several packages: what a package printed, and a line that says
  /// what became of it.
  static func outcomes(_ output: String, errors: String = "") -> [String: Outcome] {
    var outcomes: [String: Outcome] = [:]
    var text = ""
    for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.split(separator: "\t")
      guard cells.count > 1, ["ok  ", "FAIL", "?   "].contains(cells[0]) else {
        text += line + "\n"
        continue
      }
      defer { text = "" }
      let package = String(cells[1].prefix { $0 != " " })
      if line.hasSuffix("[no test files]") || line.hasSuffix("[no tests to run]") { continue }
      if line.hasSuffix("[build failed]") {
        outcomes[package] = .failed(errorText(of: package, errors))
      } else if text.contains("WARNING: DATA RACE") {
        outcomes[package] = .race
      } else {
        outcomes[package] = cells[0] == "ok  " ? .silent : .failed(text)
      }
    }
    return outcomes
  }

  /// What the compiler said of a package: the lines below `# package`.
  private static func errorText(of package: String, _ errors: String) -> String {
    var isOwn = false
    var text = ""
    for line in errors.split(separator: "\n") {
      if line.hasPrefix("# ") {
        isOwn = line.split(separator: " ")[1] == package
      } else if isOwn {
        text += line + "\n"
      }
    }
    return text
  }

  private static func firstLine(_ text: String) -> Substring {
    text.split(separator: "\n").first ?? "no error either"
  }
}

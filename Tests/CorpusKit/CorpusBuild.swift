import Basics
import TestKit

/// Says whether packages compile, with the pinned go command and nothing from elsewhere.
struct CorpusBuild {
  /// The path of the go command.
  let go: String
  /// What it is told beside the usual.
  let variables: [String: String]
  /// Where it keeps what is compiled.
  let cache: String

  /// What the compiler, or the go command, has against the package in a directory; nil where that
  /// compiles. With its tests where `withTests` is set.
  func complaint(about directory: String, withTests: Bool) throws -> String? {
    var environment = [
      "CGO_ENABLED": "0", "GOCACHE": cache, "GOENV": "off", "GOFLAGS": "-mod=mod",
      "GOPROXY": "off", "GOTOOLCHAIN": "local", "GOWORK": "off",
    ]
    environment.merge(variables) { $1 }
    let command =
      withTests
      ? [go, "test", "-c", "-vet=off", "-o", "/dev/null", "."]
      : [go, "build", "-o", "/dev/null", "."]
    let run = try Subprocess.run(command, in: directory, environment: environment)
    if run.status == 0 { return nil }
    let lines = run.errors.split(separator: "\n").filter { !$0.hasPrefix("#") }
    return lines.first.map(String.init) ?? "go ends with status \(run.status)"
  }
}

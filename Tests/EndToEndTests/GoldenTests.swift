import Basics
import TestKit
import Testing

/// What the real Go toolchain says of the fixes and scenarios. Skipped where it was not
/// fetched: `make toolchain` does it.
@Suite(.enabled(if: Programs.hasToolchain)) struct GoldenTests {
  @Test func everyCaseAndEveryFixedCaseCompilesAndIsFormatted() throws {
    var files: [String: String] = ["go.mod": "module golden\n\ngo 1.27\n"]
    for rule in try FileSystem.entries(Programs.root + "/Rules") where rule.kind == .directory {
      let directory = "\(Programs.root)/Rules/\(rule.name)/cases"
      for entry in try FileSystem.entries(directory) where entry.kind == .file {
        let folder = entry.name.map { $0 == "." ? "_" : String($0) }.joined()
        files["\(rule.name)/\(folder)/case.go"] = String(
          decoding: try FileSystem.read(directory + "/" + entry.name), as: UTF8.self)
      }
    }
    try TemporaryDirectory.with(files) { module in
      let build = try Programs.go(["build", "./..."], in: module)
      #expect(build.status == 0, "\(build.errors)")
      let unformatted = try Programs.gofmt(["-l", "."], in: module)
      #expect(unformatted.output == "" && unformatted.status == 0)
    }
  }

  @Test func theWorkerPoolIsFoundAndMended() throws {
    let scenario = Programs.root + "/Tests/Scenarios/worker-pool"
    var files: [String: String] = [:]
    for name in ["go.mod", "queue/pool.go", "queue/pool_test.go"] {
      files[name] = String(
        decoding: try FileSystem.read(scenario + "/" + name), as: UTF8.self)
    }
    try TemporaryDirectory.with(files) { module in
      let found = try Programs.check("--quiet", "./...", in: module)
      #expect(found.status == 1)
      #expect(found.output.hasPrefix("queue/pool_test.go:"))
      #expect(found.output.contains("early-done") && found.output.split(separator: "\n").count == 1)
      let fixed = try Programs.check("--fix", "./...", in: module)
      #expect(fixed.status == 0)
      let tests = try Programs.go(["test", "-count=1", "./..."], in: module)
      #expect(tests.status == 0, "\(tests.output)")
    }
  }
}

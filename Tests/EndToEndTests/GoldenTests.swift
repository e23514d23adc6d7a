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
        // What drives a case for the race detector is built by that; the go command passes it over.
        let isDriver = entry.name.hasSuffix(".race")
        files["\(isDriver ? "_drivers/" : "")\(rule.name)/\(folder)/case.go"] = String(
          decoding: try FileSystem.read(directory + "/" + entry.name), as: UTF8.self)
      }
    }
    try TemporaryDirectory.with(files) { module in
      let build = try Programs.go(["build", "./..."], in: module)
      #expect(build.status == 0, "\(build.errors)")
      try expectFormatted(module)
    }
  }

  @Test func everyCaseOfSeveralFilesCompilesAndIsFormattedFixedOrNot() throws {
    for rule in try FileSystem.entries(Programs.root + "/Rules") where rule.kind == .directory {
      let directory = "\(Programs.root)/Rules/\(rule.name)/cases"
      for entry in try FileSystem.entries(directory) where entry.kind == .directory {
        let files = try texts(below: directory + "/" + entry.name)
        let golden = files.filter { $0.key.hasSuffix(".golden") }
        let fixed = Dictionary(
          uniqueKeysWithValues: golden.map { (String($0.key.dropLast(".golden".count)), $0.value) })
        let sources = files.filter { !$0.key.hasSuffix(".golden") }
          .merging(["go.mod": "module golden\n\ngo 1.27\n"]) { own, _ in own }
        for form in [sources, sources.merging(fixed) { $1 }] {
          try TemporaryDirectory.with(form) { module in
            let build = try Programs.go(["build", "./..."], in: module)
            #expect(build.status == 0, "\(rule.name)/\(entry.name): \(build.errors)")
            try expectFormatted(module)
          }
        }
      }
    }
  }

  private func expectFormatted(_ module: String) throws {
    let unformatted = try Programs.gofmt(["-l", "."], in: module)
    #expect(unformatted.output == "" && unformatted.status == 0, "\(unformatted.errors)")
  }

  /// The files below a directory, by their path from there.
  private func texts(below directory: String, _ prefix: String = "") throws -> [String: String] {
    var texts: [String: String] = [:]
    for entry in try FileSystem.entries(directory) {
      let path = directory + "/" + entry.name
      if entry.kind == .directory {
        texts.merge(try self.texts(below: path, prefix + entry.name + "/")) { $1 }
      } else {
        texts[prefix + entry.name] = String(decoding: try FileSystem.read(path), as: UTF8.self)
      }
    }
    return texts
  }

  @Test("The fixes mend a scenario for good", arguments: ["fan-out", "firehose", "worker-pool"])
  func mendsAScenario(name: String) throws {
    let files = try texts(below: "\(Programs.root)/Tests/Scenarios/\(name)")
    try TemporaryDirectory.with(files) { module in
      let found = try Programs.check("--quiet", "./...", in: module)
      #expect(found.status == 1)
      let fixed = try Programs.check("--fix", "./...", in: module)
      #expect(fixed.status == 0, "\(fixed.output)")
      let tests = try Programs.go(
        ["test", "-race", "-count=1", "./..."], in: module, withRaceDetector: true)
      #expect(tests.status == 0, "\(tests.output)\(tests.errors)")
      try expectFormatted(module)
    }
  }

  @Test func theWorkerPoolIsFoundInOneLine() throws {
    let scenario = Programs.root + "/Tests/Scenarios/worker-pool"
    let found = try Programs.check("--quiet", "./...", in: scenario)
    #expect(found.output.hasPrefix("queue/pool_test.go:"))
    #expect(found.output.contains("early-done") && found.output.split(separator: "\n").count == 1)
  }
}

import Basics
import TestKit
import Testing

/// A program with many old findings takes racelint up: a baseline written once keeps it quiet.
@Suite struct AdoptionTests {
  private static let count = 200

  /// A module of 20 packages, in whose files ten functions each have a hazard. Some functions of a
  /// package differ in nothing but their names.
  private static func files(_ text: (Int, String) -> String = { $1 }) -> [String: String] {
    var files = ["go.mod": Samples.module]
    let head = "package tally\n\nimport \"sync\"\n"
    for index in 0..<count / 10 {
      let functions = (0..<10).map { number in
        Samples.hazard(function: "Sum\(number)").replacing(head, with: "")
      }
      files["p\(index)/tally.go"] = text(index, head + functions.joined())
    }
    return files
  }

  private func write(_ files: [String: String], _ root: String) throws {
    for (name, text) in files {
      try TemporaryDirectory.write(Array(text.utf8), to: "\(root)/\(name)")
    }
  }

  private func lines(_ run: Subprocess) -> [Substring] { run.output.split(separator: "\n") }

  @Test func aBaselineKeepsQuietUntilAHazardIsNew() throws {
    try TemporaryDirectory.with(Self.files()) { root in
      #expect(lines(try Programs.check("-q", in: root)).count == Self.count)
      let written = try Programs.check("--write-baseline", "racelint.baseline", in: root)
      #expect(written.status == 0 && written.errors == "")
      #expect(written.output.hasPrefix("wrote 200 findings to racelint.baseline\n"))
      func check() throws -> Subprocess {
        try Programs.check("-q", "--baseline", "racelint.baseline", in: root)
      }
      let quiet = try check()
      #expect(quiet.status == 0 && quiet.output == "" && quiet.errors == "")

      // Lines move, functions change their order, a file gets another name.
      try write(
        Self.files { index, text in
          switch index % 3 {
          case 0:
            text.replacing(
              "import \"sync\"\n", with: "import \"sync\"\n\n// Size counts.\nconst Size = 7\n")
          case 1: text.replacing("\tsum := 0\n", with: "\n\n\tsum := 0\n")
          default: text
          }
        }, root)
      let moved = try Subprocess.run(["mv", "p5/tally.go", "p5/sums.go"], in: root)
      #expect(moved.status == 0)
      let stillQuiet = try check()
      #expect(stillQuiet.status == 0 && stillQuiet.output == "", "\(stillQuiet.output)")

      // The same hazard once more, in a function of its own.
      try write(["p7/new.go": Samples.hazard(function: "New")], root)
      let found = try check()
      #expect(found.status == 1 && lines(found).count == 1)
      #expect(found.output.hasPrefix("p7/new.go:10:3: early-done: "))
    }
  }

  @Test func theBaselineIsTheSameInEveryRun() throws {
    try TemporaryDirectory.with(Self.files()) { root in
      for (file, jobs) in [("one", "1"), ("four", "4")] {
        _ = try Programs.check("--write-baseline", file, "--jobs", jobs, in: root)
      }
      let one = try FileSystem.read(root + "/one")
      #expect(one == (try FileSystem.read(root + "/four")))
      #expect(one.count { $0 == UInt8(ascii: "\n") } == Self.count + 1)
    }
  }
}

import Basics
import TestKit
import Testing

/// What only the release build reads in good time; nothing else runs beside it.
@Suite(.serialized, .enabled(if: Programs.isRelease, "make build has not run"))
struct LargeInputTests {
  @Test func aFileOfTenMegabytesIsChecked() throws {
    let text = Samples.hazard() + Samples.functions(60_000)
    #expect(text.utf8.count > 10_000_000)
    try TemporaryDirectory.with(["go.mod": Samples.module, "big.go": text]) { root in
      let (run, seconds) = try timed { try Programs.check("--quiet", in: root) }
      #expect(run.status == 1)
      #expect(run.output.hasPrefix("big.go:10:3: early-done: "))
      print("10 MB in one file: \(seconds) s")
      #expect(seconds < 60)
    }
  }

  @Test(.enabled(if: Programs.standardLibrary != nil, "make toolchain has not run"))
  func theStandardLibraryHasNoSyntaxErrors() throws {
    let source = try #require(Programs.standardLibrary)
    let (run, seconds) = try timed {
      try Subprocess.run([Programs.developer, "parse", "--all", source], in: "/")
    }
    print("parse of the standard library: \(seconds) s")
    #expect(run.output.hasPrefix("parse: files 6827, with errors 0, "), "\(run.output)")
  }

  @Test(.enabled(if: Programs.standardLibrary != nil, "make toolchain has not run"))
  func theStandardLibraryIsChecked() throws {
    let source = try #require(Programs.standardLibrary)
    let (run, seconds) = try timed { try Programs.check("--quiet", "./...", in: source) }
    print("check of the standard library: \(seconds) s")
    #expect(run.status == 0 || run.status == 1)
    #expect(run.errors.isEmpty)
  }

  /// The types of a part of the library, the rest of which lies outside.
  @Test(.enabled(if: Programs.standardLibrary != nil, "make toolchain has not run"))
  func typesDoNotDependOnTheNumberOfThreads() throws {
    let source = try #require(Programs.standardLibrary)
    func dump(_ jobs: String) throws -> [Substring] {
      let patterns = ["./net/...", "./sync/...", "./reflect/...", "./go/types/..."]
      let run = try Subprocess.run(
        [Programs.developer, "dump-types", "--jobs", jobs] + patterns, in: source)
      #expect(run.status == 0, "\(run.errors)")
      return run.output.split(separator: "\n")
    }
    let lines = try dump("1")
    #expect(lines.count > 300_000)
    #expect(try dump("2").dropLast() == lines.dropLast())
    #expect(try dump("5").dropLast() == lines.dropLast())
  }

  private func timed(_ work: () throws -> Subprocess) rethrows -> (Subprocess, Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let run = try work()
    let seconds = (clock.now - start) / .seconds(1)
    return (run, (seconds * 100).rounded() / 100)
  }
}

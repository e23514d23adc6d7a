import Basics
import TestKit
import Testing

/// Small Go programs about the hard corners of Go's types, held against go/types.
@Suite(.enabled(if: Programs.hasToolchain, "make toolchain has not run"))
struct TypeProgramTests {
  private static let programs = Programs.root + "/Tests/TypePrograms"

  @Test func everyTypeAndCalleeIsThatOfGoTypes() throws {
    try TemporaryDirectory.with([:]) { root in
      let stream = root + "/stream"
      let go = Programs.root + "/.toolchain/bin/go"
      let oracle = try Programs.go(
        [
          "-C", Programs.root + "/Tests/TypeOracle", "run", "-trimpath", ".", "-go", go, "-o",
          stream, Self.programs, "./...",
        ], in: root)
      #expect(oracle.status == 0, "\(oracle.errors)")
      #expect(oracle.errors.contains("errors 0"), "\(oracle.errors)")
      let run = try Subprocess.run(
        [Programs.developer, "oracle-types", stream], in: root,
        environment: ["GOROOT": Programs.root + "/.toolchain"])
      #expect(run.status == 0, "\(run.errors)")
      for complaint in ["wrong types", "wrong callees", "without a type", "without a callee"] {
        #expect(!run.output.contains(complaint), "\(run.output)")
      }
    }
  }

  @Test func theProgramsAreFormatted() throws {
    let run = try Programs.gofmt(["-l", "."], in: Self.programs)
    #expect(run.output == "")
  }
}

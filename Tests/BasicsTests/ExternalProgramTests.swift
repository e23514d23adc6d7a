import Testing

@testable import Basics

@Suite struct ExternalProgramTests {
  @Test func inputGoesThroughWhileOutputIsRead() throws {
    let input = Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
    let run = try ExternalProgram.run("cat", [], input: input)
    #expect(run.status == 0 && run.output == input && run.errors == [])
  }

  @Test func withoutInputThereIsNothingToRead() throws {
    let run = try ExternalProgram.run("sh", ["-c", "cat; echo e >&2; exit 3"])
    #expect(run.status == 3 && run.output == [] && run.errors == Array("e\n".utf8))
  }
}

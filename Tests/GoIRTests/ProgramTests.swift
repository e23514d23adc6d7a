import Basics
import TestKit
import Testing

@testable import GoIR

/// The graphs of whole programs do what Go does with their text.
struct ProgramTests {
  @Test(arguments: try GoProgram.all())
  func graphsDoWhatGoDoes(_ program: GoProgram) throws {
    // The interpreter's own recursion is shallow, but a program's types may nest.
    let printed = Parallel.withLargeStack { Self.run(program) }
    #expect(printed == program.output)
  }

  /// What the interpreter prints, and what went wrong.
  private static func run(_ program: GoProgram) -> String {
    do {
      let sample = try LoweredSample(program.text, isWhole: true)
      let faults = sample.faults()
      if !faults.isEmpty { return "faults: \(faults)" }
      let machine = Machine(sample.bodies)
      do { return try machine.run("Main") } catch {
        return String(decoding: machine.output, as: UTF8.self) + "error: \(error)"
      }
    } catch {
      return "error: \(error)"
    }
  }

  /// Recordings are made by hand: copy what this test says that Go prints.
  @Test(.enabled(if: GoProgram.hasToolchain, "make toolchain has not run"))
  func recordingsAreWhatGoPrints() throws {
    let programs = try GoProgram.all()
    let outputs = try GoProgram.outputsOfGo(programs)
    for program in programs {
      #expect(outputs[program.name] == program.output, "\(program.name)")
    }
  }

  /// Each opcode stands in some program: what is not run is not known to be right.
  @Test func everyOpcodeIsRun() throws {
    var missing = Set(Opcode.allCases)
    // They stand where a program cannot come to, or where Go makes no sense.
    missing.subtract([.unknown, .undefined, .unreachable, .halt])
    for program in try GoProgram.all() {
      let sample = try LoweredSample(program.text, isWhole: true)
      for node in sample.declarations {
        for function in sample.bodies.body(of: node)?.functions.elements ?? [] {
          for instruction in function.instructions.elements { missing.remove(instruction.opcode) }
        }
      }
    }
    #expect(missing.isEmpty)
  }
}

import GoTypes
import Testing

@testable import GoIR

/// Calls of libraries of which it is known how they end.
struct LibraryCallTests {
  /// The opcodes that end the reachable blocks of the last function, in their order.
  private func ends(_ text: String) throws -> [Opcode] {
    let function = try LoweredSample(text).function()
    return function.blocks.ids.filter { !function.blocks[$0].isUnreachable }
      .map { function.instructions[function.terminator(of: $0)].opcode }
  }

  @Test(arguments: [
    ("os", "os.Exit(1)", Opcode.halt), ("log", "log.Fatalf(\"%d\", n)", .halt),
    ("runtime", "runtime.Goexit()", .unwind), ("log", "log.Panic(n)", .unwind),
    ("log", "log.New(nil, \"\", 0).Fatalln()", .halt), ("log", "log.Println(n)", .return),
  ])
  func whatNeverReturnsEndsTheBlock(path: String, call: String, end: Opcode) throws {
    let text = "import \"\(path)\"\nfunc f(n int) {\n\t\(call)\n\tprintln(n)\n}"
    #expect(try ends(text) == [end])
  }

  @Test(arguments: ["t.Fatal(1)", "t.FailNow()", "t.Skipf(\"\")", "tb.Fatal()", "s.Fatal()"])
  func testsEndWithTheirGoroutine(call: String) throws {
    let text = """
      import "testing"
      type suite struct{ *testing.T }
      func f(t *testing.T, tb testing.TB, s suite) {
      \tdefer println()
      \t\(call)
      \tprintln()
      }
      """
    let function = try LoweredSample(text).function()
    let opcodes = function.values(in: .entry).map { function.instructions[$0].opcode }
    #expect(opcodes.suffix(2) == [.runDeferred, .unwind])
  }

  @Test func aFunctionThatEndsWithOneNeverReturns() throws {
    let text = """
      import "os"
      func usage() { println(); os.Exit(2) }
      func fail(n int) { usage() }
      func f(n int) { fail(n); println(n) }
      """
    #expect(try ends(text) == [.halt])
  }

  /// The panic of a library may be recovered from, like any other.
  @Test func aPanicOfALibraryMayBeRecoveredFrom() throws {
    let text = """
      import "log"
      func f() (n int) {
      \tdefer func() { recover() }()
      \tlog.Panic(n)
      \treturn 1
      }
      """
    #expect(try ends(text) == [.return])
  }
}

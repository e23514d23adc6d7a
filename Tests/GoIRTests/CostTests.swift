import Basics
import Testing

@testable import GoIR

/// Long and deep functions cost about their length. The bounds are generous, and a debug build
/// stays below a tenth of them: they are there to notice what grows with the square.
struct CostTests {
  /// A function whose body is pieces of text.
  struct Input: Sendable, CustomStringConvertible {
    var description: String
    var text: String

    /// `count` times a piece, which may contain its number as `#`.
    init(
      _ name: String, _ before: String, _ count: Int, _ piece: String, _ after: String,
      closing: String = ""
    ) {
      description = name
      var body = ""
      for number in 0..<count {
        body += piece.split(separator: "#", omittingEmptySubsequences: false)
          .joined(separator: "\(number)")
      }
      text = before + body + String(repeating: closing, count: count) + after
    }
  }

  private static let variables = "func f(p bool, n int) int {\n\tv, w, x := 0, 1, 2\n"
  private static let end = "\treturn v + w + x + n\n}\n"

  static let inputs = [
    Input("statements", variables, 10_000, "\tv = w + x*#\n", end),
    Input("ifs", variables, 4_000, "\tif p { v, w, x = w, x+1, v }\n", end),
    Input("returns", variables, 8_000, "\tif n == # { return v + w }\n", end),
    Input("same value", variables, 8_000, "\tif p { x = n }\n", end),
    Input("else if", variables + "\tif p {\n", 6_000, "\t} else if n == # {\nv = w\n", "}\n" + end),
    Input("switch", variables + "\tswitch n {\n", 6_000, "\tcase #:\n\tv = w\n", "}\n" + end),
    Input("nested ifs", variables, 2_000, "if p {\nv++\n", end, closing: "}\nw--\n"),
    Input("nested loops", variables, 1_000, "for p {\nv++\n", end, closing: "}\nw--\n"),
    Input("loops", variables, 3_000, "for i := range n { if p { continue }; v += i }\n", end),
    Input("labels", variables, 2_000, "L#:\n\tif n == # { v += w; goto L# }\n", end),
    Input("nested literals", variables, 1_500, "func() {\nv++\n", end, closing: "}()\n"),
    Input("deferred literals", variables, 5_000, "defer func() { v += # }()\n", end),
    Input("conditional defers", variables, 1_000, "if p { defer println(#) }\n", end),
    Input("and", "func f(p bool) bool { return p", 6_000, " && p", "}\n"),
    Input("elements", "var x = []int{", 40_000, "#,", "}\n"),
    Input("structs", "var x = []struct{ a, b int }{", 10_000, "{#, #},\n", "}\n"),
    Input("declarations", "func f() {\n", 4_000, "v# := #\n_ = v#\n", "}\n"),
  ]

  @Test(arguments: inputs)
  func loweringCostsAboutTheLength(_ input: Input) throws {
    let seconds = Parallel.withLargeStack { () -> Double? in
      guard let sample = try? LoweredSample(input.text) else { return nil }
      let time = ContinuousClock().measure { _ = sample.declarations }
      return Double(time.components.seconds) + 1e-18 * Double(time.components.attoseconds)
    }
    #expect(try #require(seconds) < 20)
  }
}

import Basics
import Testing

@Suite struct GlobTests {
  @Test(
    arguments: [
      ("a.go", ["a.go", "x/a.go", "x/y/a.go", "a.go/b"], ["ba.go", "a.gox"]),
      ("/a.go", ["a.go"], ["x/a.go"]), ("./a.go", ["a.go", "x/a.go"], ["b.go"]),
      ("*_gen.go", ["a_gen.go", "x/_gen.go"], ["a_gen.go1", "gen.go"]),
      ("x/*.go", ["x/a.go"], ["x/y/a.go", "y/x/a.go", "x/a.c"]),
      ("gen", ["gen/a.go", "x/gen/y/a.go", "gen"], ["gent/a.go"]),
      ("gen/", ["gen/a.go", "x/gen/a.go"], ["a/gen.go"]),
      ("x/gen", ["x/gen/a.go"], ["y/x/gen/a.go"]),
      ("gen/**", ["gen/a.go", "gen/x/a.go"], ["gen", "x/gen/a.go"]),
      ("**/gen/*.go", ["gen/a.go", "x/y/gen/a.go"], ["gen/x/a.go"]),
      ("x/**/y/*.go", ["x/y/a.go", "x/1/2/y/a.go"], ["x/a.go", "y/a.go"]),
      ("**", ["a.go", "x/a.go"], []), ("*", ["a.go", "x/a.go"], []),
      ("a?c", ["abc", "aéc"], ["ac", "a/c", "abbc"]),
      ("[a-c]x", ["ax", "cx"], ["dx", "x"]), ("[!a-c]x", ["dx", "éx"], ["ax"]),
      ("[]a]x", ["]x", "ax"], ["bx"]), ("[\\]]x", ["]x"], ["\\x"]), ("[a-]x", ["-x"], ["bx"]),
      ("\\*x", ["*x"], ["ax"]), ("a*b*c", ["abc", "aXbYbZc"], ["abX", "acb"]),
      ("{a,b}.go", ["{a,b}.go"], ["a.go"]),
    ] as [(String, [String], [String])])
  func matchesAsGitIgnoresFiles(pattern: String, those: [String], others: [String]) throws {
    let glob = try #require(Glob(pattern))
    for path in those { #expect(glob.matches(path), "\(pattern) and \(path)") }
    for path in others { #expect(!glob.matches(path), "\(pattern) and \(path)") }
  }

  @Test(arguments: ["", "/", "./", "!a", "a[b", "[", "[z-a]"])
  func refusesWhatIsNoPattern(text: String) { #expect(Glob(text) == nil) }

  @Test func takesNoLongerForManyStars() throws {
    let glob = try #require(Glob(Array(repeating: "**/a*a*a*", count: 20).joined(separator: "/")))
    let path = Array(repeating: String(repeating: "a", count: 40), count: 60)
    #expect(glob.matches(path.joined(separator: "/")))
    #expect(!glob.matches(path.map { "b" + $0 }.joined(separator: "/")))
  }
}

import Basics
import GoSyntax
import Testing

/// Text that is no Go: every byte sequence has a tree, and what parsed around the damage stays.
struct BrokenTextTests {
  @Test(arguments: ["", " ", "\n\n", "\u{FEFF}", "// c", "\u{FEFF}// c\n"])
  func aFileWithoutCodeIsARootAlone(text: String) throws {
    let tree = try parse(text)
    #expect(tree.kind(.root) == .sourceFile)
    #expect(tree.errors == [])
    #expect(Array(tree.children(.root)) == [])
    #expect(tree.texts(.comment) == (text.contains("//") ? ["// c"] : []))
  }

  @Test func aByteOrderMarkMovesNothing() throws {
    let tree = try parse("\u{FEFF}package a\n\nvar x = 1\n")
    #expect(tree.errors == [])
    #expect(tree.text(tree.first(.packageIdentifier)) == "a")
    #expect(tree.text(tree.first(.varSpec)) == "x = 1")
    #expect(tree.range(tree.first(.packageClause)).start == 3)
  }

  @Test func carriageReturnsAreSpace() throws {
    let unix = "package a\n\n// c\nfunc f() {\n\tx := 1\n\t_ = `a\nb`\n}\n"
    let windows = unix.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let tree = try parse(windows)
    #expect(tree.errors == [])
    #expect(tree.nodes.map(\.kind) == (try parse(unix)).nodes.map(\.kind))
    #expect(tree.texts(.shortVarDeclaration) == ["x := 1"])
  }

  @Test func bytesThatAreNotUTF8InCommentsAndStringsAreText() throws {
    let text: [[UInt8]] = [
      Array("package a\n// ".utf8), [0xFF, 0xC0, 0x80], Array("\nvar x = \"".utf8), [0xFE, 0xED],
      Array("\"\nvar y = `".utf8), [0x80], Array("`\nvar z = 1\n".utf8),
    ]
    let tree = try parse(Array(text.joined()))
    #expect(tree.errors == [])
    #expect(tree.texts(.identifier) == ["x", "y", "z"])
    #expect(tree.range(tree.first(.comment)).count == 6)
    #expect(tree.brokenInvariants() == [])
  }

  @Test(
    arguments: [
      ("package a\n\nfunc f() { x := }\n\nfunc g() { y := 1 }\n", "missing `identifier`", 26),
      ("package a\n\nfunc f() { x := 1 2 }\n\nfunc g() { y := 1 }\n", "unexpected text", 29),
      ("package a\n\nvar x = )\n\nfunc g() { y := 1 }\n", "unexpected text", 19),
    ] as [(String, String, UInt32)])
  func errorsSayWhatAndWhere(text: String, message: String, offset: UInt32) throws {
    let tree = try parse(text)
    let error = try #require(tree.errors.first)
    #expect(error.message == message)
    #expect(error.range.start == offset)
    #expect(error.range.count <= 8)
    #expect(tree.texts(.shortVarDeclaration).last == "y := 1")
  }

  @Test func theRestOfAFileWithAConflictMarkerStays() throws {
    let tree = try parse(
      "package a\n\nfunc f() { x := 1 }\n\n<<<<<<< HEAD\nfunc g() {}\n=======\n>>>>>>> b\n")
    #expect(!tree.errors.isEmpty)
    #expect(tree.texts(.functionDeclaration).first == "func f() { x := 1 }")
  }

  @Test(arguments: [
    "package a\nvar x = \"open\nvar y = 1\n", "package a\nvar x = `open\nvar y = 1\n",
    "package a\n/* open\nvar y = 1\n", "package a\nvar x = 'a\nvar y = 1\n",
    "package a\nfunc f() { g(new(\"open\n", "package a\nfunc (t T) M[P any\n",
    "package a\nvar x = \"open\\",
  ])
  func whatIsNotClosedIsAnError(text: String) throws {
    let tree = try parse(text)
    #expect(!tree.errors.isEmpty)
    #expect(tree.brokenInvariants() == [])
    #expect(tree.texts(.packageIdentifier) == ["a"])
  }

  @Test func garbageHasATree() throws {
    var random = SeededNumbers(seed: 7)
    for size in [1, 2, 3, 17, 256, 4096] {
      let bytes = (0..<size).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      let tree = try parse(bytes)
      #expect(tree.brokenInvariants() == [])
      #expect(size < 17 || !tree.errors.isEmpty)
    }
  }

  @Test(arguments: [1, 100, 10_000])
  func zeroBytesHaveATree(count: Int) throws {
    let zeroes = Array(repeating: UInt8(0), count: count)
    #expect(try parse(zeroes).brokenInvariants() == [])
    let tree = try parse(Array("package a\n".utf8) + zeroes + Array("\nvar x = 1\n".utf8))
    #expect(tree.brokenInvariants() == [])
    #expect(tree.texts(.packageIdentifier) == ["a"])
    #expect(tree.texts(.varSpec) == ["x = 1"])
  }

  // Nested ten thousand deep: nothing in parsing goes down with the tree.
  @Test(arguments: [
    ("var x = ", "(", "1", ")"), ("func f() ", "{", "", "}"), ("var x = ", "f(", "", ")"),
    ("var x ", "[]", "int", ""), ("var x = ", "1 + ", "1", ""), ("var x = ", "-", "1", ""),
    ("var x = 1", " + 1", "", ""), ("func f() ", "{ if x ", "{}", "}"), ("var x ", "*", "T", ""),
    ("var x ", "func(", "", ")"), ("var x = ", "a[", "1", "]"), ("var x = a", ".b", "", ""),
    ("var x = ", "func() { f(", "", ") }"), ("func f() { ", "if x {} else ", "{} }", ""),
    ("var x = ", "[]T{", "", "}"),
  ])
  func deepNestingParses(head: String, open: String, middle: String, close: String) throws {
    let depth = 10_000
    let text =
      "package a\n\n" + head + String(repeating: open, count: depth) + middle
      + String(repeating: close, count: depth) + "\n\nfunc last() {}\n"
    let tree = try parse(text)
    #expect(tree.errors == [])
    #expect(tree.brokenInvariants() == [])
    #expect(tree.nodes.count > depth)
    #expect(tree.text(tree.all(.functionDeclaration).last ?? .none) == "func last() {}")
  }

  // What is looked ahead at for one token must not be looked at again for the next.
  @Test(arguments: [
    "(", "[", "{", "new(", "new([", "new((", "new(*", "new(map[", "new(func(", "new(struct{",
    "make(a[", "func (", "func (T) M[", "\nfunc (T) M[", "func(", "chan ", "new(chan ",
    "\nfunc (", "}", ")", "if x {", "new(new[", "\"", "'", "/*", "`",
  ])
  func thousandsOfOpenBracketsTakeNoTime(text: String) throws {
    let tree = try parse("package a\n" + String(repeating: text, count: 4_000))
    #expect(tree.brokenInvariants() == [])
    #expect(tree.texts(.packageIdentifier) == ["a"])
  }

  @Test func typesNestedDeeplyInNewAreSurvived() throws {
    let stars = String(repeating: "*", count: 50_000)
    let tree = try parse("package a\n\nvar x = 08z }\nvar p = new(\(stars)T)\n")
    #expect(tree.brokenInvariants() == [])
  }

  @Test func aMegabyteInOneLineParses() throws {
    let text = "package a; var x = []int{" + String(repeating: "1, ", count: 350_000) + "}"
    let tree = try parse(text)
    #expect(tree.errors == [])
    #expect(tree.all(.intLiteral).count == 350_000)
    #expect(tree.range(.root).count == text.utf8.count)
  }

  @Test func aLongStringIsOneNode() throws {
    let text = "package a\n\nvar x = `" + String(repeating: "x", count: 1 << 20) + "`\n"
    let tree = try parse(text)
    #expect(tree.errors == [])
    #expect(tree.range(tree.first(.rawStringLiteral)).count == (1 << 20) + 2)
  }
}

/// A sequence of numbers that is the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

import Basics
import TestKit
import Testing

@testable import OracleKit

struct TypeComparisonTests {
  /// `x.f(y)[0]` and a line below it, in the words of the oracle.
  private static let source = "x.f(y)[0]\nint(g)\n"
  private static func stream(path: String) -> String {
    """
    T 0 int
    T 1 []int
    T 2 func(string) []int
    N 0 a/b.(*X).f
    F \(path)
    E 0 9 i 0
    E 0 6 c 1
    C 0 6 0
    T 3 string
    E 0 3 s 2
    E 4 5 d 3
    V 10 16
    E 10 16 c 0

    """
  }

  /// Answers from a table.
  private struct Table: TypeClaims, FileClaims {
    var types: [ByteRange: String] = [:]
    var callees: [ByteRange: String] = [:]

    func claims(path: String) -> (any FileClaims)? { self }
    func type(of range: ByteRange) -> String? { types[range] }
    func callee(of range: ByteRange) -> String? { callees[range] }
  }

  private static func range(_ start: UInt32, _ end: UInt32) -> ByteRange {
    ByteRange(start: start, end: end)
  }

  /// The report on claims about the source above, with its tally.
  private static func compare(
    _ claims: some TypeClaims, top: Int = 10
  ) throws -> (tally: TypeTally, report: String) {
    try TemporaryDirectory.with(["p/a.go": source]) { root in
      let stream = try OracleStream(bytes: Array(stream(path: root + "/p/a.go").utf8))
      #expect(stream.paths == [root + "/p/a.go"])
      let tally = try TypeComparison.compare(stream, with: claims, jobs: 2)
      return (tally, TypeReport(tally, top: top, directory: root).text())
    }
  }

  @Test func rightAnswersAreCounted() throws {
    let claims = Table(
      types: [
        Self.range(0, 9): "int", Self.range(0, 6): "[]int", Self.range(0, 3): "func(string) []int",
        Self.range(4, 5): "string", Self.range(10, 16): "int",
      ],
      callees: [Self.range(0, 6): "a/b.(*X).f"])
    let (tally, report) = try Self.compare(claims)
    #expect(tally.types == Agreement(count: 5, claimed: 5, agreed: 5))
    #expect(tally[.call] == Agreement(count: 2, claimed: 2, agreed: 2))
    #expect(tally[.index].count == 1)
    #expect(tally.functions == Agreement(count: 1, claimed: 1, agreed: 1))
    #expect(tally.otherCalls == Agreement(count: 1, claimed: 0, agreed: 0))
    #expect(report.hasSuffix("\ntypes: claimed 100.0 %, agreed 100.0 %, callees 100.0 %\n"))
    #expect(!report.contains("wrong") && !report.contains("without"))
  }

  @Test func wrongAnswersAreShownWithTheirPlaces() throws {
    let claims = Table(
      types: [Self.range(0, 9): "int", Self.range(0, 6): "[]uint8", Self.range(10, 16): "g"],
      callees: [Self.range(0, 6): "a/b.X.f", Self.range(10, 16): "int"])
    let (tally, report) = try Self.compare(claims)
    #expect(tally.types == Agreement(count: 5, claimed: 3, agreed: 1))
    #expect(tally.functions == Agreement(count: 1, claimed: 1, agreed: 0))
    #expect(tally.otherCalls == Agreement(count: 1, claimed: 1, agreed: 0))
    #expect(
      report.hasSuffix(
        """

        wrong types: 2 of 2 kinds
          racelint says []uint8, go/types says []int: 1, p/a.go:1:1 x.f(y)
          racelint says g, go/types says int: 1, p/a.go:2:1 int(g)

        wrong callees: 2 of 2 kinds
          racelint says a/b.X.f, go/types says a/b.(*X).f: 1, p/a.go:1:1 x.f(y)
          racelint says int, go/types says a conversion: 1, p/a.go:2:1 int(g)

        without a type: 2 of 2 kinds
          identifier x that is a basic type or parameter: 1, p/a.go:1:5 y
          selector x.x that is a function: 1, p/a.go:1:1 x.f

        types: claimed 60.0 %, agreed 33.3 %, callees 0.0 %

        """), "\(report)")
  }

  @Test func sharesBelowAThresholdAreNamed() throws {
    let claims = Table(
      types: [
        Self.range(0, 9): "int", Self.range(0, 6): "[]int", Self.range(0, 3): "string",
        Self.range(10, 16): "int",
      ],
      callees: [Self.range(0, 6): "a/b.(*X).f"])
    let tally = try Self.compare(claims).tally
    func shortfalls(_ text: String) throws -> [String] {
      try #require(TypeThresholds(text)).shortfalls(of: tally)
    }
    #expect(try shortfalls("claimed=80,agreed=75,callees=100").isEmpty)
    #expect(try shortfalls("claimed=80.1") == ["claimed is 80.0 %, not 80.1 %"])
    #expect(
      try shortfalls("class-agreed=100") == [
        "agreed of each selector is 0.0 %, not 100.0 %",
        "agreed of each composite literal is a share of nothing, not 100.0 %",
      ])
  }

  @Test(arguments: [
    "", "agreed", "agreed=", "agreed=x", "agreed=-1", "agreed=100.1", "agreed=1.11", "agreed=1.",
    "right=1", "agreed=1,agreed=2", "agreed=1,", "agreed=1=2", "agreed= 1",
  ])
  func thresholdsAreReadStrictly(text: String) { #expect(TypeThresholds(text) == nil) }

  @Test func whatIsNotKnownIsGrouped() throws {
    let (tally, report) = try Self.compare(NoClaims(), top: 1)
    #expect(tally.unknownFiles == 1)
    #expect(tally.types == Agreement(count: 5, claimed: 0, agreed: 0))
    #expect(
      report == """
        expressions                count   claimed    agreed
        selector                       1     0.0 %         -
        index                          1     0.0 %         -
        call                           2     0.0 %         -
        composite literal              0         -         -
        identifier                     1     0.0 %         -
        function literal               0         -         -
        other                          0         -         -
        all                            5     0.0 %         -

        calls                      count   claimed    agreed
        functions and methods          1     0.0 %         -
        interface methods              0         -         -
        others                         1     0.0 %         -

        files of which nothing is known: 1

        without a type: 5 of 5 kinds
          call x(…) that is a basic type or parameter: 1, p/a.go:2:1 int(g)

        without a callee: 1 of 1 kinds
          a/b.(*X).f: 1, p/a.go:1:1 x.f(y)

        types: claimed 0.0 %, agreed 0.0 %, callees 0.0 %

        """, "\(report)")
  }

  @Test func talliesOfSeveralFilesAdd() throws {
    var lines = "T 0 int\n"
    for file in 0..<40 { lines += "F /nowhere/\(file).go\nE 1 2 d 0\nE 3 4 d 0\n" }
    let claims = Table(types: [Self.range(1, 2): "uint"])
    let tally = try TypeComparison.compare(
      try OracleStream(bytes: Array(lines.utf8)), with: claims, jobs: 2)
    #expect(tally[.identifier] == Agreement(count: 80, claimed: 40, agreed: 0))
    let wrong = try #require(tally.wrongTypes.first)
    #expect(tally.wrongTypes.count == 1)
    #expect(wrong.value.count == 40)
    #expect(wrong.value.first.path == "/nowhere/0.go")
    #expect(
      TypeReport(tally, top: 9, directory: "/").text().contains("nowhere/0.go, bytes 1 to 2"))
  }

  @Test func sharesAreNotRoundedUp() {
    #expect(Agreement(count: 1000, claimed: 1000, agreed: 999).agreedShare == 999)
    #expect(Agreement(count: 100_000, claimed: 98_999, agreed: 0).claimedShare == 989)
    #expect(Agreement().claimedShare == nil)
  }

  @Test(arguments: [
    ("E 1 2 d 0\n", 1), ("T 0 int\n\n", 2), ("T 0 int\nT 2 int\n", 2), ("T 0\n", 1), ("N x y\n", 1),
    ("F\n", 1), ("X\n", 1),
  ])
  func brokenTablesAreRefused(text: String, line: Int) {
    #expect(throws: OracleStreamError(line: line)) {
      try OracleStream(bytes: Array(text.utf8))
    }
  }

  @Test(arguments: [
    "E 1 2 d 1", "E 1 2 z 0", "E 2 1 d 0", "E 1 2 d", "E 1 2 d 0 ", "E 1", "E  1 2 d 0", "C 1 2 0",
    "B 1", "B 1 2 3", "B 1 99999999999", "X 1 2", "",
  ])
  func brokenRecordsAreRefused(line: String) throws {
    let text = "T 0 int\nF /a.go\nB 1 2\nT 1 uint\n" + line + "\nB 3 4\n"
    // The first of these refers to a type that is there.
    let stream = try OracleStream(bytes: Array(text.utf8))
    if line == "E 1 2 d 1" {
      #expect(try TypeComparison.compare(stream, with: NoClaims()).types.count == 1)
      return
    }
    #expect(throws: OracleStreamError(line: 3, path: "/a.go")) {
      try TypeComparison.compare(stream, with: NoClaims())
    }
  }

  @Test(arguments: [
    ("a.b(c, d)[0].e", "x.x(…)[…].x"), ("func(a int) {}", "func(…) {}"), ("*p + 0x1f", "*x + 1"),
    ("[]int{1}", "[]x{…}"), ("\"a(\\\"b\" +\n\t`c`", "\"\" + ``"), ("f(')', \"]\").x", "x(…).x"),
    ("a", "x"), ("f(", "x(("),
    ("aa+bb+cc+dd+ee+ff+gg+hh+ii+jj+kk+ll+mm", "x+x+x+x+x+x+x+x+x+x+x+x+…"),
  ])
  func shapesForgetNames(text: String, shape: String) {
    let bytes = Array(text.utf8)
    #expect(ExpressionShape.of(ByteRange(start: 0, end: UInt32(bytes.count)), in: bytes) == shape)
  }

  @Test(arguments: [
    ("*int", "a pointer"), ("map[string]int", "a map"), ("(int, bool)", "several values"),
    ("[4]int", "an array"), ("a/b.C", "a named type"), ("a/b.C[int]", "an instantiated type"),
    ("untyped nil", "untyped"), ("int", "a basic type or parameter"), ("any", "an interface"),
  ])
  func typesFallIntoSorts(spelling: String, kind: String) {
    #expect(TypeKind.of(spelling) == kind)
  }
}

extension Agreement {
  fileprivate init(count: Int, claimed: Int, agreed: Int) {
    self.init()
    self.count = count
    self.claimed = claimed
    self.agreed = agreed
  }
}

import Basics
import Findings
import Testing

@Suite struct EditApplicationTests {
  private let text = SourceText(path: "a.go", text: "one two three\n")

  private func edit(
    _ range: Range<UInt32>, _ replacement: String, file: String = "a.go", isShared: Bool = false
  ) -> TextEdit {
    TextEdit(
      SourceLocation(file: file, range: ByteRange(start: range.lowerBound, end: range.upperBound)),
      replacement: replacement, isShared: isShared)
  }

  private func fix(_ edits: TextEdit...) -> Fix { Fix(title: "", safety: .safe, edits: edits) }

  private func result(_ application: EditApplication, _ file: Int = 0) -> String {
    String(decoding: application.files[file].newBytes, as: UTF8.self)
  }

  /// Two locks around one statement would wait for each other.
  @Test func waitsWhereAnotherFixReaches() {
    let place = SourceLocation(file: "a.go", range: ByteRange(start: 4, end: 14))
    let outer = Fix(
      title: "", safety: .unsafe, edits: [edit(4..<4, "<"), edit(14..<14, ">")], reach: [place])
    let inner = fix(edit(7..<7, "["), edit(8..<8, "]"))
    let elsewhere = fix(edit(0..<0, "("), edit(2..<2, ")"))
    let source = ["a.go": SourceText(path: "a.go", bytes: Array("one two three four".utf8))]
    #expect(
      EditApplication([outer, inner, elsewhere], to: source).outcomes
        == [.applied, .deferred, .applied])
    #expect(EditApplication([inner, outer], to: source).outcomes == [.applied, .deferred])
  }

  @Test func insertsReplacesAndDeletes() {
    let application = EditApplication(
      [fix(edit(0..<0, ">")), fix(edit(4..<7, "2")), fix(edit(8..<14, ""))],
      to: ["a.go": text])
    #expect(application.outcomes == [.applied, .applied, .applied])
    #expect(result(application) == ">one 2 ")
  }

  @Test func takesAFixWholeOrNotAtAll() {
    let other = SourceText(path: "b.go", text: "x")
    let application = EditApplication(
      [
        fix(edit(0..<3, "1")),
        fix(edit(2..<5, "-"), edit(0..<1, "y", file: "b.go")),
      ], to: ["a.go": text, "b.go": other])
    #expect(application.outcomes == [.applied, .deferred])
    #expect(application.files.map(\.source.path) == ["a.go"])
  }

  @Test func letsOneFixChangeSeveralFiles() {
    let other = SourceText(path: "b.go", text: "x")
    let application = EditApplication(
      [fix(edit(0..<3, "1"), edit(0..<1, "y", file: "b.go"))], to: ["a.go": text, "b.go": other])
    #expect(result(application, 0) == "1 two three\n")
    #expect(result(application, 1) == "y")
  }

  @Test(
    arguments: [
      (0..<4, 4..<7), (4..<7, 0..<4), (4..<4, 4..<7), (4..<7, 7..<7), (3..<6, 4..<5),
      (4..<4, 4..<4),
    ] as [(Range<UInt32>, Range<UInt32>)])
  func defersWhatOverlapsOrTouches(first: Range<UInt32>, second: Range<UInt32>) {
    let application = EditApplication(
      [fix(edit(first, "A")), fix(edit(second, "B"))], to: ["a.go": text])
    #expect(application.outcomes == [.applied, .deferred])
  }

  @Test func keepsTouchingEditsOfOneFixInOrder() {
    let application = EditApplication(
      [fix(edit(4..<4, "a"), edit(4..<4, "b"), edit(4..<7, "c"))], to: ["a.go": text])
    #expect(result(application) == "one abc three\n")
  }

  @Test func countsEqualFixesOnce() {
    let same = fix(edit(0..<3, "1"), edit(4..<4, "x"))
    let application = EditApplication([same, same], to: ["a.go": text])
    #expect(application.outcomes == [.applied, .applied])
    #expect(result(application) == "1 xtwo three\n")
  }

  @Test func makesAnImportOnceForSeveralFixes() {
    let slices = edit(0..<0, "slices;", isShared: true)
    let maps = edit(0..<0, "maps;", isShared: true)
    let application = EditApplication(
      [
        fix(slices, edit(4..<7, "2")), fix(slices, edit(8..<13, "3")),
        fix(maps, edit(14..<14, "!")),
      ],
      to: ["a.go": text])
    #expect(application.outcomes == [.applied, .applied, .applied])
    #expect(result(application) == "maps;slices;one 2 3\n!")
  }

  @Test func makesTheFirstImportOfAFileAlone() {
    let imports = ["slices;", "maps;", "slices;"].map {
      var first = edit(0..<0, $0, isShared: true)
      first.isAlone = true
      return first
    }
    let application = EditApplication(
      [
        fix(imports[0], edit(4..<7, "2")), fix(imports[1], edit(8..<13, "3")),
        fix(imports[2], edit(14..<14, "!")),
      ],
      to: ["a.go": text])
    #expect(application.outcomes == [.applied, .deferred, .applied])
    #expect(result(application) == "slices;one 2 three\n!")
  }

  @Test func defersAnEqualInsertionThatIsNotShared() {
    // The lock may be needed twice, once or not at all once the first fix is in.
    let lock = edit(0..<0, "mu.Lock();")
    let application = EditApplication(
      [fix(lock, edit(4..<4, "mu.Unlock();")), fix(lock, edit(8..<8, "mu.Unlock();"))],
      to: ["a.go": text])
    #expect(application.outcomes == [.applied, .deferred])
  }

  @Test func defersAFixThatDeclaresANameAgain() {
    func declaration(_ name: String, at place: UInt32, in scope: Range<UInt32>) -> Fix {
      var edit = edit(place..<place, "var \(name) T;")
      let range = ByteRange(start: scope.lowerBound, end: scope.upperBound)
      edit.names = [DeclaredName(name, in: SourceLocation(file: "a.go", range: range))]
      return fix(edit)
    }
    let application = EditApplication(
      [
        declaration("mu", at: 0, in: 0..<8), declaration("mu", at: 4, in: 4..<6),
        declaration("other", at: 6, in: 0..<8), declaration("mu", at: 10, in: 8..<14),
      ], to: ["a.go": text])
    #expect(application.outcomes == [.applied, .deferred, .applied, .applied])
  }

  @Test func ordersSharedInsertionsOfOneFix() {
    let fix = fix(
      edit(0..<0, "slices;", isShared: true), edit(0..<3, "1"),
      edit(0..<0, "maps;", isShared: true))
    #expect(fix.edits.map(\.replacement) == ["maps;", "slices;", "1"])
  }

  @Test func refusesFixesThatMakeNoSense() {
    let application = EditApplication(
      [
        fix(), fix(edit(10..<99, "")), fix(edit(0..<1, "", file: "gone.go")),
        fix(edit(0..<3, ""), edit(2..<5, "")),
      ], to: ["a.go": text])
    #expect(application.outcomes == [.invalid, .invalid, .invalid, .invalid])
    #expect(application.files.isEmpty)
  }

  @Test func leavesByteOrderMarkAndStrangeBytesAlone() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0x0D, 0x0A]
    let application = EditApplication(
      [fix(edit(3..<4, "b"))], to: ["a.go": SourceText(path: "a.go", bytes: bytes)])
    #expect(application.files[0].newBytes == [0xEF, 0xBB, 0xBF, 0x62, 0xFF, 0x0D, 0x0A])
  }

  @Test func givesNewLinesTheLineEndingOfTheirFile() {
    let fixes = [
      fix(edit(3..<3, "b\nc\r\n", file: "dos.go"), edit(0..<0, "\n", file: "unix.go"))
    ]
    let finding = Finding(
      rule: "r", severity: .warning, confidence: .likely, message: "m",
      location: SourceLocation(file: "dos.go", range: ByteRange(at: 0)), package: "p", symbol: "",
      subject: "", anchorText: "", trace: [], fixes: fixes)
    var report = AnalysisReport(
      findings: [finding], diagnostics: [],
      summary: .init(packages: 1, files: 2, bytes: 8, elapsedSeconds: 0),
      sources: [
        "dos.go": SourceText(path: "dos.go", text: "a\r\nb\r\n"),
        "unix.go": SourceText(path: "unix.go", text: "a\nb\r\n"),
      ])
    report.matchLineEndings()
    let replacements = report.findings[0].fixes[0].edits.map { Array($0.replacement.utf8) }
    #expect(replacements == [Array("b\r\nc\r\n".utf8), Array("\n".utf8)])
  }
}

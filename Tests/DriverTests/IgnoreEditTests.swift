import Basics
import Findings
import Testing

@testable import Driver

/// Comments that an editor offers leave the finding out, or are not offered.
@Suite struct IgnoreEditTests {
  /// The texts with each comment for a finding at `here`.
  private func texts(_ text: String) throws -> [String] {
    let source = SourceText(path: "a.go", text: text)
    let place = try #require(text.firstRange(of: "here"))
    let start = UInt32(text.utf8.distance(from: text.startIndex, to: place.lowerBound))
    let finding = Finding(
      rule: "late-add", severity: .warning, confidence: .confirmed, message: "m",
      location: SourceLocation(file: "a.go", range: ByteRange(start: start, end: start + 4)),
      package: "p", symbol: "", subject: "s", anchorText: "here", trace: [], fixes: [])
    return IgnoreEdit.all(for: finding, in: source).map { ignore in
      var bytes = source.bytes
      bytes.insert(
        contentsOf: ignore.edit.replacement.utf8, at: Int(ignore.edit.location.range.start))
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test func bothFormsAreOfferedForAStatement() throws {
    #expect(
      try texts("package p\n\nfunc f() {\n\there()\n}\n") == [
        "package p\n\nfunc f() {\n\there() //nolint:late-add\n}\n",
        "package p\n\nfunc f() {\n\t//racelint:ignore late-add TODO: say why\n\there()\n}\n",
      ])
  }

  @Test func linesEndAsTheyDid() throws {
    #expect(
      try texts("package p\r\n\r\nvar x = here\r\n") == [
        "package p\r\n\r\nvar x = here //nolint:late-add\r\n",
        "package p\r\n\r\n//racelint:ignore late-add TODO: say why\r\nvar x = here\r\n",
      ])
  }

  @Test func aCommentDoesNotEndAComment() throws {
    #expect(
      try texts("package p\n\nvar x = here // why\n") == [
        "package p\n\n//racelint:ignore late-add TODO: say why\nvar x = here // why\n"
      ])
  }

  @Test func aStringThatGoesOnTakesNoComment() throws {
    #expect(
      try texts("package p\n\nvar x = here + `\n`\n") == [
        "package p\n\n//racelint:ignore late-add TODO: say why\nvar x = here + `\n`\n"
      ])
    #expect(try texts("package p\n\nvar x = `\n` + here + `\n`\n") == [])
  }
}

import Basics
import Testing

@testable import Findings

@Suite struct BaselineTests {
  private func finding(
    _ text: String, in file: String = "a.go", at offset: UInt32 = 0, symbol: String = "F"
  ) -> Finding {
    Finding(
      rule: "early-done", severity: .error, confidence: .confirmed, message: "m",
      location: SourceLocation(file: file, range: ByteRange(at: offset)), package: "p",
      symbol: symbol, subject: "wg", anchorText: text, trace: [], fixes: [])
  }

  private func named(_ findings: [Finding]) -> [Finding] {
    var findings = findings
    Fingerprints.assign(to: &findings)
    return findings
  }

  private func baseline(of findings: [Finding]) throws -> Baseline {
    try Baseline(reading: Baseline.text(of: findings))
  }

  @Test func isTheSameTextForTheSameFindings() throws {
    let findings = named([
      finding("x", in: "b.go"), finding("y"), finding("x"), finding("x", symbol: "E\t\n"),
    ])
    let text = Baseline.text(of: findings)
    #expect(text == Baseline.text(of: findings.reversed()))
    let rows = String(decoding: text, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t").dropFirst().joined(separator: " ")
    }
    #expect(rows[2...] == ["early-done a.go F", "early-done a.go F", "early-done b.go F"])
    #expect(String(decoding: text, as: UTF8.self).hasPrefix("racelint-baseline 1\n"))
    #expect(Baseline.text(of: []) == Array("racelint-baseline 1\n".utf8))
  }

  @Test func knowsWhatHasMoved() throws {
    let baseline = try baseline(of: named([finding("a  b", at: 7)]))
    #expect(baseline.known(among: named([finding("a\n\tb", in: "moved.go", at: 99)])) == [true])
    #expect(baseline.known(among: named([finding("a c", at: 7)])) == [false])
    #expect(baseline.known(among: named([finding("a  b", at: 7, symbol: "G")])) == [false])
  }

  @Test func countsEqualHazards() throws {
    let three = named([finding("x", at: 1), finding("x", at: 2), finding("x", at: 3)])
    let baseline = try baseline(of: Array(three.prefix(2)))
    #expect(baseline.known(among: three) == [true, true, false])
    // Whichever of them went away, the others are known.
    #expect(baseline.known(among: named([finding("x", at: 2)])) == [true])
    let twice = try self.baseline(of: [three[0], three[0]])
    #expect(twice.known(among: [three[0], three[0], three[0]]) == [true, true, false])
  }

  @Test func readsWhatEditorsAndMergesLeave() throws {
    let one = named([finding("x")])
    let line = "\(one[0].fingerprint)\tearly-done\ta.go\tF"
    for text in [
      "racelint-baseline 1\r\n\r\n# why\r\n\(line)\r\n", "racelint-baseline 1\n\(line)",
      "racelint-baseline 1\n\(one[0].fingerprint)\n",
    ] {
      #expect(try Baseline(reading: Array(text.utf8)).known(among: one) == [true], "\(text)")
    }
  }

  @Test(
    arguments: [
      ("", .noHeader), ("{}\n", .noHeader), ("racelint-baseline\n", .noHeader),
      ("racelint-baseline x\n", .noHeader), ("racelint-baseline 0\n", .noHeader),
      ("racelint-baseline 2\nanything\n", .newer(version: "2")),
      ("racelint-baseline 1\n\n<<<<<<< ours\n", .badLine(3)),
      ("racelint-baseline 1\n0123\tearly-done\n", .badLine(2)),
      ("racelint-baseline 1\n0123456789ABCDEF0123456789ABCDEF\n", .badLine(2)),
    ] as [(String, Baseline.Fault)])
  func saysWhatIsWrong(text: String, fault: Baseline.Fault) {
    #expect(throws: fault) { try Baseline(reading: Array(text.utf8)) }
  }
}

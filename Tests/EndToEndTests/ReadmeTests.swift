import Basics
import TestKit
import Testing

/// What the README shows is what the program prints.
@Suite struct ReadmeTests {
  private let readme: String

  init() throws {
    readme = String(decoding: try FileSystem.read(Programs.root + "/README.md"), as: UTF8.self)
  }

  @Test func theReportIsTheOneOfTheExample() throws {
    let code = try #require(block("go"))
    let shown = try #require(block("text"))
    try TemporaryDirectory.with(["go.mod": Samples.module, "tally.go": code]) { root in
      let printed = try Programs.check("./...", in: root).output
      #expect("$ racelint check ./...\n" + withoutTime(printed) == withoutTime(shown))
    }
  }

  @Test func theTableOfRulesIsComplete() throws {
    let rules = try Subprocess.run([Programs.racelint, "rules"], in: "/").output
    let rows = rules.split(separator: "\n").map { line -> String in
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      return "| `\(words[0])` | \(words.dropFirst(2).joined(separator: " ")) |"
    }
    let table = readme.split(separator: "\n").map(String.init)
      .drop { $0 != "| rule | reports |" }.dropFirst(2).prefix { $0.hasPrefix("| ") }
    #expect(Array(table) == rows)
  }

  /// The first block of a language.
  private func block(_ language: String) -> String? {
    guard let start = readme.firstRange(of: "```\(language)\n"),
      let end = readme[start.upperBound...].firstRange(of: "```")
    else { return nil }
    return String(readme[start.upperBound..<end.lowerBound])
  }

  /// A report up to the elapsed time at its end.
  private func withoutTime(_ report: String) -> Substring {
    report.prefix(upTo: report.lastIndex(of: ",") ?? report.endIndex)
  }
}

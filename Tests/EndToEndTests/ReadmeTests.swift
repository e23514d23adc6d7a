import Basics
import TestKit
import Testing

/// What the README shows is what the program prints.
@Suite struct ReadmeTests {
  private let readme: String

  init() throws {
    readme = String(decoding: try FileSystem.read(Programs.root + "/README.md"), as: UTF8.self)
  }

  @Test func theReportIsTheOneOfTheScenario() throws {
    let shown = try #require(block("text")).split(separator: "\n…\n\n")
    #expect(shown.count == 2)
    let scenario = "Tests/Scenarios/firehose"
    let printed = try Programs.check("./...", in: "\(Programs.root)/\(scenario)").output
    #expect("$ cd \(scenario) && racelint check ./...\n\(printed)".hasPrefix(shown[0]))
    let last = try #require(printed.split(separator: "\n").last)
    #expect(withoutTime(String(last)) == withoutTime(String(shown[1])))
  }

  @Test func theOptionsThatAreNamedAreThere() throws {
    let help = try ["check", "review", "server", "config"].map {
      try Subprocess.run([Programs.racelint, "help", $0], in: "/").output
    }.joined().replacing("[no-]", with: "")
    let own = readme.matches(of: /`(--[a-z-]+)/).map { String($0.1) }
    #expect(own.count > 20)
    for option in own where option != "--format" {
      let name = option.replacing("--no-", with: "--")
      #expect(help.contains(name) || help.contains(option), "\(option)")
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

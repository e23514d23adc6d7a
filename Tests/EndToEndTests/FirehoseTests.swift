import Basics
import TestKit
import Testing

/// The scenario `firehose`: what the table of its README says is what a finding's trace says.
struct FirehoseTests {
  private static let directory = Programs.root + "/Tests/Scenarios/firehose"

  /// The places that a trace has to pass, by the line of the finding.
  private static let roles: [(finding: String, places: [String])] = [
    (
      "threading/server.go:89",
      [
        "billing/sync.go:44", "billing/sync.go:67", "client/timeout.go:30", "client/fused.go:30",
        "threading/server.go:84", "analytics/firehose.go:68", "analytics/firehose.go:128",
        "analytics/firehose.go:58",
      ]
    ),
    (
      "directory/server.go:70",
      [
        "contacts/import.go:62", "contacts/import.go:73", "client/fused.go:56",
        "directory/server.go:65", "analytics/firehose.go:68", "analytics/firehose.go:128",
      ]
    ),
  ]

  /// The roles above stand in the README.
  @Test func rolesAreThoseOfTheReadme() throws {
    let bytes = try FileSystem.read(Self.directory + "/README.md")
    let text = String(decoding: bytes, as: UTF8.self)
    for role in Self.roles {
      #expect(text.contains(role.finding), "\(role.finding)")
      for place in role.places {
        // Later places of one file are written as `:45` alone.
        let file = String(place.prefix { $0 != ":" })
        let line = String(place.drop { $0 != ":" })
        #expect(text.contains(file) && text.contains(line + "`"), "\(place)")
      }
    }
  }

  @Test func nothingElseIsFound() throws {
    let run = try Programs.check("--format", "json", "./...", in: Self.directory)
    let findings = Self.findings(run.output)
    // The server that an interface leads to by two ways is taken for two, and so is its lock.
    withKnownIssue { #expect(findings.count == Self.roles.count) }
  }

  @Test func eachHandOffIsFoundOnce() throws {
    let run = try Programs.check(
      "--only", "async-alias", "--format", "json", "./...", in: Self.directory)
    #expect(run.status == 1)
    let findings = Self.findings(run.output)
    #expect(findings.map(\.place).sorted() == Self.roles.map(\.finding).sorted())
    for finding in findings {
      #expect(finding.text.contains("\"rule\": \"async-alias\""))
      #expect(finding.text.contains("\"confidence\": \"confirmed\""))
      let role = try #require(Self.roles.first { $0.finding == finding.place })
      for place in role.places {
        #expect(finding.trace.contains(place), "\(place)")
      }
    }
  }

  @Test func bothFieldsOfTheThreadAreOneFinding() throws {
    let run = try Programs.check("--quiet", "./...", in: Self.directory)
    #expect(
      run.output.contains(
        """
        `in.AddTags` and `in.RemoveTags` are handed over without a copy: a goroutine reads them \
        while `(*Syncer).SyncCustomerDataToSupport` appends to the same array
        """))
  }

  @Test func findingsDoNotDependOnThreads() throws {
    let one = try Programs.check("--quiet", "--jobs", "1", "./...", in: Self.directory)
    let four = try Programs.check("--quiet", "--jobs", "4", "./...", in: Self.directory)
    #expect(one.output == four.output)
  }

  /// The findings of a report in JSON, each with its place and those of its trace.
  private static func findings(_ report: String) -> [(text: String, place: String, trace: [String])]
  {
    report.split(separator: "\"rule\": ").dropFirst().map { piece in
      let text = "\"rule\": " + piece
      var places: [String] = []
      var file = ""
      for line in text.split(separator: "\n") {
        let words = line.split { $0 == " " || $0 == "\"" || $0 == "," }
        if words.first == "file", words.count > 2 { file = String(words[2]) }
        if words.first == "range", let number = words.first(where: { Int($0) != nil }) {
          places.append("\(file):\(number)")
        }
      }
      return (text, places.first ?? "", Array(places.dropFirst()))
    }
  }
}

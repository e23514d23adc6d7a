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

  @Test(.disabled("the rule async-alias is not there yet"))
  func eachHandOffIsFoundOnce() throws {
    let run = try Programs.check("--only", "async-alias", "./...", in: Self.directory)
    #expect(run.status == 1)
    let heads = run.output.split(separator: "\n").filter {
      $0.contains("async-alias") && $0.contains(".go:")
    }
    #expect(heads.count == Self.roles.count, "\(run.output)")
    for role in Self.roles {
      #expect(heads.contains { $0.contains(role.finding + ":") }, "\(role.finding)")
      for place in role.places { #expect(run.output.contains(place), "\(place)") }
    }
  }
}

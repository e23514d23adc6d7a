import Basics
import Driver
import Reporting
import Synchronization
import TestKit
import Testing

extension ReviewHostFixture {
  /// A run of `racelint review --base main --post`, and how many seconds it waited, each time.
  func post(
    _ kind: Kind, _ changes: [String: String?] = [:], options: [String] = []
  ) -> (run: Run, waits: [Int]) {
    var variables = environment(kind)
    for (name, value) in changes { variables[name] = value }
    let waits = Waits()
    let run = Run(
      ["review", "--base", "main", "--post"] + options, in: root, environment: variables,
      pause: { waits.add($0) })
    return (run, waits.seconds)
  }

  /// What was posted and taken.
  func accepted() throws -> [JSONValue] {
    try FileSystem.read(state + "/accepted").split(separator: UInt8(ascii: "\n")).map { line in
      try #require(JSONValue(reading: Array(line)))
    }
  }
}

/// How long was waited, in seconds.
private final class Waits: Sendable {
  private let list = Mutex<[Int]>([])

  func add(_ duration: Duration) {
    list.withLock { $0.append(Int(duration.components.seconds)) }
  }

  var seconds: [Int] { list.withLock { $0 } }
}

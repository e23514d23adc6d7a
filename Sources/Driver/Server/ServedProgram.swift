import LanguageServer
import Reporting

/// A module, or a directory without one, of which a document is open.
struct ServedProgram {
  /// Whether what is known is about what there is now.
  private(set) var isCurrent = false
  /// When it is to be analysed; nil where it is, or will be by a run that goes on.
  private(set) var due: ContinuousClock.Instant?
  /// What the last run has found; nil before there was one, and where it failed.
  private(set) var report: ServedReport?
  /// What was published last, by the URIs of the files.
  private var published: [String: [JSONValue]] = [:]
  /// Why the last run failed.
  private var failure: String?

  /// Says that something has changed, and when to look what that does.
  mutating func change(due: ContinuousClock.Instant) {
    isCurrent = false
    self.due = due
  }

  /// Says that a run has begun.
  mutating func begin() { due = nil }

  /// Takes what a run about the present state has found. What is to be published.
  mutating func finish(_ report: ServedReport) -> [ServerMessage] {
    self.report = report
    isCurrent = true
    failure = nil
    return publish(report.diagnostics) { report.version(of: $0) }
  }

  /// Takes that a run about the present state has failed. What is to be published.
  mutating func fail(_ reason: String, isMistake: Bool) -> [ServerMessage] {
    report = nil
    isCurrent = true
    var messages = publish([:]) { _ in nil }
    if failure != reason {
      messages.append(
        .notification(
          method: isMistake ? "window/showMessage" : "window/logMessage",
          ["type": isMistake ? 1 : 3, "message": .string("racelint: " + reason)]))
    }
    failure = reason
    return messages
  }

  /// Takes back all that was published.
  mutating func clear() -> [ServerMessage] { publish([:]) { _ in nil } }

  /// Publishes diagnostics: those of open documents always, so that it is known that they are looked
  /// at, and those of other files where they are not as before.
  private mutating func publish(
    _ diagnostics: [String: [JSONValue]], version: (String) -> Int?
  ) -> [ServerMessage] {
    let gone = published.keys.filter { diagnostics[$0] == nil }
    let all = diagnostics.merging(gone.map { ($0, []) }) { first, _ in first }
    var messages: [ServerMessage] = []
    for (uri, list) in all.sorted(by: { $0.key < $1.key }) {
      let version = version(uri)
      if version == nil, published[uri] ?? [] == list { continue }
      var parameters: [String: JSONValue] = ["uri": .string(uri), "diagnostics": .array(list)]
      if let version { parameters["version"] = .number(Double(version)) }
      messages.append(
        .notification(method: "textDocument/publishDiagnostics", .object(parameters)))
    }
    published = diagnostics.filter { !$0.value.isEmpty }
    return messages
  }
}

import Basics
import LanguageServer
import Reporting

@testable import Driver

/// An editor with a session of the language server, in a directory. The one hazard is a word.
final class SessionEditor {
  let root: String
  let options: CommandLineOptions
  var session = LanguageSession(rules: WordEngine.rules)
  var now = ContinuousClock.now

  init(_ root: String, options: CommandLineOptions = CommandLineOptions()) {
    self.root = root
    self.options = options
  }

  func uri(_ file: String) -> String { DocumentURI.uri(root + "/" + file) }

  /// Sends a message; what comes back.
  func send(_ message: JSONValue) -> [ServerMessage] {
    session.receive(message.bytes, at: now)
    return session.takeOutgoing()
  }

  func request(_ id: Int, _ method: String, _ params: JSONValue = .null) -> [ServerMessage] {
    send([
      "jsonrpc": "2.0", "id": .number(Double(id)), "method": .string(method), "params": params,
    ])
  }

  func notify(_ method: String, _ params: JSONValue = .null) -> [ServerMessage] {
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  func initialize(_ capabilities: JSONValue = SessionEditor.able) {
    _ = request(0, "initialize", ["capabilities": capabilities])
    _ = notify("initialized", [:])
  }

  static let able: JSONValue = [
    "textDocument": [
      "publishDiagnostics": ["relatedInformation": true],
      "codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": []]]],
      "hover": ["contentFormat": ["markdown"]],
    ],
    "workspace": ["workspaceEdit": ["documentChanges": true]],
  ]

  func open(_ file: String, _ text: String) -> [ServerMessage] {
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri(file)), "languageId": "go", "version": 1, "text": .string(text),
        ]
      ])
  }

  func replace(_ file: String, _ text: String, version: Int) -> [ServerMessage] {
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri(file)), "version": .number(Double(version))],
        "contentChanges": [["text": .string(text)]],
      ])
  }

  /// Makes the run that is due after a time; nil where none is.
  func run(after time: Duration = .zero) -> [ServerMessage]? {
    now += time
    guard let run = session.nextRun(at: now) else { return nil }
    return finish(run)
  }

  func begin(after time: Duration = .zero) -> ProgramRun? { session.nextRun(at: now + time) }

  func finish(_ run: ProgramRun) -> [ServerMessage] {
    let context = ApplicationContext(
      workingDirectory: "/", output: MemorySink(), errors: MemorySink(),
      engine: WordEngine.make())
    session.finish(run.outcome(options, context))
    return session.takeOutgoing()
  }
}

import Basics
import LanguageServer
import Reporting
import TestKit
import Testing

@testable import Driver

/// What a language server answers, without the process around it. The one hazard is a word: "bad".
@Suite struct LanguageSessionTests {
  private static func code(_ messages: [ServerMessage]?) -> Int? {
    guard case .error(_, let error)? = messages?.first, messages?.count == 1 else { return nil }
    return error.code
  }

  private static func result(_ messages: [ServerMessage]?) -> JSONValue? {
    guard case .result(_, let value)? = messages?.last else { return nil }
    return value
  }

  /// The diagnostics that were published, by the last part of the URI.
  private static func published(_ messages: [ServerMessage]?) -> [String: [JSONValue]] {
    var result: [String: [JSONValue]] = [:]
    for case .notification("textDocument/publishDiagnostics", let params) in messages ?? [] {
      let uri = params["uri"]?.text ?? ""
      result[FilePath.lastComponent(uri)] = params["diagnostics"]?.elements
    }
    return result
  }

  private func withEditor(
    _ files: [String: String] = ["go.mod": "module m\n"],
    options: CommandLineOptions = CommandLineOptions(), _ body: (SessionEditor) throws -> Void
  ) throws {
    try TemporaryDirectory.with(files) { root in
      try body(SessionEditor(root, options: options))
    }
  }

  @Test func theLifeOfAServerHasItsOrder() throws {
    try withEditor { editor in
      #expect(Self.code(editor.request(1, "textDocument/hover")) == -32002)
      #expect(editor.notify("textDocument/didOpen").isEmpty)
      #expect(Self.code(editor.request(2, "initialize")) == -32602)
      let begun = Self.result(editor.request(3, "initialize", ["capabilities": [:]]))
      #expect(begun?["capabilities"]?["positionEncoding"] == "utf-16")
      #expect(begun?["capabilities"]?["textDocumentSync"]?["change"] == 2)
      #expect(Self.code(editor.request(4, "initialize", [:])) == -32600)
      #expect(Self.code(editor.request(5, "no/such")) == -32601)
      #expect(Self.code(editor.request(6, "$/no/such")) == -32601)
      #expect(Self.code(editor.request(7, "textDocument/hover", ["textDocument": 5])) == -32602)
      #expect(editor.notify("no/such").isEmpty && editor.notify("$/setTrace", [:]).isEmpty)
      #expect(Self.result(editor.request(8, "shutdown")) == .null)
      #expect(Self.code(editor.request(9, "shutdown")) == -32600)
      #expect(editor.session.exitCode == nil)
      #expect(editor.notify("exit").isEmpty)
      #expect(editor.session.exitCode == .clean)
    }
  }

  @Test func anEndWithoutShutdownIsAFailure() throws {
    try withEditor { editor in
      editor.initialize()
      _ = editor.notify("exit")
      #expect(editor.session.exitCode?.rawValue == 1)
    }
    var session = LanguageSession(rules: [])
    session.end()
    #expect(session.exitCode?.rawValue == 1)
  }

  @Test func brokenMessagesAreAnswered() throws {
    try withEditor { editor in
      editor.session.receive(Array("{".utf8), at: editor.now)
      #expect(Self.code(editor.session.takeOutgoing()) == -32700)
      editor.session.receiveGarbage()
      #expect(Self.code(editor.session.takeOutgoing()) == -32700)
      #expect(Self.code(editor.send([1])) == -32600)
    }
  }

  @Test func diagnosticsComeAndGoWithTheText() throws {
    try withEditor(["go.mod": "module m\n", "b.go": "bad\n"]) { editor in
      editor.initialize()
      #expect(editor.open("a.go", "ä bad\n").isEmpty)
      let first = Self.published(editor.run())
      #expect(first.keys.sorted() == ["a.go", "b.go"])
      let found = try #require(first["a.go"]?.first)
      #expect(found["range"]?["start"] == ["line": 0, "character": 2])
      #expect(found["code"] == "bad-word" && found["source"] == "racelint")
      #expect(found["relatedInformation"]?.elements?.first?["message"] == "owner: it is here")
      // At once on opening and saving; after a pause on changes.
      #expect(editor.replace("a.go", "good\n", version: 2).isEmpty)
      #expect(editor.run() == nil)
      #expect(editor.session.nextDeadline == editor.now + LanguageSession.pause)
      let messages = editor.run(after: LanguageSession.pause)
      #expect(Self.published(messages) == ["a.go": []])
      #expect(
        messages?.contains {
          if case .notification(_, let params) = $0 { params["version"] == 2 } else { false }
        } == true)
      #expect(editor.replace("a.go", "bad\n", version: 3).isEmpty)
      #expect(
        editor.notify(
          "textDocument/didSave", ["textDocument": ["uri": .string(editor.uri("a.go"))]]
        ).isEmpty)
      #expect(Self.published(editor.run())["a.go"]?.count == 1)
      let closed = editor.notify(
        "textDocument/didClose", ["textDocument": ["uri": .string(editor.uri("a.go"))]])
      #expect(Self.published(closed) == ["a.go": [], "b.go": []])
      #expect(editor.run(after: .seconds(1)) == nil)
    }
  }

  @Test func aRunThatAChangeOvertakesIsOfNoUse() throws {
    try withEditor { editor in
      editor.initialize()
      _ = editor.open("a.go", "bad\n")
      let run = try #require(editor.begin())
      _ = editor.replace("a.go", "good\n", version: 2)
      #expect(run.abandonment.isSet)
      #expect(editor.begin(after: .seconds(9)) == nil, "one run at a time")
      #expect(editor.finish(run).isEmpty)
      #expect(Self.published(editor.run(after: .seconds(1))) == ["a.go": []])
    }
  }

  private static let ignores = [
    "Ignore `bad-word` on this line", "Ignore `bad-word` in what begins here, with a reason",
  ]

  private static func place(_ uri: String, _ column: Int) -> JSONValue {
    let position: JSONValue = ["line": 0, "character": .number(Double(column))]
    return [
      "textDocument": ["uri": .string(uri)], "position": position,
      "range": ["start": position, "end": position], "context": ["diagnostics": []],
    ]
  }

  @Test func questionsWaitForTheAnswerOfTheirText() throws {
    try withEditor { editor in
      editor.initialize()
      let uri = editor.uri("a.go")
      _ = editor.open("a.go", "bad\n")
      #expect(editor.request(1, "textDocument/hover", Self.place(uri, 1)).isEmpty)
      #expect(editor.request(2, "textDocument/codeAction", Self.place(uri, 1)).isEmpty)
      #expect(Self.code(editor.notify("$/cancelRequest", ["id": 1])) == -32800)
      #expect(editor.notify("$/cancelRequest", ["id": 1]).isEmpty)
      let actions = Self.result(editor.run())?.elements
      #expect(actions?.map { $0["title"]?.text } == ["Say `good`"] + Self.ignores)
      #expect(
        actions?.first?["edit"]?["documentChanges"] == [
          [
            "textDocument": ["uri": .string(uri), "version": 1],
            "edits": [
              [
                "range": [
                  "start": ["line": 0, "character": 0], "end": ["line": 0, "character": 3],
                ], "newText": "good",
              ]
            ],
          ]
        ])
      let hover = Self.result(editor.request(3, "textDocument/hover", Self.place(uri, 3)))
      #expect(hover?["contents"]?["value"]?.text?.hasSuffix("# bad-word\n\nBad.") == true)
      #expect(Self.result(editor.request(4, "textDocument/hover", Self.place(uri, 4))) == .null)
      _ = editor.replace("a.go", "x\n", version: 2)
      #expect(editor.request(5, "textDocument/hover", Self.place(uri, 0)).isEmpty)
      #expect(Self.code(editor.replace("a.go", "y\n", version: 3)) == -32801)
      #expect(editor.request(6, "textDocument/hover", Self.place(uri, 0)).isEmpty)
      let end = editor.request(7, "shutdown")
      #expect(end.count == 2 && Self.code(Array(end.prefix(1))) == -32800)
      #expect(editor.run(after: .seconds(1)) == nil && editor.session.nextDeadline == nil)
    }
  }

  @Test func allSafeFixesAreOneActionOnRequest() throws {
    try withEditor { editor in
      editor.initialize(["textDocument": SessionEditor.able["textDocument"] ?? .null])
      let uri = editor.uri("a.go")
      _ = editor.open("a.go", "bad ugly bad\n")
      _ = editor.run()
      var place = Self.place(uri, 5)
      let titles = Self.result(editor.request(1, "textDocument/codeAction", place))?.elements
      #expect(titles?.map { $0["title"]?.text } == ["Say `fair` (needs a look)"] + Self.ignores)
      guard case .object(var members) = place else { return }
      members["context"] = ["only": ["source.fixAll"]]
      place = .object(members)
      let actions = Self.result(editor.request(2, "textDocument/codeAction", place))?.elements
      #expect(actions?.count == 1 && actions?.first?["kind"] == "source.fixAll.racelint")
      #expect(actions?.first?["edit"]?["changes"]?[uri]?.elements?.count == 2)
      members["context"] = ["only": ["refactor"]]
      place = .object(members)
      #expect(Self.result(editor.request(3, "textDocument/codeAction", place)) == [])
    }
  }

  @Test func aFixOfSeveralFilesNamesTheVersionsOfThoseThatAreOpen() throws {
    let files = ["go.mod": "module m\n", "b.go": "a twin\n", "c.go": "twin\n"]
    try withEditor(files) { editor in
      editor.initialize()
      _ = editor.open("a.go", "bad\n")
      _ = editor.open("b.go", "é twin\n")
      _ = editor.run()
      let place = Self.place(editor.uri("a.go"), 0)
      let actions = Self.result(editor.request(1, "textDocument/codeAction", place))?.elements
      let changes = try #require(actions?.first?["edit"]?["documentChanges"]?.elements)
      #expect(
        changes.map { $0["textDocument"] } == [
          ["uri": .string(editor.uri("a.go")), "version": 1],
          ["uri": .string(editor.uri("b.go")), "version": 1],
          ["uri": .string(editor.uri("c.go")), "version": .null],
        ])
      #expect(
        changes.map { $0["edits"]?.elements?.first?["range"]?["start"]?["character"] } == [0, 2, 0])
    }
  }

  @Test func aMistakeInTheConfigurationIsShownOnce() throws {
    try withEditor(["go.mod": "module m\n", ".racelint.yml": "rule: {}\n"]) { editor in
      editor.initialize()
      _ = editor.open("a.go", "bad\n")
      let shown = ServerMessage.notification(
        method: "window/showMessage",
        [
          "type": 1,
          "message":
            "racelint: .racelint.yml:1:1: unknown key `rule`; did you mean rules?",
        ])
      #expect(editor.run() == [shown])
      _ = editor.replace("a.go", "worse\n", version: 2)
      #expect(editor.run(after: .seconds(1)) == [])
      let path = editor.root + "/.racelint.yml"
      try TemporaryDirectory.write(Array("exclude: [b.go]\n".utf8), to: path)
      let changes: JSONValue = ["changes": [["uri": .string(DocumentURI.uri(path)), "type": 2]]]
      #expect(editor.notify("workspace/didChangeWatchedFiles", changes).isEmpty)
      #expect(Self.published(editor.run()) == ["a.go": []])
    }
  }

  @Test func isToldOfFilesWhereTheClientCan() throws {
    try withEditor { editor in
      _ = editor.request(
        0, "initialize",
        ["capabilities": ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]]])
      let asked = editor.notify("initialized", [:])
      guard case .request(_, "client/registerCapability", _)? = asked.first else {
        Issue.record("nothing was asked")
        return
      }
      #expect(editor.send(["id": "watch", "result": .null]).isEmpty)
    }
  }

  @Test func otherDocumentsAreLeftAlone() throws {
    try withEditor { editor in
      editor.initialize()
      _ = editor.open("a.txt", "bad\n")
      _ = editor.notify(
        "textDocument/didOpen",
        ["textDocument": ["uri": "untitled:a.go", "version": 1, "text": "bad"]])
      #expect(editor.run() == nil)
      let place = Self.place("untitled:a.go", 0)
      #expect(Self.result(editor.request(1, "textDocument/hover", place)) == .null)
      #expect(Self.result(editor.request(2, "textDocument/codeAction", place)) == [])
    }
  }

  @Test func noMessageEndsTheSession() throws {
    try withEditor { editor in
      editor.initialize()
      _ = editor.open("a.go", "bad\n")
      _ = editor.run()
      let odd: [JSONValue] = [
        .null, 7, "x", [], [1], [:], ["textDocument": .null], ["textDocument": ["uri": 1]],
        ["textDocument": ["uri": .string(editor.uri("a.go"))], "contentChanges": [.null]],
        [
          "textDocument": ["uri": .string(editor.uri("a.go")), "version": 2],
          "contentChanges": [
            [
              "range": [
                "start": ["line": 9, "character": 1_000_000], "end": ["line": 0, "character": 0],
              ], "text": "",
            ]
          ],
        ],
      ]
      let methods = [
        "initialized", "textDocument/didOpen", "textDocument/didChange", "textDocument/didSave",
        "textDocument/didClose", "workspace/didChangeWatchedFiles", "$/cancelRequest",
      ]
      for (index, params) in odd.enumerated() {
        for method in methods { _ = editor.notify(method, params) }
        for method in ["textDocument/hover", "textDocument/codeAction", "initialize"] {
          _ = editor.request(index, method, params)
        }
      }
      _ = editor.run(after: .seconds(1))
      #expect(editor.session.exitCode == nil)
    }
  }
}
